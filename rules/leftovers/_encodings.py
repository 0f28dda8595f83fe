"""What garbled characters were before: bytes of one encoding that were read as another."""

from __future__ import annotations

from collections.abc import Sequence

from newslint import Finding, Safety, english, expression

# What UTF-8 looks like when it is read as Latin-1, Windows-1252 or the like begins with one of these.
LEADS = "ÃÂâåÅÄÎÏÐÑØÙãäæçèéï×ðÊËÌÍĂ"
# One that no word of Western copy holds beside a sign, a control character or a soft hyphen.
_SUSPECT = expression("[\x80-\x9f\xad\ufffdÃÂâÐÑÎÏØÙĂ]")
_ROUNDS = 4  # a text may have been garbled again and again
_MARKS = frozenset("’‘“”„–—‑…•£€¥¢©®™°§¶½¼¾×÷«»¿¡·´′″º²³ \xa0")
_WORD_END = expression(r"[^\W\d_]*\Z")
_ONE_WORD = expression(r"\S{0,60}")
_ONE_WORD_END = expression(r"\S*\Z")
_CUT_BY_DOTS = expression("[^\\W\\d_][\xa1-\xbf]…[^\\W\\d_]")  # a letter of three bytes, the last of which Windows has
_WORD_START = expression(r"[^\W\d_]*")


def is_suspect(text: str, start: int, end: int) -> bool:
    """Whether what stands just before or just after is garbled too, so that nothing here is sure."""
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return _SUSPECT.search(around) is not None


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the word, all marks included, begins and ends that holds ``text[start:end]``."""
    before, after = _ONE_WORD_END.search(text[max(0, start - 60) : start]), _ONE_WORD.match(text, end)
    return start - len(before[0] if before else ""), after.end() if after else end


def is_mixed(text: str, start: int, end: int) -> bool:
    """Whether the word there holds letters of our alphabet and of another one, or signs that no word holds."""
    word = text[slice(*_word_around(text, start, end))]
    ours = any(character.isalpha() and character <= "\u024f" for character in word)
    return ours and any(
        (character.isalpha() and "\u0370" <= character <= "\u1dff") or "\u2200" <= character <= "\u25ff"
        for character in word
    )


def is_mended_whole(text: str, finding: Finding, found: Sequence[Finding]) -> bool:
    """Whether the safe mends of all findings in a word leave nothing in it but letters of the West and marks."""
    if finding.fix is None or finding.fix.safety is not Safety.SAFE:
        return True
    start, end = _word_around(text, finding.start, finding.end)
    edits = {
        edit.span: edit.replacement
        for other in found
        if other.fix and other.fix.safety is Safety.SAFE and start <= other.start < end
        for edit in other.fix.edits
    }
    word, at = "", start
    for span in sorted(edits):
        word += text[at : span.start] + edits[span]
        at = max(at, span.end)
    word += text[at:end]
    return all(
        character.isascii() or character in _MARKS or (character.isalpha() and _is_western(character))
        for character in word
    ) and not _CUT_BY_DOTS.search(word)


def read_back(garbled: str) -> str:
    """What the characters were before they were garbled, once or several times; empty if they are as they should be."""
    better = garbled
    for _ in range(_ROUNDS):
        again = read_again(better, "cp1252")
        if not again:
            break
        better = again
    if better == garbled:
        from ftfy import TextFixerConfig, fix_encoding

        better = fix_encoding(garbled, TextFixerConfig(explain=False))
    return better if better != garbled and "\ufffd" not in better and better[-1:] not in "ÃÂ" else ""


def read_again(garbled: str, encoding: str) -> str:
    """The characters with their bytes read as UTF-8; empty if they are no UTF-8."""
    try:
        better = b"".join([_bytes(character, encoding) for character in garbled]).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return ""
    return better if better != garbled else ""


def _bytes(character: str, encoding: str) -> bytes:
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:
        return character.encode("latin-1")


def is_plausible(text: str, start: int, end: int, better: str) -> bool:
    """Whether ``better`` may stand for ``text[start:end]``: marks of print, or letters that make a word or a name."""
    letters = [character for character in better if character.isalpha()]
    if not all(character in _MARKS or character.isascii() or character in letters for character in better):
        return False
    if not letters:
        return True
    before = _WORD_END.search(text[max(0, start - 40) : start])
    after = _WORD_START.match(text, end)
    word = (before[0] if before else "") + better + (after[0] if after else "")
    parts = [part for part in "".join([c if c.isalpha() else " " for c in word]).split() if part]
    return all(_is_western(part) and (part[1:].islower() or part.isupper() or len(part) == 1) for part in parts) and (
        any(part[0].isupper() or not part.isascii() or english.is_word(part) for part in parts)
    )


def _is_western(word: str) -> bool:
    return all(
        character.isascii() or "\xc0" <= character <= "\u024f" or "\u1e00" <= character <= "\u1eff"
        for character in word
    )
