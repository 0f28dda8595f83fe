"""``newslint accept``: the finding is gone afterwards, and every other byte of the file is as it was."""

import json

import pytest
from command import TWICE, newslint, rows, write
from every_format import FILES

RULE = "sentences/repeated-word"


def test_plain_text_gets_an_entry_in_the_config(tmp_path):
    write(tmp_path / "bad.txt", TWICE)
    code, out, err = newslint("accept", "bad.txt:1", cwd=tmp_path)
    assert (code, err) == (0, "")
    assert out == f"newslint.toml: an entry keeps {RULE} silent about “to to” in bad.txt\n"
    assert rows("bad.txt", cwd=tmp_path) == []
    assert (tmp_path / "bad.txt").read_text() == TWICE


def test_an_entry_is_added_to_the_config_that_is_there(tmp_path):
    write(tmp_path / "desk/bad.txt", TWICE)
    write(tmp_path / "newslint.toml", 'names = ["Lindqvist"]\n\n[severity]\nnames = "info"\n')
    assert newslint("accept", "desk/bad.txt:1:27:", cwd=tmp_path)[0] == 0
    text = (tmp_path / "newslint.toml").read_text()
    assert text.startswith(
        'names = ["Lindqvist"]\n\n[severity]\nnames = "info"\n\n[[suppress]]\nfile = "desk/bad.txt"\n'
    )
    assert rows("desk/bad.txt", cwd=tmp_path) == []


def test_pyproject_gets_its_own_table(tmp_path):
    write(tmp_path / "bad.txt", TWICE)
    write(tmp_path / "pyproject.toml", '[project]\nname = "site"\n\n[tool.newslint]\nignore = ["style"]\n')
    assert newslint("accept", "bad.txt:1", cwd=tmp_path)[0] == 0
    assert "\n[[tool.newslint.suppress]]\n" in (tmp_path / "pyproject.toml").read_text()
    assert rows("bad.txt", cwd=tmp_path) == []


def test_markdown_gets_a_comment_before_the_block(tmp_path):
    write(tmp_path / "bad.md", f"# The bridge\n\n{TWICE}")
    assert newslint("accept", "bad.md:3", cwd=tmp_path)[0] == 0
    assert (tmp_path / "bad.md").read_text() == f"# The bridge\n\n<!-- newslint: ignore {RULE} -->\n{TWICE}"
    assert rows("bad.md", cwd=tmp_path) == []


def test_of_several_rules_one_must_be_named(tmp_path):
    write(tmp_path / "bad.txt", "The council met on Monday to to vote on on the bridge “today.\n")
    code, _, err = newslint("accept", "bad.txt:1", cwd=tmp_path)
    assert code == 2
    assert err.startswith("newslint: bad.txt:1: several rules report there; name one of quotes/unbalanced, ")
    assert newslint("accept", "bad.txt:1", RULE, cwd=tmp_path)[0] == 0


def test_where_nothing_is_reported_nothing_is_written(tmp_path):
    write(tmp_path / "bad.txt", TWICE)
    assert newslint("accept", "bad.txt:3", cwd=tmp_path)[::2] == (
        2,
        "newslint: bad.txt:3: nothing is reported there; see newslint check\n",
    )
    assert newslint("accept", "bad.txt", cwd=tmp_path)[0] == 2
    assert [path.name for path in tmp_path.iterdir()] == ["bad.txt"]


@pytest.mark.parametrize("place", ["/body_html#1:27:", "/body_html#1"])
def test_place_in_a_field_is_understood(tmp_path, place):
    write(tmp_path / "a.json", json.dumps([{"uri": "x", "headline": "One"}, {"uri": "y", "body_html": f"<p>{TWICE}"}]))
    place = place.replace("/body", "/1/body")

    code, out, err = newslint("accept", f"a.json:{place}", cwd=tmp_path)

    assert (code, err) == (0, "")
    assert out == f"newslint.toml: an entry keeps {RULE} silent about “to to” in a.json\n"
    assert rows("a.json", cwd=tmp_path) == []


def test_words_in_escapes_are_kept_as_they_read(tmp_path):
    write(tmp_path / "a.json", json.dumps({"uri": "x", "body_text": TWICE.replace("to to", "“née née”")}))
    (row,) = rows("a.json", cwd=tmp_path)

    assert newslint("accept", f"a.json:{row['field']}", cwd=tmp_path)[0] == 0
    assert rows("a.json", cwd=tmp_path) == []


def test_page_of_one_line_gets_its_comment_in_the_paragraph(tmp_path):
    text = "".join(
        f"<p>{words}</p>" for words in ["The bridge is new, and it is long." * 12, *TWICE.strip().split("\n\n")]
    )
    write(tmp_path / "bad.html", text)

    assert newslint("accept", "bad.html:paragraph 2:27:", cwd=tmp_path)[0] == 0

    start = text.index("The council")
    assert (tmp_path / "bad.html").read_text() == f"{text[:start]}<!-- newslint: ignore {RULE} -->{text[start:]}"
    assert "paragraph 2" not in [row["field"] for row in rows("bad.html", cwd=tmp_path)]


@pytest.mark.parametrize("name", FILES)
def test_in_every_format_that_finding_goes_and_no_other(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name].data)
    before = rows(name, cwd=tmp_path)
    (row,) = [row for row in before if row["rule"] == RULE]
    place = f"{row['field']}:{row['field_start'] + 1}" if row.get("field") else row["line"]
    code, _, err = newslint("accept", f"{name}:{place}", RULE, cwd=tmp_path)
    assert (code, err) == (0, "")
    assert [row["rule"] for row in rows(name, cwd=tmp_path)] == [row["rule"] for row in before if row["rule"] != RULE]


def test_mdx_gets_a_comment_of_its_own(tmp_path):
    write(tmp_path / "bad.mdx", f"# The bridge\n\n{TWICE}")
    newslint("accept", "bad.mdx:3", cwd=tmp_path)
    assert (tmp_path / "bad.mdx").read_text() == f"# The bridge\n\n{{/* newslint: ignore {RULE} */}}\n{TWICE}"
    assert rows("bad.mdx", cwd=tmp_path) == []


def test_of_two_paragraphs_on_a_line_the_right_one_is_kept(tmp_path):
    page = "<p>The council met on on Monday.</p><p>It met met again on Friday.</p>\n"
    write(tmp_path / "bad.html", page)
    newslint("accept", f"bad.html:1:{page.index('met met') + 1}", cwd=tmp_path)
    (left,) = rows("bad.html", cwd=tmp_path)
    assert left["message"] == "“on” stands twice."


def test_a_row_of_a_table_is_not_parted_from_its_head(tmp_path):
    table = "The fees rise in May.\n\n| service | fee |\n| --- | --- |\n| the cafÃ© | £3 |\n"
    write(tmp_path / "bad.md", table)
    newslint("accept", "bad.md:5", cwd=tmp_path)
    comment = "<!-- newslint: ignore leftovers/mojibake -->"
    assert (tmp_path / "bad.md").read_text() == table.replace("the caf", f"{comment}the caf")
    assert rows("bad.md", cwd=tmp_path) == []


def test_a_first_config_is_written_here_and_not_beside_the_article(tmp_path):
    write(tmp_path / "content/bad.txt", TWICE)
    out = newslint("accept", "content/bad.txt:1", cwd=tmp_path)[1]
    assert out == f"newslint.toml: an entry keeps {RULE} silent about “to to” in content/bad.txt\n"
    assert rows("content/bad.txt", cwd=tmp_path) == []
