"""A first rule of one's own: written, tested, and in use without another word."""

import os
import sys
import tomllib
from importlib.util import find_spec

import pytest
from command import newslint, write

from newslint.commands.cli import main
from newslint.plugins.scaffold import TOML


@pytest.mark.parametrize("kind", TOML)
def test_each_kind_passes_its_own_examples(kind, tmp_path):
    code, out, err = newslint("new", "style/our-words", "--kind", kind, cwd=tmp_path)
    assert (code, err) == (0, "")
    assert "newslint test house" in out
    assert newslint("test", "house", cwd=tmp_path) == (0, "1 rule, 3 examples, 0 failed\n", "")


def test_the_rule_is_in_use_at_once(tmp_path):
    newslint("new", "style/our-words", cwd=tmp_path)
    write(tmp_path / "a.txt", "They will vote in the near future.\n")
    assert "a.txt:1:16: style/our-words" in newslint("check", "a.txt", cwd=tmp_path)[1]


def test_a_second_rule_goes_where_the_config_says(tmp_path):
    write(tmp_path / "newslint.toml", 'packs = ["desk/rules"]\n')
    (tmp_path / "desk/rules").mkdir(parents=True)
    newslint("new", "names/our-towns", "--kind", "names", cwd=tmp_path)
    assert (tmp_path / "desk/rules/names/our_towns.toml").is_file()
    assert (tmp_path / "newslint.toml").read_text() == 'packs = ["desk/rules"]\n'


def test_a_config_keeps_all_that_it_says(tmp_path):
    write(tmp_path / "newslint.toml", '# the desk\nnames = ["Oyelaran"]\n')
    newslint("new", "style/our-words", "--folder", "house", cwd=tmp_path)
    assert (tmp_path / "newslint.toml").read_text() == 'packs = ["house"]\n# the desk\nnames = ["Oyelaran"]\n'


def test_a_tested_pack_that_is_not_in_use_is_said(tmp_path):
    newslint("new", "style/our-words", "--folder", "spare", "--no-config", cwd=tmp_path)
    code, out, _ = newslint("test", "spare", cwd=tmp_path)
    assert code == 0
    assert out.endswith('not in use here: add packs = ["spare"] to newslint.toml\n')
    write(tmp_path / "newslint.toml", 'packs = ["spare"]\n')
    assert "not in use" not in newslint("test", "spare", cwd=tmp_path)[1]


def test_a_python_rule_is_a_package_that_pip_installs(tmp_path):
    code, out, _ = newslint("new", "style/our-words", "--kind", "python", cwd=tmp_path)
    assert code == 0
    assert out.splitlines() == [
        "newslint-house/newslint_house/style/our_words.py is written: change its words and examples",
        f"install it, once: {sys.executable} -m pip install --editable ./newslint-house",
        "then run: newslint test style/our-words",
    ]
    assert not (tmp_path / "newslint.toml").exists()
    declared = tomllib.loads((tmp_path / "newslint-house/pyproject.toml").read_text())["project"]["entry-points"]
    assert declared == {"newslint": {"newslint_house": "newslint_house"}}
    assert newslint("new", "facts/towns", "--kind", "python", cwd=tmp_path)[0] == 0
    # As an editable install has it on the path.
    write(tmp_path / "newslint-house/a.dist-info/entry_points.txt", "[newslint]\nhouse = newslint_house\n")
    env = os.environ | {"PYTHONPATH": str(tmp_path / "newslint-house")}
    assert newslint("test", "style/our-words", cwd=tmp_path, env=env) == (0, "1 rule, 3 examples, 0 failed\n", "")
    write(tmp_path / "a.txt", "They met utterly late.\n")
    write(tmp_path / "newslint-house/newslint_house.egg-info/SOURCES.txt", "They met utterly late.\n")
    assert "SOURCES" not in newslint("check", ".", cwd=tmp_path, env=env)[1]
    for rule in ("style/our-words", "facts/towns"):
        found = newslint("check", "--select", rule, "a.txt", cwd=tmp_path, env=env)[1]
        assert found == f"a.txt:1:10: {rule} “utterly” says nothing.\n"


def test_a_rule_without_its_library_is_said_and_not_run(monkeypatch, capsys):
    monkeypatch.setattr("newslint.rule.find_spec", lambda name: None if name == "datasketch" else find_spec(name))
    assert main(["test", "sentences/repeated-article"]) == 0
    said = "its examples are not run: it needs datasketch, which is not installed"
    assert capsys.readouterr().out == f"sentences/repeated-article: {said}\n1 rule, 0 examples, 0 failed\n"


@pytest.mark.parametrize("folder", ["newslint-house", "newslint-house/newslint_house"])
def test_the_folder_of_a_package_is_no_folder_of_rules(tmp_path, folder):
    newslint("new", "style/our-words", "--kind", "python", cwd=tmp_path)
    said = "is a Python package, no folder of TOML rules; pip install it, then `newslint test FAMILY/RULE`"
    assert newslint("test", folder, cwd=tmp_path) == (2, "", f"newslint: {folder}: {said}\n")


def test_a_rule_is_tested_by_its_name():
    assert newslint("test", "sentences/repeated-word")[1].startswith("1 rule, ")
    code, _, err = newslint("test", "sentences/repeated-wrod")
    assert code == 2
    assert 'did you mean "sentences/repeated-word"?' in err


def test_nothing_is_overwritten(tmp_path):
    newslint("new", "style/our-words", cwd=tmp_path)
    code, _, err = newslint("new", "style/our-words", cwd=tmp_path)
    assert (code, err) == (2, "newslint: house/style/our_words.toml: exists already; choose another name\n")
