"""The pages of config keys, formats, commands and the library."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from html import escape
from types import ModuleType

from newslint.findings.report import Report
from newslint.manual.site import Page
from newslint.readers import Reader
from newslint.reporters import Reporter
from newslint.settings.config import KEYS

_KINDS = {
    "text": "a text",
    "texts": "a list of texts",
    "flag": "true or false",
    "table": "a table",
    "tables": "tables, each written [[key]]",
}


def config_page() -> Page:
    rows = "".join(
        f'<tr id="{escape(name)}"><td><code>{escape(name)}</code></td><td>{_KINDS[key.kind]}</td>'
        f"<td>{escape(key.about)}</td></tr>"
        for name, key in KEYS.items()
    )
    return Page(
        "config.html",
        "Settings",
        "<h1>Settings</h1>\n<p>The nearest <code>newslint.toml</code> at or above an article, or "
        "<code>[tool.newslint]</code> in pyproject.toml. <code>newslint config</code> shows what is in force and "
        "where it comes from; <code>newslint schema</code> prints a JSON Schema, with the options of every rule, for "
        "editors.</p>\n"
        f"<table>{rows}</table>\n",
        "main",
    )


def formats_page(readers: Sequence[Reader], reporters: Sequence[Reporter], sample: Report) -> tuple[Page, str]:
    """The page of what is read and written, each text format with what it says of a sample; and the HTML report."""
    read = "".join(
        f"<tr><td>{escape(reader.name)}</td><td><code>{escape(' '.join(reader.suffixes))}</code></td></tr>"
        for reader in readers
    )
    parts, report = [], ""
    for reporter in reporters:
        parts.append(f'<h3 id="{escape(reporter.name)}">{escape(reporter.name)}</h3><p>{escape(reporter.summary)}</p>')
        if reporter.render_bytes:
            continue
        words = "".join(reporter.render(sample, False))
        if reporter.name == "html":
            report = words
            parts.append(
                '<p><a href="gallery.html">the page</a></p><iframe src="gallery.html" title="A report"></iframe>'
            )
        else:
            parts.append(f"<pre>{escape(words)}</pre>")
    body = (
        f'<h1>Formats</h1>\n<h2 id="read">What is read</h2>\n<table>{read}</table>\n'
        f'<h2 id="written">What is written</h2>\n{"".join(parts)}\n'
    )
    return Page("formats.html", "Formats", body, "main"), report


def commands_page(helps: Mapping[str, str]) -> Page:
    """``helps``: what --help prints, by command."""
    parts = "".join(
        f'<h2 id="{name}">newslint {name}</h2>\n<pre>{escape(words)}</pre>\n' for name, words in helps.items()
    )
    return Page("commands.html", "Commands", f"<h1>Commands</h1>\n{parts}", "main")


def library_page(api: ModuleType) -> Page:
    """The way in for programs, from its own docstrings. ``api``: the module newslint.api."""
    parts = [f"<h1>In a program</h1>\n{_doc(api)}"]
    for thing in (api.lint, api.load, api.Linter, api.Settings, api.Result, api.Mended):
        parts.append(f'<h2 id="{thing.__name__}"><code>{escape(_signature(thing))}</code></h2>{_doc(thing)}')
        if inspect.isclass(thing):
            for name, member in vars(thing).items():
                if (
                    not name.startswith("_")
                    and inspect.getdoc(member)
                    and (callable(member) or isinstance(member, property))
                ):
                    words = _signature(member) if callable(member) else name
                    parts.append(f"<h3><code>{escape(words)}</code></h3>{_doc(member)}")
    return Page("library.html", "Library", "\n".join(parts) + "\n", "main")


def _signature(thing: object) -> str:
    name = getattr(thing, "__name__", "")
    try:
        return f"{name}{inspect.signature(thing)}"  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return name


def _doc(thing: object) -> str:
    words = escape(inspect.getdoc(thing) or "").replace("``", "`")
    return "".join(f"<p>{part}</p>" for part in words.split("\n\n"))
