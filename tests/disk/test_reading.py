"""Only regular files are read, and only so much of them."""

import os
import time
from pathlib import Path

import pytest
from command import write

from newslint.disk.reading import inside, read_file, read_text
from newslint.model.errors import NewslintError

PROC = Path("/proc/self/status")


def refused(path, most=1000):
    with pytest.raises(NewslintError) as error:
        read_file(path, most, option="--max-size")
    assert "\n" not in str(error.value)
    assert path.as_posix() in str(error.value)
    return error.value.message


def test_a_file_is_read_to_its_limit(tmp_path):
    assert read_file(write(tmp_path / "a", "x" * 1000), 1000) == b"x" * 1000
    assert "larger than the limit of 0.001 MB; --max-size raises it" in refused(write(tmp_path / "b", "x" * 1001))
    assert read_file(write(tmp_path / "empty", "")) == b""


@pytest.mark.skipif(not PROC.exists(), reason="needs /proc")
def test_a_file_that_hides_its_size_is_read_to_the_limit_too():
    assert read_file(PROC, 100_000).startswith(b"Name:")
    assert "larger" in refused(PROC, 10)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes_and_devices_are_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    began = time.perf_counter()
    assert "a pipe or a device" in refused(tmp_path / "pipe")
    assert "a pipe or a device" in refused(tmp_path / "zero")
    assert time.perf_counter() - began < 1


@pytest.mark.skipif(os.name == "nt", reason="Windows says other words")
def test_what_cannot_be_opened_is_said(tmp_path):
    assert "folder" in refused(tmp_path)
    assert "No such file" in refused(tmp_path / "missing")
    assert "null byte" in refused(tmp_path / "a\0b")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_inside_follows_links(tmp_path):
    write(tmp_path / "desk/a.txt", "")
    (tmp_path / "desk/out").symlink_to(tmp_path)
    (tmp_path / "desk/round").symlink_to("round")
    assert inside(tmp_path / "desk/a.txt", tmp_path / "desk")
    assert not inside(tmp_path / "desk/out/b.txt", tmp_path / "desk")
    assert not inside(tmp_path / "desk/../b.txt", tmp_path / "desk")
    assert not inside(tmp_path / "desk/round", tmp_path / "elsewhere")


def test_text_is_utf_8(tmp_path):
    (tmp_path / "a").write_bytes(b"caf\xe9")
    with pytest.raises(NewslintError, match="not UTF-8: byte 4"):
        read_text(tmp_path / "a")


def test_no_handle_stays_open(tmp_path):
    def free():
        handle = os.dup(0)
        os.close(handle)
        return handle

    path, before = write(tmp_path / "a", "x"), free()
    for _ in range(20):
        read_file(path)
        refused(tmp_path)
    assert free() == before
