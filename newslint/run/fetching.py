"""Packs of rules as they come: from a folder, a zip or a git repository, read as bytes and written nowhere.

Nothing that comes with a pack is trusted. It holds TOML rules and words about them; one with code in it is refused, as
are links, names that lead out, and more than a pack can need.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newslint.disk.reading import MOST_SETTINGS, read_file
from newslint.model.errors import NewslintError
from newslint.run.changed import git_program

MOST_FILES = 2_000
MOST_BYTES = 20_000_000  # of all files together
_DEEPEST = 8  # folders
_SECONDS = 120  # that git may take
_CODE = (
    ".bat .cmd .com .dll .dylib .exe .jar .js .mjs .pl .ps1 .pth .py .pyc .pyd .pyi .pyo .pyw .rb .sh .so .wasm .whl"
).split()
# Beside rules, what a pack says of itself.
_WORDS = re.compile(r"(?i)(readme|licen[cs]e|notice|copying|changelog|changes)(\.(md|txt|rst))?")
_PART = re.compile(r"[\w.+@ -]{1,100}")
# Hooks and the monitors of a repository are none of a pack's business.
_CAREFUL = (
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "gc.auto=0",
    "-c",
    "maintenance.auto=false",
)
_URL = re.compile(r"(https|ssh|file)://[^-]|[\w.-]+@[\w.-]+:")


class Source(NamedTuple):
    """Where a pack comes from. ``kind``: folder, zip or git; ``ref``: a branch, tag or commit, of git alone.

    ``folder``: the part of it that is the pack; empty for all of it.
    """

    kind: str
    place: str
    ref: str = ""
    folder: str = ""


class Fetched(NamedTuple):
    """A pack: its files by path, with ``/``, and the commit that they are of, where there is one."""

    files: dict[str, bytes]
    commit: str = ""

    @property
    def hash(self) -> str:
        return hash_of(self.files)


def hash_of(files: dict[str, bytes]) -> str:
    """``sha256:...`` of a pack: of its paths and bytes, whatever brought them."""
    whole = hashlib.sha256()
    for path, data in sorted(files.items()):
        whole.update(f"{len(path.encode())} {path} {len(data)}\n".encode() + data)
    return f"sha256:{whole.hexdigest()}"


def source_of(given: str, ref: str = "", folder: str = "") -> Source:
    """What is meant by a folder, a zip or a URL. Raises NewslintError for anything else."""
    folder = folder.strip("/")
    if folder:
        _check_path(given, folder)
    if _URL.match(given):
        return Source("git", given, ref, folder)
    path = Path(given)
    if path.is_dir() and ((path / ".git").exists() or (path / "HEAD").is_file()) and ref:
        return Source("git", path.resolve().as_uri(), ref, folder)
    if ref:
        raise NewslintError(given, "is no git repository, so it has no --ref; leave it out")
    if path.is_dir():
        return Source("folder", given, "", folder)
    if path.is_file() and zipfile.is_zipfile(path):
        return Source("zip", given, "", folder)
    raise NewslintError(given, "is neither a folder nor a zip nor the https, ssh or file URL of a git repository")


def fetched(source: Source) -> Fetched:
    """The pack of a source. Raises NewslintError, naming the source and the file at fault."""
    if source.kind == "git":
        with tempfile.TemporaryDirectory() as home:
            commit = _git_commit(source, Path(home))
            files = _taken(source, _in_git(source, Path(home), commit))
        return Fetched(files, commit)
    rows = _in_folder(source) if source.kind == "folder" else _in_zip(source)
    return Fetched(_taken(source, rows))


def folder_files(folder: Path) -> dict[str, bytes]:
    """The files of a pack that lies in a folder, by the same measure. Raises NewslintError."""
    source = Source("folder", str(folder))
    return _taken(source, _in_folder(source))


def _taken(source: Source, rows: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """The files of a pack, below its folder, checked: rules, and words about them; other files are left out."""
    files: dict[str, bytes] = {}
    size = 0
    for path, data in rows:
        size += len(data)
        if len(files) >= MOST_FILES or size > MOST_BYTES:
            raise NewslintError(
                source.place, f"is too large for a pack: over {MOST_FILES:,} files or {MOST_BYTES / 1e6:g} MB"
            )
        if path in files:
            raise NewslintError(source.place, f"holds {path} twice")
        files[path] = data
    if not any(path.endswith(".toml") for path in files):
        raise NewslintError(source.place, f"holds no TOML rules{' in ' + source.folder if source.folder else ''}")
    return files


def _wanted(source: Source, path: str) -> str:
    """The path of a file in the pack; empty for one that is no part of it. Raises NewslintError for what may not."""
    if source.folder:
        if not path.startswith(f"{source.folder}/"):
            return ""
        path = path[len(source.folder) + 1 :]
    parts = path.split("/")
    if any(part.startswith(".") and part not in (".", "..") for part in parts):  # .git, .github and the like
        return ""
    _check_path(source.place, path)
    suffix = os.path.splitext(path)[1].lower()
    if suffix in _CODE:
        raise NewslintError(
            source.place,
            f"holds code ({path}); a pack is TOML alone, and code is a plugin: --folder names a part",
        )
    return path if suffix == ".toml" or (len(parts) == 1 and _WORDS.fullmatch(parts[0])) else ""


def _check_path(source: str, path: str) -> None:
    parts = path.split("/")
    if len(parts) > _DEEPEST or not all(_PART.fullmatch(part) and part.strip(" .") for part in parts):
        raise NewslintError(source, f"holds a file whose name leads out of the pack or is none: {path!r:.120}")


def _in_folder(source: Source) -> Iterator[tuple[str, bytes]]:
    root = Path(source.place)
    stack = [root]
    seen = 0
    while stack:
        folder = stack.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            raise NewslintError(str(folder), f"cannot be read: {error.strerror}") from None
        for entry in entries:
            seen += 1
            if seen > 10 * MOST_FILES:
                raise NewslintError(source.place, "is too large for a pack; --folder names a part of it")
            if entry.name.startswith("."):
                continue
            path = Path(entry.path).relative_to(root).as_posix()
            if entry.is_symlink() and (entry.is_dir() or _wanted(source, path)):
                raise NewslintError(source.place, f"holds a link ({path}); put the file itself there")
            if entry.is_dir():
                stack.append(Path(entry.path))
            elif name := _wanted(source, path):
                yield name, read_file(Path(entry.path), MOST_SETTINGS)


def _in_zip(source: Source) -> Iterator[tuple[str, bytes]]:
    try:
        data = read_file(Path(source.place), 4 * MOST_BYTES)
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            members = pack.infolist()
            if len(members) > 10 * MOST_FILES:
                raise NewslintError(source.place, "is too large for a pack")
            for member in members:
                if member.is_dir() or not (name := _wanted(source, member.filename)):
                    continue
                if stat.S_ISLNK(member.external_attr >> 16):
                    raise NewslintError(source.place, f"holds a link ({member.filename}); put the file itself there")
                if member.flag_bits & 1:
                    raise NewslintError(source.place, f"is locked with a password ({member.filename})")
                with pack.open(member) as file:
                    words = file.read(MOST_SETTINGS + 1)  # whatever size the zip gives
                if len(words) > MOST_SETTINGS:
                    raise NewslintError(source.place, f"{member.filename} is larger than {MOST_SETTINGS / 1e6:g} MB")
                yield name, words
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise NewslintError(source.place, f"is no whole zip: {error}") from None
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma"):
            raise NewslintError(source.place, f"is no whole zip: {error}") from None
        raise


def _git_commit(source: Source, home: Path) -> str:
    """Bring a commit, and no other, into a bare repository in ``home``; its name."""
    if source.ref.startswith("-"):
        raise NewslintError("--ref", f"{source.ref!r} is no branch, tag or commit")
    _git(source, home, "init", "--quiet", "--bare", f"--template={home / 'none'}", ".")
    fetch = ("fetch", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head")
    where = ("--end-of-options", source.place, f"{source.ref or 'HEAD'}:refs/newslint/pack")
    _git(source, home, *fetch, *where)
    return _git(source, home, "rev-parse", "--verify", "refs/newslint/pack^{commit}").decode().strip()


def _in_git(source: Source, home: Path, commit: str) -> Iterator[tuple[str, bytes]]:
    """The files of a commit, as they were stored: no filter of a repository or user runs."""
    listed = _git(source, home, "ls-tree", "-r", "-z", "--long", "--full-tree", "--end-of-options", commit)
    rows = listed.decode("utf-8", "surrogateescape").split("\0")
    for row in filter(None, rows):
        about, _, path = row.partition("\t")
        mode, _, name, size = about.split()
        if not (wanted := _wanted(source, path)):
            continue
        if mode not in ("100644", "100755"):
            raise NewslintError(source.place, f"holds a link ({path}); put the file itself there")
        if int(size) > MOST_SETTINGS:
            raise NewslintError(source.place, f"{path} is larger than {MOST_SETTINGS / 1e6:g} MB")
        yield wanted, _git(source, home, "cat-file", "blob", name)


def _git(source: Source, home: Path, *arguments: str) -> bytes:
    own = {
        "GIT_DIR": str(home),
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ALLOW_PROTOCOL": "https:ssh:file",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_LFS_SKIP_SMUDGE": "1",
        "LC_ALL": "C",
    }
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key in _USERS}
    try:
        run = subprocess.run(
            [git_program("newslint packs"), *_CAREFUL, *arguments],
            capture_output=True,
            cwd=home,
            env=kept | own,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        raise NewslintError(source.place, f"git took over {_SECONDS} s") from None
    if run.returncode:
        said = run.stderr.decode(errors="replace").strip().split("\n")[0][:200]
        raise NewslintError(source.place, f"git says: {said or run.returncode}")
    return run.stdout


# What a user may have set to reach their own servers.
_USERS = ("GIT_SSH", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_SSL_CAINFO", "GIT_SSL_NO_VERIFY", "GIT_CONFIG_GLOBAL")
