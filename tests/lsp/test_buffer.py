"""The server's text stays equal to the editor's, whatever is typed."""

import re

import pytest

pytest.importorskip("pygls", reason="needs newslint[lsp]")
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range

from newslint.lsp.buffer import Buffer
from newslint.model.span import Span

ENCODINGS = [PositionEncodingKind.Utf8, PositionEncodingKind.Utf16, PositionEncodingKind.Utf32]
CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
WIDTH = {"utf-8": 1, "utf-16": 2, "utf-32": 4}

letters = st.sampled_from(["a", "é", "“", "😀", "\u2028", "\x0c", "\x85", "e\u0301", "\n", "\r\n", "\r", " "])
words = st.lists(letters, max_size=12).map("".join)


def units(text, encoding):
    return len(text.encode(CODECS[encoding])) // WIDTH[encoding]


def client_position(text, offset, encoding):
    """The position that an editor gives, worked out anew from the protocol's words."""
    lines = re.split(r"\r\n|\n|\r", text[:offset])
    return Position(len(lines) - 1, units(lines[-1], encoding))


def between_cr_and_lf(text, offset):
    return text[offset - 1 : offset + 1] == "\r\n"


@given(st.data(), st.sampled_from(ENCODINGS), words)
@settings(max_examples=1000)
def test_random_edits_keep_server_and_client_equal(data, encoding, text):
    buffer = Buffer(text, encoding)
    for _ in range(10):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 6)))
        if between_cr_and_lf(text, start) or between_cr_and_lf(text, end):
            continue
        new = data.draw(words)
        where = Range(client_position(text, start, encoding), client_position(text, end, encoding))
        text = text[:start] + new + text[end:]
        buffer.replace(where, new)
        assert buffer.text == text


@given(words, st.sampled_from(ENCODINGS))
def test_positions_are_the_clients(text, encoding):
    buffer = Buffer(text, encoding)
    for offset in range(len(text) + 1):
        if not between_cr_and_lf(text, offset):
            assert buffer.position(offset) == client_position(text, offset, encoding)
            assert buffer.offset(buffer.position(offset)) == offset


@pytest.mark.parametrize(("line", "character", "offset"), [(0, 99, 2), (1, 99, 5), (9, 0, 5)])
def test_positions_past_an_end_mean_the_end(line, character, offset):
    assert Buffer("ab\r\nc").offset(Position(line, character)) == offset


def test_range_covers_a_span():
    assert Buffer("😀 Kuzio").range(Span(2, 7)) == Range(Position(0, 3), Position(0, 8))
