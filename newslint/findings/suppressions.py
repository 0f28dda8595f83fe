"""Suppressions: what the desk has looked at and decided to keep.

In Markdown and HTML, comments: ``<!-- newslint: ignore RULE ... -->``, in MDX ``{/* newslint: ... */}`` (the block it
stands in or before), ``<!-- newslint: off RULE ... -->`` to ``<!-- newslint: on RULE ... -->``, ``<!-- newslint:
ignore-file RULE ... -->``. In front matter: ``newslint: {ignore: [RULE, ...]}``. Without a RULE all rules are meant.
For copy that cannot carry comments, the config's ``[[suppress]]`` names file, rule and the matched words.
"""

import re
from collections.abc import Iterable, Sequence

from newslint.article import Article
from newslint.findings.check import matches
from newslint.model.errors import NewslintError, nearest
from newslint.model.expressions import compiled, expression
from newslint.model.finding import Finding
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Span

_DIRECTIVE = expression(r"\s*newslint:\s*([\w-]*)\s*(.*?)\s*", re.DOTALL)
_VERBS = ("ignore", "ignore-file", "off", "on")
_END = 1 << 62


class Suppression(NamedTuple):
    """Rules that are silent in a stretch of clean text. No ``prefixes``: all rules. No ``words``: whatever is found.

    ``source``: where the file says so, None for the config.
    """

    prefixes: tuple[str, ...]
    start: int
    end: int
    source: Span | None
    said: str
    words: str = ""

    def covers(self, finding: Finding, article: Article) -> bool:
        if self.prefixes and not any(matches(finding.rule, prefix) for prefix in self.prefixes):
            return False
        if self.words and article.text[finding.start : finding.end].strip() != self.words.strip():
            return False
        return self.start <= finding.start < self.end


def suppressions_of(article: Article, known: Iterable[str]) -> list[Suppression]:
    """What the article's comments and front matter suppress.

    Raises NewslintError, its culprit a comment's words, for an unknown directive or rule name.
    """
    if not article.comments and "newslint" not in article.metadata.other:
        return []
    names = {"/".join(rule.split("/")[:n]) for rule in known for n in range(1, rule.count("/") + 2)}
    return [*_from_front_matter(article, names), *_from_comments(article, names)]


def _from_front_matter(article: Article, names: set[str]) -> Iterable[Suppression]:
    said = article.metadata.other.get("newslint")
    if said is None:
        return
    rules = said.get("ignore") if isinstance(said, dict) else None
    if isinstance(rules, str):
        rules = [rules]
    if not isinstance(rules, list) or not isinstance(said, dict) or set(said) != {"ignore"}:
        raise NewslintError("front matter", f"write `newslint: {{ignore: [RULE, ...]}}`, not {said!r}")
    for rule in rules:
        prefixes = _prefixes(str(rule), "front matter", names)
        yield Suppression(prefixes, 0, _END, Span(0, 0), f"newslint: {{ignore: [{rule}]}}")


def _from_comments(article: Article, names: set[str]) -> Iterable[Suppression]:
    found = []
    open_: list[tuple[tuple[str, ...], int, Span, str]] = []
    for comment in article.comments:
        match = _DIRECTIVE.fullmatch(comment.text)
        if not match:
            continue
        said = " ".join(comment.text.split())
        verb = match[1]
        if verb not in _VERBS:
            raise NewslintError(f"comment “{said}”", f"write one of {', '.join(_VERBS)}{nearest(verb, list(_VERBS))}")
        prefixes = _prefixes(match[2], f"comment “{said}”", names)
        here = comment.position
        if verb == "ignore-file":
            found.append(Suppression(prefixes, 0, _END, comment.source, said))
        elif verb == "ignore":
            block = next((block for block in article.blocks if block.end > here), None)
            if block:
                found.append(Suppression(prefixes, block.start, block.end + 1, comment.source, said))
        elif verb == "off":
            open_.append((prefixes, here, comment.source, said))
        else:
            closed = [row for row in open_ if not prefixes or row[0] == prefixes]
            found += [Suppression(rules, start, here, source, words) for rules, start, source, words in closed]
            open_ = [row for row in open_ if row not in closed]
    found += [Suppression(rules, start, _END, source, words) for rules, start, source, words in open_]
    return found


def _prefixes(words: str, culprit: str, names: set[str]) -> tuple[str, ...]:
    prefixes = tuple(word for word in compiled(r"[,\s]+").split(words) if word)
    for prefix in prefixes:
        if prefix.rstrip("/") not in names:
            raise NewslintError(culprit, f"names no rule: {prefix!r}{nearest(prefix, sorted(names))}")
    return prefixes


def apply_suppressions(
    findings: Iterable[Finding], article: Article, suppressions: Sequence[Suppression]
) -> tuple[list[Finding], list[Finding], list[Suppression]]:
    """(findings that stay, findings that are suppressed, suppressions that met nothing)."""
    kept: list[Finding] = []
    silenced: list[Finding] = []
    used: set[Suppression] = set()
    for finding in findings:
        covering = [suppression for suppression in suppressions if suppression.covers(finding, article)]
        used.update(covering)
        (silenced if covering else kept).append(finding)
    return kept, silenced, [suppression for suppression in suppressions if suppression not in used]
