"""Quotations that are not what the source says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint import Article, Finding, Rule, Severity, Span, flags, passes

if TYPE_CHECKING:
    from ._sources import Difference, Word

_SPEECH = "Well, we never wanted the bridge to close. It was, uh, a very hard choice for all of us in the town hall."


class DiffersFromSource(Rule):
    """A quotation differs from the transcript that it is taken from.

    Give the transcript with ``newslint check --source transcript.txt article.txt`` (as often as there are sources), or
    in the article's front matter: ``sources: [transcript.txt]``. Every quotation is looked up. Each changed, added or
    silently dropped word is a warning; a quotation that no source holds is reported as info. Ellipses, [brackets],
    partial quotations, stutters, "uh" and "um", capitals and punctuation are understood and pass.

    Option: ``report_verbatim`` also says, as info, which quotations are verbatim.

    It speaks only of copy with a transcript. On 1.3 million words as published: no finding.
    """

    severity = Severity.WARNING
    reference = "AP: quotations are never altered, not even to correct minor errors"
    reads_quotes = True
    examples = (
        flags("“We never wanted the bridge to [[open]],” Lind said.", sources=(_SPEECH,)),
        flags("“It was [[a hard]] choice for all of us,” Lind said.", sources=(_SPEECH,)),
        flags("“It was a very hard [[and bitter]] choice for all of us,” Lind said.", sources=(_SPEECH,)),
        passes("“We never wanted the bridge to close,” Lind said.", sources=(_SPEECH,)),
        passes("“It was ... a very hard choice for [the mayor] in the town hall,” Lind said.", sources=(_SPEECH,)),
        passes("“[I]’m glad for all of us,” Lind said.", sources=("Well, I'm glad for all of us.",)),
        passes("“We never wanted the bridge to open,” Lind said."),
    )
    report_verbatim: bool = False

    def check(self, article: Article) -> Iterator[Finding]:
        if not article.transcripts:
            return
        from ._sources import differences, is_verbatim, source_of, words_of

        sources = [(given.name, source_of(given.text)) for given in article.transcripts]
        attributed = {quote.start for row in article.attributions for quote in row.quotes}
        for quote in article.quotes:
            if quote.level or not (quote.speech or quote.start in attributed):
                continue
            words = words_of(quote.text)
            if not words:
                continue
            name = next((name for name, source in sources if is_verbatim(words, source)), None)
            if name is not None:
                if self.report_verbatim:
                    yield self.finding(quote, f"Verbatim in {name}.", severity=Severity.INFO)
                continue
            found = [(*differences(words, source), name) for name, source in sources]
            likeness, changes, name = max(found, key=lambda row: row[0])
            if likeness:
                # The quotation's text begins after its mark.
                start = article.text.index(quote.text, quote.start)
                for change in changes:
                    yield self._changed(article, words, start, change, name)
            else:
                yield self.finding(
                    quote, f"Not found in {_listed([name for name, _ in sources])}.", severity=Severity.INFO
                )

    def _changed(self, article: Article, words: list[Word], start: int, change: Difference, name: str) -> Finding:
        if change.first < change.last:
            place = Span(start + words[change.first].start, start + words[change.last - 1].end)
            said = article.text[place.start : place.end]
            if not change.source:
                return self.finding(place, f"“{said}” is not in {name}.")
            return self.finding(place, f"“{said}” is “{change.source}” in {name}.", suggest=change.source)
        before, after = max(change.first - 1, 0), min(change.first, len(words) - 1)
        place = Span(start + words[before].start, start + words[after].end)
        return self.finding(place, f"“{change.source}” is left out here; {name} has it. Set an ellipsis or the words.")


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
