"""Serve the desk: LanguageTool's and Typerighter's protocols for a CMS, our own, and a page to paste copy into."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from newslint.commands._shared import add_config_arguments, add_rule_arguments, megabytes, options_from
from newslint.model.errors import NewslintError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="where to listen (default: this machine only)")
    parser.add_argument("--port", type=int, default=8000, help="0 for any that is free (default: 8000)")
    parser.add_argument("--workers", type=_number, metavar="N", help="processes that check (default: a core each)")
    parser.add_argument(
        "--token-file", type=Path, metavar="FILE", help="a token a line, one of which every request must bring"
    )
    parser.add_argument(
        "--allow-origin", action="append", metavar="ORIGIN", help="pages that may ask: https://cms.example, or app://*"
    )
    parser.add_argument("--allow-host", action="append", metavar="NAME", help="a name that the server is called by")
    parser.add_argument("--max-size", type=megabytes, metavar="MB", help="the largest request (default: 10)")
    parser.add_argument("--timeout", type=_seconds, default=10.0, metavar="S", help="seconds for a check (default: 10)")
    parser.add_argument(
        "--hold",
        type=_seconds_or_none,
        default=600.0,
        metavar="S",
        help="seconds for which an answer stays in memory for who asks the same (default: 600; 0: not at all)",
    )
    parser.add_argument("--feedback", type=Path, metavar="FILE", help="add editors' verdicts to this file (JSONL)")
    parser.add_argument("--no-log", action="store_true", help="no line for each request (there is no copy in it)")
    add_rule_arguments(parser)
    add_config_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    try:
        from newslint.server.serve import serve
        from newslint.server.settings import Settings, is_loopback, tokens_in
    except ImportError as error:
        raise NewslintError("newslint serve", f"{error}; install it with: pip install 'newslint[server]'") from None
    tokens = tokens_in(arguments.token_file) if arguments.token_file else ()
    if not tokens and not is_loopback(arguments.host):
        raise NewslintError("--host", f"{arguments.host} lets other machines in; give it a --token-file first")
    if not 0 <= arguments.port <= 65535:
        raise NewslintError("--port", f"{arguments.port} is no port")
    plain = Settings()
    seconds = arguments.timeout
    arguments.timeout = 0.0
    return serve(
        Settings(
            options_from(arguments),
            arguments.host,
            arguments.port,
            arguments.workers or max(2, os.cpu_count() or 2),
            tokens,
            tuple(arguments.allow_origin or ()),
            tuple(arguments.allow_host or ()),
            arguments.max_size or plain.most,
            seconds,
            arguments.hold,
            arguments.feedback,
            not arguments.no_log,
        )
    )


def _number(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes")
    return int(text)


def _seconds_or_none(text: str) -> float:
    return 0.0 if text == "0" else _seconds(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.05 <= seconds <= 3600:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 0.05 to 3600")
    return seconds
