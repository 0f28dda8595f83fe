"""Articles of our own, as they should be and as hurried hands left them, written by who had not read the rules.

``mangled/NN.gold.json``: [phrase of the bad copy, kind of damage, rule families that count as having found it]. A
damage is found if a finding of such a family, or what it is related to, touches the first place of its phrase. The
shares below are floors, to be raised when what is found rises. Of four writers; rules were mended on what they missed
in 09 to 12, 17 to 20 and 25 to 28, those of facts in 01 to 08 as well, and on no other.
"""

import json
from collections import Counter
from pathlib import Path
from shutil import copy

import pytest
from command import rows

ARTICLES = Path(__file__).with_name("mangled")
LOUD = ("warning", "error")
# First and last article of a group, the damages in it, the least shares found by any finding and by a loud one.
GROUPS = {
    "the first writer": (1, 8, 147, 0.69, 0.61),
    "the second, built on": (9, 12, 72, 0.83, 0.66),
    "the second": (13, 16, 72, 0.56, 0.47),
    "the third, built on": (17, 20, 71, 0.66, 0.56),
    "the third": (21, 24, 72, 0.47, 0.41),
    "the fourth, built on": (25, 28, 76, 0.55, 0.47),
    "the fourth": (29, 32, 76, 0.40, 0.36),
}


def findings(name, folder):
    """What is found in one copy, alone in its folder: rules that compare articles must not see both copies."""
    (file,) = ARTICLES.glob(f"{name}.*")
    copy(file, folder)
    return file.read_text(encoding="utf-8"), rows("--no-config", ".", cwd=folder)


def touched(text, phrase, families, found):
    """The findings of the families that touch the first place of a phrase."""
    start = text.index(phrase)
    end = start + len(phrase)
    return [
        row
        for row in found
        if any(place["start"] <= end + 1 and place["end"] >= start - 1 for place in (row, *row["related"]))
        and any((seen.get("rule") or "").startswith(families) for seen in (row, *row["related"]))
    ]


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_the_share_of_damages_that_is_found_does_not_fall(group, tmp_path):
    first, last, marks, least_found, least_loud = GROUPS[group]
    marked, heard, loud = Counter(), Counter(), 0
    for number in range(first, last + 1):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        text, found = findings(f"{number:02}.bad", folder)
        gold = (ARTICLES / f"{number:02}.gold.json").read_text(encoding="utf-8")
        for phrase, kind, families in json.loads(gold):
            here = touched(text, phrase, tuple(families), found)
            marked[kind] += 1
            heard[kind] += bool(here)
            loud += any(row["severity"] in LOUD for row in here)
    assert marked.total() == marks
    missed = {kind: f"{heard[kind]} of {marked[kind]}" for kind in marked if heard[kind] < marked[kind]}
    assert heard.total() / marks >= least_found, missed
    assert loud / marks >= least_loud, missed


@pytest.mark.slow
@pytest.mark.parametrize("name", [gold.name.partition(".")[0] for gold in sorted(ARTICLES.glob("*.gold.json"))])
def test_as_published_they_are_silent(name, tmp_path):
    _, found = findings(f"{name}.clean", tmp_path)
    assert [(row["rule"], row["message"]) for row in found if row["severity"] in LOUD] == []
