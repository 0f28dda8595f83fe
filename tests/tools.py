"""Programs that some tests need: found, or the test is skipped with the reason. ``.ci/tools`` installs them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def program(name):
    """The path of a program."""
    found = shutil.which(name)
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
