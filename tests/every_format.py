"""One article in every format that newslint reads, written as the programs write it that make such files."""

import csv
import html
import io
import json
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from typing import NamedTuple

HEADLINE = "Mill Bridge council splits over harbour"
BYLINE = "Ann Lee"
# A zero-width space, which --fix takes out; "to to"; a weekday that is wrong; a name in two spellings.
PARAGRAPHS = (
    "The council met on Monday, March 4, 2025, to vote on the “Old Quay” plan for the har\u200bbour & its café.",
    "Tom Szymborski, the mayor, said it would cost £3m. Szymborski wants it to to open in May.",
    "Szymbroski has long said so. The vote is in April.",
)
# (rule, words, paragraph), as they are found in each.
FAULTS = (
    ("facts/weekday", "Monday, March 4, 2025", 0),
    ("leftovers/invisible", "\u200b", 0),
    ("sentences/repeated-word", "to to", 1),
    ("names/inconsistent-spelling", "Szymbroski", 2),
)
ZERO_WIDTH = "\u200b"


Paragraphs = Sequence[str]


class Written(NamedTuple):
    """A file: its bytes; the field of each paragraph, or none; ``gap``: how it writes the zero-width space."""

    data: bytes
    fields: tuple[str, ...]
    gap: bytes


def _numbered(prefix: str, first: int = 1, last: str = "") -> tuple[str, ...]:
    return tuple(f"{prefix}{number}{last}" for number in range(first, first + len(PARAGRAPHS)))


def _html(paragraphs: Paragraphs) -> str:
    return "\n".join(f"<p>{html.escape(text, quote=False)}</p>" for text in paragraphs)


def _json(tree: object, fields: tuple[str, ...], **how: bool) -> Written:
    ascii_only = how.get("ascii_only", True)
    gap = b"\\u200b" if ascii_only else ZERO_WIDTH.encode()
    return Written(json.dumps(tree, ensure_ascii=ascii_only, indent=1).encode(), fields, gap)


def _xml(text: str, fields: tuple[str, ...], charset: str = "utf-8") -> Written:
    data = f'<?xml version="1.0" encoding="{charset}"?>\n{text}'.encode(charset, "xmlcharrefreplace")
    return Written(data, fields, ZERO_WIDTH.encode(charset, "xmlcharrefreplace"))


