"""The shapes of lines that rules of the ``line`` kind ask for by name; see lines.LinePattern."""

from __future__ import annotations

from collections.abc import Callable

from newslint.analysis.page.lines import Line

SEPARATORS = "|·•›»>/"
# Shapes that copy may have, too: they are reported for information.
UNSURE = frozenset({"stamp", "market", "count"})
# Of a stamp: what it starts with, and what else it may hold beside figures.
_STAMPS = frozenset("posted published updated modified created last first story".split())
_STAMPED = _STAMPS | frozenset(
    """
    on at article the am pm a.m p.m mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat
    saturday sun sunday jan january feb february mar march apr april may jun june jul july aug august sep sept september
    oct october nov november dec december gmt bst utc est edt et pst pdt pt cst cdt ct ist aest aedt nzst sast wat cet
    """.split()
)
# How a line starts that says how to reach its writer.
_REACHES = ("contact ", "reach ", "email", "e-mail", "follow ", "twitter", "on twitter", "x:", "tweet ", "instagram")
_WAYS = (
    " can be reached ", " follow her on ", " follow him on ", " follow them on ", " email her at ", " email him at ",
    " email them at ", " is on twitter ", " is on x ", " on twitter at ", " on x at ",
)  # fmt: skip
_CLOCKS = frozenset("current time remaining duration watch loaded live elapsed".split())


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
    if len(words) > 6 or len(words) < 2 or words[-1] != "ago":
        return False
    return any(map(str.isdigit, words[-3:-1][:1])) or (words[-2][:-1].isdigit() and words[-2][-1] in "smhdw")


def _is_clock(line: Line) -> bool:
    """The clock of a player: "0:00 / 1:30"."""
    parts = line.text.replace(" ", "").split("/")
    if len(parts) == 2:
        return all(map(_tells_time, parts))
    words = line.text.lower().replace("-", "").split()
    return len(words) > 1 and _tells_time(words[-1]) and _CLOCKS.issuperset(words[:-1])


def _tells_time(word: str) -> bool:
    return ":" in word and word.replace(":", "").isdigit()


def _is_count(line: Line) -> bool:
    """The place in a gallery, or the length of a film, alone on its line: "1/12", "01:32"."""
    first, slash, last = line.text.replace(" ", "").partition("/")
    if not slash:
        return _tells_time(first) and len(first) < 9
    return first.isdigit() and last.isdigit() and len(first) < 4 and 0 < int(first) <= int(last) < 1000


def _is_stamp(line: Line) -> bool:
    """When a page was put up: "Posted: Mar 3, 2024 / 06:12 PM EST"."""
    words = [word for part in line.text.lower().split() if (word := part.strip(":,.|/-–—()[]"))]
    return (
        len(words) > 2
        and words[0] in _STAMPS
        and any(map(str.isdigit, line.text))
        and all(word in _STAMPED or word[0].isdigit() for word in words)
    )


def _is_reach(line: Line) -> bool:
    """How a writer is reached: "Contact Jane Miller at ...", "Follow her on Twitter @...", "... can be reached at"."""
    at = line.text.find("@")
    if at < 0 or any(mark in line.text for mark in '"“'):
        return False
    start = line.text[:at].lower()
    return start.startswith(_REACHES) or any(way in start for way in _WAYS)


def _is_market(line: Line) -> bool:
    """A price or a temperature as a box beside the story shows it: "Dow 30 38,989.83 +0.2%", "52° Partly cloudy"."""
    last = line.text.rpartition(" ")[2]
    if last[-1] == "%" and last[0] in "+-−" and line.words > 1:
        return True
    return "°" in line.text and line.words <= 4 and line.text[-1] not in ".,:;"


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
    "count": _is_count,
    "stamp": _is_stamp,
    "reach": _is_reach,
    "market": _is_market,
}
# All that a rule may name; ``menus`` are found among all lines (see lines).
NAMES = frozenset({"menus", *SHAPES})
