"""The command line: exit codes, what goes where, and one clear line for whatever is wrong."""

import json
import os
import subprocess
import sys

import pytest
from command import QUIET, TWICE, newslint, rows, write

from newslint.version import VERSION


def test_findings_exit_1_and_clean_copy_exits_0(tmp_path):
    write(tmp_path / "bad.txt", TWICE)
    write(tmp_path / "good.txt", QUIET)
    assert newslint("check", "bad.txt", cwd=tmp_path)[0] == 1
    assert newslint("check", "good.txt", cwd=tmp_path) == (0, "", "")
    assert newslint("check", "--exit-zero", "bad.txt", cwd=tmp_path)[0] == 0


def test_hints_are_marked_fail_nothing_and_are_hidden_on_request(tmp_path):
    write(tmp_path / "bad.txt", TWICE)
    write(tmp_path / "newslint.toml", '[severity]\n"sentences/repeated-word" = "info"\n')
    code, out, _ = newslint("check", "bad.txt", cwd=tmp_path)
    assert (code, out[:52]) == (0, "bad.txt:1:27: sentences/repeated-word (info) “to” st")
    assert newslint("check", "--show", "warning", "bad.txt", cwd=tmp_path) == (0, "", "")
    assert newslint("check", "--show", "warning", "--fail-on", "info", "bad.txt", cwd=tmp_path) == (1, out, "")


def test_text_names_path_line_column_rule_and_message(tmp_path):
    write(tmp_path / "bad.txt", TWICE)
    _, out, _ = newslint("check", "bad.txt", cwd=tmp_path)
    assert out.startswith("bad.txt:1:27: sentences/repeated-word ")


def test_check_is_the_default_command(tmp_path):
    write(tmp_path / "bad.txt", TWICE)
    assert newslint("bad.txt", cwd=tmp_path) == newslint("check", "bad.txt", cwd=tmp_path)


def test_full_shows_the_line_with_the_mark_under_it(tmp_path):
    write(tmp_path / "bad.txt", TWICE)
    _, out, _ = newslint("check", "--format", "full", "bad.txt", cwd=tmp_path)
    line, mark = out.splitlines()[1:3]
    assert line[mark.index("^") : mark.rindex("^") + 1].startswith("to")
    assert "\x1b" not in out


def test_standard_input_is_read_under_the_name_given():
    copy = b"# Title\n\nThey met to to vote.\n"
    code, out, _ = newslint("check", "--no-config", "--stdin-filename", "desk/a.md", "-", stdin=copy)
    assert code == 1
    assert out.startswith("desk/a.md:3:")


def test_jsonl_rows_have_the_documented_fields(tmp_path):
    write(tmp_path / "bad.txt", TWICE)
    (row,) = rows("bad.txt", cwd=tmp_path)
    assert list(row) == [
        *["path", "rule", "severity", "message", "start", "end", "line", "column", "end_line", "end_column"],
        *["related", "fix"],
    ]
    assert TWICE[row["start"] : row["end"]].startswith("to")


def test_json_is_one_array_of_the_same_rows(tmp_path):
    write(tmp_path / "bad.txt", TWICE)
    _, out, _ = newslint("check", "--format", "json", "bad.txt", cwd=tmp_path)
    assert json.loads(out) == rows("bad.txt", cwd=tmp_path)


def test_select_and_ignore_take_prefixes(tmp_path):
    write(tmp_path / "bad.txt", TWICE)
    assert rows("--select", "names,facts", "bad.txt", cwd=tmp_path) == []
    assert rows("--ignore", "sentences", "bad.txt", cwd=tmp_path) == []
    assert len(rows("--select", "sentences/repeated-word", "bad.txt", cwd=tmp_path)) == 1


