"""A second bank of wordings, written before the rules were looked at: what they are heard to say of it.

told.txt holds a sentence a line, the right words and the wrong ones in braces: {ten|eleven}. units.txt has others,
by who built the rules that read units: rates, clocks, tenures, stages, extremes, areas and averages.
"""

import re
from pathlib import Path

import pytest

from .test_bank import found

LINES = list(enumerate(Path(__file__).with_name("told.txt").read_text(encoding="utf-8").splitlines(), 1))
UNITS = Path(__file__).with_name("units.txt").read_text(encoding="utf-8").splitlines()
# Lines whose wrong words nothing finds yet: when one is found, its number goes from here.
ESCAPES = frozenset(
    map(
        int,
        """
        4 9 11 12 16 30 31 32 33 48 50 51 52 54 68 71 72 76 77 78 80 82 87 90 96 97 102 104 106
        108 116 117 119 120 121 132 134 135 136 137 139 140 141 150 154 156
        157 158 159 160 162 163 166 168 169 170 177 178 179 180 181 182 183 184 186 187 189 190 191 192 193
        194
        """.split(),
    )
)


def told(line: str, which: int) -> list[tuple[str, str]]:
    return found(re.sub(r"\{([^{}|]*)\|([^{}]*)\}", lambda match: match[which], line))


@pytest.mark.parametrize(("number", "line"), LINES)
def test_right_words_are_silent(number: int, line: str) -> None:
    assert told(line, 1) == []


@pytest.mark.parametrize(("number", "line"), [row for row in LINES if row[0] not in ESCAPES])
def test_wrong_words_are_found(number: int, line: str) -> None:
    assert told(line, 2)


@pytest.mark.parametrize(("number", "line"), [row for row in LINES if row[0] in ESCAPES])
def test_what_escapes_is_still_not_found(number: int, line: str) -> None:
    assert told(line, 2) == [], f"line {number} is found now: take it out of ESCAPES"


@pytest.mark.parametrize("line", UNITS)
def test_units_that_fit_are_silent_and_others_are_found(line: str) -> None:
    assert told(line, 1) == []
    assert told(line, 2)


NUMBER = re.compile(r"\d+(?:[.,]\d+)*|\b(?:two|three|four|five|six|ten)\b")


@pytest.mark.parametrize("number", ["0", "9" * 310], ids=["nothing", "310 digits"])
@pytest.mark.parametrize("line", UNITS)
def test_no_number_is_too_small_or_too_large(line: str, number: str) -> None:
    words = re.sub(r"\{([^{}|]*)\|([^{}]*)\}", r"\2", line)
    for match in NUMBER.finditer(words):
        found(words[: match.start()] + number + words[match.end() :])
