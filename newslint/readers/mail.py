"""Mail (.eml, RFC 5322 and MIME): a newsletter or copy that was sent in; the subject is the headline.

Of a text and an HTML part that say the same the text is read, unless it is next to nothing. Attachments are other
files. Places lead into the file through quoted-printable and base64; nothing in base64 or a coded header is mended.
"""

from __future__ import annotations

import binascii
import datetime
from collections.abc import Iterator
from email.header import decode_header
from email.message import Message
from email.parser import HeaderParser
from email.utils import parseaddr, parsedate_to_datetime
from functools import partial

from newslint.model.block import Role
from newslint.model.document import Document, Metadata
from newslint.model.errors import NotCopyError
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple
from newslint.readers.fields import Copy, Value, value_of, within

_DEEPEST = 20
_LEAST = 100  # characters of a text part that is more than "see the HTML part"
_HEADERS = expression(r"(?:[!-9;-~]+[ \t]*:[^\r\n]*(?:\r\n?|\n|\Z)(?:[ \t]+[^\r\n]*(?:\r\n?|\n|\Z))*)*")
_SUBJECT = expression(r"^subject[ \t]*:[ \t]*((?:[^\r\n]|\r?\n[ \t])*)", 2 | 8)  # IGNORECASE, MULTILINE
# A run of coded bytes, which may go on after a soft line break in the middle of a character.
_QUOTED = expression(r"=[0-9A-Fa-f]{2}(?:(?:=[ \t]*\r?\n)*=[0-9A-Fa-f]{2})*|=[ \t]*\r?\n")
_CODED = expression(r"=([0-9A-Fa-f]{2})")
_BASE64 = expression(r"[A-Za-z0-9+/]")
# What forms call the fields of an article, in the order of reading.
_FORM = (
    ("headline", Role.HEADLINE),
    ("byline", Role.BYLINE),
    ("abstract", Role.STANDFIRST),
    ("dateline", Role.DATELINE),
    ("body", None),
)
_NO_CHARSETS = ("idna", "punycode", "unicode-escape", "raw-unicode-escape")
_SIGNATURE = expression(r"^-- ?\r?$", 8)


class Part(NamedTuple):
    """A part of a mail: its headers, where its body lies, and its number: 1.2 is the second in the first."""

    headers: Message
    start: int
    end: int
    number: str

    @property
    def kind(self) -> str:
        return self.headers.get_content_type()


def mail_encoding(data: bytes) -> str | None:
    """Bytes that are no UTF-8 are each a character, to be read in the encoding of their part."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "latin-1"
    return None


def read_mail(source: str) -> Document:
    """The text of a mail. Raises NotCopyError for a file without a mail's headers."""
    lead = len(source) - len(source.lstrip())
    top = _part(source, lead, len(source), "1")
    if not any(name in top.headers for name in ("From", "Subject", "Date", "Content-Type", "Received")):
        raise NotCopyError("line 1", "is no mail: it has no headers; save it anew", "files that are no mail")
    copy = Copy()
    subject = _SUBJECT.search(source, lead, top.start)
    if subject:
        raw = subject[1].rstrip()
        value = _header(source, subject.start(1), subject.start(1) + len(raw))
        copy.runs("Subject", value, Role.HEADLINE, wrapped=True)
    for part in _chosen(source, top, 0):
        value = _body(source, part)
        if part.kind == "text/html":
            copy.page(f"part {part.number}", value)
        else:
            signature = _SIGNATURE.search(value.text)
            if signature:
                value = value.slice(0, signature.start())
            if not (value.text.lstrip().startswith('{"') and _form(copy, f"part {part.number}", value)):
                copy.plain(f"part {part.number}", value)
    return copy.document("mail", _metadata(top.headers))


def _form(copy: Copy, field: str, value: Value) -> bool:
    """Read a form that was filled in on a page and mailed as JSON, by its headings; whether it is one."""
    from newslint.readers.json_formats._fields import items_at, looks_like_html
    from newslint.readers.json_text import Text, parse, pointer

    try:
        tree = parse(value.text.strip())
    except NotCopyError:
        return False
    value = value.slice(len(value.text) - len(value.text.lstrip()), len(value.text.rstrip()))
    keys = {key.lower(): key for key in tree}
    if "body" not in keys:
        return False
    for name, role in _FORM:
        for at, text in items_at(tree, keys.get(name, "")):
            if isinstance(text, Text):
                words = within(text.value, value)
                add = copy.html if looks_like_html(text) else copy.plain
                add(field + pointer(at), words, role)
    return True


def _part(source: str, start: int, end: int, number: str) -> Part:
    match = _HEADERS.match(source, start, end)
    stop = match.end() if match else start
    headers = HeaderParser().parsestr(source[start:stop])
    for gap in ("\r\n", "\n", "\r"):
        if source.startswith(gap, stop):
            stop += len(gap)
            break
    return Part(headers, min(stop, end), end, number)


def _chosen(source: str, part: Part, depth: int) -> Iterator[Part]:
    """The parts of text to read: of alternatives one, of a mixture each; no attachments."""
    if part.headers.get_content_maintype() != "multipart":
        if part.kind in ("text/plain", "text/html") and part.headers.get_content_disposition() != "attachment":
            yield part
        return
    if depth > _DEEPEST:
        return
    found = [row for child in _children(source, part) for row in _chosen(source, child, depth + 1)]
    if part.kind == "multipart/alternative":
        texts = [row for row in found if row.kind == "text/plain"]
        pages = [row for row in found if row.kind == "text/html"]
        wordy = sum(len(_body(source, row).text.strip()) for row in texts) >= _LEAST
        found = texts if texts and (wordy or not pages) else pages
    yield from found


