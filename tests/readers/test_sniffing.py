"""Files without a suffix of their own are read by what they begin with; what is no text is refused under any name."""

import pytest
from command import newslint, rows
from every_format import FILES

from newslint.readers import reader_for, standard_readers
from newslint.readers.sniffing import shown_by


@pytest.mark.parametrize(
    "name",
    ["a.html", "ninjs1.json", "slate.json", "a.nitf", "latin.xml", "wxr.xml", "a.rtf", "a.srt", "a.vtt", "a.eml"],
)
def test_beginning_shows_the_format(name):
    data = FILES[name].data

    assert shown_by(data[:4096]) == reader_for(name, standard_readers(), data).name


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv", "utf16.txt"])
def test_text_shows_nothing(name):
    assert shown_by(FILES[name].data) == ""


@pytest.mark.parametrize(
    "text", ["From: here to there\n\nIt is far.", "{Note} It rained.", "[1] It rained.", "1\nIt rained."]
)
def test_copy_that_begins_oddly_is_copy(text):
    assert shown_by(text.encode()) == ""


def test_standard_input_needs_no_name(tmp_path):
    out = newslint("check", "-", "--no-config", cwd=tmp_path, stdin=FILES["ninjs1.json"].data)[1]

    assert "-:/body_html#2:" in out


def test_suffix_that_nobody_knows_is_read_by_its_beginning(tmp_path):
    (tmp_path / "story.item").write_bytes(FILES["a.nitf"].data)

    assert {row["field"] for row in rows("story.item", "--no-config", cwd=tmp_path)} == {*FILES["a.nitf"].fields}


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.json", "story"])
@pytest.mark.parametrize(
    ("data", "said"), [(b"%PDF-1.7\n", "a PDF"), (b"PK\x03\x04\x14\x00", "a package"), (b"\x89PNG\r\n", "a picture")]
)
def test_what_is_no_text_is_refused_under_any_name(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)

    code, out, err = newslint("check", name, "--no-config", cwd=tmp_path)

    assert (code, out) == (2, "")
    assert f"newslint: {name}: is {said}" in err