def _node(text: str, kind: str = "paragraph", key: str = "content", type_: str = "type") -> dict[str, object]:
    """A node whose text is split by a mark, as editors do."""
    half = text.index(" ", len(text) // 2)
    leaf = {type_: "span" if type_ == "_type" else "text"}
    return {type_: kind, key: [{**leaf, "text": text[:half]}, {**leaf, "text": text[half:], "marks": []}]}


def texts(paragraphs: Paragraphs) -> dict[str, Written]:
    plain = "\n\n".join((HEADLINE, f"By {BYLINE}", *paragraphs)) + "\n"
    story = f"<article><h1>{HEADLINE}</h1>\n{_html(paragraphs)}</article>"
    page = f"<html><head><title>{HEADLINE}</title></head><body>{story}</body></html>"
    front = f"---\ntitle: {HEADLINE}\n---\n\n" + "\n\n".join(paragraphs) + "\n"
    return {
        "a.txt": Written(plain.encode(), (), ZERO_WIDTH.encode()),
        "utf16.txt": Written(plain.encode("utf-16"), (), ZERO_WIDTH.encode("utf-16-le")),
        "a.md": Written(front.encode(), (), ZERO_WIDTH.encode()),
        "a.html": Written(page.encode(), (), ZERO_WIDTH.encode()),
    }


def jsons(paragraphs: Paragraphs) -> dict[str, Written]:
    nodes = [_node(text) for text in paragraphs]
    body = {"role": "main", "value": _html(paragraphs)}
    return {
        "ninjs1.json": _json(
            {"uri": "x", "headline": HEADLINE, "byline": BYLINE, "body_html": _html(paragraphs)},
            _numbered("/body_html#"),
        ),
        "ninjs2.json": _json(
            {"headlines": [{"value": HEADLINE}], "by": BYLINE, "bodies": [body | {"contenttype": "text/html"}]},
            _numbered("/bodies/0/value#"),
            ascii_only=False,
        ),
        "ninjs3.json": _json(
            {"headlines": [{"value": HEADLINE}], "by": BYLINE, "bodies": [body | {"contentType": "text/html"}]},
            _numbered("/bodies/0/value#"),
        ),
        "ans.json": _json(
            {
                "type": "story",
                "version": "0.10.11",
                "headlines": {"basic": HEADLINE},
                "credits": {"by": [{"type": "author", "name": BYLINE}]},
                "content_elements": [
                    {"type": "text", "content": html.escape(text, quote=False)} for text in paragraphs
                ],
            },
            _numbered("/content_elements/", 0, "/content#1"),
        ),
        "rest.json": _json(
            {"title": {"rendered": HEADLINE}, "content": {"rendered": _html(paragraphs)}},
            _numbered("/content/rendered#"),
        ),
        "gutenberg.json": _json(
            {
                "title": {"raw": HEADLINE},
                "content": {"raw": _html(paragraphs).replace("<p>", "<!-- wp:paragraph -->\n<p>")},
            },
            _numbered("/content/raw#"),
        ),
        "schema.json": _json(
            {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": "\n\n".join(paragraphs)},
            _numbered("/articleBody#"),
        ),
        "prosemirror.json": _json({"type": "doc", "content": nodes}, _numbered("/content/", 0)),
        "tiptap.json": _json(
            {"title": HEADLINE, "content": {"type": "doc", "content": nodes}}, _numbered("/content/content/", 0)
        ),
        "lexical.json": _json(
            {"root": {"type": "root", "children": [_node(text, key="children") for text in paragraphs]}},
            _numbered("/root/children/", 0),
        ),
        "slate.json": _json([_node(text, key="children") for text in paragraphs], _numbered("/", 0)),
        "portable.json": _json([_node(text, "block", "children", "_type") for text in paragraphs], _numbered("/", 0)),
        "draft.json": _json(
            {"blocks": [{"type": "unstyled", "text": text} for text in paragraphs], "entityMap": {}},
            _numbered("/blocks/", 0, "/text"),
        ),
        "editorjs.json": _json(
            {
                "blocks": [
                    {"type": "paragraph", "data": {"text": html.escape(text, quote=False)}} for text in paragraphs
                ]
            },
            _numbered("/blocks/", 0, "/data/text#1"),
        ),
        "typerighter.json": _json(
            {"blocks": [{"id": str(n), "text": text, "from": 0, "to": len(text)} for n, text in enumerate(paragraphs)]},
            _numbered("/blocks/", 0, "/text"),
        ),
    }


def xmls(paragraphs: Paragraphs) -> dict[str, Written]:
    body = _html(paragraphs)
    nitf = (
        f"<nitf><body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline><byline>{BYLINE}</byline></body.head>"
        f"<body.content>{body}</body.content></body></nitf>"
    )

    def item(inner: str) -> str:
        return f"<newsItem><contentSet><inlineXML>{inner}</inlineXML></contentSet></newsItem>"

    return {
        "a.nitf": _xml(nitf, _numbered("/nitf/body/body.content/p[", last="]")),
        "latin.xml": _xml(nitf, _numbered("/nitf/body/body.content/p[", last="]"), "iso-8859-1"),
        "nitf_in_g2.xml": _xml(
            item(nitf), _numbered("/newsItem/contentSet/inlineXML/nitf/body/body.content/p[", last="]")
        ),
        "xhtml_in_g2.xml": _xml(
            item(f"<html><body><h1>{HEADLINE}</h1>{body}</body></html>"),
            _numbered("/newsItem/contentSet/inlineXML/html/body#", 2),
        ),
        "wxr.xml": _xml(
            f'<rss xmlns:content="c"><channel><item><title>{HEADLINE}</title><content:encoded><![CDATA[{body}]]>'
            "</content:encoded></item></channel></rss>",
            _numbered("/rss/channel/item/content:encoded#"),
        ),
        "a.rss": _xml(
            f"<rss><channel><item><title>{HEADLINE}</title><description>{html.escape(body, quote=False)}</description>"
            "</item></channel></rss>",
            _numbered("/rss/channel/item/description#"),
        ),
    }


def rtf(paragraphs: Paragraphs) -> str:
    def escaped(text: str) -> str:
        return "".join(char if ord(char) < 128 else f"\\u{ord(char)}?" for char in text)

    return "{\\rtf1\\ansi " + "".join(f"{escaped(text)}\\par\n" for text in (HEADLINE, *paragraphs)) + "}"


def mail(paragraphs: Paragraphs) -> bytes:
    message = EmailMessage(SMTP)
    message["Subject"], message["From"] = HEADLINE, f"{BYLINE} <ann@example.org>"
    message.set_content("\n\n".join(paragraphs) + "\n", cte="quoted-printable")
    return message.as_bytes()


def rows_csv(paragraphs: Paragraphs) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("id", "headline", "text"))
    writer.writerow(("1", HEADLINE, "\n\n".join(paragraphs)))
    return out.getvalue()


def others(paragraphs: Paragraphs) -> dict[str, Written]:
    gap = ZERO_WIDTH.encode()
    cues = "".join(
        f"{number}\n00:00:{10 * number:02d},000 --> 00:00:{10 * number + 5:02d},000\n{text}\n\n"
        for number, text in enumerate(paragraphs, 1)
    )
    line = json.dumps({"id": 1, "headline": HEADLINE, "text": "\n\n".join(paragraphs)}) + "\n"
    return {
        "a.rtf": Written(rtf(paragraphs).encode("latin-1"), _numbered("paragraph ", 2), b"\\u8203?"),
        "a.eml": Written(mail(paragraphs), _numbered("part 1#"), b"=E2=80=8B"),
        "a.srt": Written(cues.encode(), _numbered("cue "), gap),
        "a.vtt": Written(
            ("WEBVTT\n\n" + cues.replace(",000", ".000").replace("&", "&amp;")).encode(), _numbered("cue "), gap
        ),
        "a.csv": Written(rows_csv(paragraphs).encode(), _numbered("row 2, text#"), gap),
        "a.jsonl": Written(line.encode(), _numbered("line 1/text#"), b"\\u200b"),
    }


def docx(paragraphs: Paragraphs) -> bytes:
    """As little of a Word file as there can be, each paragraph in two runs."""

    def paragraph(text: str, style: str = "") -> str:
        half = len(text) // 2
        runs = (
            f'<w:r><w:t xml:space="preserve">{html.escape(part)}</w:t></w:r>' for part in (text[:half], text[half:])
        )
        return f"<w:p>{style}{''.join(runs)}</w:p>"

    title = paragraph(HEADLINE, '<w:pPr><w:pStyle w:val="Title"/></w:pPr>')
    body = title + "".join(map(paragraph, paragraphs))
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def files(paragraphs: Paragraphs) -> dict[str, Written]:
    """The article with these paragraphs, by the name of the file."""
    return {
        **texts(paragraphs),
        **jsons(paragraphs),
        **xmls(paragraphs),
        **others(paragraphs),
        "a.docx": Written(docx(paragraphs), _numbered("paragraph ", 2), b""),
    }


FILES = files(PARAGRAPHS)
