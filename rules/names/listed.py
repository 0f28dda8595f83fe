"""A name that the item lists beside its copy in another spelling than the copy has."""

from collections.abc import Iterable

from newslint import Article, Finding, Rule, Severity, Span, Token, flags, passes

# Shorter names differ by a letter too often by chance: Mali, Malta.
_SHORTEST = 5
_KINDS = {"person": "people", "place": "places", "organisation": "organisations"}


class Listed(Rule):
    """A name that the item's list of people, places or organisations spells otherwise.

    Agencies send the names in a story as a list beside it, from which pages and alerts are made.
    The listed name must be missing from the copy, and exactly one name there must differ from it by one letter.
    """

    severity = Severity.INFO
    examples = (
        flags("---\nplaces: [Milbrige]\n---\n\n[[Millbrige]] is a town. The mayor spoke.\n", markup="markdown"),
        passes("---\nplaces: [Korea]\n---\n\nThe Korean team arrived on Monday.\n", markup="markdown"),
        passes("---\nplaces: [Oakham]\n---\n\nThe mayor of Oakham spoke of Oakhan.\n", markup="markdown"),
    )

    def check(self, article: Article) -> Iterable[Finding]:
        listed = article.metadata.listed
        if not listed:
            return
        known = {row.name.casefold() for row in listed}
        words: dict[str, Token] = {}
        for token in article.tokens:
            if token.text[:1].isupper() and len(token.text) >= _SHORTEST:
                words.setdefault(token.text.casefold(), token)
        said = set()
        for row in listed:
            for name in row.name.split():
                key = name.casefold().strip(".,")
                if len(key) < _SHORTEST or key in words or key in said or not name[:1].isupper():
                    continue
                near = [word for word in words if is_slip(word, key) and not any(word in other for other in known)]
                if len(near) == 1:
                    said.add(key)
                    token = words[near[0]]
                    where = f"{_KINDS.get(row.kind, row.kind)} ({row.field})"
                    yield Finding(
                        self.id,
                        f"“{token.text}” is “{name}” in the item’s {where}: one of them is a slip.",
                        Span(token.start, token.end),
                        self.severity,
                    )


def is_slip(one: str, two: str) -> bool:
    """Whether two words differ by one letter too many, too few, another, or by two that changed places."""
    if one[0] != two[0] or one == two:
        return False
    if len(one) == len(two):
        odd = [at for at in range(len(one)) if one[at] != two[at]]
        swapped = len(odd) == 2 and odd[1] == odd[0] + 1 and one[odd[0]] == two[odd[1]] and one[odd[1]] == two[odd[0]]
        return len(odd) == 1 or swapped
    short, long = sorted((one, two), key=len)
    if len(long) != len(short) + 1 or long.startswith(short):  # Korea and Korean, Roman and Romans
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
