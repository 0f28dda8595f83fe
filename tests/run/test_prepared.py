"""Compiled expressions are kept from run to run, and one that is not whole is compiled anew."""

import marshal
import os
import re
import subprocess
import sys
from zlib import crc32

import pytest
from command import QUIET, TWICE, newslint, write

from newslint.disk.toml import Tables
from newslint.model import expressions
from newslint.run import prepared
from newslint.run.home import cache_home

PATTERN = r"(?P<name>[A-Z]\w+),\s(?P<age>\d+)(x)?"


@pytest.fixture
def store(tmp_path, monkeypatch):
    """The store of a program that has just started, with a cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(prepared, "store", expressions.Store())
    monkeypatch.setattr(prepared, "tables", Tables())
    return prepared.store


def again(monkeypatch):
    """The store of the next program to start."""
    monkeypatch.setattr(prepared, "store", expressions.Store())
    monkeypatch.setattr(prepared, "tables", Tables())
    prepared.bring()
    return prepared.store


def test_the_next_run_has_what_this_one_compiled(store, monkeypatch):
    prepared.bring()
    store.pattern(PATTERN, re.I)
    prepared.keep()
    later = again(monkeypatch)
    assert (PATTERN, int(re.I)) in later.brought
    found = later.pattern(PATTERN, re.I).search("so ann, 45 and")
    assert found.groupdict() == {"name": "ann", "age": "45"}
    assert later.pattern(PATTERN, re.I) == re.compile(PATTERN, re.I)
    assert not later.has_grown


@pytest.mark.parametrize("spoil", [lambda data: data[:-9], lambda data: b"", lambda data: data[:4] + b"{" + data[5:]])
def test_a_file_that_is_not_whole_is_made_anew(store, monkeypatch, spoil):
    prepared.bring()
    store.pattern(PATTERN, 0)
    prepared.keep()
    path = cache_home() / prepared._name(prepared._EXPRESSIONS)
    path.write_bytes(spoil(path.read_bytes()))
    later = again(monkeypatch)
    assert not later.brought
    later.pattern(PATTERN, 0)
    prepared.keep()
    assert (PATTERN, 0) in again(monkeypatch).brought


def test_what_was_kept_before_is_kept_with_what_is_new(store, monkeypatch):
    prepared.bring()
    store.pattern(PATTERN, 0)
    prepared.keep()
    again(monkeypatch).pattern("other", 0)
    prepared.keep()
    assert {PATTERN, "other"} == {pattern for pattern, _ in again(monkeypatch).brought}


@pytest.mark.parametrize("code", [marshal.dumps((32, b"\xff" * 40, 3, {}, (None,), ())), b"\xff", marshal.dumps(7)])
def test_code_that_the_engine_does_not_take_is_compiled_anew(store, monkeypatch, code):
    data = prepared._packed({(PATTERN, 0): code})
    path = cache_home() / prepared._name(prepared._EXPRESSIONS)
    path.parent.mkdir(parents=True)
    path.write_bytes(crc32(data).to_bytes(4, "little") + data)
    prepared.bring()
    assert store.pattern(PATTERN, 0).fullmatch("Ann, 45")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_of_another_user_is_not_read(store, monkeypatch):
    prepared.bring()
    store.pattern(PATTERN, 0)
    prepared.keep()
    os.chown(cache_home() / prepared._name(prepared._EXPRESSIONS), 12345, 12345)
    assert not again(monkeypatch).brought


def test_a_cache_folder_that_cannot_be_written_costs_no_report(tmp_path):
    write(tmp_path / "in-the-way", "")
    write(tmp_path / "a.txt", TWICE)
    code, out, err = newslint("check", "a.txt", cwd=tmp_path, env={"XDG_CACHE_HOME": str(tmp_path / "in-the-way")})
    assert (code, err) == (1, "")
    assert "a.txt:1:27" in out


def test_findings_are_the_same_with_kept_expressions(tmp_path):
    write(tmp_path / "a.txt", TWICE + QUIET)
    env = {"XDG_CACHE_HOME": str(tmp_path / "home")}
    first = newslint("check", "--format", "jsonl", "a.txt", cwd=tmp_path, env=env)
    assert list((tmp_path / "home/newslint").glob("expressions-*"))
    assert newslint("check", "--format", "jsonl", "a.txt", cwd=tmp_path, env=env) == first


ASKED_FOR = """
import gc
from importlib import import_module
from pkgutil import walk_packages
from newslint.analysis.figures.templates import Template
from newslint.model.expressions import _Later

for package in ("newslint.analysis", "newslint.english", "newslint_rules"):
    for module in walk_packages(import_module(package).__path__, f"{package}."):
        import_module(module.name)
asked = [thing.source for thing in gc.get_objects() if isinstance(thing, Template)]
asked += [str(thing._given) for thing in gc.get_objects() if type(thing) is _Later]
print(*sorted(asked), sep=chr(10))
"""


def test_every_run_asks_for_the_same_expressions():
    """One whose words stand in the order of a set is another in each run: it is compiled, and kept, time and again."""
    one, other = (
        subprocess.run(
            [sys.executable, "-c", ASKED_FOR],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
        for seed in ("1", "2")
    )
    assert len(one) > 300
    assert [row for row in one if row not in other] == []


def test_the_next_run_has_what_this_one_read(store, monkeypatch, tmp_path):
    write(tmp_path / "rule.toml", "words = 1")
    os.utime(tmp_path / "rule.toml", (1, 1))
    prepared.bring()
    prepared.tables.read(tmp_path / "rule.toml")
    prepared.keep()
    again(monkeypatch)
    assert prepared.tables.known.keys() == {str(tmp_path / "rule.toml")}
