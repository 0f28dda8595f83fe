"""A pack comes with the copy at times: whatever is in it is a rule, or one line that says what is wrong."""

import time

import pytest
from command import TWICE, newslint, write

from newslint.kinds.limits import check_expression, check_template, fill
from newslint.kinds.loading import rule_from_data
from newslint.kinds.phrases import PhraseRule


def test_only_the_fields_of_a_message_are_filled():
    assert fill("{found}{{x}} {better} {nope}", found="a {better}", better="b") == "a {better}{x} b {nope}"


@pytest.mark.parametrize(
    "message", ["{found:>1500000000}", "{found.__class__}", "{found!r}", "{0}", "{}", "{", "{other}"]
)
def test_a_message_asks_for_no_more(message):
    with pytest.raises(ValueError, match="`message`"):
        check_template(message)


@pytest.mark.parametrize(
    "text", ["((a{100}){100}){100}", "a{1000000}", "(?:a{0,500}){0,500}", "a" * 2001, "(" * 900, "[a", r"\L<x>", 5]
)
def test_an_expression_that_would_take_its_time_is_refused_at_once(text):
    began = time.perf_counter()
    with pytest.raises(ValueError, match=r"too large|is wrong|is a text"):
        check_expression(text)
    assert time.perf_counter() - began < 0.2


@pytest.mark.parametrize("text", [r"(\d{1,3}) per cent", r"[({]{2}", r"(\w+ ){0,20}x{,3}", r"\b[A-Z]{2,5}\b"])
def test_plain_expressions_are_fine(text):
    check_expression(text)


WRONG = {
    "numbers for words": 'kind = "consistent"\nsummary = "S."\ngroups = [[1, 2]]',
    "numbers for groups": 'kind = "consistent"\nsummary = "S."\ngroups = [1]',
    "no groups": 'kind = "consistent"\nsummary = "S."',
    "an empty term": 'kind = "avoid"\nsummary = "S."\n[terms]\n"" = "x"',
    "a number for a better": 'kind = "replace"\nsummary = "S."\n[terms]\n"x" = 1',
    "an empty need": 'kind = "avoid"\nsummary = "S."\n[[pattern]]\nregex = "a"\nneeds = ""',
    "a number for a need": 'kind = "avoid"\nsummary = "S."\n[[pattern]]\nregex = "a"\nneeds = 1',
    "a pattern that is no table": 'kind = "avoid"\nsummary = "S."\npattern = [1]',
    "an example that is no table": 'kind = "avoid"\nsummary = "S."\nexample = [1]',
    "an example of numbers": 'kind = "avoid"\nsummary = "S."\n[[example]]\nflags = 1',
    "an unknown markup": 'kind = "avoid"\nsummary = "S."\n[[example]]\nflags = "a"\nmarkup = "x"',
    "a kind that is a list": 'kind = []\nsummary = "S."',
    "shapes that are lists": 'kind = "line"\nsummary = "S."\nshapes = [[1]]',
    "infinitely many words": 'kind = "line"\nsummary = "S."\nmost_words = inf',
    "names that are numbers": 'kind = "names"\nsummary = "S."\nright = [1]',
    "an empty wrong name": 'kind = "names"\nsummary = "S."\n[spellings]\nA = [""]',
    "a note that is a list": 'kind = "names"\nsummary = "S."\n[[name]]\nright = "A"\nnote = []',
    "nested deeply": "a = " + "[" * 1000,
    "no text": "\x00",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_is_wrong_in_a_pack_is_one_line(tmp_path, text):
    write(tmp_path / "newslint.toml", 'packs = ["house"]\n')
    write(tmp_path / "house/style/words.toml", text + "\n")
    write(tmp_path / "a.txt", TWICE)
    code, _, err = newslint("check", "a.txt", cwd=tmp_path)
    assert (code, err.count("\n")) == (2, 1), err
    assert "words.toml" in err
    assert "newslint failed" not in err


def test_braces_of_the_copy_stay_braces():
    data = {"kind": "avoid", "summary": "S.", "message": "No “{found}”.", "terms": {"in order to": "x"}}
    rule = rule_from_data(data, "style/words")
    assert isinstance(rule, PhraseRule)
    assert rule.message == "No “{found}”."
