"""Delete the cache of this folder."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from newslint.model.errors import NewslintError
from newslint.run.cache import FOLDER


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="FOLDER")


def run(arguments: argparse.Namespace) -> int:
    folder = arguments.folder / FOLDER
    if not folder.exists():
        print(f"{folder}: nothing to delete")
        return 0
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise NewslintError(str(folder), f"cannot be deleted: {error.strerror}") from None
    print(f"{folder}: deleted")
    return 0
