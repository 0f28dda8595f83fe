"""Word gets its findings back as comments, anchored to the words; python-docx and LibreOffice read them."""

import shutil
import subprocess
import zipfile

import pytest
from command import newslint

docx = pytest.importorskip("docx")


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


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_libreoffice_reads_the_comments(story):
    checked(story)
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{story}/profile",
            "--convert-to",
            "odt",
            "checked.docx",
        ],
        cwd=story,
        check=True,
        capture_output=True,
        timeout=180,
    )

    content = zipfile.ZipFile(story / "checked.odt").read("content.xml").decode()
    assert content.count("<office:annotation ") == 2
    assert "“to” stands twice. (sentences/repeated-word)" in content
