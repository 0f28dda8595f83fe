"""Serve editors: the language server, on standard input and output."""

from __future__ import annotations

import argparse

from newslint.model.errors import NewslintError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stdio", action="store_true", help="the only way there is; some editors say it")


def run(arguments: argparse.Namespace) -> int:
    try:
        from newslint.lsp.features import serve
    except ImportError as error:
        raise NewslintError("newslint lsp", f"{error}; install it with: pip install 'newslint[lsp]'") from None
    return serve()
