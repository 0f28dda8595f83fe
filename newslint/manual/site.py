"""Pages of HTML and the writing of them, with a search that runs in the reader's browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from html import escape, unescape
from pathlib import Path, PurePosixPath

import pyromark

from newslint.model.errors import NewslintError
from newslint.model.named_tuple import NamedTuple
from newslint.version import VERSION

# Characters of a page that the search knows.
_SEARCHED = 4000
_PICTURE = re.compile(r'<img src="([^":]*)"')
_LINK = re.compile(r'<a href="([^"#][^"]*)"')


class Page(NamedTuple):
    """``path`` from the site's root, such as ``rules/names/x.html``; ``body``: HTML; ``group``: where it is listed."""

    path: str
    title: str
    body: str
    group: str = ""


def html_of(markdown: str) -> str:
    """Markdown as HTML, with tables; raw HTML in it is shown, not used."""
    made = pyromark.html(markdown.replace("<!--", "&lt;!--"), options=pyromark.Options.ENABLE_TABLES)
    return re.sub(r"<(h[1-3])>(.*?)</\1>", _anchored, made)


def _anchored(match: re.Match[str]) -> str:
    tag, words = match[1], match[2]
    name = re.sub(r"[^a-z0-9]+", "-", re.sub(r"<[^>]*>", "", unescape(words)).lower()).strip("-")
    return f'<{tag} id="{name}">{words}</{tag}>'


def write_site(folder: Path, pages: Sequence[Page], files: Iterable[tuple[str, str | bytes]] = ()) -> int:
    """Write the pages, their style and search, and ``files`` (path, what is in it). How many; raises NewslintError."""
    index = [{"t": page.title, "u": page.path, "x": _words(page.body)[:_SEARCHED]} for page in pages]
    own = Path(__file__).parent
    texts: dict[str, str | bytes] = {
        "manual.css": (own / "manual.css").read_text(encoding="utf-8"),
        "search.js": (own / "search.js").read_text(encoding="utf-8"),
        "index.js": f"window.PAGES = {json.dumps(index, ensure_ascii=False)};\n".replace("</", "<\\/"),
        **{page.path: _page(page, pages) for page in pages},
        **dict(files),
    }
    # Whoever finds the front page finds all.
    texts["index.html"] = texts.pop("index.html")
    for name, text in texts.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        except OSError as error:
            raise NewslintError(path.as_posix(), f"cannot be written: {error.strerror}") from None
    return len(texts)


def _words(body: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def _page(page: Page, pages: Sequence[Page]) -> str:
    up = "../" * (len(PurePosixPath(page.path).parts) - 1)
    main = [other for other in pages if other.group == "main"]
    links = "".join(
        f'<a href="{up}{other.path}"{" aria-current=page" if other is page else ""}>{escape(other.title)}</a>'
        for other in main
    )
    return (
        '<!doctype html>\n<!-- newslint: ignore-file -->\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(page.title)} · newslint</title>\n"
        f'<link rel="stylesheet" href="{up}manual.css">\n</head>\n<body data-up="{up}">\n'
        f'<header><a class="brand" href="{up}index.html">newslint</a><nav>{links}</nav>'
        '<div class="search" hidden><input type="search" placeholder="Search ( / )" aria-label="Search the manual">'
        "<ol></ol></div></header>\n"
        f"<main>\n{page.body}</main>\n<footer>newslint {VERSION}</footer>\n"
        f'<script src="{up}index.js"></script>\n<script src="{up}search.js"></script>\n</body>\n</html>\n'
    )


def relinked(body: str, here: str, targets: dict[str, str], at: str) -> str:
    """``body`` with links between files of a repository made links between pages.

    ``here``: the file that the body was made of; ``targets``: file or folder -> page; ``at``: the body's own page. A
    link to what has no page becomes plain words, a picture that is not there its words.
    """

    def replace(match: re.Match[str]) -> str:
        target = unescape(match[1])
        if "://" in target or target.startswith("mailto:"):
            return match[0]
        path, _, part = target.partition("#")
        found = targets.get(_joined(PurePosixPath(here).parent, path))
        if found is None:
            return '<a class="gone"'
        up = "../" * (len(PurePosixPath(at).parts) - 1)
        return f'<a href="{up}{found}{"#" + part if part else ""}"'

    def picture(match: re.Match[str]) -> str:
        found = targets.get(_joined(PurePosixPath(here).parent, unescape(match[1])))
        up = "../" * (len(PurePosixPath(at).parts) - 1)
        return f'<img src="{up}{found}"' if found else "<img"

    return _PICTURE.sub(picture, _LINK.sub(replace, body))


def _joined(folder: PurePosixPath, name: str) -> str:
    parts: list[str] = []
    for part in (*folder.parts, *PurePosixPath(name).parts):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
