"""Double names written two ways: with a hyphen, with a space, or as one word (Ocasio-Cortez, Ocasio Cortez)."""

from typing import NamedTuple

from newslint import Article, Span, english


class DoubleName(NamedTuple):
    """A double name in two ways: ``odd`` is the rarer one, ``usual`` the commoner; each with its places."""

    odd: str
    usual: str
    places: tuple[Span, ...]
    others: tuple[Span, ...]


def double_names(article: Article) -> tuple[DoubleName, ...]:
    """Every double name that stands in two ways, in the order of the odd ones; linear in the number of names."""
    inventory, text = article.name_inventory, article.text
    ways: dict[str, dict[str, list[Span]]] = {}
    for index in range(len(inventory.words) - 1):
        one, two = inventory.words[index], inventory.words[index + 1]
        if two.start - one.stop == 1 and inventory.joined(index) and _is_double(one.text, two.text):
            mark = " " if text[one.stop].isspace() else "-"
            name = (one.text + two.text).casefold()
            ways.setdefault(name, {}).setdefault(mark, []).append(Span(one.start, two.end))
    for form in inventory.forms:
        found = ways.get(form.casefold())
        if not found or form.isupper():
            continue
        first = text[next(iter(found.values()))[0].start :].split()[0]
        # "AnnaHale" is an account, "Rosehill" beside "Rose Hill" another place.
        if "-" in found or (not form[1:].islower() and not english.is_given_name(first)):
            words = [inventory.words[index] for index in inventory.forms[form]]
            found.setdefault("", []).extend(Span(word.start, word.end) for word in words)
    doubles = []
    for found in ways.values():
        if len(found) > 1:
            usual = max(found, key=lambda mark: (len(found[mark]), mark == "-"))
            others = found.pop(usual)
            for places in found.values():
                doubles.append(DoubleName(_text(text, places[0]), _text(text, others[0]), tuple(places), tuple(others)))
    return tuple(sorted(doubles, key=lambda double: double.places[0]))


def _is_double(one: str, two: str) -> bool:
    """Whether two words may be one name: no offices, no peoples ("Asian-Pacific"), nothing cut short ("Bolton-St")."""
    if len(one) < 2 or len(two) < 3 or one.isupper() or two.isupper():
        return False
    return not any(
        english.is_place(word)
        or english.is_place(word.removesuffix("s"))
        or word.lower() in english.TITLES
        or word.lower() in english.titles.TITLE_HELPERS
        or word in english.OPENERS
        for word in (one, two)
    )


def _text(text: str, span: Span) -> str:
    return text[span.start : span.end]
