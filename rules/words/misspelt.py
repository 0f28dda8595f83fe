"""words/misspelt"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint import Article, Finding, Rule, Span, english, flags, kept, passes

from ._unknown import english_around, unknown_openings, unknown_words

# The least count that a word must have in ten million words of news (5: 16 times, 11: a thousand) to be what was meant,
# by how typical the slip is: 3 letters swapped, doubled or not doubled; 2 a letter lost, a vowel for a vowel, a key
# beside the right one; 1 any other letter. Long words leave less to chance.
_LEAST_SIZE = {3: 5, 2: 8, 1: 11}
_LEAST_SIZE_MIDDLE = {3: 5, 2: 7, 1: 10}
_LEAST_SIZE_LONG = {3: 5, 2: 5, 1: 7}
_MIDDLE, _LONG = 7, 9
_SENTENCE = 6  # words that somebody said
_SHORT = 4  # letters: of so few only a typical slip for a very common word is told
_SHORT_SIZE = 12
# What the writer adds to a word that exists.
_ENDINGS = (
    ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("y", ""), ("ee", ""),
)  # fmt: skip
_DOUBLING = ("ing", "ed", "er")
_BEGINNINGS = (
    "anti", "co", "counter", "cyber", "de", "dis", "ex", "extra", "hyper", "inter", "mega", "micro", "mid", "mini",
    "mis", "multi", "non", "out", "over", "post", "pre", "pro", "re", "semi", "sub", "super", "trans", "ultra", "un",
    "under",
)  # fmt: skip
_BRITISH = (("isa", "iza"), ("ise", "ize"), ("isi", "izi"), ("yse", "yze"))


class Misspelt(Rule):
    """A word is misspelt: no dictionary has it, and one slip of the hand away stands a word that everybody uses.

    The dictionary holds some 335,000 forms, American and British, rare words, and names that the world knows. What it
    lacks is reported only if letters were swapped, lost, doubled or hit beside the right key, and the word that was
    meant is common in edited news. Coinages ("unredacted", "handsy"), compounds, words in quotation marks of their own,
    foreign words among others of their kind, words of the article's own that stand twice, and all names are left
    alone: a word with a capital in the middle of a sentence is a name. With a capital at the start of one it must be a
    long word and a typical slip. What people say in whole sentences is read too, and never mended unasked.

    `words` holds what the house spells its own way; the house list of names counts too.

    On 1.3 million words as published: read 37 warnings, right 35. On 300,000 words of other papers that nothing was
    fitted on: read 9 warnings, right 9. Of what people say, on 5 million words: read 18 warnings, right 15.
    """

    reads_quotes = True
    reference = "Corrections in the histories of news sites"
    examples = (
        flags(
            "The [[goverment]] has lost the vote, and [[wiht]] it the chamber.",
            becomes="The government has lost the vote, and with it the chamber.",
        ),
        flags("He asked for a [[postponment]] of the hearing.", becomes="He asked for a postponement of the hearing."),
        flags("[[Accomodation]] was scarce in the valley.", becomes="Accommodation was scarce in the valley."),
        flags("The work was not [[neccesary]].", becomes="The work was not necessary."),
        flags("They are [[outfiting]] a ship."),
        flags("She [[telphoned]] the mayor.", becomes="She telephoned the mayor."),
        flags("A [[horticulutralist]] spoke.", becomes="A horticulturalist spoke."),
        passes("The book, La derniere fois qu’on regarde (The Last Time We Look), tells of a mill in the south."),
        passes("The colour of the programme’s quinoa livestream was, they realised, greyer than the color of yours."),
        passes("Ngaire Te Whata, Oluwaseun Adebayo and Siân Llwyd met Xu Zhiqing at Moneague."),
        flags("“We did all that the [[goverment]] asked of us,” she said."),
        passes("He wrote “goverment” on the wall; the whanau sang a waiata, and @goverment posted #goverment."),
    )
    words: frozenset[str] = frozenset()

    def check(self, article: Article) -> Iterator[Finding]:
        for span in article.view(unknown_words):
            form = article.text[span.start : span.end]
            meant = () if self._is_ours(article, form) else _meant(article, span, form)
            if meant and form.capitalize() not in article.text:
                yield self._told(span, form, meant)
        for span in article.view(unknown_openings):
            form = article.text[span.start : span.end]
            meant = () if self._is_ours(article, form) else _meant(article, span, form.lower(), name=True)
            if meant and article.lower.count(form.lower()) == 1:
                yield self._told(span, form, [word.capitalize() for word in meant])

    def _told(self, span: Span, form: str, meant: Sequence[str]) -> Finding:
        return self.finding(span, f"“{form}” is in no dictionary; “{meant[0]}” may be meant.", suggest=meant)

    def _is_ours(self, article: Article, form: str) -> bool:
        """Whether it is a word of the house."""
        return form in self.words or form.lower() in self.words or article.house.has_word(form)


def _meant(article: Article, span: Span, form: str, *, name: bool = False) -> Sequence[str]:
    """The words that may be meant, best first; empty if the form may well be a word."""
    if not form.isascii() or not english_around(article.text, span):
        return ()
    if article.in_quotation(span) and not _is_reported(article, span, form):
        return ()
    meant = _mends(form, False, name)
    # What comes back is less likely a slip; few forms are sought in all of the text.
    if meant and article.text.count(article.text[span.start : span.end]) > 1:
        return _mends(form, True, name)
    return meant


@kept
def _mends(form: str, again: bool, name: bool) -> Sequence[str]:
    """The words that may be meant, by the form alone; ``again``: it comes back in the article, and fewer may be."""
    doubled = _doubled(form)
    if doubled and not name:
        return (doubled,)
    common = _common_words(form, again=again, name=name)
    if common or again or name or _coined(form):
        return common
    rare = english.rare_corrections(form)
    return rare if len(rare) == 1 else ()


def _doubled(form: str) -> str:
    """What a form lacks that doubles no letter before its ending, where the dictionary does: "snapshoting"; or ""."""
    for end in _DOUBLING:
        stem = form.removesuffix(end)
        if stem != form and len(stem) > _SHORT and english.in_dictionary(stem):
            if english.in_dictionary(stem + stem[-1] + end):
                return stem + stem[-1] + end
    return ""


def _is_reported(article: Article, span: Span, form: str) -> bool:
    """Whether a word in a quotation is the paper's to spell: of a whole sentence, and no dialect ("sayin")."""
    if form.endswith("in") and english.word_size(form + "g"):
        return False
    return any(
        quote.start < span.start < quote.end and len(quote.text.split()) >= _SENTENCE for quote in article.quotes
    )


