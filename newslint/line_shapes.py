"""The shapes of lines that rules of the ``line`` kind ask for by name; see lines.LinePattern."""

from __future__ import annotations

from collections.abc import Callable

from newslint.analysis.lines import Line

SEPARATORS = "|·•›»>/"


def _is_trail(line: Line) -> bool:
    """Short parts between the same separator: ``Home > News > Politics``, ``Terms | Privacy``."""
    for mark in SEPARATORS:
        if mark in line.text:
            parts = [part.strip() for part in line.text.split(f" {mark} ")]
            if len(parts) >= 3 and all(0 < len(part.split()) <= 4 and part[0].isalpha() for part in parts):
                return True
    return False


def _is_address(line: Line) -> bool:
    bare = line.text.strip("<>()[]. ")
    if not bare or " " in bare:
        return False
    return bare.startswith(("http://", "https://", "www.", "pic.twitter.com/", "mailto:")) or (
        bare.count("@") == 1 and "." in bare.rpartition("@")[2]
    )


def _is_number(line: Line) -> bool:
    return len(line.text) >= 9 and line.text.isdigit()


def _is_counter(line: Line) -> bool:
    words = line.text.split()
    return len(words) <= 5 and any(
        words[at] == "of" and words[at - 1].isdigit() and words[at + 1].isdigit() for at in range(1, len(words) - 1)
    )


def _is_ago(line: Line) -> bool:
    """A time that only a page can keep right: "Updated 5 hours ago"."""
    words = line.text.lower().split()
    return len(words) <= 6 and words[-1] == "ago" and any(map(str.isdigit, words[-3:-1][:1]))


def _is_clock(line: Line) -> bool:
    """The clock of a player: "0:00 / 1:30"."""
    parts = line.text.replace(" ", "").split("/")
    return len(parts) == 2 and all(":" in part and part.replace(":", "").isdigit() for part in parts)


def _is_copyright(line: Line) -> bool:
    if line.text[0] not in "©(cC":
        return False
    words = line.text[:80].lower().replace("(c)", "©").replace("©", " © ").split()[:5]
    if not words or words[0] not in ("©", "copyright"):
        return False
    return words[0] == "©" or any(len(word.strip(",.-–")) == 4 and word[:4].isdigit() for word in words)


SHAPES: dict[str, Callable[[Line], bool]] = {
    "separators": _is_trail,
    "address": _is_address,
    "number": _is_number,
    "counter": _is_counter,
    "ago": _is_ago,
    "clock": _is_clock,
    "copyright": _is_copyright,
}
