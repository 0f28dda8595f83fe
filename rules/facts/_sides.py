"""The two sides of a vote, counted once more: "one of the six who voted against", after nine to four."""

from collections.abc import Iterator

from newslint import Article, Figure, Found, Template, expression, lower_words, readings

_SIDE = Template(
    r"\b(?:the|all|those) {side}(?: [a-z]+){0,2}?(?: who| that)? (?:had |have )?"
    r"(?P<way>voted (?:against|for|in favou?r)|opposed|dissent\w*|voting (?:against|for)|backed|supported)\b"
)
_TALLY = Template(r"\bvot\w+(?: [a-z]+){0,3}? {yes:n}(?:-| – | to | votes to ){no:n}(?![\w/-])")
_MOST_BETWEEN = 40  # sentences from a vote to what is said of its sides


def missaid_sides(article: Article) -> Iterator[tuple[Figure, Found]]:
    """A count of those who voted one way that is neither side of the one vote that is told, and that vote."""
    if "voted" not in article.view(lower_words):
        return
    told = article.view(readings)
    tallies = [(found, reading) for reading in told for found in _TALLY.finditer(reading)]
    if len({(found["yes"].value, found["no"].value) for found, _ in tallies}) != 1:
        return
    vote, first = tallies[0]
    everybody = vote["yes"].value + vote["no"].value
    for reading in told:
        if not 0 <= reading.sentence - first.sentence <= _MOST_BETWEEN:
            continue
        for found in _SIDE.finditer(reading):
            side = found["side"]
            sides = (vote["yes"].value, vote["no"].value, everybody)
            if side.exact and side.value not in sides and 1 < side.value < everybody and not _OF.search(reading.text):
                yield side, vote


_OF = expression(r"\b(?:last|previous|earlier|first|committee|another|Republicans?|Democrats?|Conservatives?|Labour)\b")
