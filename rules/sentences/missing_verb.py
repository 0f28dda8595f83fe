"""sentences/missing-verb"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Finding, Rule, flags, passes

from ._doubts import worthy_doubts


class MissingVerb(Rule):
    """A sentence has lost its verb.

    Heard by a small trained reader ("The event a small affair", "She among the first"), where the tagger finds fewer
    finite verbs than clauses, or two words meet that only a verb can part. Fragments that are meant ("Not so fast.",
    "The reason? Money."), headings, captions, lists and labels are left alone, and of what people say all but
    clauses with a gap. Needs numpy; without it the rule says nothing.

    On 700,000 words of edited copy: read 4 warnings, right 3; read 11 for information, worth a look 4. It stays for
    what copy in the making holds: on 25 articles from which a verb was taken, read 10 for information, right 9.
    """

    reference = "Every desk's proof-reading list"
    needs = "numpy"
    reads_quotes = True
    examples = (
        flags("The mayor spoke first. The opening [[event a]] small affair in a village hall."),
        flags("Nobody else stood. [[She one]] of the first to sign the paper that the union had sent."),
        flags("It was raining. “[[That a]] big, big problem in our town. We waited for years,” she said."),
        passes("It was raining. “What a mess. A big, big problem in this town. The bridge? Gone,” she said."),
        passes(
            "It was the end of an age. Bob the builder and Sam the fireman, together in one epic adventure of fire."
        ),
        passes("Not so fast. The reason? Money. A small affair, in short."),
        passes("Last week the mayor spoke. In Ohio the share is smaller, about 49 hours a week."),
        passes("They asked that it be heard, be it ever so late; it has never once been. Will it, she asked, be so?"),
        passes("The chair gave the party a new home. He himself, one of the founders, paid for it."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for doubt, severity, faint in article.view(worthy_doubts):
            if doubt.lacks_verb:
                words = article.text[doubt.start : doubt.end]
                yield self.finding(doubt, f"A verb seems to be missing in “{words}”.", severity=severity, faint=faint)
