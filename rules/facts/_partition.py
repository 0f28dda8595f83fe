"""Parts told one after the other: "seven women, five men and a child", "121 were under ten and 40 were teenagers"."""

import re

from newslint import Figure, NamedTuple, Reading, compiled, expression

# People who cannot be two of these at once.
_EXCLUSIVE = tuple(
    frozenset(group.split())
    for group in (
        "adult adults child children baby babies infant infants teenager teenagers",
        "man men woman women child children boy boys girl girls baby babies "
        "teenager teenagers male males female females",
        "son sons daughter daughters",
        "democrat democrats republican republicans independent independents",
        "gold golds silver silvers bronze bronzes",
        "win wins draw draws loss losses defeat defeats tie ties victory victories won drawn lost",
        "dead killed died",
    )
)
_COUNT = "[\ue06e]."
_MONEY = "[\ue024]."
_REST = r"(?:the[ ]|all[ ])?(?:other|others|remaining|rest[ ]of[ ]the|final|last)[ ]"
_ONE = (
    r"(?:an?|one)[ ](?:[a-z-]+[ ])?(?:man|woman|boy|girl|child|baby|son|daughter|teenager|adult|nurse|draw|"
    r"loss|defeat|win|"
    r"officer|soldier|[a-z]+(?:er|or|ist|ian|ant|ent))\b"
)
_PART = expression(
    rf"""
    (?P<rest>{_REST})?(?:another[ ]|a[ ]further[ ]|only[ ]|just[ ]|with[ ])?  # the other
    (?:(?P<count>{_COUNT})|(?P<money>{_MONEY})|(?P<one>{_ONE}))(?P<words>[^,;:.()–?!]{{0,70}}?)  # what, and its words
    (?P<end>
        ,?[ ]and(?=[ ])|,?[ ]while(?=[ ])|,?[ ]but(?=[ ])|;(?:[ ]and)?(?=[ ])  # where the next part begins
        |,(?=[ ])|(?=[.;:()–?!]|$)
    )
    """,
    re.I | re.VERBOSE,
)


_ASIDE = expression(rf"{_COUNT} of (?:whom|them|which|those|these)\b")


class Part(NamedTuple):
    """One part: its value, its figure (None for "a child"), and the words said of it."""

    value: float
    figure: Figure | None
    words: str
    join: str = ""  # what stands between it and the next


class Row(NamedTuple):
    """Parts in a row. ``rest``: the last is "the other five"; ``closed``: an "and" stands before the last."""

    parts: tuple[Part, ...]
    rest: bool
    closed: bool
    end: int

    @property
    def figures(self) -> list[Figure]:
        return [part.figure for part in self.parts if part.figure is not None]

    @property
    def total(self) -> float:
        return sum(part.value for part in self.parts)

    @property
    def exact(self) -> bool:
        return all(figure.exact for figure in self.figures)

    @property
    def tellings(self) -> list[tuple[Part, ...]]:
        """The whole row, and what stands before a semicolon: one a Democrat, one a Republican; one old, one young."""
        cuts = [index + 1 for index, part in enumerate(self.parts[:-1]) if part.join.startswith(";") and index]
        return [self.parts, *(self.parts[:cut] for cut in cuts)]

    @property
    def sum(self) -> str:
        return " + ".join(f"{part.value:,.10g}" for part in self.parts) + f" = {self.total:,.10g}"

    @property
    def exclusive(self) -> bool:
        """Whether nobody can be two of these at once."""
        nouns = [self._noun(part) for part in self.parts]
        return len(set(nouns)) == len(nouns) and any(all(noun in group for noun in nouns) for group in _EXCLUSIVE)

    @property
    def parallel(self) -> bool:
        """Whether all parts go on with the same small word: 15 on the Marigold and 13 on the Hopewell."""
        first = {part.words.split(" ", 1)[0].lower() for part in self.parts}
        return len(first) == 1 and bool(first & {"on", "in", "at", "from", "for", "to", "of", "by", "with", "against"})

    def excludes(self, noun: str) -> bool:
        """Whether the whole's noun is one of the kinds itself: 503 women, 206 men and 346 children."""
        nouns = {self._noun(part) for part in self.parts}
        return bool(noun) and any(noun in group and nouns & group for group in _EXCLUSIVE)

    def _noun(self, part: Part) -> str:
        words = compiled(r"[a-z]+").findall(part.words.lower())
        known = [word for word in words if any(word in group for group in _EXCLUSIVE)]
        return known[0] if known else words[-1] if words else ""


def row_at(reading: Reading, start: int, stop: int = 10**6) -> Row | None:
    """The parts that stand in a row from ``start`` and before ``stop``, at least two; None if there are none."""
    parts: list[Part] = []
    at, last_join, rest, money = start, "", False, False
    text = reading.text
    while (match := _PART.match(text, at)) is not None:
        mark = match["count"] or match["money"]
        if parts and (match["money"] is not None) != money:
            break
        money = match["money"] is not None
        figure = reading.figures[ord(mark[1]) - 0xE100] if mark else None
        words = match["one"].partition(" ")[2] if match["one"] else match["words"]
        parts.append(Part(figure.value if figure else 1.0, figure, words.strip()))
        rest = match["rest"] is not None
        at = match.end("words")
        join = match["end"]
        parts[-1] = parts[-1]._replace(join=join)
        after = match.end() + 1
        if words.strip().startswith("each "):
            return None  # one each at first and third base: two
        if _ASIDE.match(text, after):
            break  # three independents, one of whom is its chair
        if not join or after >= stop or not _PART.match(text, after):
            break
        last_join, at = join, after
    if len(parts) < 2:
        return None
    return Row(tuple(parts), rest, "and" in last_join or "but" in last_join or "while" in last_join, at)
