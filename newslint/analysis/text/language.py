"""Whether an article is in English: where it says that it is not, and reads so."""

from newslint.english.words import is_word
from newslint.model.expressions import expression

_WORD = expression(r"[^\W\d_]+")
_SEEN = 400  # words that are looked at
_LEAST = 0.6  # of them that English copy has as ordinary words; other languages share a quarter


def is_foreign(language: str, text: str) -> bool:
    """Whether ``language``, a BCP 47 tag or empty, is another than English, and the text does not read as English.

    A wrong field in a content management system must not silence the rules; nor is a language guessed from the copy.
    """
    said = language.partition("-")[0].partition("_")[0].lower()
    if said in ("", "en", "eng", "english", "und", "mul"):
        return False
    words = [word[0] for word, _ in zip(_WORD.finditer(text), range(_SEEN), strict=False)]
    return sum(map(is_word, words)) < _LEAST * len(words)
