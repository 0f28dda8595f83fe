"""Templates: what a rule looks for in readings, and which of them a reading can concern at all.

There are more templates than words in a sentence, and a sentence concerns hardly one. So no template is asked before
the words of the sentence have named it: each needed word knows its templates, in one table for all rules.
"""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newslint.english.spelling import LETTERS
from newslint.model.expressions import expression, store
from newslint.model.kept import kept

if TYPE_CHECKING:
    from newslint.analysis.figures.figure import Figure
    from newslint.analysis.figures.readings import Reading

# A figure is two characters of the private use area: its kind, then its number in the sentence. An expression asks for
# the kind and takes any character after it: a class of thousands of characters takes longer to compile than to search.
KIND = 0xE000
INDEX = 0xE100
_TOP = 0xF000
_ROLE = expression(r"\{([a-z]\w*)(?::([a-z%$]+))?\}")
_WORDS = expression(r"~(\d+)")
_MANY = 200  # readings for which it pays to know what every template needs
# What is no letter from a to z parts words.
_APART = bytes([code if chr(code) in LETTERS else 32 for code in range(256)])
# A capital that stands for itself, or in a class.
_CAPITAL = expression(r"(?<!\\)(?<!\(\?)[A-Z]")


class Found:
    """A template's match: the figures by their role, where their marks stand, and the match for what else it names."""

    __slots__ = ("figures", "match", "places")

    def __init__(self, figures: "dict[str, Figure]", places: dict[str, int], match: re.Match[str]) -> None:
        self.figures = figures
        self.places = places
        self.match = match

    def __getitem__(self, role: str) -> "Figure":
        return self.figures[role]

    def get(self, role: str) -> "Figure | None":
        return self.figures.get(role)


class Template:
    """An expression over readings; made once, with its module, and kept.

    ``{role:kinds}`` is a figure of one of the kinds, ``{role}`` a count; ``~4`` up to four words, each with a space
    before it; ``...`` anything within the clause. A role may stand in several alternatives. Case is ignored.

    ``bit``: a reading whose ``templates`` lack it holds no match; the bits of several can be added up.
    """

    def __init__(self, source: str, optional: str = "") -> None:
        """``optional``: the roles, parted by spaces, that a match may lack."""
        self.source = source
        kinds: dict[str, str] = {}
        for role, kind in _ROLE.findall(source):
            kinds[role] = kinds.get(role, "") + (kind or "n")
        self._roles = tuple([kinds[role] for role in kinds if role not in optional.split()])
        self._has_lower = _CAPITAL.search(source) is None
        self.bit = _table.bit_of_new(self, self._roles)

    def finditer(self, reading: "Reading") -> Iterator[Found]:
        if not reading.templates & self.bit or not self.may_match(reading.text):
            return iter(())
        return self._found(reading)

    @property
    def needs(self) -> tuple[frozenset[str], ...]:
        """The sets of words of which a match has one each, the most telling first."""
        return _needs(self.source)

    @property
    def is_known(self) -> bool:
        """Whether an earlier run has told what it needs."""
        return store.knows(_pattern(self.source), int(re.I))

    def may_match(self, text: str) -> bool:
        """Whether a reading's text has the words that the expression needs; looked at before that is compiled.

        An expression that need not ignore case seeks its first letter, instead of trying all of it at every place; so
        one looks at the sentence in lower case first, and finds nothing in most.
        """
        if any(map(words_in(text).isdisjoint, self.needs)):
            return False
        return not self._has_lower or _compiled(self.source, 0).search(_lower(text)) is not None

    def _found(self, reading: "Reading") -> Iterator[Found]:
        for match in _compiled(self.source).finditer(reading.text):
            figures, places = {}, {}
            for role, mark in match.groupdict().items():
                if mark and len(mark) == 2 and KIND <= ord(mark[0]) < INDEX <= ord(mark[1]) < _TOP:
                    name = role.partition("__")[0]
                    places[name] = match.start(role)
                    figures[name] = reading.figures[ord(mark[1]) - INDEX]
            yield Found(figures, places, match)


