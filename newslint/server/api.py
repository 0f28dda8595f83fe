"""Our own protocol: any format that the readers know, or blocks; any format of answer; cast, and fixes on request."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newslint.findings.cast import cast_json
from newslint.findings.fixes import apply_edits, chosen_edits, fix_text
from newslint.findings.proof import proof_of
from newslint.findings.report import Located, Report
from newslint.model.document import Document
from newslint.model.errors import nearest
from newslint.model.finding import Edit
from newslint.model.span import Span
from newslint.reporters import Reporter
from newslint.reporters.jsonl import row
from newslint.rule import Rule
from newslint.server.asked import Asked, asked_of
from newslint.server.checked import NAME, PLAIN, Checked, Desk, among
from newslint.server.copy import Blocks
from newslint.server.job import JSON, Answer, Job, RefusalError, dumped
from newslint.server.units import Utf16
from newslint.version import VERSION

# Fixes that undo each other would go round for ever.
_ROUNDS = 10
_TYPES = {
    "html": "text/html; charset=utf-8",
    "json": JSON,
    "gitlab": JSON,
    "sarif": "application/sarif+json",
    "jsonl": "application/x-ndjson",
    "rdjsonl": "application/x-ndjson",
    "junit": "application/xml",
    "checkstyle": "application/xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def check(desk: Desk, job: Job) -> Answer:
    """``/api/check``. Raises RefusalError."""
    asked = asked_of(job)
    reporter = _reporter(desk, asked.form)
    blocks = Blocks(asked.blocks) if asked.blocks is not None else None
    checked = _checked(desk, asked, blocks)
    if asked.form == "json":
        body = dumped(_json(desk, asked, checked, blocks))
    else:
        body = _rendered(desk, asked, checked, reporter)
    return checked.answer(body, _TYPES.get(asked.form, "text/plain; charset=utf-8"))


def rules(desk: Desk, job: Job) -> Answer:
    """``/api/rules``: what the desk's rules are about."""
    rows = [{"id": rule.id, "summary": rule.summary, **_about(desk, rule)} for rule in desk.rules.values()]
    return Answer(dumped({"rules": rows}))


def _about(desk: Desk, rule: Rule) -> dict[str, Any]:
    file = desk.files[rule.id]
    return {
        "severity": rule.severity.value,
        "manual": rule.manual,
        "reference": rule.reference,
        "issue": file.issue or "other",
        "scope": "article" if file.needs_article else "block",
    }


def _reporter(desk: Desk, name: str) -> Reporter:
    known = {reporter.name: reporter for reporter in reversed(desk.run.plugins.reporters)}
    if name not in known:
        raise RefusalError(400, f"there is no format {name[:40]!r}{nearest(name, list(known))}")
    return known[name]


def _path(desk: Desk, asked: Asked) -> Path:
    """The name under which copy is checked: that of no file, with the suffix of its format. Raises RefusalError."""
    if not asked.name or asked.blocks is not None:
        return PLAIN
    known = sorted({suffix for reader in desk.run.plugins.readers for suffix in reader.suffixes})
    if asked.suffix not in known:
        raise RefusalError(
            415, f"copy is not read as {asked.suffix or 'a file without suffix'}; there are {', '.join(known)}"
        )
    return Path(f"{NAME}{asked.suffix}")


def _checked(desk: Desk, asked: Asked, blocks: Blocks | None) -> Checked:
    only = among(asked.select, asked.ignore) if asked.select or asked.ignore else None
    path, opener = _path(desk, asked), desk.run.opener
    documents: tuple[Document, ...]
    if blocks is not None:
        source, documents = blocks.source, (blocks.document(),)
    elif asked.data is not None:
        source, documents = opener.opened(path, asked.data)
    else:
        source, documents = asked.text, opener.documents(path, asked.text)
    return desk.documents(source, documents, path=path, scope=asked.scope, only=only, date=asked.date, name=asked.name)


