from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint import Article, Finding, Group, GroupRule, Severity, Span, expression, flags, passes

_WORDS = expression(r"[\w’']+")
_SHINGLE = 5  # words
_SHORTEST = 60  # words: of less a form is made, such as a result
_VALUES = 64  # of a signature
_BANDS = 8  # groups: two articles meet in the database if all three values of a band are the same
_ROWS = 3
_LEADERS = 50  # articles of a group, all different, that others are compared with

_STORY = (
    "The council of {0} voted on Monday to close the old bridge over the river for the whole of the summer, after "
    "engineers had found cracks in two of its arches. Traffic will be led over the new bridge at the mill, which was "
    "built ten years ago and carries most of the lorries already. “We have no choice,” the mayor said after the "
    "meeting. Shopkeepers in the old town fear for their trade, and want the council to pay for buses. The repairs "
    "will cost two million pounds, of which the county pays half. {1}"
)
_OTHER = (
    "Farmers in the hills have begun to bring in the hay a month early, since it has hardly rained in May. The weather "
    "office expects no change before the middle of June. Wells are low, and the water company asks people to water "
    "their gardens at night only. In the town of {0} the open-air pool opened on Saturday, two weeks before its time, "
    "and some nine hundred people came on the first day alone. The lifeguards had to be called back from their "
    "holidays, as the manager of the pool told this paper, and ice cream was sold out by noon."
)


class RepeatedArticle(GroupRule):
    """Two articles of the archive are the same, or nearly.

    An article that was taken in twice, or published again under another name: most runs of five words are the same.
    New versions of a running story are such too, and are told for what they are: a hint. The later one by name is
    reported. Run by `newslint archive compare`; the rule is off elsewhere, for it needs many articles.

    On 1,361 articles, among them 268 before and after an editor's mend: 286 findings, right 286, and no pair missed. On
    an archive of 5,788 others: no finding.
    """

    severity = Severity.INFO
    reference = "MinHash (Broder, 1997)"
    needs = "datasketch"
    examples = (
        flags(f"{_STORY.format('Hull', '')}\n=====\n[[{_STORY.format('Hull', 'Work begins in May.')}]]"),
        passes(f"{_STORY.format('Hull', '')}\n=====\n{_OTHER.format('Hull')}"),
        passes("The council met on Monday to vote.\n=====\nThe council met on Monday to vote."),
    )

    # The share of runs of five words, of all that either has, that both have.
    least_share: float = 0.7

    def collect(self, article: Article) -> list[list[Any]]:
        """Rows [band, signature, start, end]: of two articles that are alike, some bands are the same."""
        words = _WORDS.findall(article.text.lower())
        if len(words) < _SHORTEST:
            return []
        from datasketch import MinHash

        signature = MinHash(num_perm=_VALUES, seed=1, scheme="affine32")
        signature.update_batch(
            [" ".join(words[at : at + _SHINGLE]).encode() for at in range(len(words) - _SHINGLE + 1)]
        )
        values = signature.hashvalues
        # The last byte of each value: enough to tell how many are the same.
        short = (values & 0xFF).astype("uint8").tobytes().hex()
        first = article.blocks[0]
        return [
            [f"{band} {values[band * _ROWS : (band + 1) * _ROWS].tobytes().hex()}", short, first.start, first.end]
            for band in range(_BANDS)
        ]

    def judge(self, group: Group) -> Iterator[tuple[str, Finding]]:
        import numpy

        leaders = numpy.zeros((_LEADERS, _VALUES), numpy.uint8)
        names: list[str] = []
        for article, (_, short, start, end) in group.rows:
            signature = numpy.frombuffer(bytes.fromhex(short), numpy.uint8)
            same = (leaders[: len(names)] == signature).sum(axis=1)
            best = int(same.argmax()) if names else -1
            share = int(same[best]) / _VALUES if names else 0.0
            if share >= self.least_share:
                like = "the same as" if share == 1 else f"to {share:.0%} the same as"
                yield article, self.finding(Span(start, end), f"This article is {like} {names[best]}.")
            elif len(names) < _LEADERS:
                leaders[len(names)] = signature
                names.append(article)
