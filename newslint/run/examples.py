"""A rule's examples, run as its tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.article import Article, Context, Transcript
from newslint.findings.fixes import apply_edits
from newslint.findings.pipeline import lint, settled
from newslint.model.expressions import expression
from newslint.model.finding import Edit, Finding
from newslint.model.name_table import HouseNames
from newslint.model.phrase_index import PhraseIndex
from newslint.model.span import Span
from newslint.readers import documents_of, standard_readers
from newslint.rule import CorpusRule, Example, Rule

_MARK = expression(r"\[\[|\]\]")
# More rounds than any mend needs; a rule that still reports then will never be silent.
_ROUNDS = 10
# Stands between the articles in an example of a rule that compares them.
ARTICLE_BREAK = "\n=====\n"


@dataclass(frozen=True)
class Failure:
    """An example that does not hold, and in which way."""

    rule: str
    example: Example
    why: str


def unmark(text: str) -> tuple[str, list[Span]]:
    """Copy without its ``[[marks]]``, and the spans that were marked."""
    plain, spans, last, start = "", [], 0, 0
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        last = match.end()
        if match[0] == "[[":
            start = len(plain)
        else:
            spans.append(Span(start, len(plain)))
    return plain + text[last:], spans


def article_of(
    text: str, rule: Rule, markup: str = "plain", sources: tuple[str, ...] = (), names: tuple[str, ...] = ()
) -> Article:
    reader = {reader.name: reader for reader in standard_readers()}[markup]
    transcripts = tuple(Transcript(f"source {number}", text) for number, text in enumerate(sources, 1))
    return Article(documents_of(reader, text)[0], Context(PhraseIndex((rule,)), HouseNames(names), transcripts))


def run_example(rule: Rule, example: Example) -> Iterator[Failure]:
    """What fails: marks that are not met exactly, fixes that miss ``becomes`` or leave the rule reporting."""
    text, wanted = unmark(example.text)
    found = findings_in_source(rule, text, example.markup, example.sources)
    places = [finding.span for finding in found]
    if places != wanted:
        yield Failure(
            rule.id,
            example,
            f"marks {[text[s.start : s.end] for s in wanted]}, reports {[text[p.start : p.end] for p in places]}",
        )
        return
    if example.becomes is None:
        return
    mended = text
    for _ in range(_ROUNDS):
        found = findings_in_source(rule, mended, example.markup, example.sources)
        edits = [edit for finding in found if finding.fix for edit in finding.fix.edits]
        if not edits:
            break
        mended = apply_edits(mended, edits)
    if mended != example.becomes:
        yield Failure(rule.id, example, f"becomes {mended!r}, not {example.becomes!r}")
    elif findings_in_source(rule, mended, example.markup, example.sources):
        yield Failure(rule.id, example, "still reports after its own mend")


def findings_in_source(rule: Rule, text: str, markup: str, sources: tuple[str, ...] = ()) -> list[Finding]:
    """The rule's findings with spans and edits in offsets of the text as given."""
    if isinstance(rule, CorpusRule):
        return _findings_among(rule, text, markup)
    article = article_of(text, rule, markup, sources)
    findings, errors = lint(article, (rule,))
    if errors:
        raise errors[0]
    to_source = article.source_map.to_source
    located = []
    for finding in findings:
        fix = finding.fix
        if fix:
            fix = fix._replace(edits=tuple(Edit(to_source(edit.span), edit.replacement) for edit in fix.edits))
        located.append(finding._replace(span=to_source(finding.span), fix=fix))
    return located


def _findings_among(rule: CorpusRule, text: str, markup: str) -> list[Finding]:
    """The findings of a rule that sees many articles; in its examples they are parted by ARTICLE_BREAK."""
    articles, starts, at = {}, {}, 0
    for number, part in enumerate(text.split(ARTICLE_BREAK)):
        starts[str(number)] = at
        articles[str(number)] = article_of(part, rule, markup)
        at += len(part) + len(ARTICLE_BREAK)
    found: dict[str, list[Finding]] = {}
    for name, finding in rule.compare({name: rule.collect(article) for name, article in articles.items()}):
        found.setdefault(name, []).append(finding)
    moved = []
    for name, findings in found.items():
        for finding in settled(findings, articles[name], {rule.id: rule}):
            start, end = finding.span
            moved.append(finding._replace(span=Span(start + starts[name], end + starts[name]), fix=None))
    return sorted(moved, key=lambda finding: finding.span)


def check_contract(rule: Rule) -> Iterator[str]:
    """What the rule lacks of what every rule must have."""
    if not rule.summary.endswith("."):
        yield "its summary, one line, ends without a full stop"
    if not any(example.flags for example in rule.examples):
        yield "it needs at least one example that it flags"
    if sum(not example.flags for example in rule.examples) < 2:
        yield "it needs at least two examples that it passes"
