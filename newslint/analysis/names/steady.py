"""Words that are names beyond doubt."""

from newslint.analysis.names.inventory import Inventory
from newslint.english.dictionary import in_dictionary, needs_capital
from newslint.english.names import is_name
from newslint.english.words import is_word

_BARE = 2  # times that a name stands by itself, not only within the longer name of a body or a place


def steady_names(inventory: Inventory) -> tuple[str, ...]:
    """Words that are names beyond doubt: capitalised mid-sentence again and again, and no English words.

    What a dictionary has is a name only if edited news never writes it without its capital: "Sustainability" is none,
    though it stand in a ministry's name; nor is what stands only in longer names ("Hathazari Upazila").
    """
    found = []
    for form, places in inventory.forms.items():
        if len(places) < 2 or len(form) < 4 or not form.isalpha() or form.isupper():
            continue
        needed = 2 if is_name(form) else 5
        if len(places) >= needed and not is_word(form):
            inside = [index for index in places[:20] if not inventory.opens_sentence(index)]
            bare = sum(inventory.left(index) < 0 and inventory.right(index) < 0 for index in inside)
            if len(inside) >= needed and bare >= _BARE and _is_no_word(form.lower()):
                found.append(form)
    return tuple(found)


def _is_no_word(form: str) -> bool:
    return needs_capital(form) or not in_dictionary(form)
