"""JSON of agencies and content management systems: what is read, in which field, and the way back into the file."""

import json

import pytest
from command import newslint, rows
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import blocks

from newslint.model.errors import NewslintError, NotCopyError
from newslint.model.span import Span
from newslint.readers.json_formats import read_json
from newslint.readers.json_text import parse, write

NINJS_1 = {
    "uri": "urn:example:1",
    "versioncreated": "2026-03-04T10:00:00Z",
    "language": "en-GB",
    "headline": "Harbour plan & its price",
    "byline": "Ann Lee",
    "body_html": "<p>The “harbour” opens on Monday.</p>\n<p>It cost £3m &amp; more.</p>",
    "body_text": "The harbour opens on Monday. It cost £3m & more.",
    "person": [{"name": "Tom Reed"}],
    "place": [{"name": "Mill Bridge"}],
    "associations": {"featuremedia": {"type": "picture", "description_text": "Tom Reed at the harbour"}},
}
NINJS_3 = {
    "uri": "urn:example:2",
    "headlines": [{"role": "main", "value": "Harbour plan"}],
    "by": "Ann Lee",
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": "The harbour opens on Monday."},
        {"role": "rich", "contentType": "application/xhtml+xml", "value": "<p>The harbour opens on Monday.</p>"},
    ],
    "organisations": [{"name": "Harbour Trust"}],
}


def fields(document):
    return [(field.name, document.text[field.start : field.end]) for field in document.fields]


def assert_maps_back(document, source):
    """Every verbatim piece stands in the file; every escape there is read as the characters of its piece."""
    for piece in document.source_map.pieces:
        words = document.text[piece.clean : piece.clean + piece.clean_length]
        origin = source[piece.source : piece.source + piece.source_length]
        if piece.verbatim:
            assert words == origin
        elif piece.escape:
            assert json.loads(f'"{origin}"') == words


def read_or_refused(source):
    """The documents, or none for a source that is refused as it should be: in one line."""
    try:
        return read_json(source)
    except NewslintError as error:
        if "\n" in str(error):
            raise
        return ()


def test_ninjs_1_has_its_richest_body_with_headline_byline_and_captions():
    (document,) = read_json(json.dumps(NINJS_1))

    assert blocks(document) == [
        ("headline", "Harbour plan & its price"),
        ("byline", "Ann Lee"),
        ("body", "The “harbour” opens on Monday."),
        ("body", "It cost £3m & more."),
        ("caption", "Tom Reed at the harbour"),
    ]
    assert [name for name, _ in fields(document)] == [
        "/headline",
        "/byline",
        "/body_html#1",
        "/body_html#2",
        "/associations/featuremedia/description_text#1",
    ]
    assert document.metadata.language == "en-GB"
    assert [(row.kind, row.name, row.field) for row in document.metadata.listed] == [
        ("person", "Tom Reed", "/person/0/name"),
        ("place", "Mill Bridge", "/place/0/name"),
    ]


def test_ninjs_3_reads_the_body_with_markup_of_two_that_say_the_same():
    (document,) = read_json(json.dumps(NINJS_3))

    assert fields(document) == [
        ("/headlines/0/value", "Harbour plan"),
        ("/by", "Ann Lee"),
        ("/bodies/1/value#1", "The harbour opens on Monday."),
    ]


@pytest.mark.parametrize("ascii_only", [True, False])
def test_escapes_lead_back_to_what_writes_them(ascii_only):
    source = json.dumps(NINJS_1, ensure_ascii=ascii_only)
    (document,) = read_json(source)

    assert_maps_back(document, source)
    start = document.text.index("“harbour”")
    span = document.source_map.to_source(Span(start, start + 9))
    assert json.loads(f'"{source[span.start : span.end]}"') == "“harbour”"


def test_list_and_envelope_hold_several_articles():
    for tree, first in (([NINJS_1, NINJS_3], "/0"), ({"total": 2, "items": [NINJS_1, NINJS_3]}, "/items/0")):
        one, two = read_json(json.dumps(tree))

        assert one.name == first
        assert one.fields[0].name == f"{first}/headline"
        assert "opens on Monday" in two.text


def test_json_of_another_kind_is_no_copy():
    with pytest.raises(NotCopyError, match="JSON of no kind that newslint knows"):
        read_json('{"name": "package", "version": "1.0.0"}')


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "ends too early in line 1, column 1;"),
        ('{"a": "b', "ends within a string"),
        ('{"a": [1, 2}', "lacks a comma or a closing bracket"),
        ('{"a": 1}}', "goes on after its end"),
        ("[" * 100_000, "is nested more than 200 deep"),
        ('{"a": "\n"}', "must be escaped"),
        ('{"a": "\\u12"}', "must be escaped"),
    ],
)
def test_broken_json_is_one_line(source, said):
    with pytest.raises(NewslintError, match=said):
        read_json(source)


TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(TREES, st.booleans(), st.sampled_from([None, 1]))
def test_parses_as_the_standard_library_does(tree, ascii_only, indent):
    source = json.dumps(tree, ensure_ascii=ascii_only, indent=indent)

    assert parse(source) == json.loads(source)


