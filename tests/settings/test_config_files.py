"""Configs that build on each other, what `newslint config` says of them, and the schema that editors get."""

import json
import tomllib
from pathlib import Path

import pytest
from command import QUIET, TWICE, newslint, rows, write

from newslint.plugins.loading import load_plugins
from newslint.settings.config import KEYS
from newslint.settings.config_file import config_from
from newslint.settings.schema import config_schema

ROOT = Path(__file__).parent.parent.parent
HOUSE = """\
ignore = ["names"]
names = ["Kuzio"]
packs = ["words"]
baseline = "known.jsonl"
fail-on = "error"
[severity]
sentences = "info"
style = "error"
[rules."sentences/repeated-word"]
allowed = ["so"]
"""
DESK = """\
extend = "../house.toml"
ignore = ["boilerplate"]
names = ["Vance"]
fail-on = "warning"
[severity]
sentences = "warning"
"""


@pytest.fixture
def desk(tmp_path):
    """A desk whose config extends the house's, with a pack of the house's."""
    write(tmp_path / "house.toml", HOUSE)
    write(tmp_path / "words/style/ours.toml", 'kind = "avoid"\nsummary = "Not our word."\nterms = ["going forward"]\n')
    write(tmp_path / "known.jsonl", "")
    write(tmp_path / "desk/newslint.toml", DESK)
    write(tmp_path / "desk/a.txt", TWICE)
    return tmp_path / "desk"


def settings(*arguments, cwd):
    code, out, err = newslint("config", "--format", "json", *arguments, cwd=cwd)
    assert (code, err) == (0, "")
    return {(row["table"], row["key"]): row for row in json.loads(out)}


def test_a_config_builds_on_the_one_that_it_extends(desk):
    write(desk / "b.txt", "They will save money going forward.\n")
    assert [(row["path"], row["rule"], row["severity"]) for row in rows(".", cwd=desk)] == [
        ("a.txt", "sentences/repeated-word", "warning"),
        ("b.txt", "style/ours", "error"),
    ]


def test_config_says_where_each_setting_comes_from(desk):
    found = settings(cwd=desk)
    house, own = str(desk / "../house.toml"), str(desk / "newslint.toml")

    def said(key, table=""):
        return found[table, key]["value"], found[table, key]["origins"]

    assert said("ignore") == (["names", "boilerplate"], [house, own])
    assert said("names") == (["Kuzio", "Vance"], [house, own])
    assert said("fail-on") == ("warning", [own])
    assert said("select") == ([], ["default"])
    assert said("sentences", "severity") == ("warning", [own])
    assert said("style", "severity") == ("error", [house])
    assert said("allowed", 'rules."sentences/repeated-word"') == (["so"], [house])
    assert Path(said("packs")[0][0]).resolve() == desk.parent / "words"


def test_config_knows_the_command_line(desk):
    row = settings("--select", "sentences", cwd=desk)["", "select"]
    assert (row["value"], row["origins"]) == (["sentences"], ["--select"])


def test_config_prints_toml_that_means_the_same(desk):
    code, out, _ = newslint("config", "--all", "a.txt", cwd=desk)
    assert code == 0
    data = tomllib.loads(out)
    assert data["severity"] == {"sentences": "warning", "style": "error"}
    config_from(data, root=desk, origin="test")