def _children(source: str, part: Part) -> Iterator[Part]:
    boundary = part.headers.get_boundary()
    if not boundary:
        return
    line = f"--{boundary}"
    starts: list[tuple[int, int]] = []
    at = part.start
    while (at := source.find(line, at, part.end)) >= 0:
        if at == part.start or source[at - 1] in "\r\n":
            tail = source.find("\n", at, part.end)
            tail = part.end if tail < 0 else tail + 1
            if source[at + len(line) : tail].strip() in ("", "--"):
                starts.append((at, tail))
                if source.startswith("--", at + len(line)):
                    break
        at += len(line)
    for number, ((_, start), (stop, _)) in enumerate(zip(starts, [*starts[1:], (part.end, 0)], strict=False), 1):
        if not source.startswith("--", starts[number - 1][0] + len(line)):
            yield _part(source, start, max(start, stop), f"{part.number}.{number}")


def _body(source: str, part: Part) -> Value:
    how = str(part.headers.get("Content-Transfer-Encoding", "")).strip().lower()
    charset = part.headers.get_content_charset() or "utf-8"
    if how == "base64":
        return value_of(_base64(source, part.start, part.end, charset), None, source)
    if how == "quoted-printable":
        runs = _quoted_printable(source, part.start, part.end, charset)
        return value_of(runs, partial(_coded, charset=charset), source)
    return _eight_bit(source, part.start, part.end, charset)


def _plainly(words: str) -> str:
    return words


def _eight_bit(source: str, start: int, end: int, charset: str) -> Value:
    """Text as it stands; where the file had to be read byte by byte, the bytes of the part's own encoding."""
    text = source[start:end]
    decoded = text
    if not text.isascii() and max(text) <= "\xff":
        try:
            decoded = text.encode("latin-1").decode(_known(charset))
        except UnicodeError:
            decoded = text
    if decoded == text:
        return value_of([(text, start, end)], _plainly)
    runs = _characters(text.encode("latin-1"), list(range(start, end + 1)), charset)
    return value_of(runs, partial(_as_bytes, charset=charset), source)


def _as_bytes(words: str, charset: str) -> str:
    """Words as a file that is read byte by byte holds them. Raises UnicodeEncodeError."""
    return words.encode(_known(charset)).decode("latin-1")


def _quoted_printable(source: str, start: int, end: int, charset: str) -> Iterator[tuple[str, int, int]]:
    at = start
    for match in _QUOTED.finditer(source, start, end):
        yield source[at : match.start()], at, match.start()
        at = match.end()
        coded = list(_CODED.finditer(source, match.start(), match.end()))
        if coded:
            data = bytes.fromhex("".join(byte[1] for byte in coded))
            yield from _characters(data, [*(byte.start() for byte in coded), match.end()], charset)
    yield source[at:end], at, end


def _coded(words: str, charset: str) -> str:
    """Words in quoted-printable. Raises UnicodeEncodeError."""
    data = words.encode(_known(charset))
    return "".join(chr(byte) if 32 <= byte < 127 and byte != 0x3D else f"={byte:02X}" for byte in data)


def _known(charset: str) -> str:
    """A charset by the name that Python knows, UTF-8 for what is none: Python has codecs of other things, too."""
    import codecs

    try:
        name = codecs.lookup(charset).name
        b"a".decode(name)
    except (LookupError, ValueError):  # UnicodeError is a ValueError; so is a name with a NUL in it
        return "utf-8"
    return "utf-8" if name in _NO_CHARSETS else name


def _base64(source: str, start: int, end: int, charset: str) -> Iterator[tuple[str, int, int]]:
    places = [match.start() for match in _BASE64.finditer(source, start, end)]
    letters = "".join(source[at] for at in places)
    try:
        data = binascii.a2b_base64(letters[: len(letters) - (len(letters) % 4 == 1)] + "==")
    except binascii.Error:
        return
    edges = [places[min(byte * 4 // 3, len(places) - 1)] for byte in range(len(data))]
    yield from _characters(data, [*edges, places[-1] + 1 if places else start], charset)


def _characters(data: bytes, places: list[int], charset: str) -> Iterator[tuple[str, int, int]]:
    """Each character of bytes whose places in the source are known, one more than there are bytes."""
    import codecs

    decoder = codecs.getincrementaldecoder(_known(charset))("replace")
    first = 0
    for at in range(len(data)):
        text = decoder.decode(data[at : at + 1], at == len(data) - 1)
        if text:
            yield text, places[first], places[at + 1]
            first = at + 1


def _header(source: str, start: int, end: int) -> Value:
    """A header's text; encoded words in it map as a whole."""
    raw = source[start:end]
    if "=?" not in raw:
        return value_of([(raw, start, end)], _plainly)
    try:
        words = "".join(
            part if isinstance(part, str) else part.decode(charset or "latin-1", "replace")
            for part, charset in decode_header(raw)
        )
    except (LookupError, ValueError, binascii.Error):
        words = raw
    return value_of([(words, start, end)], None, source)


def _metadata(headers: Message) -> Metadata:
    subject = str(headers.get("Subject", ""))
    name, _ = parseaddr(str(headers.get("From", "")))
    date: datetime.date | None
    try:
        date = parsedate_to_datetime(str(headers.get("Date", ""))).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        date = None
    language = str(headers.get("Content-Language", "")).partition(",")[0].strip()
    return Metadata(" ".join(subject.split()) if "=?" not in subject else "", name, date, language=language)
