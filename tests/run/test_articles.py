"""Which files are articles, where the config says so: `files` in newslint.toml."""

import pytest
from command import TWICE, newslint, write


@pytest.fixture
def site(tmp_path):
    write(tmp_path / "newslint.toml", 'files = ["content", "*/notes.md"]\nselect = ["sentences"]\n')
    for name in ("README.md", "content/a.md", "content/deep/b.md", "desk/notes.md", "desk/other.md"):
        write(tmp_path / name, TWICE)
    return tmp_path


def read(*arguments, cwd):
    return [line.split(":")[0] for line in newslint("check", *arguments, cwd=cwd)[1].splitlines()]


def test_a_folder_gives_only_its_articles(site):
    assert read(".", cwd=site) == ["content/a.md", "content/deep/b.md", "desk/notes.md"]
    assert read("desk", cwd=site) == ["desk/notes.md"]


def test_what_is_named_is_read(site):
    assert read("README.md", cwd=site) == ["README.md"]


def test_hooks_read_only_the_articles_among_what_is_named(site):
    assert read("--articles-only", "--", "README.md", "content/a.md", cwd=site) == ["content/a.md"]
    assert newslint("check", "--articles-only", "--", "README.md", cwd=site) == (0, "", "")


def test_a_baseline_holds_articles_only(site):
    assert "3 findings in 3 files" in newslint("baseline", cwd=site)[1]
