"""SourceMap: spans of clean text as spans of the file."""

from hypothesis import given
from hypothesis import strategies as st

from newslint.model.span import Passage, Piece, SourceMap, Span

# "<b>Kuz</b>io &amp; so" read as "Kuzio & so"
SOURCE = "<b>Kuz</b>io &amp; so"
CLEAN = "Kuzio & so"
MAP = SourceMap(
    [Piece(0, 3, 3, 3, True), Piece(3, 10, 3, 3, True), Piece(6, 13, 1, 5, False), Piece(7, 18, 3, 3, True)]
)


def test_a_span_leads_to_what_it_reads() -> None:
    def source(start: int, end: int) -> str:
        place = MAP.to_source(Span(start, end))
        return SOURCE[place.start : place.end]

    assert source(0, 3) == "Kuz"
    assert source(0, 5) == "Kuz</b>io"  # tags at the edges stay outside, those within are taken along
    assert source(3, 5) == "io"
    assert source(6, 7) == "&amp;"
    assert source(8, 10) == "so"
    assert source(0, len(CLEAN)) == SOURCE[3:]


def test_an_empty_span_is_one_place() -> None:
    assert MAP.to_source(Span(3, 3)) == (10, 10)
    assert MAP.to_source(Span(len(CLEAN), len(CLEAN))) == (len(SOURCE), len(SOURCE))


def test_verbatim_is_what_can_be_edited_in_the_file() -> None:
    assert MAP.is_verbatim(Span(0, 3))
    assert not MAP.is_verbatim(Span(0, 5))
    assert not MAP.is_verbatim(Span(6, 7))
    assert MAP.is_verbatim(Span(7, 10))


def test_no_pieces_mean_that_clean_text_is_the_source() -> None:
    same = SourceMap()
    assert same.to_source(Span(3, 9)) == (3, 9)
    assert same.is_verbatim(Span(0, 100))


def test_spans_contain_and_overlap() -> None:
    assert Span(1, 5).contains(Span(1, 5))
    assert not Span(1, 5).contains(Span(0, 2))
    assert Span(1, 5).overlaps(Span(4, 9))
    assert not Span(1, 5).overlaps(Span(5, 9))
    assert Passage.of(CLEAN, 0, 5).text == "Kuzio"


PIECES = st.lists(
    st.tuples(st.booleans(), st.integers(1, 5), st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=20
)


@given(PIECES, st.data())
def test_any_map_is_monotone_and_verbatim_spans_keep_their_length(
    rows: list[tuple[bool, int, int, int]], data: st.DataObject
) -> None:
    pieces, clean, source = [], 0, 0
    for verbatim, length, other, gap in rows:
        source += gap
        pieces.append(Piece(clean, source, length, length if verbatim else other, verbatim))
        clean, source = clean + length, source + (length if verbatim else other)
    source_map = SourceMap(pieces)
    start = data.draw(st.integers(0, clean))
    end = data.draw(st.integers(start, clean))
    place = source_map.to_source(Span(start, end))
    assert 0 <= place.start <= place.end <= source
    assert [source_map.start_of(at) for at in range(clean)] == sorted(source_map.start_of(at) for at in range(clean))
    if start < end and source_map.is_verbatim(Span(start, end)):
        assert place.end - place.start == end - start
    inner = source_map.to_source(Span(start, data.draw(st.integers(start, end))))
    assert inner.start == place.start
    assert inner.end <= max(place.end, place.start)


@given(PIECES, st.data())
def test_what_reads_the_same_leads_there_and_back(rows, data) -> None:
    pieces, clean, source = [], 0, 0
    for verbatim, length, other, gap in rows:
        source += gap
        pieces.append(Piece(clean, source, length, length if verbatim else other, verbatim))
        clean, source = clean + length, source + pieces[-1].source_length
    source_map = SourceMap(pieces)
    start = data.draw(st.integers(0, clean - 1))
    span = Span(start, data.draw(st.integers(start + 1, clean)))
    back = source_map.to_clean(source_map.to_source(span))
    assert 0 <= back.start <= back.end <= clean
    if source_map.is_verbatim(span):
        assert back == span


def test_a_place_in_markup_is_the_nearest_in_the_clean_text() -> None:
    assert MAP.to_clean(Span(0, 3)) == (0, 0)  # "<b>"
    assert MAP.to_clean(Span(6, 10)) == (3, 3)  # "</b>"
    assert MAP.to_clean(Span(13, 18)) == (6, 7)  # "&amp;"
    assert MAP.to_clean(Span(0, len(SOURCE))) == (0, len(CLEAN))
    assert SourceMap().to_clean(Span(2, 5)) == (2, 5)
