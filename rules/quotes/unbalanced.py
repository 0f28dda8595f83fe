"""A quotation mark that lacks its partner, or faces the wrong way."""

from collections.abc import Iterator

from newslint import (
    Article,
    Block,
    Finding,
    Pairing,
    QuoteMark,
    Rule,
    Severity,
    Span,
    flags,
    passes,
    signed_quotations,
)

from ._missing_marks import place_before_next, place_to_close, place_to_open

# Quotations that are left open for a reason that the paragraph shows.
_OPEN_ENDS = {
    Pairing.PARTIAL: "part of a sentence is, though the next paragraph goes on with the quotation.",
    Pairing.CUT_OFF: "its paragraph lost its end.",
}


def _lost_end(article: Article, mark: QuoteMark, block: Block | None) -> QuoteMark | Span:
    """The words that lost the end of their paragraph, so that whoever else says so says it of the same words."""
    if block is None or mark.pairing is not Pairing.CUT_OFF:
        return mark
    return Span(max(mark.start, article.sentence_start(block.end - 1)), block.end)


def _is_of_signed(article: Article, mark: QuoteMark) -> bool:
    """Whether a mark opens or closes a quotation with its signature, as a pull quote is set."""
    return any(mark.start == span.start or mark.end == span.end for span in article.view(signed_quotations))


class Unbalanced(Rule):
    """A quotation mark that is never closed, never opened, or turned the wrong way.

    Readers cannot tell where somebody's words end and the paper's begin. Marks are paired within a paragraph, so that a
    slip is reported once, where it is. A quotation of several paragraphs opens each of them and closes only the last.
    Apostrophes, inches and elisions (’90s, rock ’n’ roll) are no quotation marks. A pull quote may close after the name
    on its last line.

    Mend it by putting the missing mark where the quotation ends or begins. As info only: an opening mark in the middle
    of a paragraph while the quotation is still open (a lost line break), a quotation that runs on into a paragraph
    without a mark of its own, and one that is left open where its paragraph is cut off or the next goes on with it.

    On 403,000 words of edited copy: read 44 warnings, right 42; read 68 for information, worth a look 66, of which 50
    are paragraph breaks that the scrape lost. On 300,000 words of other papers that nothing was fitted on: read 28
    warnings, right 27.
    """

    severity = Severity.WARNING
    reference = "Chicago Manual of Style 13.30-13.32; Guardian style: quotation marks"
    reads_quotes = True
    gathers_all = True
    examples = (
        flags("[[“]]We have won, the mayor said. The hall went quiet."),
        flags("We have won[[”]], the mayor said."),
        flags('She called it "a gift", then [["]]a loan. Nobody laughed.'),
        flags("“We have won,[[“]] she said.", becomes="“We have won,” she said."),
        flags("[[”]]We have won,” she said.", becomes="“We have won,” she said."),
        flags("We have won,[[’]] she said. ‘At last.’"),
        flags("[[“]]We have won,’ said the mayor."),
        flags("‘We have won,[[‘]] she said.", becomes="‘We have won,’ she said."),
        flags("[[“]]We have won, the mayor of Moss said. “It was time.”"),
        flags("He called it an [[“]]Act of Mercy and left. “It was time,” he said."),
        flags("Lind said: [[“]]We have won. It was late.\n\nWe have lost some, too,” she said."),
        flags("[[“]]We have won, her son Ali, a vet, recalled. “It was late,” he said."),
        passes("“We have won.\n\n“We have lost, too,” she said."),
        passes("The '90s rocker is 6'2\" and owns the girls' bikes."),
        passes("‘The boys’ bikes are gone,’ said Lind."),
        passes('""We have won,"" said Lind. ""At last.""'),
        passes("'''We' have won,'' said Lind, and ''at 'last'''."),
        passes("The U.S.’ ports are full, and the U.S.' share fell. A so-called ‘B.S.’ meter broke."),
        passes("They lost.\n\n“We have won. It was late.\nAna Lind, mayor of Moss.”\n\nThe vote was close."),
        passes("» More on the vote.\n\nLind won by 12 votes . . . and left."),
    )

    def _opened_again(self, article: Article, mark: QuoteMark, glyph: str) -> Finding:
        again = Span(mark.partner, mark.partner + mark.end - mark.start)
        place = place_before_next(article, mark, again.start)
        if place is not None:
            message = f"This quotation opens with {glyph} and is not closed before its attribution."
            return self.finding(mark, message, related=[(place, "it may close here")])
        message = f"This quotation is opened again with {glyph} before it is closed: was a paragraph break lost?"
        return self.finding(mark, message, related=[(again, "opened again here")], severity=Severity.INFO)

    def check(self, article: Article) -> Iterator[Finding]:
        before: tuple[Pairing, Block | None] | None = None  # the mark before, if it stands so in the same paragraph
        marks = article.quote_marks
        for index, mark in enumerate(marks):
            if mark.pairing is Pairing.PAIRED or _is_of_signed(article, mark):
                before = None
                continue
            block = article.block_at(mark.start)
            if before == (mark.pairing, block) and mark.pairing in (Pairing.UNCLOSED, Pairing.UNOPENED):
                continue  # one break leaves two marks alone
            before = (mark.pairing, block)
            glyph = article.text[mark.start : mark.end]
            following = marks[index + 1] if index + 1 < len(marks) else mark
            if (
                block
                and (mark.pairing, following.pairing) == (Pairing.UNCLOSED, Pairing.UNOPENED)
                and following.start < block.end
            ):
                other = article.text[following.start : following.end]
                before = (following.pairing, block)
                yield self.finding(
                    mark,
                    f"This quotation opens with {glyph} and closes with {other}.",
                    related=[(following, "closes here")],
                )
            elif mark.pairing in _OPEN_ENDS:
                message = f"This quotation opens with {glyph} and is not closed: {_OPEN_ENDS[mark.pairing]}"
                end = _lost_end(article, mark, block)
                related = [(mark, "opens here")] if end.start > mark.start else []
                yield self.finding(end, message, related=related, severity=Severity.INFO)
            elif mark.pairing is Pairing.UNCLOSED:
                message = f"This quotation opens with {glyph} and is not closed in its paragraph."
                place = block and place_to_close(article, mark, block)
                yield self.finding(mark, message, related=[(place, "it may close here")] if place else [])
            elif mark.pairing is Pairing.UNOPENED:
                message = f"This {glyph} closes a quotation that was not opened in its paragraph."
                place = block and place_to_open(article, mark, block)
                yield self.finding(mark, message, related=[(place, "it may open here")] if place else [])
            elif mark.pairing is Pairing.TURNED:
                single = glyph in "‘’"
                side, right = ("opens", "‘" if single else "“") if mark.opens else ("closes", "’" if single else "”")
                message = f"This {glyph} {side} a quotation but is turned the wrong way."
                yield self.finding(mark, message, suggest=right, by_hand=True, severity=Severity.INFO)
            elif mark.pairing is Pairing.REOPENED:
                yield self._opened_again(article, mark, glyph)
            else:
                last = article.block_at(mark.partner)
                rest = Span(last.start if last else mark.end, mark.partner + 1)
                yield self.finding(
                    mark,
                    "This quotation runs on into the next paragraph, which does not begin with a quotation mark.",
                    related=[(rest, "the rest of the quotation")],
                    severity=Severity.INFO,
                )
