"""What the command line says about the server."""

from __future__ import annotations

import ipaddress
from pathlib import Path

from newslint.disk.reading import MOST_SETTINGS, read_file
from newslint.model.errors import NewslintError
from newslint.model.named_tuple import NamedTuple
from newslint.run.settings import Options

MEGABYTE = 1_000_000
# Shorter ones can be guessed.
_SHORTEST_TOKEN = 16


class Settings(NamedTuple):
    """``tokens``: one of them opens the server, none leave it open; ``origins``: of pages that may ask, with ``*`` at
    the end for any; ``hosts``: names by which it is called besides localhost and addresses; ``most``: bytes of a
    request; ``seconds``: that one may take; ``hold``: that an answer is held for who asks
    the same; ``feedback``: the file that verdicts are added to.
    """

    options: Options = Options()
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    tokens: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    most: int = 10 * MEGABYTE
    seconds: float = 10.0
    hold: float = 600.0
    feedback: Path | None = None
    log: bool = True


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def tokens_in(path: Path) -> tuple[str, ...]:
    """The tokens of a file, one a line. Raises NewslintError."""
    words = read_file(path, MOST_SETTINGS).decode("utf-8", "replace").split("\n")
    tokens = tuple(line.strip() for line in words if line.strip() and not line.startswith("#"))
    if not tokens:
        raise NewslintError(str(path), "holds no token; write one on a line, for instance of `openssl rand -hex 24`")
    for token in tokens:
        if len(token) < _SHORTEST_TOKEN or not token.isascii() or not token.isprintable() or " " in token:
            message = f"a token is {_SHORTEST_TOKEN} letters or figures at least, without spaces"
            raise NewslintError(str(path), message)
    return tokens
