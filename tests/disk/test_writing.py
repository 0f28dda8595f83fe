"""Files are replaced whole or not at all, and nothing of the old one is lost."""

import errno
import os
import signal
import subprocess
import sys
import tempfile
import time

import pytest
from command import write

from newslint.disk import writing
from newslint.disk.writing import clear_leftovers, replace_file
from newslint.model.errors import NewslintError

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
needs_kill = pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 on Windows")
root_may = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_a_new_file_gets_the_usual_rights_and_an_old_one_keeps_its_own(tmp_path):
    replace_file(tmp_path / "new", b"new")
    os.chmod(write(tmp_path / "old", "old"), 0o640)
    replace_file(tmp_path / "old", b"new")
    plain = write(tmp_path / "plain", "")
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode
    assert (tmp_path / "old").read_bytes() == b"new"
    if os.name != "nt":
        assert (tmp_path / "old").stat().st_mode & 0o777 == 0o640


def test_what_somebody_saved_meanwhile_stays(tmp_path):
    path = write(tmp_path / "a.txt", "read")
    path.write_text("saved by an editor")
    with pytest.raises(NewslintError, match=r"a\.txt: was saved by somebody else meanwhile.*left as it was"):
        replace_file(path, b"mended", read=b"read")
    assert path.read_text() == "saved by an editor"
    path.unlink()
    with pytest.raises(NewslintError, match="was deleted"):
        replace_file(path, b"mended", read=b"read")
    assert names(tmp_path) == []


@needs_links
def test_a_file_with_two_names_is_refused(tmp_path):
    path = write(tmp_path / "a.txt", "old")
    os.link(path, tmp_path / "b.txt")
    with pytest.raises(NewslintError, match="hard link"):
        replace_file(path, b"new")
    assert path.read_text() == (tmp_path / "b.txt").read_text() == "old"
    assert path.stat().st_nlink == 2


def test_a_read_only_file_is_refused(tmp_path):
    path = write(tmp_path / "a.txt", "old")
    path.chmod(0o444)
    with pytest.raises(NewslintError, match="read-only"):
        replace_file(path, b"new")
    assert path.read_text() == "old"
    path.chmod(0o644)


@needs_links
def test_a_link_is_written_through_only_inside_its_folder(tmp_path):
    outside = write(tmp_path / "outside.txt", "outside")
    inner = write(tmp_path / "desk/inner.txt", "old")
    (tmp_path / "desk/out").symlink_to(outside)
    (tmp_path / "desk/in").symlink_to("inner.txt")
    replace_file(tmp_path / "desk/in", b"new")
    assert (tmp_path / "desk/in").is_symlink()
    assert inner.read_text() == "new"
    with pytest.raises(NewslintError, match="leads out of its folder"):
        replace_file(tmp_path / "desk/out", b"new")
    assert outside.read_text() == "outside"


@root_may
def test_the_owner_is_kept_or_the_file_left_alone(tmp_path, monkeypatch):
    path = write(tmp_path / "a.txt", "old")
    os.chown(path, 1234, 2345)
    replace_file(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 2345)

    def forbidden(*_):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "chown", forbidden)
    with pytest.raises(NewslintError, match="belongs to somebody else"):
        replace_file(path, b"newer")
    assert path.read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes here")
def test_extended_attributes_are_kept(tmp_path):
    path = write(tmp_path / "a.txt", "old")
    try:
        os.setxattr(path, "user.desk", b"city")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    replace_file(path, b"new")
    assert os.getxattr(path, "user.desk") == b"city"


@pytest.mark.parametrize("times", [1, 3])
def test_a_rename_is_tried_again_where_somebody_may_hold_the_file_for_a_moment(tmp_path, monkeypatch, times):
    real, tried = os.replace, []

    def held(old, new):
        tried.append(new)
        if len(tried) <= times:
            raise PermissionError(errno.EACCES, "Access is denied")
        real(old, new)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(writing, "_WAITS", (0.001, 0.001))
    path = write(tmp_path / "a.txt", "old")
    if times == 1:
        replace_file(path, b"new")
        assert path.read_text() == "new"
    else:
        with pytest.raises(NewslintError, match="Access is denied"):
            replace_file(path, b"new")
        assert path.read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.skipif(sys.platform != "darwin", reason="the attributes of a Mac")
def test_the_attributes_of_a_mac_are_kept(tmp_path):
    path = write(tmp_path / "a.txt", "old")
    subprocess.run(["xattr", "-w", "org.newslint.desk", "city", path], check=True)
    replace_file(path, b"new")
    done = subprocess.run(["xattr", "-p", "org.newslint.desk", path], check=True, capture_output=True)
    assert done.stdout == b"city\n"


