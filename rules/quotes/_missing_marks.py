"""Where a quotation mark that is missing may have stood."""

import re

from newslint import Article, Block, QuoteMark, Span, english, expression

SAYS = rf"(?:{'|'.join(sorted(english.PLAIN_REPORTING))})"
_SPEAKER = rf"(?:I|{'|'.join(sorted(english.PRONOUNS - {'i', 'you'}))}|[A-Z][\w’'.-]+(?:[ ][A-Z][\w’'.-]+){{0,3}})"
# The last word of what is said, and who says so: "..., said its secretary", "... he said."
_ENDS = expression(
    rf"""
    [\w’'%)]+[,?!…]
    (?=[ ](?:{SAYS}[ ][A-Za-z]|{_SPEAKER}[ ]{SAYS}\b))
    """,
    re.VERBOSE,
)
_DETERMINER = "|".join(sorted(english.DETERMINERS))
_REPORTS = "|".join(sorted(english.REPORTING))
# The same where the attribution ends its sentence; who speaks may be described: "..., her son Ali, a vet, recalled."
_ENDS_BEFORE_STOP = expression(
    rf"""
    [\w’'%)]+[,?!…]
    (?=
        [ ](?:(?:{_DETERMINER})[ ](?:[a-z-]+[ ]){{0,4}})? {_SPEAKER} (?:,[ ][^,.“”"]{{3,60}},)?
        [ ](?:{_REPORTS}) [^,.“”"]{{0,40}} [.]["”’)]*$
    )
    """,
    re.VERBOSE,
)
# An attribution that closes a sentence, and the first word of the next one, which is said again: "he said. People"
_BEGINS = expression(
    rf"""
    [ ](?:{_SPEAKER}[ ]{SAYS}|{SAYS}[ ]{_SPEAKER})[.]
    [ ]([A-Z][\w’']*)
    """,
    re.VERBOSE,
)


def place_to_close(article: Article, mark: QuoteMark, block: Block) -> Span | None:
    """The word after which a quotation that ``mark`` opens may close: the one before its attribution."""
    found = _ENDS.search(article.text, mark.end, block.end)
    return Span(*found.span()) if found else None


def place_before_next(article: Article, mark: QuoteMark, again: int) -> Span | None:
    """The same where the quotation opens again at ``again``, if what stands just before that is its attribution."""
    low = max(mark.end, article.sentence_start(max(mark.end, again - 2)))
    found = _ENDS_BEFORE_STOP.search(article.text[low:again].rstrip())
    return Span(low + found.start(), low + found.end()) if found else None


def place_to_open(article: Article, mark: QuoteMark, block: Block) -> Span | None:
    """The word before which a quotation that ``mark`` closes may open: the first after the attribution before it."""
    found = list(_BEGINS.finditer(article.text, block.start, mark.start))
    return Span(*found[-1].span(1)) if found else None
