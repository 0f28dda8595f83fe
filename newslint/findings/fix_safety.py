"""What no program may mend, whatever rule proposes it: names, figures, and what stands in quotation marks.

A fix that would change one of them is shown, for an editor to make by hand. Free to go are mends that leave the letters
and figures as they are (spaces, marks), garbled and invisible characters, whole lines, and a word that stands twice.
"""

from __future__ import annotations

from newslint import english
from newslint.article import Article
from newslint.model.expressions import expression
from newslint.model.finding import Edit, Fix, Safety
from newslint.model.kept import kept
from newslint.model.span import Span

_WORD = expression(r"\w+(?:['’]\w+)*")
_BEFORE_SENTENCE = expression(r"(?:^|\n|[.!?…:][\"”’)]*\s+)[\"“‘(]*\Z")


def harmless(fix: Fix, article: Article) -> Fix:
    """The fix, by hand only if one of its edits touches a name, a figure or a quotation."""
    if fix.safety is not Safety.BY_HAND and any(_touches(edit, article) for edit in fix.edits):
        return fix._replace(safety=Safety.BY_HAND)
    return fix


def _touches(edit: Edit, article: Article) -> bool:
    text, (start, end) = article.text, edit.span
    if article.in_quotation(edit.span):
        return True
    if _is_garble(text[start:end]) or (not edit.replacement and _goes_whole(text, start, end)):
        return False
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    new = text[start : edit.span.start] + edit.replacement + text[edit.span.end : end]
    return any(_is_fact_or_name(article, word.moved(start)) for word in _changed(text[start:end], new))


def _is_garble(old: str) -> bool:
    """Whether nothing but what no writer types goes: two foreign letters or more, or signs that nobody sees."""
    if any(character.isascii() and character.isalnum() for character in old):
        return False
    foreign = sum(not character.isascii() for character in old)
    if foreign != 1:
        return foreign > 1
    from unicodedata import category

    return not any(category(c)[0] in "LN" for c in old)


def _goes_whole(text: str, start: int, end: int) -> bool:
    """Whether an edit takes out whole lines, or words that stand once more just before or after."""
    words = text[start:end].strip()
    if (not text[:start].rstrip(" \t") or text[:start].rstrip(" \t")[-1] == "\n" or "\n" in text[start:end]) and (
        not text[end:].lstrip(" \t") or text[end:].lstrip(" \t")[0] == "\n" or text[end - 1 : end] == "\n"
    ):
        return True
    size = len(words)
    before, after = text[max(0, start - size - 2) : start].strip(), text[end : end + size + 2].strip()
    return bool(words) and (before.endswith(words) or after.startswith(words))


@kept
def _changed(old: str, new: str) -> list[Span]:
    """The words of ``old`` whose letters are others in ``new``."""
    words = [Span(*match.span()) for match in _WORD.finditer(old)]
    from difflib import SequenceMatcher  # few findings have a mend that comes so far

    rows = SequenceMatcher(None, [old[a:b] for a, b in words], _WORD.findall(new), autojunk=False)
    changed = [word for kind, low, high, *_ in rows.get_opcodes() if kind != "equal" for word in words[low:high]]
    # The point of "Mr." is no letter, and yet a matter of the house.
    return changed + [word for word in words if english.is_honorific(old[word.start : word.end])]


def _is_fact_or_name(article: Article, word: Span) -> bool:
    form = article.text[word.start : word.end]
    if any(map(str.isdigit, form)) or article.person_at(word) is not None:
        return True
    if not form[0].isupper():
        return False
    opens = _BEFORE_SENTENCE.search(article.text[max(0, word.start - 8) : word.start]) is not None or word.start == 0
    return not opens or not english.is_word(form.lower()) or english.is_honorific(form)
