"""Which files a run reads: all that were named, nothing that was not, and no trick of a folder stops the others."""

import os
import time

import pytest
from command import QUIET, TWICE, newslint, write

from newslint.run.files import find_files
from newslint.run.ignores import Ignores

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


def found(folder, *names):
    troubles = []
    files = find_files([str(folder / name) for name in names or ("",)], (".txt",), troubles)
    return [file.name for file in files], [trouble.replace(str(folder), "") for trouble in troubles]


@needs_links
def test_a_link_out_of_the_folder_is_told_and_not_read(tmp_path):
    write(tmp_path / "secret.txt", TWICE)
    write(tmp_path / "desk/a.txt", TWICE)
    (tmp_path / "desk/b.txt").symlink_to("../secret.txt")
    (tmp_path / "desk/c.txt").symlink_to("a.txt")
    (tmp_path / "desk/d.txt").symlink_to("d.txt")
    files, troubles = found(tmp_path / "desk")
    assert files == ["a.txt", "c.txt"]
    assert [line.split(",")[0] for line in troubles] == [
        "/b.txt: is a link that leads out of the folder",
        "/d.txt: is a link that leads nowhere; take it out",
    ]
    assert found(tmp_path / "desk", "b.txt") == (["b.txt"], [])


@needs_links
def test_the_command_says_so_and_reports_the_others(tmp_path):
    write(tmp_path / "secret.txt", TWICE)
    write(tmp_path / "desk/a.txt", TWICE)
    (tmp_path / "desk/b.txt").symlink_to("../secret.txt")
    code, out, err = newslint("check", ".", cwd=tmp_path / "desk")
    assert (code, out.count("\n"), err.count("\n")) == (2, 1, 1)
    assert err.startswith("newslint: b.txt: is a link that leads out of the folder, and is not read")


@needs_pipes
def test_a_pipe_among_the_articles_holds_nobody_up(tmp_path):
    write(tmp_path / "a.txt", QUIET)
    os.mkfifo(tmp_path / "b.txt")
    assert found(tmp_path) == (["a.txt"], ["/b.txt: is a pipe or a device, and is not read"])


@pytest.mark.parametrize("line", ["[z-a]", "x" * 2000, "**/a/**/b/**/c/**/d"])
def test_a_line_that_is_no_pattern_leaves_nothing_out(tmp_path, line):
    write(tmp_path / "a.txt", QUIET)
    write(tmp_path / "b.txt", QUIET)
    write(tmp_path / ".gitignore", f"b.txt\n{line}\n")
    files, (trouble,) = found(tmp_path)
    assert files == ["a.txt"]
    assert trouble.startswith("/.gitignore: line 2 leaves nothing out: ")


@needs_pipes
def test_a_gitignore_that_is_no_file_is_told(tmp_path):
    write(tmp_path / "a.txt", QUIET)
    os.mkfifo(tmp_path / ".gitignore")
    assert found(tmp_path)[0] == ["a.txt"]
    assert "pipe" in found(tmp_path)[1][0]


@pytest.mark.parametrize(
    "pattern", ["*a*a*a*a*a*a*b", "*a****a*ab", "*?*?*?*?*?*?*b", "*[ab]*a?*a*a*a*b", "*a*a/*a*a*a/*b*c*d*e"]
)
def test_no_pattern_takes_its_time(tmp_path, pattern):
    write(tmp_path / ".gitignore", pattern + "\n")
    ignores = Ignores(tmp_path, lambda *_: None)
    ignores.enter(tmp_path)
    began = time.perf_counter()
    for name in ("a" * 250, "a/" * 120 + "c", "/".join(["a" * 250] * 3)):
        assert not ignores.hit(tmp_path / name)
    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize(
    ("pattern", "name", "wanted"),
    [
        ("a*b*c", "a_b_b_c", True),
        ("a*b*c", "a_b_b_d", False),
        ("*x*y*", "..xx.y.", True),
        ("*[ab]*?z", "qqb1z", True),
        ("*.min.*", "site.min.js", True),
        ("draft-*/*.t*t", "draft-1/a.txt", True),
        ("draft-*/*.t*t", "draft-1/deep/a.txt", False),
    ],
)
def test_asterisks_mean_what_they_meant(tmp_path, pattern, name, wanted):
    write(tmp_path / ".gitignore", pattern + "\n")
    ignores = Ignores(tmp_path, lambda *_: None)
    ignores.enter(tmp_path)
    assert ignores.hit(tmp_path / name) is wanted
