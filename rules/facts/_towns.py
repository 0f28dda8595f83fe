"""One town that an article puts into two states."""

import re
from collections.abc import Iterator

from newslint import Span, english, expression

_TOWN = expression(
    r"""
    (?P<town>[A-Z](?<![\w.’'-].)[a-z]+(?:[ ][A-Z][a-z]+)?),[ ]  # Saint Paul,
    (?P<state>[A-Z][a-z]+\.?(?:[ ][A-Z][a-z]+)?)(?=[,.;:)\s]|$)  # Minn.
    """,
    re.VERBOSE,
)
_TWO_WORDS = frozenset(
    {
        "New York",
        "New Jersey",
        "New Mexico",
        "North Carolina",
        "South Carolina",
        "North Dakota",
        "South Dakota",
        "West Virginia",
        "Rhode Island",
        "New Hampshire",
    }
)


# What a town with its state ends in: sought by its comma, where the town would be tried at every capital.
_STATE = expression(r",[ ](?P<state>[A-Z][a-z]+\.?(?:[ ][A-Z][a-z]+)?)(?=[,.;:)\s]|$)")
_FEWEST = 3  # towns with their states, of which one is odd


def two_states(text: str) -> Iterator[tuple[Span, Span, str]]:
    """Each town with two states: where the odd one stands, where the usual one does, and a message."""
    if sum(bool(_state(match["state"])) for match in _STATE.finditer(text)) < _FEWEST:
        return
    places: dict[str, dict[str, list[Span]]] = {}
    for match in _TOWN.finditer(text):
        state = _state(match["state"])
        if state and match["town"] not in english.US_STATES:
            places.setdefault(match["town"], {}).setdefault(state, []).append(Span(*match.span()))
    for town, states in places.items():
        if len(states) == 2:
            (odd, few), (usual, many) = sorted(states.items(), key=lambda item: len(item[1]))
            if len(few) == 1 and len(many) > 1:
                yield few[0], many[0], f"{town} is in {odd} here, in {usual} elsewhere."


def _state(words: str) -> str:
    """The state's full name, "" if it is none."""
    if words in _TWO_WORDS:
        return words
    word = words.split()[0].rstrip(".")
    if word in english.US_STATES:
        return word
    if english.is_short_state(word) and words.endswith("."):
        return next((state for state in sorted(english.US_STATES) if state.startswith(word)), word)
    return ""
