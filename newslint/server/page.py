"""The files of the desk's page, as they lie in the wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from newslint.reporters.html_ import asset
from newslint.server.answers import problem
from newslint.server.job import Answer

_HERE = Path(__file__).with_name("page")
# Nothing but what comes from this server is loaded or asked.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {"content-security-policy": _POLICY, "cache-control": "no-cache"}
_PARTS = {
    "desk.js": "text/javascript",
    "desk.css": "text/css",
    "page.js": "text/javascript",
    "page.css": "text/css",
}


@cache
def page() -> Answer:
    """The page."""
    return Answer((_HERE / "desk.html").read_bytes(), "text/html; charset=utf-8", headers=_HEADERS)


@cache
def _part(name: str) -> Answer:
    words = asset(name) if name.startswith("page.") else (_HERE / name).read_text(encoding="utf-8")
    return Answer(words.encode(), f"{_PARTS[name]}; charset=utf-8", headers=_HEADERS)


def part(name: str) -> Answer:
    """A script or style of the page."""
    return _part(name) if name in _PARTS else problem(404, "there is nothing here")
