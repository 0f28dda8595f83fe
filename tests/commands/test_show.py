"""What newslint reads of a file, shown; and what the config says of formats."""

import json

from command import newslint, write

ITEM = {
    "uri": "x",
    "language": "en",
    "headline": "Harbour plan",
    "body_html": "<p>It opens in the the spring.</p>",
    "place": [{"name": "Mill Bridge"}],
}


def test_show_prints_blocks_with_role_field_and_text(tmp_path):
    write(tmp_path / "a.json", json.dumps(ITEM))

    _, out, _ = newslint("show", "a.json", cwd=tmp_path)

    assert out.splitlines() == [
        "# title: Harbour plan",
        "# language: en",
        "# place: Mill Bridge (/place/0/name)",
        "/headline:1: headline: Harbour plan",
        "/body_html#1:1: body: It opens in the the spring.",
    ]


def test_show_as_json(tmp_path):
    write(tmp_path / "a.txt", "It opens in the spring.\n")

    _, out, _ = newslint("show", "a.txt", "--format", "json", cwd=tmp_path)

    (row,) = json.loads(out)
    assert row["format"] == "plain"
    assert row["blocks"][0]["text"] == "It opens in the spring."


def test_text_field_names_the_copy(tmp_path):
    write(tmp_path / "a.json", '[{"slug": "one", "lead": "It opens in the the spring."}]')

    _, out, _ = newslint("check", "a.json", "--no-config", "--text-field", "lead", "--id-field", "slug", cwd=tmp_path)

    assert out.startswith("a.json:/0/lead#1:13: sentences/repeated-word ")


def test_formats_of_the_config(tmp_path):
    write(tmp_path / "newslint.toml", '[formats]\n".copy" = "plain"\n".json" = {skip = ["/body_html"]}\n')
    write(tmp_path / "a.copy", "It opens in the the spring.\n")
    write(tmp_path / "b.json", json.dumps(ITEM))

    _, out, _ = newslint("check", ".", cwd=tmp_path)

    assert out == "a.copy:1:13: sentences/repeated-word “the” stands twice.\n"


def test_unknown_reader_is_one_line(tmp_path):
    write(tmp_path / "newslint.toml", '[formats]\n".copy" = "plan"\n')
    write(tmp_path / "a.copy", "It opens.\n")

    code, _, err = newslint("check", "a.copy", cwd=tmp_path)

    assert code == 2
    assert "no such reader: 'plan'" in err
