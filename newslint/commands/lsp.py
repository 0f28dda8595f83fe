"""Serve editors: the language server, on standard input and output."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint.model.errors import NewslintError
from newslint.run.settings import Options


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stdio", action="store_true", help="the only way there is; some editors say it")


def run(arguments: argparse.Namespace) -> int:
    def manual(folder: Path, options: Options, article: Path) -> None:
        from newslint.commands.manual import build

        build(folder, options, article)

    try:
        from newslint.lsp.features import serve
    except ImportError as error:
        raise NewslintError("newslint lsp", f"{error}; install it with: pip install 'newslint[lsp]'") from None
    return serve(manual)
