"""Nothing passes unread: what is no copy is refused when named, and counted in a folder."""

import base64
import json

import pytest
from command import QUIET, TWICE, newslint, write
from every_format import FILES


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF-1.7\n", "is a PDF, which is no copy format"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Word file (.doc); save it as .docx"),
        ("package.json", b'{"name": "x"}', "is JSON of no kind that newslint knows"),
        ("broken.json", b'{"name": ', "is not JSON: it ends too early in line 1, column 10"),
        ("pom.xml", b"<project/>", "is XML of no kind that newslint reads: <project>"),
        ("broken.xml", b"<nitf>", "is not XML: no element found in line 1, column 7"),
        ("bomb.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "declares entities, which newslint does not follow"),
    ],
)
def test_named_file_that_is_no_copy_is_one_line_and_exit_2(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)

    code, out, err = newslint("check", name, cwd=tmp_path)

    assert (code, out) == (2, "")
    assert err.startswith(f"newslint: {name}: ")
    assert said in err
    assert err.count("\n") <= 2


def test_in_a_folder_such_files_are_counted(tmp_path):
    write(tmp_path / "story.txt", QUIET)
    write(tmp_path / "package.json", '{"name": "x"}')
    write(tmp_path / "a.pdf", "%PDF-1.7")
    write(tmp_path / "b.pdf", "%PDF-1.7")

    code, out, err = newslint("check", ".", cwd=tmp_path)

    assert (code, out) == (0, "")
    assert "PDF files not read: 2; give the Word file, text or HTML" in err
    assert "JSON files of no known kind not read: 1; name one to see why" in err


def test_a_folder_with_nothing_to_read_is_exit_2(tmp_path):
    write(tmp_path / "a.pdf", "%PDF-1.7")

    code, _, err = newslint("check", ".", cwd=tmp_path)

    assert code == 2
    assert "nothing here could be read; --allow-empty accepts that" in err
    assert newslint("check", "--allow-empty", ".", cwd=tmp_path)[0] == 0


def test_fix_and_diff_mend_the_rest_of_a_folder_that_holds_a_word_file(tmp_path):
    text = "The har\u200bbour opens on Monday.\n"
    write(tmp_path / "a.txt", text)
    (tmp_path / "a.docx").write_bytes(FILES["a.docx"].data)

    code, out, err = newslint("check", "--diff", ".", "--no-config", cwd=tmp_path)

    assert (code, "+The harbour opens" in out) == (1, True)
    assert "files that cannot be mended in place: 1; mend it in its own program" in err
    code, _, err = newslint("check", "--fix", "--exit-zero", ".", "--no-config", cwd=tmp_path)
    assert code == 0
    assert "1 mend made in 1 of 1 article" in err
    assert "files that cannot be mended in place: 1;" in err
    assert (tmp_path / "a.txt").read_text() == text.replace("\u200b", "")
    assert (tmp_path / "a.docx").read_bytes() == FILES["a.docx"].data


def test_diff_of_what_is_no_copy_says_so(tmp_path):
    write(tmp_path / "a.pdf", "%PDF-1.7")

    assert newslint("check", "--diff", "a.pdf", cwd=tmp_path)[0] == 2
    code, _, err = newslint("check", "--diff", ".", cwd=tmp_path)
    assert (code, "PDF files not read: 1" in err) == (2, True)
    assert "nothing here could be read" in err


GERMAN = (
    "Der Rat der Stadt hat am Montag über den Hafen beraten, und die Bürger haben lange gewartet. Die Entscheidung "
    "fällt im Frühjahr, sagte der Bürgermeister der der Zeitung."
)


def test_article_in_another_language_is_not_checked_and_that_is_said(tmp_path):
    items = [
        {"uri": "1", "language": "de", "body_text": GERMAN},
        {"uri": "2", "language": "en-GB", "body_text": TWICE},
        {"uri": "3", "language": "fr", "body_text": TWICE},  # a wrong field silences nothing
    ]
    write(tmp_path / "a.json", json.dumps(items))
    write(tmp_path / "b.html", f"<html lang=de><p>{GERMAN}</html>")

    code, out, err = newslint("check", ".", "--no-config", cwd=tmp_path)

    assert code == 1
    assert [line.split(" ")[0] for line in out.splitlines()] == [
        "a.json:/1/body_text#1:27:",
        "a.json:/2/body_text#1:27:",
    ]
    assert err == "newslint: articles in other languages not checked: 2 (a.json, b.html); newslint reads English\n"


def test_fix_says_what_is_coded_so_that_it_cannot_be_mended_in_place(tmp_path):
    coded = base64.encodebytes(TWICE.encode()).decode()
    head = "From: a@example.org\nSubject: A letter\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    write(tmp_path / "a.eml", f"{head}Content-Transfer-Encoding: base64\n\n{coded}")
    before = (tmp_path / "a.eml").read_bytes()
    _, _, err = newslint("check", "--fix", "--select", "sentences/repeated-word", "a.eml", cwd=tmp_path)
    assert "newslint: a.eml: 1 finding in text that cannot be mended in place; do it by hand\n" in err
    assert (tmp_path / "a.eml").read_bytes() == before
