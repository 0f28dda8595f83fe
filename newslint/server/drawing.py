"""What the desk's page shows: the copy with its marks as the HTML report draws them, and the mends of each finding."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newslint.findings.everywhere import everywhere
from newslint.findings.proof import proof_of
from newslint.findings.report import FileReport, Located, Report
from newslint.model.finding import Edit, Safety
from newslint.reporters._cast import cast_html
from newslint.reporters._manual import manual_html
from newslint.reporters.html_ import rows
from newslint.server.asked import asked_of
from newslint.server.checked import Checked, Desk, blocks_of
from newslint.server.job import Answer, Job, RefusalError, dumped, parsed
from newslint.server.units import Utf16

_MOST_MENDS = 6  # that a note offers
_AROUND = 20  # characters on either side that tell a finding from another of the same words


def draw(desk: Desk, job: Job) -> Answer:
    """``/api/draw``: the rows of a text. Those whose keys are in ``have`` come without their HTML. Raises RefusalError.

    ``{"rows": [[key, html?], ...], "findings": {key: {...}}, "cast": html, "manuals": {rule: html}, "counts": {...}}``
    """
    asked = parsed(job)
    text = asked.get("text")
    have = asked.get("have") or ()
    if not isinstance(text, str) or not isinstance(have, list | tuple):
        raise RefusalError(400, "`text` is to be a text, `have` a list of keys")
    known = {key for key in have if isinstance(key, str)}
    checked = desk.text(text, scope="article")
    report = checked.finished
    proof = proof_of(checked.articles) if text.strip() else None
    file = report._replace(path="copy", proof=proof)
    keys = _keys(file, text)
    rules = desk.run.rules_of(Report((report,)))
    drawn = [(_digest(row), row) for row in rows(file, Report((file,), rules), keys)] if proof else []
    units = Utf16(text)
    met = sorted({finding.rule for finding in file.findings} & set(rules))
    shown: dict[str, Any] = {
        "rows": [[key] if key in known else [key, row] for key, row in drawn],
        "findings": {key: _finding(finding, checked, units) for key, finding in zip(keys, file.findings, strict=True)},
        "cast": cast_html(proof, "a1") if proof else "",
        "manuals": {rule: manual_html(rules[rule].manual) for rule in met},
        "counts": Counter(finding.severity.value for finding in file.findings),
        "words": checked.words,
        "errors": list(file.errors),
    }
    return checked.answer(dumped(shown))


def read(desk: Desk, job: Job) -> Answer:
    """``/api/read``: a file's words, a blank line between paragraphs. Raises RefusalError."""
    asked = asked_of(job)
    if asked.data is None:
        raise RefusalError(400, "the body is to be a file, and `name` in the query its name")
    path = Path(f"article{asked.suffix}")
    _, documents = desk.run.opener.opened(path, asked.data)
    articles = tuple(desk.run.article(path, document) for document in documents)
    return Answer(dumped({"text": "\n\n".join(blocks_of(articles)) + "\n"}))


def _keys(file: FileReport, text: str) -> list[str]:
    """Names of findings that stay the same while the copy changes elsewhere: by the words on either side of each."""
    seen: Counter[str] = Counter()
    keys = []
    for finding in file.findings:
        start, end = finding.place.start, finding.place.end
        around = text[max(start - _AROUND, 0) : end + _AROUND]
        about = f"{finding.rule}\0{finding.message}\0{text[start:end]}\0{around}"
        seen[about] += 1
        keys.append(_digest(f"{about}\0{seen[about]}"))
    return keys


def _digest(words: str) -> str:
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _finding(finding: Located, checked: Checked, units: Utf16) -> dict[str, Any]:
    place = finding.place
    mends: list[dict[str, Any]] = []
    if finding.fix:
        for choice in list(finding.fix.choices())[:_MOST_MENDS]:
            mends.append({"words": choice[0].replacement, "edits": _edits(choice, units)})
    found: dict[str, Any] = {
        "rule": finding.rule,
        "start": units.of(place.start),
        "end": units.of(place.end),
        "safe": finding.fix is not None and finding.fix.safety is Safety.SAFE,
        "mends": mends,
    }
    one = everywhere(finding, checked.articles, checked.source)
    if one and (more := [*one.outside, *one.inside]) and len(more) > 1:
        found["everywhere"] = [
            {"words": one.right, "quoted": bool(inside), "edits": _edits((*one.outside, *inside), units)}
            for inside in ((), one.inside)
            if inside or one.outside
        ]
    return found


def _edits(edits: tuple[Edit, ...], units: Utf16) -> list[list[Any]]:
    return [[units.of(edit.span.start), units.of(edit.span.end), edit.replacement] for edit in edits]
