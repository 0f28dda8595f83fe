"""Bytes to text: what is accepted, and the one line that refuses the rest."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.readers.decode import DecodeError, decode

TEXT = "Café “Zoë” 👍\r\nnext\u2028line\xa0\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
    ],
)
def test_unicode_is_read_by_its_mark(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf-8-sig", "utf_8"])
def test_a_named_encoding_may_have_a_mark_too(encoding: str) -> None:
    assert decode(codecs.BOM_UTF8 + b"x", encoding) == "x"


def test_other_encodings_are_read_when_named() -> None:
    assert decode("Caf\xe9 \x93x\x94".encode("latin-1"), "windows-1252") == "Café “x”"
    assert decode("né".encode("utf-16-le"), "utf-16-le") == "né"


@pytest.mark.parametrize(
    ("data", "encoding", "says"),
    [
        (b"ok\nCaf\xe9 au lait", None, "not UTF-8: byte 0xe9 in line 2; save the file as UTF-8 or name its encoding"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "binary, not text: it holds NUL bytes"),
        (b"a\0b", None, "binary, not text"),
        ("né".encode("utf-16-le"), None, "binary, not text"),
        (codecs.BOM_UTF16_LE + b"a\0b", None, "not utf-16: undecodable bytes in line 1"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", None, "not utf-16"),
        (codecs.BOM_UTF16_LE + b"a\0\0\0", None, "binary, not text"),
        (b"a", "utf-88", "no such encoding: 'utf-88'; try utf-8, windows-1252 or utf-16"),
        (b"a", "", "no such encoding"),
        (b"a", "\0", "no such encoding"),
        (b"a", "x" * 500, "no such encoding"),
        (b"6161", "hex", "not a text encoding: 'hex'"),
        (b"a", "rot13", "not a text encoding"),
        (b"\xff", "ascii", "not ascii: undecodable bytes in line 1; name another with --encoding"),
        (b"abc", "utf-16-le", "not utf-16-le"),
        (b"+2AA-", "utf-7", "lone surrogates"),
    ],
)
def test_a_refusal_is_one_line_with_the_mend(data: bytes, encoding: str | None, says: str) -> None:
    with pytest.raises(DecodeError) as caught:
        decode(data, encoding)
    message = str(caught.value)
    assert message.startswith(says) or says in message
    assert "\n" not in message
    assert len(message) < 200


NAMES = st.sampled_from(
    [None, "utf-8", "utf-16", "utf-7", "cp1252", "idna", "punycode", "unicode_escape", "undefined", "mbcs"]
)


@given(st.binary() | st.text().map(str.encode), NAMES | st.text(max_size=10))
def test_no_bytes_crash_it(data: bytes, encoding: str | None) -> None:
    try:
        text, message = decode(data, encoding), ""
    except DecodeError as error:
        text, message = "", str(error)
    text.encode("utf-8")
    assert "\n" not in message


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == text
