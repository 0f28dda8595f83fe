"""Entries added to a config's text: TOML says afterwards what it should, and nothing else is touched."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model.errors import NewslintError
from newslint.settings.edits import with_name, with_suppression

CONFIGS = [
    "",
    'ignore = ["style"]',
    'names = ["Lind"]  # ours\nignore = []\n\n[severity]\nnames = "info"\n',
    "names = []\n[[suppress]]\nfile = 'a'\nrule = 'b'\nwords = 'c'\n",
]
words = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1)


@pytest.mark.parametrize("old", CONFIGS)
@given(words)
def test_a_name_is_added_to_the_list(old, name):
    before, after = tomllib.loads(old), tomllib.loads(with_name(old, name))
    assert sorted(after.pop("names")) == sorted([*before.pop("names", []), name])
    assert after == before


@pytest.mark.parametrize("old", CONFIGS)
@given(words)
def test_a_suppression_is_added_to_the_end(old, said):
    entry = {"file": "a.txt", "rule": "names", "words": said}
    new = with_suppression(old, entry)
    assert new.startswith(old)
    before, after = tomllib.loads(old), tomllib.loads(new)
    assert after.pop("suppress") == [*before.pop("suppress", []), entry]
    assert after == before


def test_a_project_keeps_its_other_tables():
    old = '[project]\nname = "site"\nnames = ["x"]\n\n[tool.newslint]\nignore = ["style"]\n\n[tool.other]\nnames = []\n'
    after = tomllib.loads(with_name(old, "Lind"))
    assert after["tool"] == {"newslint": {"ignore": ["style"], "names": ["Lind"]}, "other": {"names": []}}
    assert after["project"]["names"] == ["x"]


ODD = {
    "an inline list": 'suppress = [{file = "a", rule = "b", words = "c"}]\n',
    "no list": "names = 5\nsuppress = 5\n",
    "broken": "names = [",
    "a list in a text": 'x = """\nnames = [\n"""\n',
    "spaces in the name of the table": "[ tool.newslint ]\n",
    "an inline table": "tool = {newslint = {}}\n",
}


@pytest.mark.parametrize("old", ODD.values(), ids=ODD)
def test_what_a_program_cannot_add_to_is_refused_not_broken(old):
    refused = []
    for add in (
        lambda: with_suppression(old, {"words": "x"}, project=False),
        lambda: with_suppression(old, {"words": "x"}, project=True),
        lambda: with_name(old, "Lind"),
    ):
        try:
            tomllib.loads(add())
        except NewslintError as error:
            refused.append(str(error))
    assert refused
    assert all("add by hand: " in said for said in refused)
