"""Files replaced whole or not at all, and nothing of the old one lost."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from pathlib import Path

from newslint.disk.reading import MOST, inside, read_file
from newslint.model.errors import NewslintError

_SUFFIX = ".newslint"  # of temporary files: .NAME.xxxxxxxx.newslint
# Seconds. A temporary file is locked at once after it is made; a younger one may be just about to be.
_JUST_MADE = 2.0
# Seconds between two tries to rename: on Windows a virus scanner may hold either file for a moment.
_WAITS = (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()
_cleared: set[str] = set()


class RefusedError(Exception):
    """Why a file is left as it is; the message ends a line that names it."""


def replace_file(
    path: Path, data: bytes, *, read: bytes | None = None, folder: Path | None = None, lasting: bool = True
) -> None:
    """Put ``data`` in place of a file, so that at any moment the old or the new file is whole.

    Keeps owner, mode and extended attributes; writes through a symbolic link that stays in ``folder`` (the one that
    was named; the file's own if None). ``read``: what the caller read there; another content is left as it is.
    ``lasting``: the new file has to survive a power cut.
    Raises NewslintError, with the old file as it was.
    """
    try:
        target = _target(path, folder or path.parent)
        old = _kept(target)
        _clear(target.parent)
        _replace(target, data, old, read, lasting)
    except RefusedError as why:
        raise NewslintError(path.as_posix(), f"{why}; the file is left as it was") from None
    except (OSError, ValueError, MemoryError) as error:
        said = getattr(error, "strerror", None) or str(error) or "not enough memory"
        rest = "; the old file is as it was" if os.path.lexists(path) else ""
        raise NewslintError(path.as_posix(), f"cannot be written ({said}){rest}") from None


def _target(path: Path, folder: Path) -> Path:
    """The file itself, behind a link."""
    if not path.is_symlink():
        return path.parent.resolve() / path.name
    target = path.resolve()
    if not inside(target, folder):
        raise RefusedError(f"is a link that leads out of its folder, to {target}; name that file to have it written")
    return target


def _kept(target: Path) -> os.stat_result | None:
    """What is known of the old file, if there is one that may be replaced."""
    try:
        old = target.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(old.st_mode):
        raise RefusedError("is no regular file")
    if old.st_nlink > 1:
        raise RefusedError("has another name (a hard link), which would keep the old text; write it by hand")
    if not old.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise RefusedError("is read-only; make it writable first")
    return old


def _replace(target: Path, data: bytes, old: os.stat_result | None, read: bytes | None, lasting: bool) -> None:
    handle, temporary = _new_file(target)
    try:
        with open(handle, "wb") as file:  # closing it gives the lock back: not before the file has its name
            file.write(data)
            file.flush()
            if old is not None:
                _take_over(target, temporary, old)
            else:
                os.chmod(temporary, 0o666 & ~_umask())
            if lasting:
                _flush(file.fileno())
            if os.name == "nt":  # an open file cannot be renamed there
                file.close()
            if read is not None:
                _unchanged(target, read)
            _rename(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    if lasting:
        _sync(target.parent)


def _new_file(target: Path) -> tuple[int, str]:
    """(descriptor, path) of a temporary file beside the target, locked where the system has locks."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    for _ in range(10):
        # As ``tempfile.mkstemp`` makes it; importing that takes longer than the file.
        temporary = os.path.join(target.parent, f".{target.name[:150]}.{os.urandom(4).hex()}{_SUFFIX}")
        try:
            handle = os.open(temporary, flags, 0o600)
        except FileExistsError:
            continue
        try:
            if _lock(handle) and os.path.exists(temporary):
                return handle, temporary
        except BaseException:
            os.close(handle)
            os.unlink(temporary)
            raise
        os.close(handle)  # another run took it for one that was left behind
    raise RefusedError("cannot be written: temporary files vanish there")


def _lock(handle: int) -> bool:
    """Whether this process now holds a file alone."""
    try:
        import fcntl
    except ImportError:  # Windows, where nobody else can delete an open file anyway
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True


def _take_over(target: Path, temporary: str, old: os.stat_result) -> None:
    """Give the new file the owner, the mode and the extended attributes of the old one."""
    if hasattr(os, "chown"):
        new = os.stat(temporary)
        if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
            try:
                os.chown(temporary, old.st_uid, old.st_gid)
            except PermissionError:
                raise RefusedError("belongs to somebody else, which cannot be kept; let its owner run this") from None
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                with contextlib.suppress(OSError):
                    os.setxattr(temporary, name, os.getxattr(target, name))
    if sys.platform == "darwin":  # Finder's tags and the like
        import ctypes

        access_lists_and_attributes = 1 | 4  # COPYFILE_ACL | COPYFILE_XATTR
        copyfile = ctypes.CDLL(None).copyfile
        copyfile(os.fsencode(target), os.fsencode(temporary), None, access_lists_and_attributes)
    os.chmod(temporary, stat.S_IMODE(old.st_mode))


def _flush(handle: int) -> None:
    """Have a file's bytes reach the disk itself; a Mac's fsync only hands them to the disk, which may keep them."""
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):  # a file system that cannot
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _rename(temporary: str, target: Path) -> None:
    """Put the new file in the old one's place."""
    for wait in _WAITS:
        try:
            os.replace(temporary, target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    os.replace(temporary, target)


def _unchanged(target: Path, read: bytes) -> None:
    """Raise RefusedError if somebody has saved the file since it was read."""
    try:
        now = read_file(target, max(MOST, len(read)))
    except NewslintError:
        raise RefusedError("was deleted or made something else meanwhile") from None
    if now != read:
        raise RefusedError("was saved by somebody else meanwhile; run newslint again")


def _sync(folder: Path) -> None:
    """Let the new name last over a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear(folder: Path) -> None:
    """Remove what killed runs left in a folder; once a process and folder."""
    if (name := str(folder)) not in _cleared:
        _cleared.add(name)
        clear_leftovers(folder)


def clear_leftovers(folder: Path) -> None:
    """Remove the temporary files that no living run holds."""
    try:
        with os.scandir(folder) as entries:
            left = [e.path for e in entries if e.name.startswith(".") and e.name.endswith(_SUFFIX)]
    except OSError:
        return
    for path in left:
        with contextlib.suppress(OSError):
            found = os.lstat(path)
            if not stat.S_ISREG(found.st_mode) or time.time() - found.st_mtime < _JUST_MADE:
                continue
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
            try:
                free = _lock(handle)
                if free and os.name != "nt":
                    os.unlink(path)
            finally:
                os.close(handle)
            if free and os.name == "nt":
                os.unlink(path)


def _umask() -> int:
    """The permissions that new files do not get; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
