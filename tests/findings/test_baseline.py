"""The baseline: only what is new is reported, whatever else moves in the file."""

import json

import pytest
from command import QUIET, TWICE, newslint, rows, write

from newslint.findings.baseline import save_baseline
from newslint.model.errors import NewslintError

FILE = ".newslint-baseline.jsonl"


@pytest.fixture
def desk(tmp_path):
    write(tmp_path / "a.txt", TWICE)
    code, out, _ = newslint("baseline", ".", cwd=tmp_path)
    assert (code, out) == (0, f'{FILE}: 1 finding in 1 file\nnewslint.toml: baseline = "{FILE}"\n')
    return tmp_path


def test_known_findings_are_silent_and_new_ones_are_not(desk):
    assert newslint("check", ".", cwd=desk) == (0, "", "")
    write(desk / "a.txt", TWICE + "\nThe the bridge is old.\n")
    assert [row["line"] for row in rows(".", cwd=desk)] == [5]
    assert len(rows("--no-baseline", ".", cwd=desk)) == 2


def test_entries_survive_edits_elsewhere(desk):
    write(desk / "a.txt", "A first paragraph.\n\n" + TWICE)
    assert rows(".", cwd=desk) == []


def test_a_second_slip_with_the_same_words_is_new(desk):
    first = TWICE.split("\n")[0]
    write(desk / "a.txt", TWICE + "\n" + first + "\n")
    lines = [row["line"] for row in rows("--select", "sentences/repeated-word", ".", cwd=desk)]
    assert lines == [5]


def test_lines_are_sorted_and_one_an_entry(desk):
    write(desk / "b.txt", TWICE)
    newslint("baseline", ".", cwd=desk)
    lines = (desk / FILE).read_text().splitlines()
    assert len(lines) == 2
    assert lines == sorted(lines)
    assert json.loads(lines[0])[:2] == ["a.txt", "sentences/repeated-word"]


def test_prune_takes_out_what_is_mended_and_adds_nothing(desk):
    write(desk / "a.txt", QUIET)
    write(desk / "b.txt", TWICE)
    assert newslint("baseline", "--prune", ".", cwd=desk)[0] == 0
    assert (desk / FILE).read_text() == ""


def test_prune_keeps_articles_that_it_did_not_read(desk):
    write(desk / "b.txt", QUIET)
    newslint("baseline", "--prune", "b.txt", cwd=desk)
    assert len((desk / FILE).read_text().splitlines()) == 1


def test_a_broken_line_is_named(desk):
    (desk / FILE).write_text('["a.txt"]\n')
    code, _, err = newslint("check", ".", cwd=desk)
    assert code == 2
    assert f"{FILE}:1: not a baseline entry" in err


def test_it_is_found_from_any_folder(desk):
    (desk / "below").mkdir()
    assert newslint("check", "../a.txt", cwd=desk / "below") == (0, "", "")
    write(desk / "below/b.txt", TWICE)
    assert newslint("baseline", "b.txt", "../a.txt", cwd=desk / "below")[1].startswith(f"{desk / FILE}: 2 findings")
    assert newslint("check", "..", cwd=desk / "below") == (0, "", "")


def test_a_config_is_told_of_it_and_keeps_what_it_says(tmp_path):
    write(tmp_path / "newslint.toml", '# ours\nselect = ["sentences"]\n')
    write(tmp_path / "a.txt", TWICE)
    newslint("baseline", "--file", "lists/known.jsonl", ".", cwd=tmp_path)
    assert not (tmp_path / "lists").exists()
    newslint("baseline", "--file", "known.jsonl", ".", cwd=tmp_path)
    text = (tmp_path / "newslint.toml").read_text()
    assert text == 'baseline = "known.jsonl"\n# ours\nselect = ["sentences"]\n'
    assert newslint("check", ".", cwd=tmp_path) == (0, "", "")


def test_the_config_may_name_it(tmp_path):
    write(tmp_path / "newslint.toml", 'baseline = "known.jsonl"\n')
    write(tmp_path / "a.txt", TWICE)
    newslint("baseline", ".", "--file", "known.jsonl", cwd=tmp_path)
    assert rows(".", cwd=tmp_path) == []


@pytest.mark.parametrize(
    "line", ["[" * 100_000, '["a.txt", "r/r", "words", Infinity]', '["a.txt", "r/r", 1, 0]', '{"a": 1}', "[1e999]"]
)
def test_a_line_that_is_no_entry_is_named(tmp_path, line):
    write(tmp_path / "a.txt", TWICE)
    write(tmp_path / ".newslint-baseline.jsonl", f"\n{line}\n")
    code, _, err = newslint("check", "a.txt", cwd=tmp_path)
    assert (code, err.count("\n")) == (2, 1)
    assert ".newslint-baseline.jsonl:2: not a baseline entry" in err


def test_what_somebody_else_wrote_meanwhile_stays(tmp_path):
    path = write(tmp_path / "base.jsonl", "theirs\n")
    with pytest.raises(NewslintError, match="saved by somebody else"):
        save_baseline(path, [], b"ours\n")
    assert path.read_text() == "theirs\n"
