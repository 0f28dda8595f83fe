"""One page that needs nothing else: each article with marks in the text, a note beside each, and the cast of the story.

Nothing is fetched, and a content security policy lets only the page's own script and style run. Without the script the
page reads the same; filters, keys and the alignment of the notes are the script's.
"""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from newslint.findings.proof import Proof
from newslint.findings.report import FileReport, Lines, Located, Place, Report, RuleInfo
from newslint.model.block import Block, Role
from newslint.model.finding import Fix, Severity
from newslint.model.printable import one_line
from newslint.model.span import Span
from newslint.reporters._cast import cast_html
from newslint.reporters._manual import page_html
from newslint.reporters._marked import Mark, label, marked
from newslint.reporters._words import related as related_words

# A finding over a whole block of more characters than this has a bar beside it rather than a mark on every line.
_LONG = 60
# Characters of a replaced passage that a note repeats.
_REPEATED = 90
# Places that a note lists; their marks are in the text all the same.
_PLACES = 12
_TAGS = {Role.LIST: ("div", "item"), Role.QUOTE: ("blockquote", ""), Role.BODY: ("p", "")}


def _safe(words: str) -> str:
    """Words in one line, as text of the page."""
    return escape(one_line(words))


def render(report: Report, color: bool) -> Iterator[str]:
    style, script = asset("page.css"), asset("page.js") + asset("report.js")
    policy = f"default-src 'none'; style-src {content_hash(style)}; script-src {content_hash(script)}; base-uri 'none'"
    total = len(report.findings)
    heading = f"{how_many(total, 'finding')} in {how_many(len(report.files), 'article')}"
    yield page_head(heading, style, f"{policy}; form-action 'none'")
    yield _top(report, heading)
    yield from _main(report)
    yield _rules(report)
    yield f'<script type="module">{script}</script>\n</body>\n</html>\n'


