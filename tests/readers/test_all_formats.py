"""The same article in every format gives the same findings, each in its own field."""

import json

import pytest
from command import rows

FAULTY = "The council met in Mill Bridge on Monday to to vote on the harbour."
QUIET = "It will decide in the spring."
HTML = f"<p>{FAULTY}</p>\n<p>{QUIET}</p>"
FILES = {
    "ninjs.json": (json.dumps({"uri": "x", "headline": "Harbour vote", "body_html": HTML}), "/body_html#1"),
    "ans.json": (
        json.dumps(
            {
                "type": "story",
                "version": "0.10.11",
                "headlines": {"basic": "Harbour vote"},
                "content_elements": [{"type": "text", "content": text} for text in (FAULTY, QUIET)],
            }
        ),
        "/content_elements/0/content#1",
    ),
    "rest.json": (
        json.dumps({"title": {"rendered": "Harbour vote"}, "content": {"rendered": HTML}}),
        "/content/rendered#1",
    ),
    "tiptap.json": (
        json.dumps(
            {
                "type": "doc",
                "content": [
                    {"type": "paragraph", "content": [{"type": "text", "text": text}]} for text in (FAULTY, QUIET)
                ],
            }
        ),
        "/content/0",
    ),
    "draft.json": (
        json.dumps({"blocks": [{"type": "unstyled", "text": text} for text in (FAULTY, QUIET)], "entityMap": {}}),
        "/blocks/0/text",
    ),
    "nitf.xml": (
        f"<nitf><body><body.content>{HTML}</body.content></body></nitf>",
        "/nitf/body/body.content/p[1]",
    ),
    "g2.xml": (
        f"<newsItem><contentSet><inlineXML><html><body>{HTML}</body></html></inlineXML></contentSet></newsItem>",
        "/newsItem/contentSet/inlineXML/html/body#1",
    ),
    "wxr.xml": (
        f'<rss xmlns:content="c"><channel><item><content:encoded><![CDATA[{HTML}]]></content:encoded></item>'
        "</channel></rss>",
        "/rss/channel/item/content:encoded#1",
    ),
    "a.rtf": (f"{{\\rtf1 {FAULTY}\\par {QUIET}\\par}}", "paragraph 1"),
    "a.eml": (f"Subject: Harbour vote\n\n{FAULTY}\n\n{QUIET}\n", "part 1#1"),
    "a.vtt": (f"WEBVTT\n\n00:01.000 --> 00:02.000\n{FAULTY}\n\n00:09.000 --> 00:10.000\n{QUIET}\n", "cue 1"),
    "a.csv": (f'id,text\n1,"{FAULTY}\n\n{QUIET}"\n', "row 2, text#1"),
    "a.jsonl": (json.dumps({"text": f"{FAULTY}\n\n{QUIET}"}) + "\n", "line 1/text#1"),
}


@pytest.mark.parametrize("name", FILES)
def test_the_same_fault_is_found_in_its_field(tmp_path, name):
    source, field = FILES[name]
    (tmp_path / name).write_text(source)

    found = rows(name, "--no-config", cwd=tmp_path)

    assert [(row["rule"], row["field"], row["field_start"]) for row in found] == [
        ("sentences/repeated-word", field, FAULTY.index("to to"))
    ]
    assert source[found[0]["start"] : found[0]["end"]] == "to to"