class _Table:
    """Which templates a reading may concern: a set of bits, one for each template that was ever made.

    The bit of a template of which nothing is known yet is set in every answer; it is then looked at by itself.
    """

    def __init__(self) -> None:
        self._templates: list[Template] = []
        self._new: list[Template] = []  # not yet in the columns by word
        self._put_off: list[Template] = []
        self._asked = 0
        self._by_word: dict[str, int] = {}
        self._needless = -1  # those that need no word
        self._by_role: dict[str, int] = {}
        self._by_size: dict[int, int] = {}  # number of roles -> those that have so many
        self._suiting: dict[tuple[frozenset[str], int], int] = {}

    def bit_of_new(self, template: Template, roles: Sequence[str]) -> int:
        """``roles``: for each role the kinds of figures that it takes."""
        bit = 1 << len(self._templates)
        self._templates.append(template)
        self._new.append(template)
        for role in roles:
            self._by_role[role] = self._by_role.get(role, 0) | bit
        self._by_size[len(roles)] = self._by_size.get(len(roles), 0) | bit
        self._suiting.clear()
        return bit

    def named_by(self, words: Set[str]) -> int:
        """The templates of which the most telling word stands among those of a reading, or that need none."""
        self._asked += 1
        if self._asked == _MANY:
            self._new += self._put_off
        if self._new:
            self._learn()
        found = self._needless
        for word in self._by_word.keys() & words:
            found |= self._by_word[word]
        return found

    def _learn(self) -> None:
        """Put the new templates into the columns, at first those alone of which an earlier run has told what they need.

        To find that out takes as long as to read a paragraph.
        """
        for template in self._new:
            if self._asked < _MANY and not template.is_known:
                self._put_off.append(template)
                continue
            needs = template.needs
            for word in needs[0] if needs else ():
                self._by_word[word] = self._by_word.get(word, 0) | template.bit
            if needs:
                self._needless &= ~template.bit
        self._new.clear()

    def suiting(self, kinds: frozenset[str], figures: int) -> int:
        """The templates for whose every role there is one of so many figures of these kinds."""
        suiting = self._suiting.get((kinds, figures))
        if suiting is None:
            suiting = -1
            for role, those in self._by_role.items():
                if kinds.isdisjoint(role):
                    suiting &= ~those
            for size, those in self._by_size.items():
                if size > figures:
                    suiting &= ~those
            self._suiting[kinds, figures] = suiting
        return suiting

    def matching(self, text: str, templates: int) -> int:
        """Those of ``templates`` that may match a reading's text, by a closer look at each."""
        found = templates
        for template in self._templates:
            if templates & template.bit and not template.may_match(text):
                found &= ~template.bit
        return found


_table = _Table()
named_by, suiting, matching = _table.named_by, _table.suiting, kept(_table.matching)


@lru_cache(maxsize=256)
def _lower(text: str) -> str:
    return text.lower()


@lru_cache(maxsize=256)
def words_in(text: str) -> frozenset[str]:
    """The words of a reading, in lower case."""
    return frozenset(_lower(text).encode("ascii", "replace").translate(_APART).decode("ascii").split())


@cache
def _compiled(source: str, flags: int = int(re.I)) -> re.Pattern[str]:
    return store.pattern(_pattern(source), flags)


@cache
def _needs(source: str) -> tuple[frozenset[str], ...]:
    return store.needs(_pattern(source), int(re.I))


@cache
def _pattern(source: str) -> str:
    roles: list[str] = []

    def role(match: re.Match[str]) -> str:
        roles.append(match[1])
        kinds = "".join(chr(KIND + ord(kind)) for kind in match[2] or "n")
        return f"(?P<{match[1]}__{len(roles)}>[{kinds}].)"

    pattern = _ROLE.sub(role, source)
    pattern = _WORDS.sub(r"(?: [\\w'$£-]+){0,\1}?", pattern)
    return pattern.replace("...", r"[^.;:!?]{0,90}?")
