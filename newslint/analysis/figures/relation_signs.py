"""What tells that a relation between figures is meant: the words about each, and how they stand to each other.

What is more, of a relation that does not hold: whether one slip of the pen would explain it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newslint.analysis.figures.relations import Placed, Relation, gaps
from newslint.model.expressions import expression

if TYPE_CHECKING:
    from newslint.analysis.figures.readings import Reading

_TOKEN = expression(r"[\ue000-\ue0ff].|[\w'’-]+|[^\s\w]")
_BETWEEN = 12  # words between two figures that are looked at


class Words:
    """The words of some readings, and what stands about each figure."""

    def __init__(self, found: "Sequence[Reading]") -> None:
        self._found = found
        self._about: dict[Placed, list[str]] = {}
        self._split: dict[int, tuple[list[str], list[int]]] = {}

    def _tokens(self, index: int) -> tuple[list[str], list[int]]:
        split = self._split.get(index)
        if split is None:
            tokens, places = ["^", "^", "^"], []
            for token in _TOKEN.findall(self._found[index].text):
                if len(token) == 2 and "\ue000" <= token < "\ue100":
                    places.append(len(tokens))
                    tokens.append("#" + chr(ord(token[0]) - 0xE000))
                else:
                    tokens.append(token.lower())
            tokens += ["$", "$", "$"]
            split = self._split[index] = tokens, places
        return split

    def _place(self, placed: Placed) -> tuple[list[str], int]:
        tokens, places = self._tokens(placed.reading)
        number = self._found[placed.reading].figures.index(placed.figure)
        return tokens, places[number] if number < len(places) else 3

    def about(self, placed: Placed) -> list[str]:
        """The three words before a figure and the three after it, each with its distance, and the nearer pairs."""
        about = self._about.get(placed)
        if about is None:
            tokens, at = self._place(placed)
            a, b, c = tokens[at - 3 : at]
            d, e, f = tokens[at + 1 : at + 4]
            about = [f"-3 {a}", f"-2 {b}", f"-1 {c}", f"+1 {d}", f"+2 {e}", f"+3 {f}", f"< {b} {c}", f"> {d} {e}"]
            self._about[placed] = about
        return about

    def between(self, one: Placed, two: Placed) -> list[str]:
        """The words between two figures of a sentence; "." where they stand in two."""
        if one.reading != two.reading:
            return ["."]
        tokens, low = self._place(one)
        high = self._place(two)[1]
        return tokens[low + 1 : high] if high - low <= _BETWEEN else ["far"]


def signs_of(guess: Relation, words: Words) -> Iterator[str]:
    """The signs that a relation is meant."""
    yield from shape_of(guess)
    for role, placed in zip(guess.order, guess.figures, strict=True):
        yield from words_of(named(guess, role), placed, words)
    yield from between_of(guess, words)


def named(guess: Relation, role: str) -> str:
    return role if guess.op == "sum" else f"{guess.op} {role}"


def words_of(role: str, placed: Placed, words: Words) -> list[str]:
    """The signs of the words about a figure in a role."""
    return [f"{role} {word}" for word in words.about(placed)]


def between_of(guess: Relation, words: Words) -> Iterator[str]:
    """The signs of the words from each figure to the next."""
    for (role, other), (one, two) in zip(pairwise(guess.order), pairwise(guess.figures), strict=True):
        name = named(guess, role + other)
        for word in dict.fromkeys(words.between(one, two)):
            yield f"{name} {word}"


def shape_of(guess: Relation) -> list[str]:
    """The signs of how the figures of a relation stand to each other."""
    order = guess.order
    key = f"{guess.op} {order}" if len(order) == 3 else "row W" if order[0] == "W" else "row P"
    return [f"{key} {sign}" for sign in _shape(guess)]


def _shape(guess: Relation) -> Iterator[str]:
    figures = [placed.figure for placed in guess.figures]
    yield ""
    yield "kinds " + ("".join(figure.kind for figure in figures) if len(figures) == 3 else figures[0].kind)
    names = {"": "-"}
    yield "units " + "".join(names.setdefault(figure.unit, "abcdefgh"[len(names) - 1]) for figure in figures[:4])
    yield "sentences " + "".join(map(str, gaps(guess)))
    yield f"paragraphs {min(guess.figures[-1].block - guess.figures[0].block, 2)}"
    yield f"crowd {min(guess.crowd, 8) - len(figures)}"
    if not all(figure.exact for figure in figures):
        yield "hedged"
    if guess.op == "sum":
        numbers = guess.figures[-1].number - guess.figures[0].number
        yield f"passed {min(numbers - len(figures) + 1, 3)}"
        share = min(figure.value for figure in figures) / max(figure.value for figure in figures)
        yield f"least {next((most for most in (0.02, 0.1, 0.3) if share < most), 1)}"
    if min(figure.value for figure in figures) < 3:
        yield "small"


def slips_of(guess: Relation) -> Iterator[str]:
    """How far a relation that does not hold is from holding, and which one slip of the pen would explain it."""
    best, near = "none", 9.0
    kind = "sum" if guess.op == "sum" else "rate"
    for role, placed, want in zip(guess.order, guess.figures, guess.wanted(), strict=True):
        value = placed.figure.value
        scale = 100.0 if placed.figure.kind == "%" and guess.op != "sum" else 1.0
        low, high = want.low * scale, want.high * scale
        if high <= 0 or not value:
            continue
        slip = slip_between(value, low - 1e-9, high + 1e-9)
        if slip:
            best = min(best, slip)
        if role in "WR" or placed is guess.figures[-1]:
            near = min(near, max(low / value, value / high))
    yield f"{kind} near {next((bound for bound in (1.05, 1.2, 1.5, 2.0, 4.0) if near <= bound), 9)}"
    digits = max(len(f"{placed.figure.value:.0f}".rstrip("0")) for placed in guess.figures)
    yield f"{kind} slip {best} {min(digits, 4)}"
    yield f"{kind} slip {best}"


def slip_between(value: float, low: float, high: float) -> str:
    """The slip that leads to ``value`` from a number between ``low`` and ``high``: digit, step, tenfold or none."""
    digits = f"{value:.6g}" if value < 1e6 else f"{value / 10 ** (len(f'{value:.0f}') - 3):.6g}"
    factor = value / float(digits) if value >= 1e6 else 1.0
    if digits.endswith("000") and "." not in digits:
        bare = digits.rstrip("0")
        digits, factor = bare, factor * 10.0 ** (len(digits) - len(bare))
    for at, digit in enumerate(digits):
        if digit.isdigit():
            for other in "0123456789":
                if other != digit and low <= float(digits[:at] + other + digits[at + 1 :]) * factor <= high:
                    return "digit"
    if value < 10 and (low <= value + 1 <= high or low <= value - 1 <= high):
        return "step"
    return "tenfold" if low <= value * 10 <= high or low <= value / 10 <= high else ""
