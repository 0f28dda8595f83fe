"""A plugin brings readers by the same hook as newslint's own: the package in examples/reader, installed."""

import json
import os
import shutil
from pathlib import Path

import pytest
from command import TWICE, newslint, write

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "reader"
BOARD = {
    "board-notices": [
        {"id": 7, "language": "en", "subject": "Harbour closed", "text": "<p>The “old” quay is closed.</p>"},
        {"id": 8, "language": "en", "subject": "Ferry", "text": "<p>It is fine.</p><p>It runs to to May\u200b.</p>"},
    ]
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The environment of a process that has the plugin among its packages, as pip lays them out."""
    packages = tmp_path_factory.mktemp("site")
    shutil.copytree(EXAMPLE / "newslint_board", packages / "newslint_board")
    write(packages / "newslint_board-1.0.dist-info/entry_points.txt", "[newslint]\nboard = newslint_board\n")
    return {**os.environ, "PYTHONPATH": str(packages)}


def test_its_files_are_articles_with_names_and_fields(installed, tmp_path):
    write(tmp_path / "board.json", json.dumps(BOARD))

    out = newslint("show", "board.json", cwd=tmp_path, env=installed)[1]

    assert "# article 2: 8\n# title: Ferry\n# language: en\n/board-notices/1/subject:1: headline: Ferry\n" in out
    assert "/board-notices/0/text#1:1: body: The “old” quay is closed." in out


def test_they_are_checked_and_mended(installed, tmp_path):
    path = write(tmp_path / "board.json", json.dumps(BOARD))

    code, out, _ = newslint("check", ".", "--no-config", "--fix", cwd=tmp_path, env=installed)

    assert code == 1
    assert out == "board.json:/board-notices/1/text#2:9: sentences/repeated-word “to” stands twice.\n"
    assert path.read_text() == json.dumps(BOARD).replace("\\u200b", "")


def test_files_that_it_does_not_sniff_stay_with_newslint(installed, tmp_path):
    write(tmp_path / "story.json", json.dumps({"uri": "x", "body_text": TWICE}))

    out = newslint("check", "story.json", "--no-config", cwd=tmp_path, env=installed)[1]

    assert out.startswith("story.json:/body_text#1:27: sentences/repeated-word")


def test_its_suffix_is_found_in_folders_and_its_encoding_holds(installed, tmp_path):
    (tmp_path / "old.notice").write_bytes("Café\n\nThe quay is is closed.\n".encode("cp1252"))

    out = newslint("check", ".", "--no-config", cwd=tmp_path, env=installed)[1]

    assert out.startswith("old.notice:text#1:10: sentences/repeated-word")
    assert "no such reader" not in newslint("show", "old.notice", cwd=tmp_path, env=installed)[2]
    assert newslint("check", ".", "--no-config", cwd=tmp_path)[0] == 2  # without the plugin nothing here can be read


def test_config_names_a_plugins_reader(installed, tmp_path):
    write(tmp_path / "newslint.toml", '[formats.".txt"]\nreader = "notice"\n')
    write(tmp_path / "a.txt", "The subject\n\nIt is is so.\n")

    out = newslint("check", ".", cwd=tmp_path, env=installed)[1]

    assert out.startswith("a.txt:text#1:4: ")