@pytest.mark.parametrize(
    ("base", "said"),
    [
        ('extend = "desk/newslint.toml"', "goes round in a circle"),
        ('extend = "nowhere.toml"', "`extend` names no file: 'nowhere.toml'"),
        ('selct = ["names"]', "house.toml: unknown key `selct`"),
        ('ignore = ["nmaes"]', "house.toml: `ignore` names no rule: 'nmaes'"),
        ('[rules."sentences/repeated-word"]\nallowd = ["so"]', "house.toml: unknown option"),
        ('fail-on = "fatal"', "house.toml: `fail-on` is 'fatal', not error, warning or info"),
        ("extend = 3", "`extend` is a text"),
    ],
)
def test_an_error_names_the_file_that_holds_it(tmp_path, base, said):
    write(tmp_path / "house.toml", base + "\n")
    write(tmp_path / "desk/newslint.toml", 'extend = "../house.toml"\n')
    write(tmp_path / "desk/a.txt", QUIET)
    code, _, err = newslint("check", "a.txt", cwd=tmp_path / "desk")
    assert code == 2
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("setting", "arguments", "code"),
    [
        ("", (), 1),
        ('fail-on = "warning"\n', (), 1),
        ('fail-on = "error"\n', (), 0),
        ('fail-on = "error"\n', ("--fail-on", "warning"), 1),
        ("", ("--fail-on", "error"), 0),
        ("", ("--fail-on", "error", "--no-config"), 0),
    ],
)
def test_fail_on_decides_about_exit_1_and_hides_nothing(tmp_path, setting, arguments, code):
    write(tmp_path / "newslint.toml", f'select = ["sentences"]\n{setting}')
    write(tmp_path / "a.txt", TWICE)
    found, out, _ = newslint("check", *arguments, "a.txt", cwd=tmp_path)
    assert (found, out.count("\n")) == (code, 1)


def test_fail_on_is_each_desks_own_and_outlives_the_cache(tmp_path):
    write(tmp_path / "newslint.toml", 'fail-on = "error"\nselect = ["sentences"]\n')
    for number in range(12):
        write(tmp_path / f"{number}.txt", TWICE)
    for _ in range(2):
        assert newslint("check", ".", cwd=tmp_path)[0] == 0
    write(tmp_path / "strict/newslint.toml", 'select = ["sentences"]\n')
    write(tmp_path / "strict/a.txt", TWICE)
    assert newslint("check", ".", cwd=tmp_path)[0] == 1


@pytest.fixture(scope="module")
def schema():
    return config_schema(load_plugins().rules)


@pytest.fixture(scope="module")
def validator(schema):
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def test_schema_command_prints_the_schema(tmp_path, schema):
    code, out, _ = newslint("schema", cwd=tmp_path)
    assert (code, json.loads(out)) == (0, schema)


def test_schema_knows_every_key_and_rule(schema):
    assert set(schema["properties"]) == set(KEYS)
    assert all(shape["description"] for shape in schema["properties"].values())
    assert set(schema["properties"]["rules"]["properties"]) == {file.id for file in load_plugins().rules}


@pytest.mark.parametrize("file", sorted(ROOT.glob("examples/**/newslint.toml")), ids=lambda file: file.parent.name)
def test_example_configs_keep_the_schema(validator, file):
    validator.validate(tomllib.loads(file.read_text(encoding="utf-8")))


def test_a_full_config_keeps_the_schema(validator):
    validator.validate(tomllib.loads(HOUSE) | tomllib.loads(DESK))
    more = '[[suppress]]\nfile = "a"\nrule = "names"\nwords = "b"\n[per-file-ignores]\n"wire/*" = ["style"]\n'
    validator.validate(tomllib.loads(more))


@pytest.mark.parametrize(
    "text",
    [
        'selct = ["names"]',
        'select = "names"',
        "select = [1]",
        'fail-on = "fatal"',
        '[severity]\nnames = "fatal"',
        '[rules."sentences/repeated-word"]\ncolour = 1',
        '[rules."sentences/repeated-word"]\nallowed = "so"',
        "[rules]\nnames = 3",
        "extend = []",
        "baseline = 1",
        "[[suppress]]\nfile = 'a.txt'",
        "[[suppress]]\nfile = 'a.txt'\nrule = 'names'\nwords = 'x'\nwhy = 'y'",
        "suppress = {}",
        "[per-file-ignores]\n'a' = 'names'",
    ],
)
def test_schema_and_newslint_refuse_the_same(validator, tmp_path, text):
    assert not validator.is_valid(tomllib.loads(text))
    write(tmp_path / "newslint.toml", text)
    code, _, err = newslint("config", "--all", cwd=tmp_path)
    assert code == 2, err
    assert "newslint.toml: " in err
