"""Mends: only what may be made unasked, whole files or none, and nothing inside quotations."""

import os
import stat

import pytest
from command import newslint, write
from hypothesis import given
from hypothesis import strategies as st

from newslint.findings.fixes import applicable, apply_edits, fix_text
from newslint.findings.report import Lines, Located
from newslint.model.finding import Edit, Fix, Safety, Severity
from newslint.model.span import Span

PACK = """
kind = "replace"
summary = "Our words."
{safe}
[terms]
"in order to" = "to"
"""


@pytest.fixture
def desk(tmp_path):
    """A folder whose only rule replaces “in order to”, safely."""
    write(tmp_path / "newslint.toml", 'packs = ["house"]\nselect = ["style/words"]\n')
    write(tmp_path / "house/style/words.toml", PACK.format(safe="safe = true"))
    return tmp_path


def test_safe_fixes_are_made_and_said(desk):
    write(desk / "a.txt", "They met in order to vote.\n")
    code, out, err = newslint("check", "--fix", "a.txt", cwd=desk)
    assert (code, out) == (0, "")
    assert err == "newslint: 1 mend made in 1 of 1 article; nothing left\n"
    assert (desk / "a.txt").read_text() == "They met to vote.\n"


def test_suggestions_need_unsafe(desk):
    write(desk / "house/style/words.toml", PACK.format(safe=""))
    write(desk / "a.txt", "They met in order to vote.\n")
    assert newslint("check", "--fix", "a.txt", cwd=desk)[0] == 1
    assert newslint("check", "--fix", "--unsafe", "a.txt", cwd=desk)[0] == 0
    assert (desk / "a.txt").read_text() == "They met to vote.\n"


def test_quotations_are_never_touched(desk):
    text = "“We met in order to vote,” she said.\n"
    write(desk / "a.txt", text)
    newslint("check", "--fix", "--unsafe", "a.txt", cwd=desk)
    assert (desk / "a.txt").read_text() == text


def test_names_are_mended_by_hand_only(tmp_path):
    text = "Taras Brandtner spoke. Brandtner said yes. Brandtner left. Brantdner returned.\n"
    write(tmp_path / "a.txt", text)
    code, _, _ = newslint("check", "--fix", "--unsafe", "--select", "names", "a.txt", cwd=tmp_path)
    assert code == 1
    assert (tmp_path / "a.txt").read_text() == text


def test_diff_shows_and_changes_nothing(desk):
    write(desk / "a.txt", "They met in order to vote.\n")
    code, out, _ = newslint("check", "--diff", "a.txt", cwd=desk)
    assert code == 1
    assert "-They met in order to vote.\n+They met to vote.\n" in out
    assert (desk / "a.txt").read_text() == "They met in order to vote.\n"


def test_standard_input_is_mended_to_standard_output(desk):
    code, out, _ = newslint("check", "--fix", "--stdin-filename", "a.txt", "-", cwd=desk, stdin=b"In order to win.\r\n")
    assert (code, out) == (0, "To win.\r\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_mode_encoding_and_line_ends_are_kept(desk, encoding, end):
    text = f"They met in order to vote – café.{end}{end}It is so.{end}"
    (desk / "a.txt").write_bytes(text.encode(encoding))
    os.chmod(desk / "a.txt", 0o640)
    newslint("check", "--fix", "a.txt", cwd=desk)
    assert (desk / "a.txt").read_bytes() == text.replace("in order to", "to").encode(encoding)
    assert stat.S_IMODE((desk / "a.txt").stat().st_mode) == 0o640


def test_a_symbolic_link_stays_one(desk):
    write(desk / "a.txt", "They met in order to vote.\n")
    (desk / "link.txt").symlink_to("a.txt")
    newslint("check", "--fix", "link.txt", cwd=desk)
    assert (desk / "link.txt").is_symlink()
    assert (desk / "a.txt").read_text() == "They met to vote.\n"


def located(start, end, replacement, safety=Safety.SAFE, alternatives=()):
    place = Lines("").place(Span(0, 0))
    return Located(
        "a", "r/r", Severity.INFO, "", place, (), Fix((Edit(Span(start, end), replacement),), safety, alternatives)
    )


@pytest.mark.parametrize(
    ("safety", "alternatives", "safe", "unsafe"),
    [
        (Safety.SAFE, (), True, True),
        (Safety.SUGGESTION, (), False, True),
        (Safety.SUGGESTION, ("other",), False, False),
        (Safety.BY_HAND, (), False, False),
    ],
)
def test_what_a_program_may_apply(safety, alternatives, safe, unsafe):
    fix = located(0, 1, "x", safety, alternatives).fix
    assert (applicable(fix, unsafe=False), applicable(fix, unsafe=True)) == (safe, unsafe)


def test_of_overlapping_fixes_the_first_counts_and_the_next_round_sees_its_result():
    rounds = []

    def check(text):
        rounds.append(text)
        return [located(0, 3, "x"), located(2, 5, "y")] if len(rounds) == 1 else []

    assert fix_text("abcdef", check).text == "xdef"
    assert rounds == ["abcdef", "xdef"]


edits = st.builds(
    lambda start, length, words: Edit(Span(start, start + length), words),
    st.integers(0, 20),
    st.integers(0, 6),
    st.text("xyz", max_size=3),
)


@given(st.text("abc", min_size=26, max_size=30), st.lists(edits, max_size=6))
def test_edits_leave_all_other_text_alone(text, rows):
    rest = "".join(char for at, char in enumerate(text) if not any(row.span.start <= at < row.span.end for row in rows))
    mended = apply_edits(text, rows)
    kept = iter(mended)
    assert all(char in kept for char in rest)


def test_a_fix_that_makes_the_copy_unreadable_is_left_and_the_others_are_made(tmp_path):
    hidden = "<\x1e!-- newslint: off none/such -->"
    write(tmp_path / "a.md", f"They met to vote on the the plan.\n\n{hidden}\n\nIt was late when they left.\n")
    code, _, err = newslint("check", "--no-config", "--fix", "a.md", cwd=tmp_path)
    assert (code, err) == (1, "newslint: 1 mend made in 1 of 1 article; 2 findings left\n")
    assert (tmp_path / "a.md").read_text() == (
        f"They met to vote on the plan.\n\n{hidden}\n\nIt was late when they left.\n"
    )
