"""Every capitalised word of an article, in one cheap pass: the raw material of people and spellings."""

from newslint.english.abbreviations import precedes_name
from newslint.english.names import PARTICLES
from newslint.model.expressions import compiled, expression
from newslint.model.named_tuple import NamedTuple

# A capital after a hyphen or an apostrophe counts ("anti-Trump", "al-Assad", "d'Angelo"); handles and tags do not.
# An accent may be a character of its own. What stands before is looked at after the capital, which the engine seeks.
_CAPITALISED = expression(r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỹ](?<![^\W_].)(?<![@#/\\].)[\w\u0300-\u036f]*(?:['’ʼ]\w+)*")
_SPACES = " \u00a0\u2009\u202f"
_OPENERS = " \t\u00a0\u2009\u202f\"'“”‘’«»([*_>"
PLACE_WORDS = frozenset({"in", "at", "near", "across", "outside", "around"})
_ENDERS = ".!?…\n:•–—|"


class Word(NamedTuple):
    """A capitalised word. ``text`` and ``end`` leave out a possessive ending, ``stop`` includes it."""

    start: int
    end: int
    text: str
    stop: int


class Inventory:
    """The capitalised words in order, and where each form stands."""

    __slots__ = ("forms", "text", "words")

    def __init__(self, text: str, words: list[Word], forms: dict[str, list[int]]) -> None:
        self.text = text
        self.words = words
        self.forms = forms  # form -> indexes into words

    def left(self, index: int) -> int:
        """The index of the capitalised word of the same name just before, or -1."""
        if index and self.joined(index - 1):
            return index - 1
        return -1

    def right(self, index: int) -> int:
        """The index of the capitalised word of the same name just after, or -1."""
        if index + 1 < len(self.words) and self.joined(index):
            return index + 1
        return -1

    def joined(self, index: int) -> bool:
        """Whether only a space, a hyphen or the point of an initial or a short form parts a word from the next."""
        word, after = self.words[index], self.words[index + 1]
        gap = after.start - word.stop
        if gap > 3 or word.stop != word.end:
            return False
        text = self.text
        if gap == 1:
            return text[word.end] in " -\u00a0\u2009\u202f‐‑."
        if gap == 2:
            return (
                text[word.end] == "."
                and text[word.end + 1] in _SPACES
                and len(word.text) <= 5
                and (len(word.text) == 1 or precedes_name(word.text))
            )
        return False

    def opens_sentence(self, index: int) -> bool:
        """Whether the word would be capitalised anyway: after a full stop, a colon, a line break, a quotation mark."""
        text = self.text
        at = self.words[index].start - 1
        quoted = False
        while at >= 0 and text[at] in _OPENERS:
            quoted = quoted or text[at] in "\"“‘'«"
            at -= 1
        if at >= 0 and text[at] == "." and not quoted and index and self.joined(index - 1):
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
        begin = start - 1
        limit = max(0, start - 20)
        while begin > limit and "a" <= text[begin - 1] <= "z":
            begin -= 1
        return text[begin : start - 1]

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
        where = forms.get(form)
        if where is None:
            forms[form] = [len(words)]
        else:
            where.append(len(words))
        words.append(Word(start, end, form, stop))
    return Inventory(text, words, forms)


def particles_follow(inventory: Inventory, index: int) -> bool:
    """Whether only particles part a word from the next: "Ursula von der Leyen", "Osama bin Laden"."""
    word, after = inventory.words[index], inventory.words[index + 1]
    gap = after.start - word.stop
    if not 3 <= gap <= 12 or word.stop != word.end:
        return False
    between = inventory.text[word.stop : after.start]
    if between[0] != " " or between[-1] not in " -'’":
        return False
    return all(part in PARTICLES for part in between.strip(" -'’").split(" "))
