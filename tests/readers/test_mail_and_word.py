"""Mail, Word, RTF, subtitles and rows: what is read, and that broken files are one line."""

import io
import json
import zipfile
from email.message import EmailMessage

import pytest
from command import newslint, rows
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import blocks

from newslint.model.errors import NewslintError
from newslint.readers.docx import open_docx
from newslint.readers.mail import read_mail
from newslint.readers.rows import Columns, read_csv, read_jsonl
from newslint.readers.rtf import read_rtf
from newslint.readers.subtitles import read_subtitles

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = (
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Harbour plan</w:t></w:r></w:p>'
    '<w:p><w:r><w:t xml:space="preserve">It will </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>'
    '<w:ins><w:r><w:t>soon</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> open to to all.</w:t></w:r></w:p>'
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cost</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def docx(body=BODY):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def mail(
    text="The harbour’s price is £3m, and it opens on Monday.\nEverybody in all Mill Bridge has long known of it.\n",
    page="",
    **how,
):
    message = EmailMessage()
    message["Subject"], message["From"] = "Harbour plan", "Ann Lee <ann@example.org>"
    message.set_content(text, **how)
    if page:
        message.add_alternative(page, subtype="html")
    return message.as_bytes()


def test_word_reads_insertions_and_no_deletions():
    shown, (document,) = open_docx(docx())

    assert blocks(document) == [
        ("headline", "Harbour plan"),
        ("body", "It will soon open to to all."),
        ("table", "Cost"),
    ]
    assert [field.name for field in document.fields] == ["paragraph 1", "paragraph 2", "paragraph 3"]
    assert shown == "Harbour plan\nIt will soon open to to all.\nCost\n"


def test_word_file_is_checked_and_not_mended(tmp_path):
    (tmp_path / "a.docx").write_bytes(docx())

    (row,) = rows("a.docx", "--no-config", cwd=tmp_path)

    assert (row["field"], row["field_start"], row["line"]) == ("paragraph 2", 18, 2)
    code, _, err = newslint("check", "a.docx", "--fix", "--no-config", cwd=tmp_path)
    assert code == 2
    assert "cannot be mended in place" in err


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10_000), st.binary(max_size=3), st.integers(0, 4))
def test_broken_word_file_is_one_line(at, words, cut):
    data = docx()
    at %= len(data)
    try:
        open_docx(data[:at] + words + data[at + cut :])
    except NewslintError as error:
        if "\n" in str(error):
            raise


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
def test_mail_is_read_through_its_transfer_encoding(cte):
    document = read_mail(mail(cte=cte).decode())

    assert blocks(document)[0] == ("headline", "Harbour plan")
    assert "The harbour’s price is £3m" in document.text
    assert document.metadata.byline == "Ann Lee"
    assert document.fields[1].name == "part 1#1"


@pytest.mark.parametrize("name", ["x-unknown", "hex", "punycode", "unicode_escape", "\x00utf-8", "", "utf-16"])
@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
def test_what_is_no_charset_is_taken_for_utf_8(name, cte):
    data = mail(cte=cte).replace(b'charset="utf-8"', f'charset="{name}"'.encode())

    assert "The harbour’s price is £3m" in read_mail(data.decode()).text


@pytest.mark.parametrize("cte", ["quoted-printable", "7bit", "base64"])
def test_form_that_was_mailed_as_json_is_read_by_its_headings(tmp_path, cte):
    form = {"Category": ["SPORT"], "Headline": ["Harbour closed"], "Body": ["The “old” quay\u200b is is shut."]}
    data = mail(json.dumps(form) + "\n", cte=cte)
    (tmp_path / "a.eml").write_bytes(data)

    document = read_mail(data.decode())
    found = rows("a.eml", "--no-config", "--select", "sentences", cwd=tmp_path)
    newslint("check", "a.eml", "--no-config", "--fix", cwd=tmp_path)

    assert blocks(document)[1:] == [("headline", "Harbour closed"), ("body", "The “old” quay\u200b is is shut.")]
    assert [(row["field"], row["field_start"]) for row in found] == [("part 1/Body/0#1", 16)]
    mended = data if cte == "base64" else data.replace(b"\\u200b", b"")
    assert (tmp_path / "a.eml").read_bytes() == mended


def test_of_alternatives_one_is_read():
    document = read_mail(mail(page="<p>The harbour again.</p>").decode())

    assert "again" not in document.text
    assert document.fields[1].name == "part 1.1#1"


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["quoted-printable", "base64"]), st.integers(0, 10_000), st.binary(max_size=3), st.integers(0, 4)
)
def test_edited_mail_maps_back_or_is_refused(cte, at, words, cut):
    data = mail(cte=cte, page="<p>More &amp; more</p>")
    at %= len(data)
    source = (data[:at] + words + data[at + cut :]).decode("utf-8", "replace")
    try:
        document = read_mail(source)
    except NewslintError:
        return
    for piece in document.source_map.pieces:
        if piece.verbatim:
            there = source[piece.source : piece.source + piece.source_length]
            assert document.text[piece.clean : piece.clean + piece.clean_length] == there


def test_rtf_reads_its_escapes_and_no_tables_of_fonts():
    source = r"{\rtf1\ansi{\fonttbl{\f0 Times;}}Ann\'92s plan\par It costs \u163?3m {\deleted gone }now.\par}"
    document = read_rtf(source)

    assert [text for _, text in blocks(document)] == ["Ann’s plan", "It costs £3m now."]
    assert [field.name for field in document.fields] == ["paragraph 1", "paragraph 2"]


def test_rtf_footnotes_stand_after_the_story():
    source = (
        r"{\rtf1\ansi The harbour{\super\chftn}{\footnote\pard {\super\chftn} Old Quay.} opens.\par It is new.\par}"
    )
    document = read_rtf(source)

    assert [text for _, text in blocks(document)] == ["The harbour opens.", "It is new.", "Old Quay."]


@settings(max_examples=200)
@given(st.text("{}\\ua1\n'*-b ", max_size=60))
def test_any_rtf_is_read(text):
    read_rtf("{\\rtf1" + text)


def test_subtitles_are_sentences_without_times():
    source = (
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Ann Lee>We will\n\n2\n00:00:02.100 --> 00:00:03.000\n"
        "open it.\n\n3\n00:00:09.000 --> 00:00:10.000\nTom Reed: Not soon.\n"
    )
    document = read_subtitles(source)

    assert [text for _, text in blocks(document)] == ["We will open it.", "Tom Reed: Not soon."]
    assert [field.name for field in document.fields] == ["cue 1", "cue 3"]


def test_csv_and_json_lines_are_an_article_a_row():
    source = 'id,headline,text\n7,Harbour,"It ""opens"", they say.\nSoon."\n8,Bridge,It falls.\n'
    one, two = read_csv(source)

    assert (one.name, [text for _, text in blocks(one)]) == ("7", ["Harbour", 'It "opens", they say.', "Soon."])
    assert two.fields[-1].name == "row 3, text#1"
    one, two = read_jsonl('{"id": "a", "body": "It opens."}\n{"id": "b", "body": "It falls."}\n')
    assert (two.name, two.fields[0].name) == ("b", "line 2/body#1")


def test_columns_can_be_named():
    (document,) = read_csv("a;b\nx;The copy.\n", Columns(("b",), "a"))

    assert (document.name, document.text) == ("x", "The copy.")
