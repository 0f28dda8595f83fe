"""Three banks of passages by writers who know nothing of the rules: how many of the contradictions are heard.

Each passage has the right words and the wrong ones in braces: {ten|eleven}, after a line with its kind; most ask for
reading, not for sums. Who builds rules has read foreign-read.txt and not foreign-unread.txt nor foreign-later.txt, and
should leave it so: what is heard there is what the rules hear in copy that nobody has seen.
"""

import re
from pathlib import Path

import pytest

from newslint import Linter, Settings


def passages(name: str) -> list[str]:
    pieces = re.split(r"(?m)^---\s*$", Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return [piece.strip().partition("\n")[2].strip() for piece in pieces if piece.strip()]


def heard(passage: str, which: int) -> set[tuple[str, str]]:
    text = re.sub(r"\{([^{}|]*)\|([^{}]*)\}", lambda match: match[which], passage)
    found = Linter(Settings(select=("facts",))).lint(text)
    return {(finding.rule, finding.message) for finding in found}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "number", "least"),
    [("foreign-read.txt", 120, 32), ("foreign-unread.txt", 120, 5), ("foreign-later.txt", 80, 11)],
)
def test_so_many_contradictions_are_heard_and_no_sound_passage_is(name: str, number: int, least: int) -> None:
    told = passages(name)
    right = [heard(passage, 1) for passage in told]
    wrong = [heard(passage, 2) for passage in told]
    assert len(told) == number
    assert sum(map(len, right)) == 0
    assert sum(bool(said) for said in wrong) >= least
