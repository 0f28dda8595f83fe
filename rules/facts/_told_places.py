"""A place of a caption that the story calls otherwise: in Chapel Lane here, in Mill Lane below."""

from collections.abc import Iterator

from newslint import Article, Role, Span, distinct_words, english, expression

_KINDS = "|".join(sorted(english.PLACE_KINDS))
_PLACE = expression(rf"\b(?:[A-Z][\w’'-]+ )?(?P<name>[A-Z][\w’'-]+) (?P<kind>{_KINDS})\b(?! [A-Z])")


def places_told_otherwise(article: Article) -> Iterator[tuple[Span, Span]]:
    """The place in the caption and in the story: one of a kind in each, the caption's named nowhere in the story.

    Headings speak of Wall Street.
    """
    text = article.text
    if english.PLACE_KINDS.isdisjoint(article.view(distinct_words)):
        return
    above: dict[str, dict[str, Span]] = {}
    for block in article.blocks:
        if block.role is Role.CAPTION:
            for found in _PLACE.finditer(text, block.start, block.end):
                above.setdefault(found["kind"], {}).setdefault(found["name"], Span(found.start("name"), found.end()))
    if not above:
        return
    story = [block for block in article.blocks if block.role is Role.BODY]
    below: dict[str, dict[str, Span]] = {}
    for block in story:
        for found in _PLACE.finditer(text, block.start, block.end):
            if found["kind"] in above:
                below.setdefault(found["kind"], {}).setdefault(found["name"], Span(found.start("name"), found.end()))
    for kind, names in above.items():
        others = below.get(kind, {})
        if len(names) == len(others) == 1 and names.keys() != others.keys():
            (name, here), (there,) = next(iter(names.items())), others.values()
            if not any(name in text[block.start : block.end] for block in story):
                yield here, there