def _json(desk: Desk, asked: Asked, checked: Checked, blocks: Blocks | None) -> dict[str, Any]:
    report = checked.finished
    units = Utf16(checked.source)
    found: dict[str, Any] = {
        "version": VERSION,
        "scope": checked.scope,
        "findings": [_row(finding, units, blocks, asked.name) for finding in report.findings],
        "suppressed": len(report.suppressed),
        "errors": list(report.errors),
        "rules": {
            rule: {"summary": desk.rules[rule].summary, **_about(desk, desk.rules[rule])}
            for rule in sorted({finding.rule for finding in report.findings} & set(desk.rules))
        },
    }
    if asked.cast:
        found["cast"] = [cast_json(article) for article in checked.articles]
    if asked.fix:
        found["fixed"] = _fixed(desk, asked, checked, blocks)
    return found


def _row(finding: Located, units: Utf16, blocks: Blocks | None, name: str) -> dict[str, Any]:
    """The finding as ``--format jsonl`` prints it, with UTF-16 offsets, and its block where there are such."""
    found = row(finding)
    found["path"] = name
    places = [(finding.place, found), *zip((other.place for other in finding.related), found["related"], strict=True)]
    for place, shown in places:
        shown["utf16_start"], shown["utf16_end"] = units.of(place.start), units.of(place.end)
        if blocks is not None:
            block, start, end = blocks.place(place.start, place.end)
            for key in [key for key in shown if key.startswith("field")]:
                del shown[key]
            shown |= {"block": block.id, "block_utf16_start": start, "block_utf16_end": end}
    for edit in (found["fix"] or {}).get("edits", ()):
        edit["utf16_start"], edit["utf16_end"] = units.of(edit["start"]), units.of(edit["end"])
    return found


def _fixed(desk: Desk, asked: Asked, checked: Checked, blocks: Blocks | None) -> object:
    """The copy with its fixes made: a text, or a text by each block's id. Raises RefusalError."""
    unsafe = asked.fix == "unsafe"
    if blocks is not None:
        return _fixed_blocks(desk, asked, blocks, unsafe=unsafe)
    if desk.run.opener.is_packed(checked.path, asked.data or b""):
        raise RefusalError(400, "nothing can be fixed in such a file; ask for its format docx, with comments")

    def again(source: str) -> list[Located]:
        found = _checked(desk, asked._replace(text=source, data=None), None)
        return list(found.finished.findings)

    return fix_text(checked.source, again, unsafe=unsafe).text


def _fixed_blocks(desk: Desk, asked: Asked, blocks: Blocks, *, unsafe: bool) -> dict[str, str]:
    for _ in range(_ROUNDS):
        edits = chosen_edits(_checked(desk, asked, blocks).finished.findings, unsafe=unsafe)
        mended = []
        for block, start in zip(blocks.blocks, blocks.starts, strict=True):
            span = Span(start, start + len(block.text))
            inside = [
                Edit(Span(edit.span.start - start, edit.span.end - start), edit.replacement)
                for edit in edits
                if span.contains(edit.span)
            ]
            mended.append(block._replace(text=apply_edits(block.text, inside)))
        if tuple(mended) == tuple(blocks.blocks):
            break
        blocks = Blocks(mended)
    return {block.id: block.text for block in blocks.blocks}


def _rendered(desk: Desk, asked: Asked, checked: Checked, reporter: Reporter) -> bytes:
    """The report in one of the command line's formats. Raises RefusalError."""
    report = checked.finished
    if reporter.name == "docx":
        if asked.data is None or not checked.path.name.endswith(".docx"):
            raise RefusalError(400, "comments are written into a Word file; send one, with a `name` that ends in .docx")
        from newslint.reporters.docx_ import commented

        return commented(report, asked.data)
    if reporter.render_bytes:
        raise RefusalError(400, f"{reporter.name} is for files")
    shown = report._replace(
        path=asked.name or "article",
        findings=tuple(finding._replace(path=asked.name or "article") for finding in report.findings),
        proof=proof_of(checked.articles) if reporter.needs_proof and checked.source else None,
    )
    rules = desk.run.rules_of(Report((report,))) if reporter.needs_rules else {}
    return "".join(reporter.render(Report((shown,), rules), False)).encode("utf-8", "backslashreplace")