def page_head(heading: str, style: str, policy: str) -> str:
    """All of a page before what it shows. ``policy``: what it may load, as a content security policy."""
    return (
        # A report that lies among the articles is none.
        '<!doctype html>\n<!-- newslint: ignore-file -->\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{heading} · newslint</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def asset(name: str) -> str:
    """A file of this folder: the style and the script of the marked copy."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def content_hash(code: str) -> str:
    """What a content security policy says of a style or script that may run."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def how_many(number: int, word: str) -> str:
    """So many of a thing: 1 finding, 2,000 findings, No findings."""
    return f"{number:,} {word}{'' if number == 1 else 's'}" if number else f"No {word}s"


def _top(report: Report, heading: str) -> str:
    severities = Counter(finding.severity.value for finding in report.findings)
    families = Counter(_family(finding.rule) for finding in report.findings)
    chips = [
        _chip("severity", severity.value, severities[severity.value]) for severity in Severity if severities[severity]
    ]
    chips.append('<span class="gap"></span>')
    chips += [_chip("family", family, families[family]) for family in sorted(families)]
    form = (
        f'<form class="filters" aria-label="Which findings to show">{"".join(chips)}<span class="gap"></span>'
        '<button type="button" id="previous" aria-label="Previous finding">↑ <kbd>k</kbd></button>'
        '<button type="button" id="next" aria-label="Next finding">↓ <kbd>j</kbd></button>'
        '<button type="button" id="print">Print</button>'
        '<span class="keys"><kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>Esc</kbd> none</span></form>'
        if report.findings
        else ""
    )
    return (
        f'<header class="top"><div><strong class="brand">newslint</strong><h1>{heading}</h1>'
        f'<output id="shown"></output></div>{form}</header>\n'
    )


def _chip(kind: str, value: str, count: int) -> str:
    name = escape(value)
    return (
        f'<label class="chip {name if kind == "severity" else ""}"><input type="checkbox" checked data-{kind}="{name}">'
        f"{name} <b>{count}</b></label>"
    )


def _family(rule: str) -> str:
    return rule.partition("/")[0]


def _main(report: Report) -> Iterator[str]:
    yield "<main>\n"
    if report.errors:
        rows = "".join(f"<li>{_safe(error)}</li>" for error in report.errors)
        yield f'<section class="broken"><h2>Not checked, or not in full</h2><ul>{rows}</ul></section>\n'
    readable = [(number, file) for number, file in enumerate(report.files, 1) if file.source]
    if len(readable) > 1:
        yield '<nav class="index"><ol>'
        yield from (_entry(number, file) for number, file in readable)
        yield "</ol></nav>\n"
    for number, file in readable:
        yield from _story(number, file, report)
    yield "</main>\n"


def _entry(number: int, file: FileReport) -> str:
    counts = Counter(finding.severity for finding in file.findings)
    dots = "".join(
        f'<span class="count {severity}" title="{severity}">{counts[severity]}</span>'
        for severity in Severity
        if counts[severity]
    )
    title = escape(_title(file))
    return f'<li><a href="#a{number}">{title}</a> <span class="path">{_safe(file.path)}</span> {dots}</li>'


def _proof(file: FileReport) -> Proof:
    """The file's proof; for a report that has none, its source line by line."""
    if file.proof:
        return file.proof
    lines, blocks = Lines(file.source), []
    for start, end in zip(lines.starts, [*lines.starts[1:], len(file.source)], strict=True):
        if words := file.source[start:end].rstrip():
            blocks.append(Block(start, start + len(words)))
    return Proof("", "", "", file.source, tuple(blocks), (), {})


def _title(file: FileReport) -> str:
    proof = _proof(file)
    headline = next((proof.text[b.start : b.end] for b in proof.blocks if b.role is Role.HEADLINE), "")
    return proof.title or headline or one_line(file.path.rpartition("/")[2])


def _story(number: int, file: FileReport, report: Report) -> Iterator[str]:
    proof = _proof(file)
    about = " · ".join(escape(words) for words in (proof.byline, proof.date) if words)
    yield f'<article class="story" id="a{number}">\n<p class="slug"><span class="path">{_safe(file.path)}</span>'
    yield f" · {about}" if about else ""
    yield f" · {how_many(len(file.findings), 'finding').lower()}</p>\n"
    yield '<div class="sheet">\n'
    yield from _rows(number, file, report)
    yield "</div>\n"
    yield cast_html(proof, f"a{number}")
    if file.suppressed:
        rows = "".join(
            f"<li>{row.place.line}:{row.place.column} <code>{escape(row.rule)}</code> {_safe(row.message)}</li>"
            for row in file.suppressed
        )
        words = f"{how_many(len(file.suppressed), 'finding')} suppressed"
        yield f'<details class="suppressed"><summary>{words}</summary><ul>{rows}</ul></details>\n'
    yield "</article>\n"


def rows(file: FileReport, report: Report, keys: Sequence[str]) -> Iterator[str]:
    """The blocks of one article with their notes, each by itself: without numbers, and named by the findings' keys.

    So the HTML of a block is the same while others change.
    """
    yield from _rows(1, file, report, keys)


def _rows(number: int, file: FileReport, report: Report, keys: Sequence[str] = ()) -> Iterator[str]:
    """Each block with its notes: those of the findings that begin in it, or between it and the block before."""
    proof = _proof(file)
    spans = proof.to_clean([finding.place for finding in file.findings])
    blocks = proof.blocks or (Block(0, len(proof.text)),)
    starts, ends = [block.start for block in blocks], [block.end for block in blocks]
    marks: list[list[Mark]] = [[] for _ in blocks]
    notes: list[list[str]] = [[] for _ in blocks]

    def put(mark: Mark, at: int) -> None:
        for reached in range(at, max(at + 1, bisect_left(starts, mark.end))):
            marks[reached].append(mark)

    for index, (finding, span) in enumerate(zip(file.findings, spans, strict=True), 1):
        key = keys[index - 1] if keys else f"{number}-{index}"
        at = min(bisect_right(ends, span.start), len(blocks) - 1)
        start = min(max(span.start, starts[at]), ends[at])
        shown = "" if keys else str(index)
        put(Mark(start, max(span.end, start), key, finding.severity.value, shown), at)
        notes[at].append(_note(key, shown, finding, file, report))
        for other in proof.to_clean([related.place for related in finding.related]):
            put(Mark(other.start, other.end, key), min(bisect_right(ends, other.start), len(blocks) - 1))
    first = next((at for at, block in enumerate(blocks) if block.role is Role.HEADLINE), -1)
    lines = Lines(file.source)
    places = proof.to_source([*blocks])
    for at, (block, place) in enumerate(zip(blocks, places, strict=True)):
        if proof.fields and proof.fields[at] and (at == 0 or proof.fields[at] != proof.fields[at - 1]):
            yield f'<p class="field">{_safe(proof.fields[at])}</p>\n'
        text = _block(proof.text, block, marks[at], "" if keys else f"a{number}b{at}", first=at == first)
        line = "" if keys else f' data-line="{lines.position(place.start)[0]}"'
        yield f'<div class="row"{line}>{text}<div class="notes">{"".join(notes[at])}</div></div>\n'


def _block(text: str, block: Block, marks: list[Mark], name: str, *, first: bool) -> str:
    tag, kind = _TAGS.get(block.role, ("p", block.role.value))
    if block.role is Role.HEADLINE:
        tag, kind = ("h2", "headline") if first else ("h3", "crosshead")
    # Numbers stand where a mark begins its note's block, and not in each block that it reaches into.
    marks = [mark if mark.start >= block.start else mark._replace(label="") for mark in marks]
    whole = [
        mark
        for mark in marks
        if mark.severity and mark.start <= block.start and mark.end >= block.end and block.end - block.start > _LONG
    ]
    marks = [mark for mark in marks if mark not in whole and (mark.start < mark.end or mark.severity)]
    inner = "".join(marked(text, Span(block.start, block.end), marks))
    about = f' id="{name}"' if name else ""
    inner += "".join(label(mark) for mark in whole)
    if whole:
        kind += f" whole {whole[0].severity}"
        about += f' data-n="{" ".join(mark.key for mark in whole)}"'
    return f'<{tag} class="b {kind.strip()}"{about} dir="auto">{inner}</{tag}>'


def _note(key: str, number: str, finding: Located, file: FileReport, report: Report) -> str:
    family, _, name = finding.rule.partition("/")
    related = "".join(
        f"<li>{_where(other.place)}: {_safe(related_words(other, finding))}</li>" for other in finding.related[:_PLACES]
    )
    if len(finding.related) > _PLACES:
        related += f"<li>and {len(finding.related) - _PLACES:,} more</li>"
    links = f'<ul class="related">{related}</ul>' if related else ""
    info = report.rules.get(finding.rule)
    why = f'<details class="why"><summary>{escape(info.summary)}</summary>{_why(info)}</details>' if info else ""
    return (
        f'<div class="note {finding.severity}" role="note" id="n{key}" data-key="{key}" data-family="{escape(family)}" '
        f'data-severity="{finding.severity}" tabindex="0">'
        f'<p class="kind"><b>{number} {finding.severity.value}</b> {escape(family)} '
        f"<span>{escape(name.replace('-', ' '))}</span> <span>{_where(finding.place)}</span></p>"
        f'<p class="message">{_safe(finding.message)}</p>'
        f"{_mend(finding.fix, file.source)}"
        f"{links}{why}</div>"
    )


def _where(place: Place) -> str:
    return _safe(place.field.name) if place.field else f"line {place.line}"


def _why(info: RuleInfo) -> str:
    return f'<p><a href="#rule-{escape(info.id)}">About {escape(info.id)}</a></p>'


def _mend(fix: Fix | None, source: str) -> str:
    if fix is None:
        return ""
    rows = []
    for number, edit in enumerate(fix.edits):
        words = _visible(source[edit.span.start : edit.span.end])
        if len(words) > _REPEATED:
            words = f"{words[: _REPEATED // 2]} … {words[-_REPEATED // 2 :]}"
        old = f"<del>{escape(words)}</del> " if words else ""
        choices = [edit.replacement, *(fix.alternatives if number == 0 else ())]
        new = " <i>or</i> ".join(
            f"<ins>{escape(_visible(word))}</ins>" if word else "<i>take it out</i>" for word in choices
        )
        rows.append(f'<p class="mend">{old}{new}</p>')
    return "".join(rows)


def _visible(words: str) -> str:
    """Words on one line; where there is nothing but space, each character of it as a sign."""
    return " ".join(words.split()) or "␣" * len(words)


def _page(info: RuleInfo) -> str:
    """A link to the rule's page in the desk's manual, if it is on the web."""
    if not info.page.startswith(("https://", "http://")):
        return ""
    return f'<p><a href="{escape(info.page)}" rel="noreferrer">Its page in the manual</a></p>'


def _rules(report: Report) -> str:
    """The manuals of the rules that found something, once each."""
    met = sorted({finding.rule for finding in report.findings} & set(report.rules))
    if not met:
        return ""
    rows = []
    for rule in met:
        info = report.rules[rule]
        rows.append(
            f'<section class="rule" id="rule-{escape(rule)}"><h3>{escape(rule)}</h3>'
            f"<div>{page_html(info)}{_page(info)}</div></section>"
        )
    return f'<footer class="rules"><h2>The rules that were met</h2>{"".join(rows)}</footer>\n'
