"""Words that are names beyond doubt."""

from newslint.analysis.names.inventory import Inventory
from newslint.english.names import is_name
from newslint.english.words import is_word


def steady_names(inventory: Inventory) -> tuple[str, ...]:
    """Words that are names beyond doubt: capitalised mid-sentence again and again, and no English words."""
    found = []
    for form, places in inventory.forms.items():
        if len(places) < 2 or len(form) < 4 or not form.isalpha() or form.isupper():
            continue
        needed = 2 if is_name(form) else 5
        if len(places) >= needed and not is_word(form):
            if sum(not inventory.opens_sentence(index) for index in places[:20]) >= needed:
                found.append(form)
    return tuple(found)
