"""Double names written two ways: with a hyphen, with a space, or as one word (Ocasio-Cortez, Ocasio Cortez)."""

from newslint import Article, Memo, NamedTuple, Span, english, expression

_ADDRESS = expression(r"\.\w")  # AnnaHale.com
_NOUN_FOLLOWS = expression(r"[ \n](?!(?:and|or|in|on|at|is|was|to|of|for|has|had|will)\b)[A-Za-z]")


class DoubleName(NamedTuple):
    """A double name in two ways: ``odd`` is the rarer one, ``usual`` the commoner; each with its places."""

    odd: str
    usual: str
    places: tuple[Span, ...]
    others: tuple[Span, ...]


def double_names(article: Article) -> tuple[DoubleName, ...]:
    """Every double name that stands in two ways, in the order of the odd ones; linear in the number of names."""
    doubles = []
    for ways in _ways(article).values():
        if len(ways) > 1:
            found = {mark: [_place(article, *words) for words in rows] for mark, rows in ways.items()}
            usual = max(found, key=lambda mark: (len(found[mark]), mark == "-"))
            others = found.pop(usual)
            for mark, rows in found.items():
                if mark and _is_compound(article.text, rows if mark == "-" else others):
                    continue
                if odd := [row for row in rows if _is_same_bearer(row, others)]:
                    doubles.append(_double_name(article.text, odd, others))
    return tuple(sorted(doubles, key=lambda double: double.places[0]))


class _Place(NamedTuple):
    """Where a double name stands, and the word of a longer name after it, or ""."""

    span: Span
    after: str


def _ways(article: Article) -> dict[str, dict[str, list[tuple[int, int]]]]:
    """Double name, in one word and small letters -> how it is joined -> the first and the last word of each place."""
    inventory, text = article.name_inventory, article.text
    words = inventory.words
    ways: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for index in sorted(inventory.joined):
        one, two = words[index], words[index + 1]
        if two.start - one.stop == 1 and _is_double(one.text, two.text):
            mark = " " if text[one.stop].isspace() else "-"
            if mark == "-" and _is_in_address(text, one.start):
                continue
            name = (one.text + two.text).casefold()
            ways.setdefault(name, {}).setdefault(mark, []).append((index, index + 1))
    for form, indexes in inventory.forms.items() if ways else ():
        found = ways.get(form.casefold())
        if not found or form.isupper():
            continue
        first = text[words[next(iter(found.values()))[0][0]].start :].split()[0]
        # "AnnaHale" is an account, "Rosehill" beside "Rose Hill" another place.
        if "-" in found or (not form[1:].islower() and not english.is_given_name(first)):
            if rows := [(index, index) for index in indexes if not _ADDRESS.match(text, words[index].end)]:
                found.setdefault("", []).extend(rows)
    return ways


def _place(article: Article, first: int, last: int) -> _Place:
    inventory = article.name_inventory
    after = inventory.right(last)
    span = Span(inventory.words[first].start, inventory.words[last].end)
    return _Place(span, inventory.words[after].text if after >= 0 else "")


def _is_in_address(text: str, at: int) -> bool:
    """Whether the word at ``at`` is a piece of an address, "/2019/The-tale-of-Rose-Hill/"."""
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    return "/" in text[start:at] or text[at:].split(maxsplit=1)[0].find("/") > 0


def _is_compound(text: str, hyphened: list[_Place]) -> bool:
    """Whether ordinary words are joined only before a noun, as a hyphen does: "Open Source", "Open-Source Software"."""
    parts = _text(text, hyphened[0].span).split("-")
    return all(
        english.is_word(part.lower()) and not english.is_given_name(part) and not english.is_name(part)
        for part in parts
    ) and all(_NOUN_FOLLOWS.match(text, row.span.end) for row in hyphened)


def _is_same_bearer(row: _Place, others: list[_Place]) -> bool:
    """Whether a double name is no part of a longer name of its own: the "New-York Tribune" beside New York."""
    return not row.after or any(other.after == row.after for other in others)


def _double_name(text: str, odd: list[_Place], usual: list[_Place]) -> DoubleName:
    places, others = (tuple([row.span for row in rows]) for rows in (odd, usual))
    return DoubleName(_text(text, places[0]), _text(text, others[0]), places, others)


def _is_double(one: str, two: str) -> bool:
    """Whether two words may be one name: no offices, no peoples ("Asian-Pacific"), nothing cut short ("Bolton-St")."""
    if len(one) < 2 or len(two) < 3 or one.isupper() or two.isupper():
        return False
    return _PARTS[one] and _PARTS[two]


def _may_be_part(word: str) -> bool:
    return not (
        english.is_place(word)
        or english.is_place(word.removesuffix("s"))
        or word.lower() in english.TITLES
        or word.lower() in english.titles.TITLE_HELPERS
        or word in english.OPENERS
    )


_PARTS = Memo(_may_be_part)


def _text(text: str, span: Span) -> str:
    return text[span.start : span.end]