def test_a_folder_gives_its_articles_but_not_ignored_or_hidden_ones(tmp_path):
    for name in ("a.txt", "b/c.md", "b/d.html", "e.py", "drafts/f.txt", ".hidden/g.txt", "b/skip.txt"):
        write(tmp_path / name, TWICE)
    write(tmp_path / ".gitignore", "drafts/\n")
    write(tmp_path / "b/.gitignore", "skip.*\n")
    assert [row["path"] for row in rows(".", cwd=tmp_path)] == ["a.txt", "b/c.md", "b/d.html"]
    assert [row["path"] for row in rows("drafts/f.txt", cwd=tmp_path)] == ["drafts/f.txt"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"caf\xe9", "--encoding"),
        (b"\x00\x01\x02", "binary"),
        (b"\xff\xfe\x00", "utf-16"),
    ],
)
def test_unreadable_file_is_named_with_the_mend_and_the_others_are_reported(tmp_path, data, said):
    (tmp_path / "broken.txt").write_bytes(data)
    write(tmp_path / "bad.txt", TWICE)
    code, out, err = newslint("check", "broken.txt", "bad.txt", cwd=tmp_path)
    assert code == 2
    assert "bad.txt:1:27:" in out
    assert err.startswith("newslint: broken.txt: ")
    assert said in err
    assert err.count("\n") == 1


def test_encoding_overrides(tmp_path):
    (tmp_path / "old.txt").write_bytes("The café café closed.\n".encode("windows-1252"))
    assert len(rows("--encoding", "windows-1252", "old.txt", cwd=tmp_path)) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.txt"], "nowhere.txt: no such file or folder"),
        (["--select", "name", "a.txt"], 'did you mean "names"?'),
        (["--format", "txt", "a.txt"], 'did you mean "text"?'),
        (["--config", "none.toml", "a.txt"], "none.toml: no such config file"),
        (["--date", "May", "a.txt"], "write it as 2024-05-31"),
        (["--encoding", "klingon", "a.txt"], "klingon"),
        (["--since", "HEAD", "a.txt"], "git says"),
        (["--baseline", "none.jsonl", "a.txt"], "none.jsonl"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path, arguments, said):
    write(tmp_path / "a.txt", QUIET)
    code, _, err = newslint("check", *arguments, cwd=tmp_path)
    assert code == 2
    assert said in err
    assert "Traceback" not in err
    assert err.count("\n") == 1


def test_rules_lists_every_rule_and_explain_shows_one():
    _, out, _ = newslint("rules", "--no-config")
    assert "names/inconsistent-spelling" in out
    code, page, _ = newslint("explain", "names/inconsistent-spelling", "--no-config")
    assert code == 0
    assert page.startswith("# names/inconsistent-spelling\n")
    assert "## Examples" in page
    assert newslint("explain", "names/inconsistent-speling")[0] == 2


def test_new_rule_passes_its_own_test(tmp_path):
    code, out, _ = newslint("new", "style/soon", "--folder", tmp_path)
    assert code == 0
    assert "not in use here: add packs" in out  # it lies elsewhere
    code, out, _ = newslint("test", tmp_path, cwd=tmp_path.parent)
    assert (code, out.splitlines()[0]) == (0, "1 rule, 3 examples, 0 failed")
    assert newslint("new", "style/soon", "--folder", tmp_path)[0] == 2


def test_new_python_rule_is_a_rule(tmp_path):
    from newslint.run.examples import check_contract, run_example

    assert newslint("new", "style/utterly", "--python", "--folder", tmp_path)[0] == 0
    namespace = {"__name__": "utterly"}
    exec(next(tmp_path.glob("newslint_*/style/utterly.py")).read_text(), namespace)
    rule = namespace["Utterly"](id="style/utterly")
    assert list(check_contract(rule)) == []
    assert [failure for example in rule.examples for failure in run_example(rule, example)] == []


def test_no_arguments_show_the_commands():
    code, out, _ = newslint()
    assert code == 2
    assert "commands" in out
    assert newslint("--version")[1].startswith("newslint ")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_closed_pipe_is_no_traceback(tmp_path):
    write(tmp_path / "bad.txt", TWICE * 500)
    command = f"{sys.executable} -m newslint.commands.cli check --format full bad.txt | head -1"
    run = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=False)
    assert run.stderr == b""


