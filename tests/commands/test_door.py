"""Whatever goes wrong is one line on standard error and exit 2, with all that was found printed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import QUIET, TWICE, newslint, write

from newslint.commands import check, cli
from newslint.run.run import Run

unix = pytest.mark.skipif(os.name == "nt", reason="no such thing on Windows")
COMMAND = [sys.executable, "-m", "newslint", "check", "--no-config"]


def shell(line, cwd):
    """Run ``newslint check`` as $N in a shell."""
    env = {**os.environ, "N": " ".join(COMMAND)}
    return subprocess.run(["bash", "-c", line], cwd=cwd, env=env, capture_output=True, text=True, check=False)


def one_line(done):
    assert done.returncode == 2, done
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("newslint: ")
    return lines[0]


@unix
def test_a_full_device_is_said(tmp_path):
    write(tmp_path / "a.txt", TWICE)
    assert "No space left on device" in one_line(shell("$N a.txt >/dev/full", tmp_path))


@unix
def test_a_closed_output_is_said(tmp_path):
    write(tmp_path / "a.txt", TWICE)
    assert "standard output: is closed" in one_line(shell("$N a.txt >&-", tmp_path))
    assert "standard input: is closed" in one_line(shell("$N - <&-", tmp_path))
    assert shell("$N a.txt 2>&-", tmp_path).returncode == 1


@unix
def test_a_working_folder_that_is_gone_is_said(tmp_path):
    (tmp_path / "gone").mkdir()
    write(tmp_path / "a.txt", TWICE)
    done = shell("rmdir ../gone; $N a.txt", tmp_path / "gone")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@unix
@pytest.mark.parametrize("handles", [6, 8, 10, 14])
def test_few_open_files_are_no_traceback(tmp_path, handles):
    for number in range(12):
        write(tmp_path / f"{number}.txt", TWICE)

    resource = pytest.importorskip("resource")

    def limit():
        resource.setrlimit(resource.RLIMIT_NOFILE, (handles, handles))

    done = subprocess.run(
        [*COMMAND, "--jobs", "2", "."], cwd=tmp_path, capture_output=True, text=True, check=False, preexec_fn=limit
    )
    assert "Traceback (most recent" not in done.stderr or "newslint" not in done.stderr  # Python itself may not start
    assert done.returncode in (1, 2)


@unix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read anything")
def test_what_may_not_be_read_is_said_and_the_others_reported(tmp_path):
    write(tmp_path / "a.txt", TWICE)
    write(tmp_path / "shut/b.txt", TWICE)
    os.chmod(tmp_path / "shut", 0)
    code, out, err = newslint("check", ".", cwd=tmp_path)
    os.chmod(tmp_path / "shut", 0o755)
    assert (code, err.count("\n")) == (2, 1)
    assert "a.txt:1:27" in out


def fails(*_, **__):
    raise ZeroDivisionError("somewhere deep")


def run_here(capsys, *arguments):
    code = cli.main(["check", "--no-config", *map(str, arguments)])
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    return code, captured.out, captured.err


def test_a_file_on_which_newslint_fails_costs_that_file(tmp_path, monkeypatch, capsys):
    bad, good = write(tmp_path / "bad.txt", TWICE), write(tmp_path / "good.txt", TWICE)
    real = Run.check_articles

    def check(self, path, *rest):
        return (fails if path == bad else real)(self, path, *rest)

    monkeypatch.setattr(Run, "check_articles", check)
    code, out, err = run_here(capsys, bad, good)
    assert (code, err.count("\n")) == (2, 1)
    assert "bad.txt: newslint failed here (ZeroDivisionError: somewhere deep)" in err
    assert "please tell https://" in err
    assert "good.txt:1:27" in out


@pytest.mark.parametrize("step", ["compared", "Run.rules_of", "Run.with_proof", "Run.finished"])
def test_a_later_step_that_fails_loses_no_finding(tmp_path, monkeypatch, capsys, step):
    path = write(tmp_path / "a.txt", TWICE)
    monkeypatch.setattr(f"newslint.run.run.{step}", fails)
    code, out, err = run_here(capsys, path, "--format", "text", "--format", f"html:{tmp_path / 'page.html'}")
    assert code == 2
    assert "a.txt:1:27" in out
    assert "newslint failed here" in err


def test_a_format_that_fails_takes_no_other_with_it(tmp_path, monkeypatch, capsys):
    path = write(tmp_path / "a.txt", TWICE)
    import newslint.reporters.sarif

    monkeypatch.setattr(newslint.reporters.sarif, "render", fails)
    code, out, err = run_here(
        capsys,
        path,
        "--format",
        f"sarif:{tmp_path / 'a.sarif'}",
        "--format",
        "text",
        "--format",
        f"junit:{tmp_path / 'a.xml'}",
    )
    assert (code, err.count("\n")) == (2, 1)
    assert "--format sarif: newslint failed here" in err
    assert "a.txt:1:27" in out
    assert (tmp_path / "a.xml").exists()


def test_the_unforeseen_is_a_line_with_a_place_to_tell_it(monkeypatch, capsys):
    monkeypatch.setattr(check, "run", fails)
    code, _, err = run_here(capsys, "a.txt")
    assert code == 2
    assert err.startswith("newslint: newslint failed here (ZeroDivisionError: somewhere deep); that is our mistake")


def test_a_developer_may_see_where_it_failed(monkeypatch):
    monkeypatch.setattr(check, "run", fails)
    monkeypatch.setenv("NEWSLINT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        cli.main(["check", "a.txt"])


PLUGIN = {
    "evil.py": "import pathlib; pathlib.Path(__file__).with_name('ran').touch()\ndef newslint_rules(): return ()\n",
    "evil-1.dist-info/entry_points.txt": "[newslint]\nevil = evil\n",
    "yaml.py": "import pathlib; pathlib.Path(__file__).with_name('ran').touch()\n",
    "rapidfuzz.py": "import pathlib; pathlib.Path(__file__).with_name('ran').touch()\n",
}


@pytest.mark.parametrize("path", ["", os.pathsep, f"{os.pathsep}/nowhere", f"/nowhere{os.pathsep}{os.pathsep}/else"])
@pytest.mark.parametrize("by", ["module", "script"])
def test_nothing_is_imported_from_the_folder_of_the_copy(tmp_path, path, by):
    for name, text in PLUGIN.items():
        write(tmp_path / name, text)
    write(tmp_path / "a.md", "---\ntitle: A\n---\n\n" + QUIET)
    script = Path(sys.executable).with_name("newslint")
    if by == "script" and not script.exists():
        pytest.skip("newslint is not installed as a command")
    command = [sys.executable, "-m", "newslint"] if by == "module" else [script]
    done = subprocess.run(
        [*command, "check", "a.md"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert not (tmp_path / "ran").exists()


@unix
def test_a_revision_that_is_an_option_is_refused(tmp_path):
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    write(tmp_path / "a.txt", TWICE)
    code, _, err = newslint("check", f"--since=--output={tmp_path}/made", ".", cwd=tmp_path)
    assert (code, err.count("\n")) == (2, 1)
    assert "is no revision" in err
    assert not (tmp_path / "made").exists()


def test_a_lone_hook_entry_ends_the_options():
    root = Path(__file__).parents[2]
    yaml = pytest.importorskip("yaml")
    for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text()):
        assert hook["entry"].split()[-1] == "--"