@given(st.text())
def test_words_are_written_as_json_reads_them(words):
    assert json.loads(f'"{write(words)}"') == words


HTML = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"))
    | st.sampled_from(["<p>", "</p>", "&amp;", " Tom "])
).map("".join)


@given(HTML, HTML, st.booleans())
def test_every_clean_span_of_an_item_maps_into_the_file(headline, body, ascii_only):
    source = json.dumps({"body_html": body, "headline": headline, "uri": "x"}, ensure_ascii=ascii_only)

    for document in read_json(source):
        assert_maps_back(document, source)


@settings(max_examples=300)
@given(st.integers(0, 10_000), st.binary(max_size=3), st.integers(0, 4))
def test_edited_bytes_are_read_or_refused_in_one_line(at, words, cut):
    data = json.dumps(NINJS_1).encode()
    at %= len(data)
    source = (data[:at] + words + data[at + cut :]).decode("utf-8", "replace")

    for document in read_or_refused(source):
        assert_maps_back(document, source)


def test_finding_names_its_field(tmp_path):
    story = {"uri": "x", "headline": "Harbour plan", "body_html": "<p>Fine.</p><p>He went to to the harbour.</p>"}
    (tmp_path / "story.json").write_text(json.dumps(story))

    _, out, _ = newslint("check", "story.json", "--no-config", cwd=tmp_path)
    (row,) = rows("story.json", "--no-config", cwd=tmp_path)

    assert out.startswith("story.json:/body_html#2:9: sentences/repeated-word ")
    assert (row["field"], row["field_start"], row["field_end"], row["document"]) == ("/body_html#2", 8, 13, None)


def test_field_offsets_count_utf_16_units_too(tmp_path):
    story = {"uri": "x", "body_html": "<p>\U0001f600 He went to to the harbour.</p>"}
    (tmp_path / "story.json").write_text(json.dumps(story))

    (row,) = rows("story.json", "--no-config", cwd=tmp_path)

    assert (row["field_start"], row["field_utf16_start"]) == (10, 11)


def test_fix_is_written_in_the_escapes_of_the_format(tmp_path):
    text = '{"uri": "x",  "body_html": "<p>The \\u201charbour\\u201d will open to to all.</p>"}\n'
    (tmp_path / "story.json").write_text(text)

    newslint("check", "story.json", "--no-config", "--fix", "--unsafe", cwd=tmp_path)

    assert (tmp_path / "story.json").read_text() == text.replace("to to", "to")


@pytest.mark.parametrize(
    ("tree", "tags"),
    [
        ({"uri": "x", "body_text": "It opens.", "keywords": ["Mill Bridge", "harbour"]}, ["Mill Bridge", "harbour"]),
        (
            {
                "type": "story",
                "version": "0.10.11",
                "content_elements": [{"type": "text", "content": "It opens."}],
                "taxonomy": {"tags": [{"text": "Mill Bridge"}]},
            },
            ["Mill Bridge"],
        ),
        (
            {"@type": "NewsArticle", "articleBody": "It opens.", "keywords": "Mill Bridge, harbour"},
            ["Mill Bridge", "harbour"],
        ),
    ],
)
def test_tags_are_listed(tree, tags):
    (document,) = read_json(json.dumps(tree))

    assert [(row.kind, row.name) for row in document.metadata.listed] == [("tag", tag) for tag in tags]


def test_official_sample_against_itself(tmp_path):
    """As in the IPTC's example: the place is misspelt in the metadata, and in capitals in the copy."""
    body = "<p>GROSSETO, Italy -- The trial of Tom Reed has begun.</p>"
    item = {
        "headlines": [{"value": "Captain on trial"}],
        "bodies": [{"value": body, "contentType": "application/xhtml+xml"}],
        "people": [{"name": "Tom Read"}],
        "places": [{"name": "Grossetto"}, {"name": "Italy"}],
        "located": "Grossetto",
    }
    (tmp_path / "a.json").write_text(json.dumps(item))

    found = rows("a.json", "--no-config", "--select", "names/listed", cwd=tmp_path)

    assert [(row["field"], row["message"]) for row in found] == [
        (
            "/bodies/0/value#1",
            "“GROSSETO” is “Grossetto” in the item’s places (/places/0/name): one of them is a slip.",
        ),
        ("/bodies/0/value#1", "“Tom Reed” is “Tom Read” in the item’s people (/people/0/name): one of them is a slip."),
    ]


@pytest.mark.parametrize("field", ["headline", "caption"])
def test_name_in_headline_and_caption_is_held_against_the_body(tmp_path, field):
    body = "<p>Tom Szymborski, the mayor, said it would open. Szymborski was sure. Szymborski left.</p>"
    words = "Szymbroski opens the harbour"
    item = {"uri": "x", "headline": "Harbour opens", "body_html": body}
    if field == "headline":
        item["headline"] = words
    else:
        item["associations"] = {"main": {"type": "picture", "description_text": words}}
    (tmp_path / "a.json").write_text(json.dumps(item))

    (found,) = rows("a.json", "--no-config", "--select", "names", cwd=tmp_path)

    assert found["field"] == ("/headline" if field == "headline" else "/associations/main/description_text#1")
