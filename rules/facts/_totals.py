"""What things are worth over the article: "a $9 million grant" makes "the grant" nine million dollars."""

import re

from newslint import Article, Figure, expression, readings

Totals = dict[tuple[str, str, str], Figure]
_BEFORE = expression(
    r"""
    \b(?P<noun>[a-z][\w-]+)
    (?:
        [ ](?:
            of|is|was|were|are|has|had|totals|totalled|totaled|worth|stands[ ]at
            |stood[ ]at|is[ ]worth|comes[ ]to|came[ ]to|will[ ]be|amounts[ ]to|reached
            |counts|numbers|employs
            |with[ ]a[ ]population[ ]of
        )
        |[ ]–
    )[ ]$
    """,
    re.VERBOSE,
)
_AFTER = expression(r"[ -](?P<words>(?:[a-z][\w'-]* ){0,2}[a-z][\w'-]*)")
_ENDS = frozenset(
    "of in on at by to for from with and or but that which who when "
    "while as is was were are a an the its their his her "
    "than more less fewer over each per said will has have had would".split()
)


def totals(article: Article) -> Totals:
    """Noun, kind and unit -> the one figure that is given for it; nouns with two figures are left out."""
    found: dict[tuple[str, str, str], Figure | None] = {}
    for reading in article.view(readings):
        for figure in reading.figures:
            if figure.kind not in "n$m":
                continue
            unit = figure.unit if figure.kind == "$" else ""
            for noun in _nouns(reading.text, reading.place(figure)):
                key = (noun, figure.kind, unit)
                known = found.setdefault(key, figure)
                if known is not None and known.value != figure.value:
                    found[key] = None
    return {key: figure for key, figure in found.items() if figure is not None}


def _nouns(text: str, at: int) -> set[str]:
    """The nouns that a figure is said of, by the words on either side."""
    nouns = set()
    before = _BEFORE.search(text, max(0, at - 50), at)
    if before:
        nouns.add(before["noun"].lower())
    after = _AFTER.match(text, at + 2)
    if after:
        words = []
        for word in after["words"].split():
            if word in _ENDS:
                break
            words.append(word)
        if words:
            nouns.add(words[-1].lower())
            nouns.add(words[0].lower())
    return nouns
