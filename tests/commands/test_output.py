"""Where reports go: several formats in one run, files, and the format that CI asks for by itself."""

import json
import os
import stat

import pytest
from command import QUIET, TWICE, newslint, write

from newslint.reporters import standard_reporters


@pytest.fixture
def folder(tmp_path):
    write(tmp_path / "a.txt", TWICE)
    write(tmp_path / "newslint.toml", 'select = ["sentences"]\n')
    return tmp_path


def environment(**more):
    return {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"} | more


def test_inside_github_actions_findings_are_annotations_unless_a_format_is_asked_for(folder):
    def first(*arguments, **more):
        return newslint("check", *arguments, "a.txt", cwd=folder, env=environment(**more))[1]

    assert first().startswith("a.txt:1:")
    assert first(GITHUB_ACTIONS="true").startswith("::warning ")
    assert first("--format", "text", GITHUB_ACTIONS="true").startswith("a.txt:1:")


def test_several_formats_in_one_run(folder):
    formats = ("text", "sarif:out.sarif", "html:page: one.html", "junit:junit.xml")
    arguments = [part for name in formats for part in ("--format", name)]
    code, out, err = newslint("check", *arguments, "a.txt", cwd=folder)
    assert (code, out.count("\n"), err) == (1, 1, "")
    assert json.loads((folder / "out.sarif").read_text())["runs"][0]["results"]
    assert (folder / "page: one.html").read_text().startswith("<!doctype html>")
    assert (folder / "junit.xml").read_text().startswith("<?xml")
    assert sorted(os.listdir(folder)) == ["a.txt", "junit.xml", "newslint.toml", "out.sarif", "page: one.html"]


def test_output_file_takes_the_format_that_names_none(folder):
    code, out, _ = newslint(
        "check", "--format", "json", "--format", "sarif:b.sarif", "--output-file", "a.json", "a.txt", cwd=folder
    )
    assert (code, out) == (1, "")
    assert json.loads((folder / "a.json").read_text())[0]["path"] == "a.txt"
    assert newslint("check", "--output-file", "a.out", "a.txt", cwd=folder)[1] == ""
    assert (folder / "a.out").read_text().startswith("a.txt:1:")


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_output_file_is_replaced_whole_and_keeps_its_mode(folder):
    target = write(folder / "report.txt", "old")
    target.chmod(0o640)
    os.link(target, folder / "second name")
    newslint("check", "--output-file", "report.txt", "a.txt", cwd=folder)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert (folder / "second name").read_text() == "old"
    newslint("check", "--output-file", "fresh.txt", "a.txt", cwd=folder)
    assert stat.S_IMODE((folder / "fresh.txt").stat().st_mode) == stat.S_IMODE((folder / "a.txt").stat().st_mode)


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="no /dev/stdout")
def test_output_file_may_be_a_device(folder):
    assert newslint("check", "--output-file", "/dev/stdout", "a.txt", cwd=folder)[1].startswith("a.txt:1:")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "sarf"), "unknown format 'sarf'; did you mean \"sarif\"?"),
        (("--format", "text", "--format", "json"), "two reports to standard output"),
        (("--format", "text:a", "--format", "json:a"), "two reports to a"),
        (("--format", "text:a", "--output-file", "b"), "every format has a file of its own"),
        (("--output-file", "no/such/folder"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said(folder, arguments, said):
    code, _, err = newslint("check", *arguments, "a.txt", cwd=folder)
    assert code == 2
    assert said in err
    assert "Traceback" not in err


@pytest.mark.parametrize("name", [reporter.name for reporter in standard_reporters() if not reporter.render_bytes])
def test_every_format_works_on_the_command_line(folder, name):
    write(folder / "b.md", QUIET)
    write(folder / "broken.txt", "caf\udce9".encode("utf-8", "surrogateescape").decode("latin-1"))
    code, out, err = newslint("check", "--format", name, "a.txt", "b.md", cwd=folder)
    assert (code, err) == (1, "")
    assert "sentences" in out


def test_help_lists_the_formats():
    out = "".join(newslint("check", "--help")[1].split())  # lines are broken in names, too
    assert all(reporter.name in out for reporter in standard_reporters())