def test_what_waits_for_the_exit_is_done(tmp_path):
    write(tmp_path / "bad.txt", TWICE)
    program = "import atexit; from newslint.commands.cli import console; atexit.register(print, 'bye'); console()"
    run = subprocess.run(
        [sys.executable, "-c", program, "check", "bad.txt"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.splitlines()[0].startswith("bad.txt:1:27:")
    assert run.stdout.splitlines()[-1] == "bye"


def test_a_profiler_tells_what_it_saw(tmp_path):
    write(tmp_path / "good.txt", QUIET)
    command = [sys.executable, "-m", "cProfile", "-m", "newslint", "check", "good.txt"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "function calls" in run.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX names")
def test_odd_file_names(tmp_path):
    for name in ("a b.txt", "é.txt", "new\nline.txt", "-dash.txt"):
        write(tmp_path / name, TWICE)
    with open(os.fsencode(tmp_path) + b"/\xff.txt", "wb") as file:
        file.write(TWICE.encode())
    code, out, err = newslint("check", ".", cwd=tmp_path)
    assert (code, err) == (1, "")
    assert out.count("sentences/repeated-word") == 5


def test_a_mistyped_command_offers_the_nearest(tmp_path):
    code, out, err = newslint("chekc", cwd=tmp_path)
    assert (code, out, err) == (2, "", 'newslint: chekc: neither a command nor a file; did you mean "check"?\n')


def test_a_file_named_like_a_mistyped_command_is_read(tmp_path):
    write(tmp_path / "chekc", QUIET)
    assert newslint("chekc", cwd=tmp_path) == (0, "", "")


def test_a_mistyped_option_offers_the_nearest_in_one_line(tmp_path):
    code, _, err = newslint("check", "--statitics", ".", cwd=tmp_path)
    assert code == 2
    assert err == (
        'newslint check: no such option: --statitics; did you mean "--statistics"?; see newslint check --help\n'
    )


def test_explain_lists_a_family():
    code, out, _ = newslint("explain", "names", "--no-config")
    assert code == 0
    assert out.startswith("# names\n\n- `names/")
    assert "- `names/inconsistent-spelling` (warning): " in out


def test_rules_are_grouped_and_on_leaves_out_what_is_off():
    shown = newslint("rules", "--no-config")[1].splitlines()
    on = newslint("rules", "--no-config", "--on")[1].splitlines()
    assert shown[0] == on[0] == "boilerplate"
    assert any(" off " in line for line in shown)
    assert not any(" off " in line for line in on)


def test_statistics_sum_up_the_rules_that_found_nothing(tmp_path):
    write(tmp_path / "bad.txt", TWICE)
    rows = newslint("check", "--no-config", "--statistics", "bad.txt", cwd=tmp_path)[1].splitlines()
    assert [row.split()[0] for row in rows] == ["1", rows[1].split()[0], "1"]
    assert rows[1].startswith(" " * 8)
    assert rows[1].endswith("other rules")
    assert rows[2] == "1 finding in 1 file"


def test_version_names_python_and_plugins():
    lines = newslint("--version")[1].splitlines()
    assert lines[0] == f"newslint {VERSION} (Python {'.'.join(map(str, sys.version_info[:3]))})"
    assert "plugin standard" in lines


def test_what_is_wrong_with_all_files_is_said_once(tmp_path):
    write(tmp_path / "newslint.toml", 'packs = ["gone"]\n')
    for name in "abc":
        write(tmp_path / f"{name}.txt", TWICE)
    code, out, err = newslint("check", ".", cwd=tmp_path)
    assert (code, out) == (2, "")
    assert err.count("\n") == err.count("no such folder of rules") == 1


def test_an_option_that_is_like_none_gets_no_advice(tmp_path):
    assert newslint("check", "--rule", "x", cwd=tmp_path)[2] == (
        "newslint check: no such option: --rule; see newslint check --help\n"
    )
