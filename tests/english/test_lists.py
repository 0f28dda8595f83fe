"""No list in rules/ or analysis/ repeats more than half of a list of the dictionary."""

import ast
import importlib
import pkgutil
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

import newslint.english
from newslint.english.data import WordList, read

ROOT = Path(__file__).parent.parent.parent
SHORTEST = 4  # words of a list: fewer repeat nothing
ALTERNATION = re.compile(r"\(?(?:\?[:=!<P][^(]*?>?)?((?:[\w’'. -]+\??\|)+[\w’'. -]+)")


def dictionary():
    """Every public list of the dictionary: "calendar.MONTHS" -> its words in lower case."""
    found = {}
    for module in pkgutil.iter_modules(newslint.english.__path__, "newslint.english."):
        home = importlib.import_module(module.name)
        for name, value in vars(home).items():
            if name.isupper() and not name.startswith("_") and isinstance(value, frozenset | tuple | list | Mapping):
                words = {word.lower() for word in value if isinstance(word, str)}
                if len(words) >= SHORTEST:
                    found[f"{module.name.removeprefix('newslint.english.')}.{name}"] = words
    return found


def texts_of(node):
    """The words of a literal: of a string, or of the strings in a set, a tuple, a list, the keys of a table."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.split() if "|" not in node.value and "{" not in node.value else []
    if isinstance(node, ast.JoinedStr):
        return [word for part in node.values for word in texts_of(part)]
    if isinstance(node, ast.Set | ast.Tuple | ast.List):
        return [word for part in node.elts for word in texts_of(part)]
    if isinstance(node, ast.Dict):
        return [word for part in node.keys if part is not None for word in texts_of(part)]
    if isinstance(node, ast.Call):
        return [word for part in node.args for word in texts_of(part)]
    return []


def lists_of_python(source):
    """(line, words) of every literal of a module that is a list of words, alternations in expressions too."""
    tree = ast.parse(source)
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    prose = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("flags", "passes")
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in documentation or id(node) in prose:
            continue
        words = texts_of(node)
        if len(words) >= SHORTEST:
            yield node.lineno, {word.lower() for word in words}
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "|" in node.value:
            for match in ALTERNATION.finditer(re.sub(r"\(\?[\w:<>=!]*|\[(\w)\w\]", r"\1", node.value)):
                yield node.lineno, {word.strip(" .?").lower() for word in match[1].split("|")}


def lists_of_toml(source):
    """(key, words) of every list of strings."""

    def search(value, key):
        if isinstance(value, dict):
            for inner, part in value.items():
                yield from search(part, inner)
        elif isinstance(value, list):
            yield key, {word.lower() for word in value if isinstance(word, str)}
            for part in value:
                yield from search(part, key)

    yield from search({key: value for key, value in tomllib.loads(source).items() if key != "examples"}, "")


def lists_of(file):
    source = file.read_text(encoding="utf-8")
    return lists_of_toml(source) if file.suffix == ".toml" else lists_of_python(source)


FILES = sorted(
    file
    for folder in ("rules", "newslint/analysis")
    for file in (ROOT / folder).rglob("*.*")
    if file.suffix in (".py", ".toml")
)


def repeats(file):
    """What a file repeats: (place, list of the dictionary, share of it)."""
    worst = {}
    for place, words in lists_of(file):
        for name, known in dictionary_lists().items():
            both = len(words & known)
            share = both / len(known)
            # Any list of small words holds pronouns: it repeats them if it consists of them.
            if share > 0.5 and (not name.startswith("function_words.") or both > len(words) / 2):
                worst[place, name] = max(share, worst.get((place, name), 0))
    return sorted((place, name, f"{share:.0%}") for (place, name), share in worst.items())


_lists = {}


def dictionary_lists():
    if not _lists:
        _lists.update(dictionary())
    return _lists


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_list_repeats_the_dictionary(file):
    assert repeats(file) == []


@pytest.mark.parametrize("name", ["words.txt", "names.txt"])
def test_a_word_is_found_whether_few_or_many_are_asked_for(name):
    few, many = WordList(name), WordList(name)
    many.unpack()
    rows = sorted(many.all())
    asked = [
        *rows[::40],
        *(f"{word}q" for word in rows[::100]),
        *(word[:-1] for word in rows[::100]),
        "",
        " ",
        "é",
        "\ud800",
    ]
    assert len(asked) < 1000
    assert [few.has(word) for word in asked] == [many.has(word) for word in asked] == [word in rows for word in asked]


def test_no_word_that_opens_a_line_is_missed():
    few = WordList("names.txt")
    assert all(few.has(line.split()[0]) for line in read("names.txt").decode().splitlines())
