"""Double names written two ways: with a hyphen, with a space, or as one word (Ocasio-Cortez, Ocasio Cortez)."""

from typing import TYPE_CHECKING, NamedTuple

from newslint.english.function_words import OPENERS
from newslint.english.names import is_given_name
from newslint.english.places import PLACES
from newslint.english.titles import TITLE_HELPERS, TITLES
from newslint.model.span import Span

if TYPE_CHECKING:
    from newslint.analysis.views import Views


class Join(NamedTuple):
    """``odd`` is the rarer way of writing, ``usual`` the commoner; each with its places."""

    odd: str
    usual: str
    places: tuple[Span, ...]
    others: tuple[Span, ...]


def find_joins(article: "Views") -> tuple[Join, ...]:
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
        if "-" in found or (not form[1:].islower() and not is_given_name(first)):
            words = [inventory.words[index] for index in inventory.forms[form]]
            found.setdefault("", []).extend(Span(word.start, word.end) for word in words)
    joins = []
    for found in ways.values():
        if len(found) > 1:
            usual = max(found, key=lambda mark: (len(found[mark]), mark == "-"))
            others = found.pop(usual)
            for places in found.values():
                joins.append(Join(_text(text, places[0]), _text(text, others[0]), tuple(places), tuple(others)))
    return tuple(sorted(joins, key=lambda join: join.places[0]))


def _is_double(one: str, two: str) -> bool:
    """Whether two words may be one name: no offices, no peoples ("Asian-Pacific"), nothing cut short ("Bolton-St")."""
    if len(one) < 2 or len(two) < 3 or one.isupper() or two.isupper():
        return False
    return not any(
        word in PLACES
        or word.removesuffix("s") in PLACES
        or word.lower() in TITLES
        or word.lower() in TITLE_HELPERS
        or word in OPENERS
        for word in (one, two)
    )


def _text(text: str, span: Span) -> str:
    return text[span.start : span.end]
