"""What a TOML file says is kept for the next run, while the file has the size and the time that it had."""

import os

import pytest

from newslint.disk.toml import Tables
from newslint.model.errors import NewslintError


@pytest.fixture
def file(tmp_path):
    """A file that was saved an hour ago."""
    path = tmp_path / "rule.toml"
    save(path, "words = ['one']")
    return path


def save(path, text, ago=3600):
    path.write_text(text)
    os.utime(path, (path.stat().st_mtime - ago, path.stat().st_mtime - ago))


def kept():
    tables = Tables()
    tables.is_kept = True
    return tables


@pytest.fixture
def no_parser(monkeypatch):
    return lambda: monkeypatch.setattr("rtoml.loads", None)


def test_what_is_known_is_not_parsed_again(file, no_parser):
    tables = kept()
    assert tables.read(file) == {"words": ["one"]}
    assert tables.has_grown
    no_parser()
    assert tables.read(file) == {"words": ["one"]}


def test_who_changes_what_a_file_says_changes_it_for_nobody_else(file):
    tables = kept()
    for _ in range(3):
        found = tables.read(file)
        assert found == {"words": ["one"]}
        found.pop("words").append("more")


@pytest.mark.parametrize(("text", "ago"), [("words = ['two']", 1800), ("words = ['other']", 3600)])
def test_a_file_that_has_changed_is_read_anew(file, text, ago):
    tables = kept()
    tables.read(file)
    save(file, text, ago)
    assert tables.read(file) != {"words": ["one"]}


@pytest.mark.parametrize(
    ("text", "ago"), [("day = 2024-05-31", 3600), ("words = 1", 0), ("words = '" + "x" * 200_000 + "'", 3600)]
)
def test_what_cannot_be_told_from_a_later_one_or_is_large_is_not_kept(file, text, ago):
    tables = kept()
    save(file, text, ago)
    assert tables.read(file) == Tables().read(file)
    assert not tables.known


def test_nothing_is_kept_where_nobody_asks_for_it(file):
    tables = Tables()
    assert tables.read(file) == {"words": ["one"]}
    assert not tables.known


@pytest.mark.parametrize("tables", [Tables(), kept()])
def test_what_is_wrong_is_said(tmp_path, tables):
    with pytest.raises(NewslintError, match="cannot be read: No such file"):
        tables.read(tmp_path / "none.toml")
    (tmp_path / "broken.toml").write_text("words =")
    with pytest.raises(ValueError, match="expected"):
        tables.read(tmp_path / "broken.toml")
