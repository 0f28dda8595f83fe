"""Which files git says have changed."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

from newslint.model.errors import NewslintError

# A repository's own settings may name a program to run, or take a lock that others wait for.
_CAREFUL = ("-c", "core.fsmonitor=false", "--no-optional-locks")


def same(path: Path) -> Path:
    """A path as it can be compared: links followed, and on a Mac, whose git composes letters, those composed."""
    found = path.resolve()
    return Path(unicodedata.normalize("NFC", str(found))) if sys.platform == "darwin" else found


def changed_since(revision: str) -> set[Path]:
    """The files (see ``same``) that differ from a revision, and those that git does not track yet.

    Raises NewslintError where there is no git, no repository or no such revision.
    """
    if revision.startswith("-"):
        raise NewslintError("--since", f"{revision!r} is no revision; give a branch, a tag or a commit")
    top = Path(_git("rev-parse", "--show-toplevel", revision=revision).removesuffix("\n"))
    asked = ("diff", "--no-ext-diff", "--name-only", "-z", "--diff-filter=d", "--end-of-options", revision, "--")
    names = _git(*asked, revision=revision, folder=top)
    names += _git("ls-files", "--others", "--exclude-standard", "-z", revision=revision, folder=top)
    return {same(top / name) for name in names.split("\0") if name}


def git_program(asker: str) -> str:
    """Git, from a folder of PATH that is named in full: in the working folder lies what came with the copy.

    Windows would look there first, and any system where PATH has an empty entry.
    """
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        if os.path.isabs(folder) and os.access(path := os.path.join(folder, name), os.X_OK) and os.path.isfile(path):
            return path
    raise NewslintError(asker, "needs git, which is not installed")


def _git(*arguments: str, revision: str, folder: Path | None = None) -> str:
    run = subprocess.run([git_program("--since"), *_CAREFUL, *arguments], capture_output=True, cwd=folder, check=False)
    if run.returncode:
        said = run.stderr.decode(errors="replace").strip().split("\n")[0]
        raise NewslintError(f"--since {revision}", f"git says: {said}")
    return run.stdout.decode("utf-8", "surrogateescape")
