"""NITF, NewsML-G2, WordPress exports and feeds: what is read, in which field, and the way back into the file."""

import html

import pytest
from command import newslint
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import blocks

from newslint.model.errors import NewslintError, NotCopyError
from newslint.readers.xml_formats import read_xml

NITF = """<?xml version="1.0" encoding="utf-8"?>
<nitf baselang="en-GB"><head><title>Harbour</title><docdata><date.issue norm="20260304T100000Z"/></docdata></head>
<body><body.head><hedline><hl1>Harbour &amp; its price</hl1></hedline><byline>By Ann Lee</byline></body.head>
<body.content><p>The <location>Mill Bridge</location> harbour
    opens on Monday.</p><p>It costs &#163;3m.</p></body.content></body></nitf>
"""
WXR = """<rss xmlns:content="c" xmlns:wp="w"><channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title>Harbour</title><content:encoded><![CDATA[<!-- wp:paragraph --><p>It opens &amp; closes.</p>
<!-- /wp:paragraph -->[caption id="a"]The harbour[/caption]]]></content:encoded><wp:post_id>7</wp:post_id></item>
<item><title>Old</title><content:encoded><![CDATA[First paragraph.

Second paragraph.]]></content:encoded></item>
<item><title>pic</title><wp:post_type>attachment</wp:post_type></item></channel></rss>
"""


def fields(document):
    return [(field.name, document.text[field.start : field.end]) for field in document.fields]


def assert_maps_back(document, source):
    for piece in document.source_map.pieces:
        words = document.text[piece.clean : piece.clean + piece.clean_length]
        origin = source[piece.source : piece.source + piece.source_length]
        if piece.verbatim:
            assert words == origin
        elif piece.escape:
            assert html.unescape(origin).replace("\r\n", "\n").replace("\r", "\n") == words


def test_nitf_is_headline_byline_and_paragraphs_with_their_paths():
    (document,) = read_xml(NITF)

    assert blocks(document) == [
        ("headline", "Harbour & its price"),
        ("byline", "By Ann Lee"),
        ("body", "The Mill Bridge harbour opens on Monday."),
        ("body", "It costs £3m."),
    ]
    assert fields(document)[3][0] == "/nitf/body/body.content/p[2]"
    assert (document.metadata.language, str(document.metadata.date)) == ("en-GB", "2026-03-04")
    assert_maps_back(document, NITF)


def test_nitf_of_an_agency_that_keeps_its_lines_is_read():
    source = "<nitf><body><body.content><pre>Results\n\nThe match was\nlate.\n</pre></body.content></body></nitf>"
    (document,) = read_xml(source)

    assert document.text.split() == ["Results", "The", "match", "was", "late."]
    assert {field for field, _ in fields(document)} == {f"/nitf/body/body.content/pre#{n}" for n in (1, 2, 3)}
    assert_maps_back(document, source)


def test_newsml_g2_holds_nitf_and_says_its_headline_once():
    inner = NITF.partition("?>\n")[2]
    source = (
        '<newsItem xml:lang="en"><contentMeta><located type="t:city"><name>Mill Bridge</name></located>'
        f"<headline>Harbour &amp; its price</headline></contentMeta><contentSet><inlineXML>{inner}</inlineXML>"
        "</contentSet></newsItem>"
    )
    (document,) = read_xml(source)

    assert [role for role, _ in blocks(document)] == ["headline", "byline", "body", "body"]
    assert [(row.kind, row.name) for row in document.metadata.listed] == [("place", "Mill Bridge")]


def test_newsml_g2_with_xhtml_inside_is_read_as_html_is():
    source = (
        "<newsItem><contentSet><inlineXML><html><body><p>It <b>opens</b>.</p><p>And closes.</p></body></html>"
        "</inlineXML></contentSet></newsItem>"
    )
    (document,) = read_xml(source)

    assert [text for _, text in blocks(document)] == ["It opens.", "And closes."]
    assert_maps_back(document, source)


def test_wordpress_export_is_an_article_a_post():
    new, old = read_xml(WXR)

    assert blocks(new) == [("headline", "Harbour"), ("body", "It opens & closes."), ("caption", "The harbour")]
    assert [text for _, text in blocks(old)] == ["Old", "First paragraph.", "Second paragraph."]
    assert new.name == "7"
    assert fields(old)[2][0] == "/rss/channel/item[2]/content:encoded#2"


def test_encoding_of_the_declaration_holds_and_fixes_keep_it(tmp_path):
    text = NITF.replace("utf-8", "iso-8859-1").replace("opens on", "in Málaga opens on on")
    (tmp_path / "a.xml").write_bytes(text.encode("latin-1"))

    _, _, err = newslint("check", "a.xml", "--no-config", "--fix", "--unsafe", cwd=tmp_path)

    assert "Traceback" not in err
    assert (tmp_path / "a.xml").read_bytes() == text.replace("on on", "on").encode("latin-1")


@pytest.mark.parametrize("source", ["", "<nitf>", "<a/>", "<nitf><p>x</nitf>", "<nitf>" * 500, "<nitf>\x01</nitf>"])
def test_what_is_no_article_is_one_line(source):
    with pytest.raises(NewslintError) as caught:
        read_xml(source)
    assert "\n" not in str(caught.value)


def test_nothing_is_fetched_and_no_entity_grows():
    bomb = '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><nitf><body><p>&b;</p></body></nitf>'
    with pytest.raises(NewslintError, match="declares entities"):
        read_xml(bomb)
    outside = '<!DOCTYPE nitf SYSTEM "file:///etc/hostname"><nitf><body><p>It opens &eacute; &x;.</p></body></nitf>'
    assert [text for _, text in blocks(read_xml(outside)[0])] == ["It opens é &x;."]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=20)


@given(WORDS, WORDS, st.booleans())
def test_every_clean_span_maps_into_the_file(headline, body, crlf):
    source = NITF.replace("Harbour &amp; its price", html.escape(headline)).replace("opens", html.escape(body))
    source = source.replace("\n", "\r\n") if crlf else source

    for document in read_xml(source):
        assert_maps_back(document, source)


@settings(max_examples=300)
@given(st.sampled_from([NITF, WXR]), st.integers(0, 10_000), st.binary(max_size=3), st.integers(0, 4))
def test_edited_bytes_are_read_or_refused(text, at, words, cut):
    data = text.encode()
    at %= len(data)
    source = (data[:at] + words + data[at + cut :]).decode("utf-8", "replace")

    try:
        documents = read_xml(source)
    except (NewslintError, NotCopyError):
        documents = ()
    for document in documents:
        assert_maps_back(document, source)
