"""Word gets its findings back as comments, anchored to the words; python-docx and LibreOffice read them."""

import zipfile

import pytest
from command import newslint, rows
from tools import program, run

docx = pytest.importorskip("docx")
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE  # noqa: E402 - they are there if docx is
from docx.opc.packuri import PackURI  # noqa: E402
from docx.opc.part import Part  # noqa: E402
from docx.oxml import OxmlElement  # noqa: E402
from docx.oxml.ns import qn  # noqa: E402


@pytest.fixture
def story(tmp_path):
    document = docx.Document()
    document.add_heading("Harbour plan wins vote", 1)
    paragraph = document.add_paragraph("The council in ")
    paragraph.add_run("Mill Bridge").bold = True
    paragraph.add_run(" voted on Monday to to build a harbour.")
    document.add_table(1, 1).cell(0, 0).text = "A cost."
    document.add_paragraph("It opens in the the spring.")
    document.save(tmp_path / "story.docx")
    return tmp_path


def checked(folder):
    code, out, err = newslint("check", "story.docx", "--no-config", "--format", "docx:checked.docx", cwd=folder)
    assert (code, out, err) == (1, "", "")
    return docx.Document(folder / "checked.docx")


def anchored(document):
    """The words of each comment's range, by its id."""
    found, open_ = {}, set()
    for element in document.element.body.iter():
        name = element.tag.rpartition("}")[2]
        number = element.get(element.tag.rpartition("}")[0] + "}id")
        if name == "commentRangeStart":
            open_.add(number)
            found[number] = ""
        elif name == "commentRangeEnd":
            open_.discard(number)
        elif name == "t":
            for key in open_:
                found[key] += element.text
    return found


def test_each_finding_is_a_comment_on_its_words(story):
    document = checked(story)

    words = anchored(document)
    said = [(comment.author, words[str(comment.comment_id)], comment.text) for comment in document.comments]
    assert [row[:2] for row in said] == [("newslint", "to to"), ("newslint", "the the")]
    assert "“to” stands twice. (sentences/repeated-word)" in said[0][2]


def test_the_copy_keeps_its_words_and_their_form(story):
    before, after = docx.Document(story / "story.docx"), checked(story)

    assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]
    assert [run.text for run in after.paragraphs[1].runs if run.bold] == ["Mill Bridge"]


def test_it_needs_a_file_and_a_word_file(story):
    (story / "a.txt").write_text("It opens in the the spring.\n")

    assert "give it a file: --format docx:FILE" in newslint("check", "story.docx", "--format", "docx", cwd=story)[2]
    code, _, err = newslint("check", "a.txt", "--format", "docx:out.docx", "--no-config", cwd=story)
    assert code == 2
    assert "name one .docx" in err


def element(name, **attributes):
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def words_of(mark):
    return "".join(words.text for words in mark.iter(qn("w:t"), qn("w:delText")))


@pytest.fixture
def edited(tmp_path):
    """A story that a desk has worked on: a comment, an insertion, a deletion, a header, a footnote."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "HARBOUR the the first draft"
    paragraph = document.add_paragraph("The council voted on Monday.")
    document.add_comment(paragraph.runs, text="Which council?", author="Desk", initials="D")
    paragraph = document.add_paragraph("It opens in in May. ")
    inserted, deleted = (element(name, id=number, author="Desk") for name, number in (("ins", "7"), ("del", "8")))
    inserted.append(paragraph.add_run("The har\u200bbour will be be new.")._r)
    gone = paragraph.add_run(" It it is old.")._r
    gone.find(qn("w:t")).tag = qn("w:delText")
    deleted.append(gone)
    paragraph._p.extend((inserted, deleted))
    document.add_paragraph("Some of it is known.").add_run()._r.append(element("footnoteReference", id="2"))
    notes = (
        f'<w:footnotes xmlns:w="{element("p").nsmap["w"]}"><w:footnote w:id="2"><w:p><w:r><w:t>Known to to all.'
        "</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, notes.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.save(tmp_path / "story.docx")
    return tmp_path


def test_desk_marks_stay_and_every_finding_has_a_comment(edited):
    found = rows("story.docx", "--no-config", cwd=edited)
    document = checked(edited)

    assert [(row["rule"], row["field"]) for row in found] == [
        ("sentences/repeated-word", "paragraph 2"),
        ("leftovers/invisible", "paragraph 2"),
        ("sentences/repeated-word", "paragraph 2"),
        ("sentences/repeated-word", "footnote 2"),
    ]
    words = anchored(document)
    said = [(comment.author, words[str(comment.comment_id)]) for comment in document.comments]
    assert said == [
        ("Desk", "The council voted on Monday."),
        ("newslint", "in in"),
        ("newslint", "\u200b"),
        ("newslint", "be be"),
        ("newslint", ""),  # at the call of the footnote
    ]
    assert list(document.comments)[-1].text.startswith("In footnote 2, from character 7: “to” stands twice.")


def test_suggestions_can_stand_as_tracked_changes(edited):
    newslint("check", "story.docx", "--no-config", "--format", "docx-changes:checked.docx", cwd=edited)
    document = docx.Document(edited / "checked.docx")

    changes = [
        (
            mark.tag.rpartition("}")[2],
            mark.get(qn("w:author")),
            "".join(words.text for words in mark.iter(qn("w:t"), qn("w:delText"))),
        )
        for mark in document.element.body.iter(qn("w:ins"), qn("w:del"))
    ]
    assert changes == [
        ("del", "newslint", "in in"),
        ("ins", "newslint", "in"),
        ("ins", "Desk", "The har\u200bbour will be bebe new."),
        ("del", "newslint", "\u200b"),
        ("del", "newslint", "be be"),
        ("ins", "newslint", "be"),
        ("del", "Desk", " It it is old."),
    ]
    numbers = [mark.get(qn("w:id")) for mark in document.element.body.iter(qn("w:ins"), qn("w:del"))]
    assert len(set(numbers)) == len(numbers)
    read = newslint("show", "checked.docx", cwd=edited)[1]
    assert "body: It opens in May. The harbour will be new." in read


def test_same_file_gives_the_same_bytes(edited):
    checked(edited)
    once = (edited / "checked.docx").read_bytes()
    checked(edited)

    assert (edited / "checked.docx").read_bytes() == once


@pytest.mark.slow
def test_libreoffice_reads_comments_and_changes(edited):
    soffice = program("soffice")
    newslint("check", "story.docx", "--no-config", "--format", "docx-changes:checked.docx", cwd=edited)
    profile = f"-env:UserInstallation=file://{edited}/profile"

    run(soffice, "--headless", profile, "--convert-to", "odt", "checked.docx", cwd=edited, check=True, timeout=180)

    content = zipfile.ZipFile(edited / "checked.odt").read("content.xml").decode()
    assert content.count("<dc:creator>newslint</dc:creator>") >= 4
    assert "“in” stands twice. (sentences/repeated-word)" in content
    assert "Which council?" in content
    assert content.count("<text:deletion>") == 4
    assert content.count("<office:annotation ") == 5
