"""The config file: what it sets, and what it says when a setting is wrong."""

import pytest
from command import TWICE, newslint, rows, write

from newslint.model.errors import NewslintError
from newslint.plugins.loading import load_plugins
from newslint.settings.config import Config
from newslint.settings.options import options_of, with_options


def test_the_nearest_config_is_used(tmp_path):
    write(tmp_path / "newslint.toml", 'ignore = ["sentences"]\n')
    write(tmp_path / "desk/newslint.toml", 'select = ["sentences"]\n')
    write(tmp_path / "a.txt", TWICE)
    write(tmp_path / "desk/b.txt", TWICE)
    assert [row["path"] for row in rows(".", cwd=tmp_path)] == ["desk/b.txt"]
    assert len(rows("--no-config", ".", cwd=tmp_path)) == 2


def test_pyproject_is_a_config_too(tmp_path):
    write(tmp_path / "pyproject.toml", '[tool.newslint]\nignore = ["sentences"]\n')
    write(tmp_path / "a.txt", TWICE)
    assert rows("a.txt", cwd=tmp_path) == []


def test_severity_and_per_file_ignores(tmp_path):
    write(tmp_path / "newslint.toml", '[severity]\nsentences = "info"\n[per-file-ignores]\n"wire/*" = ["sentences"]\n')
    write(tmp_path / "a.txt", TWICE)
    write(tmp_path / "wire/b.txt", TWICE)
    assert [(row["path"], row["severity"]) for row in rows(".", cwd=tmp_path)] == [("a.txt", "info")]


def test_a_pack_of_the_house(tmp_path):
    write(tmp_path / "newslint.toml", 'packs = ["house"]\n')
    write(
        tmp_path / "house/style/words.toml",
        'kind = "avoid"\nsummary = "Not our word."\nterms = ["going forward"]\n',
    )
    write(tmp_path / "a.txt", "The council will save money going forward.\n")
    (row,) = rows("--select", "style/words", "a.txt", cwd=tmp_path)
    assert row["message"] == "Avoid “going forward”."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selct = ["names"]', 'unknown key `selct`; did you mean "select"?'),
        ('select = "names"', "`select` is a list of texts"),
        ('select = ["nmaes"]', "names no rule: 'nmaes'; did you mean \"names\"?"),
        ('[severity]\nnames = "fatal"', "not error, warning or info"),
        ('[rules."names/inconsistent-speling"]', 'did you mean "names/inconsistent-spelling"?'),
        ('[rules."names/inconsistent-spelling"]\ncolour = 1', "unknown option"),
        ('packs = ["nowhere"]', "no such folder"),
        ("select = [", "is not TOML"),
        ("[[suppress]]\nfile = 'a.txt'", "a [[suppress]] needs the text `rule`"),
    ],
)
def test_wrong_settings_are_named_with_the_mend(tmp_path, text, said):
    write(tmp_path / "newslint.toml", text + "\n")
    write(tmp_path / "a.txt", TWICE)
    code, _, err = newslint("check", "a.txt", cwd=tmp_path)
    assert code == 2
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("file", load_plugins().rules, ids=lambda file: file.id)
def test_options_survive_a_round_trip(file):
    rule = file.load()
    values = {
        name: list(value) if isinstance(value, (frozenset, tuple)) else value
        for name, (_, value) in options_of(rule).items()
    }
    assert with_options(rule, values, "test") == rule


def test_ill_typed_option_is_an_error():
    rule = next(
        rule
        for rule in (file.load() for file in load_plugins().rules)
        if any(kind is int for kind, _ in options_of(rule).values())
    )
    name = next(name for name, (kind, _) in options_of(rule).items() if kind is int)
    with pytest.raises(NewslintError, match="must be a whole number, not 'many'"):
        with_options(rule, {name: "many"}, "newslint.toml")


def test_named_packs_are_off_until_asked_for():
    assert not Config().chosen("style/ap/percent", opt_in=True)
    assert not Config(select=("style",)).chosen("style/ap/percent", opt_in=True)
    assert Config(extend_select=("style/ap",)).chosen("style/ap/percent", opt_in=True)
    assert Config(extend_select=("style/ap",)).chosen("names/unintroduced")


def test_a_rule_that_is_off_by_itself_must_be_named():
    assert not Config().chosen("names/unintroduced", opt_in=True)
    assert not Config(select=("names",)).chosen("names/unintroduced", opt_in=True)
    assert Config(extend_select=("names/unintroduced",)).chosen("names/unintroduced", opt_in=True)
