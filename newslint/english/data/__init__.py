"""The bulk lists of the dictionary, words parted by white space; README.md says where each is from."""

from pathlib import Path


def read(name: str) -> bytes:
    """The bytes of a list."""
    return Path(__file__).with_name(name).read_bytes()
