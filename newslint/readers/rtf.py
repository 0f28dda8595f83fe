"""Rich Text Format (.rtf): paragraphs and their characters; pictures, fonts, styles and deleted words are not read.

The source is read byte by byte (Latin-1), as RTF is ASCII with escapes; each escape maps to the character it writes.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model.document import Document
from newslint.model.errors import NotCopyError
from newslint.model.expressions import expression
from newslint.readers.fields import BREAK, Copy, value_of

_TOKEN = expression(r"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|[{}]|[\r\n]+|[^\\{}\r\n]+")
_INSTEAD = expression(r"\\'[0-9A-Fa-f]{2}|[^\\{}\r\n]")
# Groups that hold no text of the story.
_UNREAD = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
    "listtable listoverridetable rsidtbl generator datastore themedata colorschememapping latentstyles xmlnstbl "
    "fldinst filetbl revtbl bkmkstart bkmkend nonshppict annotation atnid atnauthor atndate atnref mmathPr "
    "listtext pntext".split()
)
_WORDS = {
    "tab": "\t",
    "line": BREAK,
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
}
_SYMBOLS = {"~": "\xa0", "_": "\u2011", "-": "", "{": "{", "}": "}", "\\": "\\", "\n": "\n\n", "\r": "\n\n"}
_PARAGRAPHS = frozenset(("par", "sect", "page", "row", "cell"))
_DEEPEST = 2000


class _Group:
    __slots__ = ("deleted", "note", "skip", "unread")

    def __init__(self, unread: bool = False, skip: int = 1, deleted: bool = False, note: bool = False) -> None:
        self.unread = unread
        self.note = note  # a footnote, which stands where it is called
        self.skip = skip  # characters after \u that stand for it in old programs
        self.deleted = deleted


def read_rtf(source: str) -> Document:
    """The article in RTF ``source``. Raises NotCopyError for what does not begin as RTF does."""
    if not source.lstrip().startswith("{\\rtf"):
        raise NotCopyError("line 1", "is no RTF: it does not begin with {\\rtf; save it anew", "files that are no RTF")
    copy = Copy()
    runs: list[tuple[str, int, int]] = []
    number = 0
    for text, start, end in (*_runs(source), ("\n\n", len(source), len(source))):
        if text != "\n\n":
            runs.append((text, start, end))
            continue
        if any(words.strip() for words, _, _ in runs):
            number += 1
            copy.runs(f"paragraph {number}", value_of(runs, _written, source))
        runs = []
    return copy.document("rtf")


def _runs(source: str) -> Iterator[tuple[str, int, int]]:
    """The texts of the story, and a blank line at each paragraph's end; its footnotes come last."""
    notes: list[tuple[str, int, int]] = []
    for text, start, end, in_note in _all_runs(source):
        if in_note:
            notes.append((text, start, end))
        else:
            yield text, start, end
    if notes:
        yield "\n\n", len(source), len(source)
        yield from notes


def _all_runs(source: str) -> Iterator[tuple[str, int, int, bool]]:  # noqa: C901 - a table of control words in a loop
    """The same in the order of the file, each with whether it is of a footnote."""
    groups = [_Group()]
    charset, at, star = "cp1252", 0, False
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None:
            at += 1
            continue
        start, at = at, match.end()
        token, (word, number, code, symbol) = match[0], match.groups()
        group = groups[-1]
        silent = group.unread or group.deleted
        if token == "{":
            groups.append(_Group(group.unread, group.skip, group.deleted, group.note))
            if len(groups) > _DEEPEST:
                raise NotCopyError("line 1", f"is RTF nested more than {_DEEPEST} deep", "broken RTF files")
            star = False
        elif token == "}":
            if len(groups) > 1:
                groups.pop()
        elif symbol == "*":
            star = True
        elif word:
            if star or word in _UNREAD:
                group.unread = True
            star = False
            if word == "footnote" and not group.note:
                group.note = True
                yield "\n\n", start, start, True
            elif word == "ansicpg" and number:
                charset = _charset(number)
            elif word == "uc" and number:
                group.skip = min(max(int(number), 0), 9)
            elif word == "deleted":
                group.deleted = number != "0"
            elif word == "bin" and number:
                at = min(len(source), at + max(int(number), 0))
            elif word == "u" and number:
                for _ in range(group.skip):  # what old programs read in its place
                    instead = _INSTEAD.match(source, at)
                    at = instead.end() if instead else at
                if not silent:
                    yield _character(int(number)), start, at, group.note
            elif silent:
                continue
            elif word in _PARAGRAPHS:
                yield "\n\n", start, at, group.note
            elif word in _WORDS:
                yield _WORDS[word], start, at, group.note
        elif token[0] in "\r\n" or silent:
            continue
        elif code:
            yield bytes.fromhex(code).decode(charset, "replace"), start, at, group.note
        elif symbol:
            yield _SYMBOLS.get(symbol, ""), start, at, group.note
        else:
            yield token, start, at, group.note


def _charset(number: str) -> str:
    import codecs

    try:
        return codecs.lookup(f"cp{int(number)}").name
    except LookupError:
        return "cp1252"


def _character(number: int) -> str:
    number = (number + 0x10000 if number < 0 else number) & 0xFFFF
    return "\ufffd" if 0xD800 <= number < 0xE000 or not number else chr(number)


def _written(words: str) -> str:
    """Words in the escapes of RTF."""
    units = words.encode("utf-16-le", "surrogatepass")
    codes = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    return "".join(map(_escaped, codes))


def _escaped(code: int) -> str:
    if not 31 < code < 127:
        return f"\\u{code}?"
    return f"\\{chr(code)}" if chr(code) in "\\{}" else chr(code)
