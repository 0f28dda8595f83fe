"""Bytes to text: UTF-8, UTF-16 with a byte order mark, or the encoding that the user names."""

import codecs
import warnings

_MEND = "save the file as UTF-8 or name its encoding with --encoding"
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class DecodeError(ValueError):
    """The bytes are not text in the expected encoding. The message is one line: what is wrong, and the mend."""


def decode(data: bytes, encoding: str | None = None) -> str:
    """The text of a file, without its byte order mark; line ends and every other character stay as they are.

    ``encoding`` is any text encoding that Python knows; None means UTF-8, or UTF-16 if its byte order mark is there.
    Raises DecodeError.
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    if data.startswith(_UTF32):
        return _decode_as(data, "utf-32")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_as(data, "utf-16")
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise DecodeError(f"binary, not text: it holds NUL bytes; {_MEND}") from None
        line = data.count(b"\n", 0, error.start) + 1
        raise DecodeError(f"not UTF-8: byte 0x{data[error.start]:02x} in line {line}; {_MEND}") from None
    if "\0" in text:
        raise DecodeError(f"binary, not text: it holds NUL bytes; {_MEND}")
    return text


def encode(text: str, original: bytes, encoding: str | None = None) -> bytes:
    """The text as bytes in the encoding, and with the byte order mark, of the file that it was read from."""
    if encoding is None:
        for mark, name in (
            (codecs.BOM_UTF32_LE, "utf-32-le"),
            (codecs.BOM_UTF32_BE, "utf-32-be"),
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF16_BE, "utf-16-be"),
            (codecs.BOM_UTF8, "utf-8"),
        ):
            if original.startswith(mark):
                return mark + text.encode(name)
        return text.encode()
    if codecs.lookup(encoding).name == "utf-8" and original.startswith(codecs.BOM_UTF8):
        return codecs.BOM_UTF8 + text.encode()
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        raise DecodeError(f"{text[error.start]!r} cannot be written in {encoding}; {_MEND}") from None


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        info = codecs.lookup(encoding)
    except (LookupError, ValueError):
        raise DecodeError(f"no such encoding: {_shown(encoding)}; try utf-8, windows-1252 or utf-16") from None
    try:
        with warnings.catch_warnings(action="ignore"):  # Python warns of odd escapes in its own escape codecs
            text = data.decode(info.name)
    except LookupError:  # a codec that makes bytes from bytes, such as hex
        raise DecodeError(f"not a text encoding: {_shown(encoding)}; try utf-8, windows-1252 or utf-16") from None
    except UnicodeError as error:
        line = data.count(b"\n", 0, getattr(error, "start", 0)) + 1
        raise DecodeError(f"not {info.name}: undecodable bytes in line {line}; name another with --encoding") from None
    if "\0" in text:
        raise DecodeError(f"binary, not text: it holds NULs when read as {info.name}; name another with --encoding")
    if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
        raise DecodeError(f"not text: lone surrogates when read as {info.name}; name another with --encoding")
    return text.removeprefix("\ufeff")


def _shown(name: str) -> str:
    return repr(name if len(name) < 40 else name[:40] + "…")
