"""Words that are attributed twice in one breath."""

import re
from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, Span, english, expression, flags, passes

from ._speech import clause_span, same_speaker

# A "sentence" that begins with a cue in small letters: "... said Lind, a teacher. says Mr."
_STRAY = expression(
    r"""
    \.[ ](?P<cue>
        (?:said|says|added|adds|told|wrote|writes)[ ]  # said Ruiz
        (?:(?:he|she|they|Mrs?|Ms|Dr)\b|[A-Z]\w+)
        |(?:he|she|they)[ ](?:said|says|added|adds|told|wrote|writes)\b  # she said
    )(?=\W*(?:\n|$)|[.,;!?])  # and no more of the sentence
    """,
    re.VERBOSE,
)


class DoubledAttribution(Rule):
    """Words are attributed twice in one breath: "Lind said, he added", "said Lind says Mr.".

    When copy is cut, merged or rewritten by a machine, the old attribution often stays beside the new one. Reported are
    two attributions of the same words in one sentence, on one side of the quotation or on both, and a cue that begins a
    sentence in small letters. Keep one of them. Two different people are a matter for quotes/misattributed; "the
    minister said, Reuters reported" is sound.

    On 2.3 million words as published: read 13, right 10. On 300,000 words of other papers that nothing was fitted
    on: read 4, right 4.
    """

    severity = Severity.WARNING
    reference = "AP: one attribution is enough"
    reads_quotes = True
    examples = (
        flags("“We won,” Lind said, [[he added]]."),
        flags("“We won,” said Lind [[says Mr]]. “At last.”"),
        flags("Lind said: “We won,” [[she added]]."),
        flags("“We won,” she said, [[Lind said]]."),
        flags("It was over, said Lind, [[she added]]."),
        flags("Lind said it was over, [[she said]]."),
        flags("The bridge was safe, said Ann Lind, an engineer. [[says Mr]]."),
        passes("“We won,” Lind said, adding that it was late."),
        passes("“We won,” the minister said, according to a transcript."),
        passes("“We won,” Lind said. She added that it was late."),
        passes("“We won,” the minister said, the paper reported."),
        passes("Senators, according to the Gazette, say they want a short trial."),
        passes("The science, we were told, said it would get worse."),
        passes("Lind, who called it a “gift to the rich,” acknowledged he had not read it."),
        passes("“The mill is dead,” a miller who gave his name as Said told the Gazette."),
        passes("“We won,” he says she said."),
        passes("She called out “the loud,” naming singers and others who she said were “using my name.”"),
        passes("Lind said that, when it was over, she said nothing."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        for row in article.attributions:
            second = row.second
            if second is None:
                continue
            first, span = sorted((clause_span(article, row), clause_span(article, second)))
            if same_speaker(row, second):
                one, other = text[first.start : first.end], text[span.start : span.end]
                message = f"“{other}” attributes what “{one}” attributes already."
                yield self.finding(span, message, related=[(first, "the other attribution")])
        for match in _STRAY.finditer(text):
            before = text[max(match.start() - 10, 0) : match.start()].split()
            if before and not english.is_abbreviation(before[-1]):
                yield self.finding(Span(*match.span("cue")), f"“{match['cue']}” is a piece of another attribution.")