def left_behind(folder, name=".a.txt.xyz.newslint", age=60.0):
    path = write(folder / name, "half")
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_what_a_killed_run_left_is_cleared_by_the_next(tmp_path):
    left_behind(tmp_path)
    write(tmp_path / ".other.newslint.txt", "somebody's own")
    replace_file(tmp_path / "a.txt", b"new")
    assert names(tmp_path) == [".other.newslint.txt", "a.txt"]


def test_what_a_living_run_holds_is_not_cleared(tmp_path):
    fcntl = pytest.importorskip("fcntl")
    held = left_behind(tmp_path)
    with open(held) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        clear_leftovers(tmp_path)
        assert held.exists()
    clear_leftovers(tmp_path)
    assert not held.exists()


class Full:
    """A file in which the first write or the closing flush finds the disk full."""

    def __init__(self, file, turn):
        self.file, self.turn = file, turn

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def write(self, data):
        if self.turn == 0:
            self.file.write(data[:1])
            raise OSError(errno.ENOSPC, "No space left on device")
        return self.file.write(data)

    def flush(self):
        if self.turn == 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.file.flush()

    def __getattr__(self, name):
        return getattr(self.file, name)


def faults(monkeypatch, call, turn, counted):
    """Make the call of this name fail on its turn, from 0."""

    def failing(real, error):
        def fail(*arguments, **options):
            counted.append(call)
            if len(counted) == turn + 1:
                raise error
            return real(*arguments, **options)

        return fail

    full = OSError(errno.ENOSPC, "No space left on device")
    if call == "memory":
        monkeypatch.setattr(os, "read", failing(os.read, MemoryError()))
    elif call == "write":
        counted += [call] * (turn + 1) if turn < 2 else []
        monkeypatch.setattr(writing, "open", lambda *a, **k: Full(open(*a, **k), turn), raising=False)  # noqa: SIM115
    elif call == "mkstemp":
        monkeypatch.setattr(tempfile, "mkstemp", failing(tempfile.mkstemp, full))
    elif call == "flock":
        fcntl = pytest.importorskip("fcntl")
        monkeypatch.setattr(fcntl, "flock", failing(fcntl.flock, OSError(errno.ENOLCK, "No locks available")))
    else:
        monkeypatch.setattr(os, call, failing(getattr(os, call), full))


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "chmod", "read", "mkstemp", "flock", "memory"])
@pytest.mark.parametrize("existing", [True, False], ids=["old file", "no file"])
def test_any_call_may_fail_and_the_old_file_stays(tmp_path, monkeypatch, call, existing):
    """SQLite's way: the first call of a kind fails, then the second, until a whole run goes through."""
    path = tmp_path / "a.txt"
    for turn in range(40):
        writing._cleared.clear()
        path.unlink(missing_ok=True)
        if existing:
            path.write_bytes(b"old")
        counted, said = [], []
        with monkeypatch.context() as patch:
            faults(patch, call, turn, counted)
            try:
                replace_file(path, b"new", read=b"old" if existing else None)
            except NewslintError as error:
                said.append(str(error))
        done = not said
        assert all(
            "\n" not in line and ("file is as it was" in line or "file is left as it was" in line or not existing)
            for line in said
        )
        assert (path.read_bytes() if path.exists() else None) == (b"new" if done else b"old" if existing else None)
        assert set(names(tmp_path)) <= {"a.txt"}
        if len(counted) <= turn:  # none was left to fail
            assert done
            return
    pytest.fail("never went through")


KILLED = """
import sys
from pathlib import Path
from newslint.disk.writing import replace_file
path = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for letter in b"ab":
        replace_file(path, bytes([letter]) * 300_000, read=path.read_bytes())
"""


def killed_writes(folder, tries):
    """Kill -9 a program that replaces one file for ever; after each kill the file is whole."""
    path = write(folder / "a.txt", "a" * 300_000)
    for number in range(tries):
        run = subprocess.Popen([sys.executable, "-c", KILLED, path], stdout=subprocess.PIPE)
        run.stdout.readline()
        time.sleep((number * 7919 % 100) / 2000)
        run.send_signal(signal.SIGKILL)
        run.communicate()
        data = path.read_bytes()
        assert (len(data), len(set(data))) == (300_000, 1)
    for left in folder.glob(".*.newslint"):
        os.utime(left, (0, 0))
    clear_leftovers(folder)
    assert names(folder) == ["a.txt"]


@needs_kill
def test_a_kill_at_any_moment_leaves_a_whole_file(tmp_path):
    killed_writes(tmp_path, int(os.environ.get("NEWSLINT_KILLS", "12")))
