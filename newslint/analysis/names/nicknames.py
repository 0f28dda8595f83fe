"""Short forms of given names."""

from newslint.analysis.names.facts import NICKNAMES

_OF: dict[str, set[int]] = {}
for _index, _group in enumerate(NICKNAMES):
    for _name in _group:
        _OF.setdefault(_name, set()).add(_index)


def is_nickname(one: str, two: str) -> bool:
    """Whether one given name is a usual short form of the other: "Bob" of "Robert", "Josh" of "Joshua"."""
    if _OF.get(one, set()) & _OF.get(two, set()):
        return True
    short, long = sorted((one, two), key=len)
    if len(short) >= 3 and long.startswith(short) and len(long) - len(short) >= 1:
        return True
    return is_pet_form(one, two) or is_pet_form(two, one)


def is_pet_form(name: str, other: str) -> bool:
    """Whether ``name`` is the start of ``other`` with a fond ending: "Marty" of "Martin", "Spidey" of "Spider"."""
    stem = next((name.removesuffix(end) for end in ("ey", "y", "ie") if name.endswith(end)), "")
    if len(stem) >= 3 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return len(stem) >= 3 and other.startswith(stem) and not other.endswith(("y", "ie", "i"))
