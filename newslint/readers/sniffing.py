"""The format of a file that has no suffix of its own, by how it begins: what comes through a pipe, a download."""

from __future__ import annotations

from newslint.model.expressions import expression

# A mail's first header, and what may follow in its line and the lines that continue it.
_FIRST, _REST = "from|subject|date|to|received|return-path|mime-version|message-id", r"[^\n]*\n(?:[ \t][^\n]*\n)*"
# How a file begins -> the name of its reader.
_SIGNS = (
    (expression(r"\{\\rtf"), "rtf"),
    (expression(r"(?:<!doctype html|<html)\b", 2), "html"),  # IGNORECASE
    (expression(r"<\?xml\s|<(?:nitf|newsItem|newsMessage|rss|feed)\b"), "xml"),
    (expression(r"\{\s*\"|\[\s*\{\s*\""), "json"),
    (expression(r"WEBVTT\b|1\r?\n[\d:]+,\d+ --> "), "subtitles"),
    (expression(rf"(?:{_FIRST}): {_REST}(?:[A-Za-z][\w-]*: {_REST}){{2}}", 2), "mail"),
)


def shown_by(head: bytes) -> str:
    """The name of the reader, or "" where nothing shows one."""
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", "replace")
    text = text.removeprefix("ï»¿").removeprefix("\ufeff").lstrip()
    return next((name for sign, name in _SIGNS if sign.match(text)), "")
