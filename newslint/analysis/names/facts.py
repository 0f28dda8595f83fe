"""Plain facts about names in English news, from facts.txt: honorifics, titles, particles, words of speech, places."""

from pathlib import Path


def _sections() -> dict[str, list[str]]:
    """Section name -> its lines, without comments."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in Path(__file__).with_name("facts.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found


_FOUND = _sections()
_SETS = {name: frozenset(" ".join(lines).split()) for name, lines in _FOUND.items()}

HONORIFICS = _SETS["honorifics"]
TITLES = _SETS["titles"]
TITLE_HELPERS = _SETS["title_helpers"]
PARTICLES = _SETS["particles"]
SUFFIXES = _SETS["suffixes"]
NOT_PERSON = _SETS["not_person"]
OPENERS = _SETS["openers"]
SAID = _SETS["said"]
PLACES = _SETS["places"]
NICKNAMES: tuple[tuple[str, ...], ...] = tuple([tuple(line.split()) for line in _FOUND["nicknames"]])

MONTHS = _SETS["months"]
WEEKDAYS = _SETS["weekdays"]
SHORT = _SETS["short"]
TAILS = _SETS["tails"]
ENDINGS = _SETS["endings"] | {""}