def _common_words(form: str, *, again: bool, name: bool) -> list[str]:
    """The words that everybody uses and that may be meant. ``again``: the form comes back in the article."""
    found = english.corrections(form)
    if not found:
        return []
    best = found[0]
    sizes = _LEAST_SIZE_LONG if len(form) >= _LONG else _LEAST_SIZE_MIDDLE if len(form) >= _MIDDLE else _LEAST_SIZE
    least = sizes[best.slip]
    if len(form) <= _SHORT:
        least = _SHORT_SIZE if best.slip == 3 else 99
    if best.size < least or (name and (best.slip < 3 or len(form) < 7)):
        return []
    if (best.slip < 3 and (again or _coined(form))) or _coined(form, sure=True):
        return []
    return [word.word for word in found if word.slip == best.slip and word.size > best.size - 4][:3]


def _coined(form: str, *, sure: bool = False) -> bool:
    """Whether it is made of a word that exists; ``sure``: by an ending that any word takes, or by British spelling."""
    for end, back in _ENDINGS[:2] if sure else _ENDINGS:
        if form.endswith(end) and english.word_size(form[: len(form) - len(end)] + back):
            return True
    stem = form.removesuffix("ing").removesuffix("ed")
    if stem != form and not sure and stem[-1:] == stem[-2:-1] and english.word_size(stem[:-1]):
        return True
    for british, american in _BRITISH:
        if british in form and english.in_dictionary(form.replace(british, american)):
            return True
    if sure:
        return False
    return any(form.startswith(start) and english.word_size(form[len(start) :]) > 6 for start in _BEGINNINGS)
