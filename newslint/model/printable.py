"""Words of others, fit for a terminal and a log: nothing in them moves a cursor, turns a line or gives an order."""

import re

from newslint.model.expressions import expression

# Control characters, marks that turn the direction of a line, halves of characters; what CI servers take for an order.
HIDDEN = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_UNSAFE = expression(rf"[{HIDDEN}]|\A\s*::|##(?=\w*\[)")
_BREAKS = expression(r"\s*[\n\r\x0b\x0c\x85\u2028\u2029]\s*")


def printable(words: str) -> str:
    r"""The words with all that is not to be shown written out: ``\x1b``, ``\n``, ``\u202e``; quick for plain words."""
    if words.isascii() and words.isprintable() and "::" not in words and "##" not in words:
        return words
    return _UNSAFE.sub(_written, words)


def one_line(words: str) -> str:
    """The same, but line breaks between words are spaces."""
    if words.isprintable():
        return printable(words)
    return printable(_BREAKS.sub(" ", words))


def json_safe(text: str) -> str:
    """JSON text that says the same with all that is hidden in its strings written out."""
    if text.isascii() and "\x7f" not in text and "##" not in text:
        return text
    return _HIDDEN_IN_JSON.sub(lambda match: f"\\u{ord(match[0][-1]):04x}", text)


def _written(match: re.Match[str]) -> str:
    words = match[0]
    if words.startswith("##"):
        return "#\\x23"
    if words.endswith("::"):
        return words[:-2] + "\\x3a:"
    char = words
    return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(char) or (
        f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"
    )


_HIDDEN_IN_JSON = expression(f"[{HIDDEN.replace(chr(0) + '-' + chr(31), '')}]|(?<=#)#(?=\\w*\\[)")
