"""Programs that some tests need: found, or the test is skipped with the reason. ``.ci/tools`` installs them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def program(name):
    """The path of a program: one that is on the path, or was installed with the tests."""
    found = shutil.which(name) or shutil.which(name, path=Path(sys.executable).parent)
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


def node_package(name):
    """The folder of an npm package."""
    folder = Path(os.environ.get("NEWSLINT_TOOLS", ROOT / ".tools")) / "node_modules" / name
    if not folder.is_dir():
        pytest.skip(f"the npm package {name} is not installed: run .ci/tools")
    return folder


def run(*command, **options):
    """A finished process, its output as text."""
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, encoding="utf-8", **options)


def working_copy(folder):
    """A clone of this repository in ``folder``, with what the working tree has and no commit holds yet."""
    git = program("git")
    if run(git, "-C", ROOT, "rev-parse", "HEAD").returncode:
        pytest.skip("these sources are not a git repository")
    run(git, "clone", "--quiet", ROOT, folder, check=True)
    changed = run(git, "-C", ROOT, "ls-files", "-z", "--modified", "--others", "--exclude-standard", check=True).stdout
    for name in filter(None, changed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    commit(folder, "--allow-empty", "--message", "as it is here")
    return folder


def commit(folder, *arguments, **options):
    """Everything in a repository, committed by nobody in particular; the finished process."""
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@example.com", "-c", "commit.gpgsign=false")
    run("git", "-C", folder, "add", "--all", check=True)
    return run("git", "-C", folder, *who, "commit", "--quiet", *arguments, **options)


def skip_without_registry(words):
    """Skip where pip's words say that no package registry can be reached."""
    signs = ("No matching distribution", "NameResolutionError", "Failed to establish a new connection", "ReadTimeout")
    if any(sign in words for sign in signs):
        pytest.skip("no package registry can be reached")
