"""Every capitalised word of an article, in one cheap pass: the raw material of people and spellings."""

from collections.abc import Set

from newslint.english.abbreviations import precedes_name
from newslint.english.names import PARTICLES
from newslint.english.spelling import LETTERS
from newslint.model.expressions import compiled, expression
from newslint.model.named_tuple import NamedTuple

# A capital after a hyphen or an apostrophe counts ("anti-Trump", "al-Assad", "d'Angelo"); handles and tags do not.
# An accent may be a character of its own. What stands before is looked at after the capital, which the engine seeks.
_CAPITALISED = expression(r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỹ](?<![^\W_].)(?<![@#/\\].)[\w\u0300-\u036f]*(?:['’ʼ]\w+)*")
_SPACES = " \u00a0\u2009\u202f"
_JOINTS = _SPACES + "-‐‑."
_new = tuple.__new__
_LONGEST_GAP = 12  # characters of the particles between two words of a name
_OPENERS = " \t\u00a0\u2009\u202f\"'“”‘’«»([*_>"
PLACE_WORDS = frozenset({"in", "at", "near", "across", "outside", "around"})
_ENDERS = ".!?…\n:•–—|"


class Word(NamedTuple):
    """A capitalised word. ``text`` and ``end`` leave out a possessive ending, ``stop`` includes it."""

    start: int
    end: int
    text: str
    stop: int


_NO_WORD = Word(-99, -99, "", -99)


class Inventory:
    """The capitalised words in order, where each form stands, and which words are of one name.

    ``joined``: indexes of the words that only a space, a hyphen or the point of an initial or a short form parts from
    the next. ``linked``: of those that particles part from the next: "Ursula von der Leyen", "Osama bin Laden".
    """

    __slots__ = ("forms", "joined", "linked", "text", "words")

    def __init__(
        self, text: str, words: list[Word], forms: dict[str, list[int]], joined: Set[int], linked: Set[int]
    ) -> None:
        self.text = text
        self.words = words
        self.forms = forms  # form -> indexes into words
        self.joined = joined
        self.linked = linked

    def left(self, index: int) -> int:
        """The index of the capitalised word of the same name just before, or -1."""
        return index - 1 if index - 1 in self.joined else -1

    def right(self, index: int) -> int:
        """The index of the capitalised word of the same name just after, or -1."""
        return index + 1 if index in self.joined else -1

    def opens_sentence(self, index: int) -> bool:
        """Whether the word would be capitalised anyway: after a full stop, a colon, a line break, a quotation mark."""
        text = self.text
        at = self.words[index].start - 1
        quoted = False
        while at >= 0 and text[at] in _OPENERS:
            quoted = quoted or text[at] in "\"“‘'«"
            at -= 1
        if at >= 0 and text[at] == "." and not quoted and index - 1 in self.joined:
            return False  # "Mr. Hale", "J. Roe"
        return at < 0 or text[at] in _ENDERS or quoted

    def is_signature(self, index: int) -> bool:
        """Whether a handle follows: the name under a post, as its bearer writes it."""
        return self.text.startswith(" (@", self.words[index].stop)

    def word_before(self, index: int) -> str:
        """The lower-case word just before, or ""."""
        text, start = self.text, self.words[index].start
        if start < 2 or text[start - 1] not in _SPACES or not text[start - 2].islower():
            return ""
        before = text[max(0, start - 20) : start - 1]
        return before[len(before.rstrip(LETTERS)) :]

    def words_after(self, index: int) -> list[str]:
        """Up to three lower-case words just after."""
        stop = self.words[index].stop
        found = compiled(r"[,”\"’]{0,2}((?: [a-z]+){1,3})").match(self.text[stop : stop + 40])
        return found[1].split() if found else []

    def word_after(self, index: int) -> str:
        """The lower-case word just after, perhaps beyond a comma or a closing mark, or ""."""
        stop = self.words[index].stop
        found = compiled(r"[,”\"’]{0,2} ([a-z]+)").match(self.text[stop : stop + 20])
        return found[1] if found else ""


def find_inventory(text: str) -> Inventory:
    """The capitalised words of ``text``; linear in its length."""
    words: list[Word] = []
    forms: dict[str, list[int]] = {}
    joined, linked = set[int](), set[int]()
    before = _NO_WORD
    for match in _CAPITALISED.finditer(text):
        start, stop = match.span()
        form = match[0]
        if not form.isascii():
            if not form[0].isupper():
                continue
            import unicodedata  # not for those who write plain letters

            form = unicodedata.normalize("NFC", form)
            if "’" in form or "ʼ" in form:
                form = form.replace("’", "'").replace("ʼ", "'")
        end = stop
        if "'" in form and form.endswith(("'s", "'S")):
            form = form[:-2]
            end -= 2
        index = len(words)
        if start - before.stop <= _LONGEST_GAP and before.stop == before.end:
            between = text[before.end : start]
            if _joins(before.text, between):
                joined.add(index - 1)
            elif _are_particles(between):
                linked.add(index - 1)
        where = forms.get(form)
        if where is None:
            forms[form] = [index]
        else:
            where.append(index)
        before = _new(Word, (start, end, form, stop))
        words.append(before)
    return Inventory(text, words, forms, joined, linked)


def _joins(form: str, between: str) -> bool:
    """Whether a form and the next word are of one name by what parts them: a space, a hyphen, a point."""
    if len(between) == 1:
        return between in _JOINTS
    point = len(between) == 2 and between[0] == "." and between[1] in _SPACES
    return point and (len(form) == 1 or (len(form) <= 5 and precedes_name(form)))


def _are_particles(between: str) -> bool:
    """Whether what parts two words is nothing but particles."""
    if len(between) < 3 or between[0] != " " or between[-1] not in " -'’":
        return False
    return all(part in PARTICLES for part in between.strip(" -'’").split(" "))
