"""Which files git says have changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

from newslint.model.errors import NewslintError

# A repository's own settings may name a program to run, or take a lock that others wait for.
_CAREFUL = ("-c", "core.fsmonitor=false", "--no-optional-locks")


def changed_since(revision: str) -> set[Path]:
    """Resolved paths of the files that differ from a revision, and of those that git does not track yet.

    Raises NewslintError where there is no git, no repository or no such revision.
    """
    if revision.startswith("-"):
        raise NewslintError("--since", f"{revision!r} is no revision; give a branch, a tag or a commit")
    top = Path(_git("rev-parse", "--show-toplevel", revision=revision).removesuffix("\n"))
    asked = ("diff", "--no-ext-diff", "--name-only", "-z", "--diff-filter=d", "--end-of-options", revision, "--")
    names = _git(*asked, revision=revision, folder=top)
    names += _git("ls-files", "--others", "--exclude-standard", "-z", revision=revision, folder=top)
    return {(top / name).resolve() for name in names.split("\0") if name}


def _git(*arguments: str, revision: str, folder: Path | None = None) -> str:
    try:
        run = subprocess.run(["git", *_CAREFUL, *arguments], capture_output=True, cwd=folder, check=False)
    except FileNotFoundError:
        raise NewslintError("--since", "needs git, which is not installed") from None
    if run.returncode:
        said = run.stderr.decode(errors="replace").strip().split("\n")[0]
        raise NewslintError(f"--since {revision}", f"git says: {said}")
    return run.stdout.decode("utf-8", "surrogateescape")
