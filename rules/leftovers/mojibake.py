"""leftovers/mojibake."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Article, Finding, Literals, Rule, Safety, Severity, Span, compiled, flags, passes

from ._encodings import LEADS, is_mended_whole, is_plausible, is_suspect, read_again, read_back

_CHEAP = Literals(*"ÃÂâïðÐÑÅÄÎÏØÙãåçæ", "\ufffd")
_CUT = Literals("?t", "?s", "?re", "?ve", "?ll", "?d", "?m")  # "don?t"
_RUN = f"[{LEADS}][\x80-\u02ff\u2013-\u203a\u20ac\u2122\u02dc\u02c6]+"
_HALF = 'â(?:€["”“?]?|\\?\\?)|Â(?=[\\s£$©°«»]|$)'
_LOST = "(?:ï¿½|\ufffd)+"
# What UTF-8 looks like when it is read in other encodings.
_ALIENS = (
    ("‚Ä", "mac_roman"), ("√", "mac_roman"), ("¬", "mac_roman"), ("ΓÇ", "cp437"), ("├", "cp437"), ("┬", "cp437"),
    ("ÔÇ", "cp850"), ("├", "cp850"), ("┬", "cp850"), ("вЂ", "cp1251"), ("鈥", "gbk"),
)  # fmt: skip
_STRAY = "(?<=[A-Za-z])[¹¼](?=(?:t|s|re|ve|ll|d|m)\\b)"
_QUERY = r"(?<![/?&=\w])[A-Za-z]{2,20}\?(?:t|s|re|ve|ll|d|m)\b(?![=/\w])"
_QUOTED_PRINTABLE = r"(?:=[C-F][0-9A-F])(?:=[89AB][0-9A-F])+|=20(?=\s)|=3D"
_PERCENT = r"(?<![\w/.?=&%-])(?:[\w'’-]+%20)+[\w'’-]+|(?:%[C-E][0-9A-F])(?:%[89AB][0-9A-F])+"
_ENCODED = (
    (Literals("=20", "=3D", "=C", "=D", "=E"), _QUOTED_PRINTABLE),
    (Literals("%20", "%C", "%D", "%E"), _PERCENT),
)
_C1 = "[\x80-\x9f]"


class Mojibake(Rule):
    """Characters were garbled when the text went from one encoding to another.

    "donâ€™t" for "don’t", "cafÃ©" for "café", "don?t", "�". Where the bytes still tell what stood there, the whole run
    of them makes a word, and nothing beside it is garbled, the mend is safe; a lost character (�) has to be guessed
    from its place, so that is for an editor to confirm.

    On 1.3 million words as published: read 5 errors, right 5.
    """

    severity = Severity.ERROR
    claims_words = True
    gathers = True
    reads_quotes = True
    examples = (
        flags("They don[[â€™]]t serve caf[[Ã©]] au lait.", becomes="They don’t serve café au lait."),
        flags("The mayor[[\ufffd]]s plan", becomes="The mayor’s plan"),
        flags("It cost [[Â£]]5, she [[didn?t]] say why.", becomes="It cost £5, she didn’t say why."),
        flags("Fran[[ÃƒÂ§]]ois Garc[[Ã\xad]]a left.", becomes="François García left."),
        passes("São Paulo, Ångström, Âge d’or, naïve café, Łódź: all spelt right. Didn’t he? See it."),
        flags("They don[[‚Äô]]t serve caf[[√©]] in don[[ΓÇÖ]]t.", becomes="They don’t serve café in don’t."),
        passes("The root √2, ¬p and 3¼ in Γ. The price of tea rose by 20% 20 years ago. Is he a don? They asked."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        found: list[Finding] = []
        if not text.isascii():
            if _CHEAP.in_text(text):
                found += self._garbled(text)
            found += self._control_characters(text, found)
            for lead, encoding in _ALIENS:
                if lead in text:
                    found += self._alien(text, lead, encoding)
            if "¹" in text or "¼" in text:
                found += [self._garble(text, match, "’", safe=False) for match in compiled(_STRAY).finditer(text)]
        if _CUT.in_text(text):
            for match in compiled(_QUERY).finditer(text):
                if _is_contraction(match[0]):
                    found.append(self._garble(text, match, match[0].replace("?", "’"), safe=False))
        for literals, pattern in _ENCODED:
            if literals.in_text(text):
                found += [
                    self._garble(text, match, _decoded(match[0]), safe=False)
                    for match in compiled(pattern).finditer(text)
                ]
        for finding in found:
            yield finding if is_mended_whole(text, finding, found) else _by_hand(finding)

    def _control_characters(self, text: str, found: list[Finding]) -> Iterator[Finding]:
        """Characters of Windows-1252 that were read as Latin-1, outside of what was found already."""
        known = {at for finding in found for at in range(finding.start, finding.end)}
        for match in compiled(_C1).finditer(text):
            if match.start() not in known:
                yield self._garble(text, match, _windows(match[0]), safe=True)

    def _alien(self, text: str, lead: str, encoding: str) -> Iterator[Finding]:
        for match in re.finditer(re.escape(lead) + r"\S{1,2}", text):
            for end in range(match.start() + 2, match.end() + 1):
                better = read_again(text[match.start() : end], encoding)
                if better and _is_common(better) and is_plausible(text, match.start(), end, better):
                    words = f"“{text[match.start() : end]}” is a garbled character"
                    where = Span(match.start(), end)
                    yield self.finding(where, f"{words}; it should read “{better}”.", fix=better)
                    break

    def _garbled(self, text: str) -> Iterator[Finding]:
        end = -1
        for match in compiled(_RUN).finditer(text):
            better = read_back(match[0])
            if better and (len(match[0]) > 3 or _is_common(better) or not match[0][1:].isalpha()):
                end = match.end()
                yield self._garble(text, match, better, safe=True)
        for match in compiled(_HALF).finditer(text):
            if match.start() < end or (match[0] == "Â" and text[match.start() - 1 : match.start()].isalpha()):
                continue
            yield self._garble(text, match, "" if match[0] == "Â" else "”", safe=match[0] == "Â")
        for match in compiled(_LOST).finditer(text):
            yield self._garble(text, match, _guess(text, match.start(), match.end()), safe=False)

    def _garble(self, text: str, match: re.Match[str], better: str, *, safe: bool) -> Finding:
        """A finding whose mend is safe only if it makes sense and nothing beside it is garbled, too."""
        where = Span(*match.span())
        words = f"“{match[0]}” is a garbled character"
        if not better and match[0] != "Â":
            return self.finding(where, f"{words}; find out what stood here.")
        if safe and not is_plausible(text, *where, better):
            return self.finding(where, f"{words}; find out what stood here.")
        if is_suspect(text, *where):
            return self.finding(where, f"{words}; it may be “{better}”.", suggest=better, by_hand=True)
        if safe:
            return self.finding(where, f"{words}; it should read “{better}”.", fix=better)
        return self.finding(where, f"{words}; it may be “{better}”.", suggest=better)


def _by_hand(finding: Finding) -> Finding:
    """The finding, its mend left to an editor: another part of the word stays garbled, or makes no sense with it."""
    return finding._replace(fix=finding.fix and finding.fix._replace(safety=Safety.BY_HAND))


def _is_common(better: str) -> bool:
    """Whether it is a letter or a mark of Western copy, with no more than plain letters after it."""
    first = better[:1]
    western = "\xa1" <= first <= "\u024f" or "\u2010" <= first <= "\u2044" or first in "€™"
    return bool(first) and western and (len(better) == 1 or better[1:].isascii())


def _windows(character: str) -> str:
    """The character that Windows has where Unicode has a control character."""
    try:
        return character.encode("latin-1").decode("windows-1252")
    except UnicodeDecodeError:
        return ""


def _is_contraction(word: str) -> bool:
    stem, _, tail = word.lower().partition("?")
    return stem.endswith("n") if tail == "t" else len(stem) > 1


def _decoded(written: str) -> str:
    from urllib.parse import unquote

    if written.startswith("="):
        return unquote(written.replace("=", "%"))
    return unquote(written)


def _guess(text: str, start: int, end: int) -> str:
    """The mark that most likely stood where a character was lost."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    if after.isdigit():
        return ""  # a currency sign, a dash, a quotation mark ...
    if before.isalpha() and after.isalpha():
        return "’"
    if (not before or before.isspace() or before in "([—–") and after and not after.isspace():
        return "“"
    if before and not before.isspace() and (not after or after.isspace() or after in ".,;:!?)—–"):
        return "”"
    if before.isspace() and after.isspace():
        return "—"
    return ""
