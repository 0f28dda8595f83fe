"""No bytes make `newslint check` crash or hang, and every finding stands within its file."""

from functools import cache
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.run.run import Run
from newslint.run.settings import Options

SUFFIXES = st.sampled_from([".txt", ".md", ".html"])
SENTENCE = (
    "The council of Mill Bridge voted on Monday, Ann Kuzio said. “We have no choice,” said Mr. Lee, 45, of the U.S. "
    "Senate. The cost rose 12 percent to $4.5 million on Tuesday, March 5, 2024. "
)


@cache
def run() -> Run:
    return Run(Options(no_config=True))


def check(data: bytes, suffix: str) -> tuple[str, ...]:
    """The errors that are told of a file of these bytes, after its findings are tried."""
    report = run().check_file(Path("article" + suffix), data)
    lines = report.source.splitlines() or [""]
    for finding in report.findings:
        place = finding.place
        assert 0 <= place.start <= place.end <= len(report.source), finding
        assert place.line >= 1
        assert place.column >= 1
        assert place.line <= len(lines) + 1
    assert all("\n" not in error for error in report.errors)
    return () if report.unread else report.errors  # what begins as a PDF is refused as one


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.binary(max_size=300), SUFFIXES)
def test_any_bytes_are_checked_or_refused_in_a_line(data: bytes, suffix: str) -> None:
    for error in check(data, suffix):
        assert "--encoding" in error or "front matter" in error


WORDS = (
    "The the Kuzio Cuzio Mr. Ms Dr. Ann Lee said says was is have a of on 45 12 $4.5 percent % million Jan. Monday "
    "2024 , . ; : ... ? ! “ ” ‘ ’ \" ' ( ) [ ] — - – • * # > & &amp; @ / \\ http://a.b/c a@b.c U.S. a.m. <p> </p> "
    "<b> </b> <br> <!-- --> \n \n\n \r\n \r \t \u2028 \u200b \xa0 e\u0301 é 👍 Share READ MORE: Photo By "
    "ADVERTISEMENT 1. 2. [[TK]] {{x}} Ã© â€™ \ufffd \x85 \u00ad İ ß ǅ ﬁ"
).split(" ")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=200)
@given(st.lists(st.sampled_from([*WORDS, " ", SENTENCE]), max_size=60), st.sampled_from(["", " "]), SUFFIXES)
def test_no_rule_fails_on_any_copy(words: list[str], glue: str, suffix: str) -> None:
    assert not check(glue.join(words).encode(), suffix)


@pytest.mark.parametrize("words", ["a.m. ...", "It shut at 5 p.m. ?! He left."], ids=["only marks", "marks within"])
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_marks_after_the_time_of_day(words: str, suffix: str) -> None:
    assert not check(words.encode(), suffix)


PARTS = (
    "“ ” \" ' ’ “‘ ( ) [ ] { < > ”“ « » A. a. . .. … - — , ; : ? ! 1 1. 1, $1_ % # @ & &amp; / * ** _ | ` a A a_ A_ "
    "Ab_ Ab Ab-Cd- Ann_Lee_ Mr._ the_the_ said_ he_said._ “x,”_he_said._ and_ Ann,_ Smith’s_ U.S._ word.Word "
    "5_percent_ Ann_Lee,_45,_ Monday,_March_5,_2024_ \n \r \u2028 \xa0 \u200b e\u0301 👍 a\n A_b.\n\n -_a\n 1._a\n "
    "“A_b.\n\n “A_b.”\n\n (Abc_Def)_ http://a.b/c_ a@b.c_ SHARE\n\n https:// Ã© ![ ]( >_ <div> <p> </p> <li> <!-- "
    "<b> <q>"
).split(" ")


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".txt", ".html"])
@pytest.mark.parametrize("part", PARTS)
def test_time_grows_with_the_size_of_anything(part: str, suffix: str) -> None:
    part = part.replace("_", " ")

    def seconds(count: int) -> float:
        start = process_time()
        assert not check((part * count).encode(), suffix)
        return process_time() - start

    seconds(10)
    small, large = seconds(3_000), seconds(12_000)
    assert large < 8 * small + 0.5


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_huge_files_are_checked(suffix: str) -> None:
    """2 MB in one line, and 8 MB in paragraphs: a slow machine reads no more in the time that a file has."""
    line = SENTENCE * (2_000_000 // len(SENTENCE))
    assert not check(line.encode(), suffix)
    article = (SENTENCE + "\n\n") * (8_000_000 // len(SENTENCE))
    assert not check(article.encode(), suffix)
