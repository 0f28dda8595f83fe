"""The walls of the house, read from the imports."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# From left to right; nothing imports to its right.
ORDER = [
    "model",
    "disk",
    "english",
    "analysis",
    "article",
    "rule",
    "kinds",
    "findings",
    "run",
    "manual",
    "api",
    "commands",
]


def imports(file):
    """(module, imported name) pairs of a file, those for type checkers too."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


def files(folder):
    found = sorted((ROOT / folder).rglob("*.py"))
    assert found
    return found


def length(file):
    return len(file.read_text(encoding="utf-8").splitlines())


def name_of(file):
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("file", files("newslint"), ids=name_of)
def test_engine_knows_no_rule(file):
    assert not [module for module, _ in imports(file) if module.startswith("newslint_rules")]


@pytest.mark.parametrize("file", [file for file in files("rules") if file.name != "__init__.py"], ids=name_of)
def test_rules_import_only_the_front_door(file):
    inside = {module for module, _ in imports(file) if module.startswith("newslint")}
    siblings = "newslint_rules." + file.parent.relative_to(ROOT / "rules").as_posix().replace("/", ".")
    assert not [module for module in inside if module != "newslint" and not module.startswith(siblings)]


@pytest.mark.parametrize("room", ORDER)
def test_nothing_imports_to_its_right(room):
    folder = ROOT / "newslint" / room
    right = ORDER[ORDER.index(room) + 1 :]
    for file in folder.rglob("*.py") if folder.is_dir() else [folder.with_suffix(".py")]:
        for module, _ in imports(file):
            assert module.removeprefix("newslint.").split(".")[0] not in right, f"{file} imports {module}"


# What stands outside that order, with the rooms that it must not know.
SHELLS = {"commands", "lsp", "server", "archive"}
APART = {
    "readers": {"analysis", "article", "rule", "kinds", "findings", "settings", "plugins", "run", "reporters", *SHELLS},
    "settings": {"run", "reporters", *SHELLS},
    "plugins": {"settings", "run", *SHELLS},
    "reporters": {"settings", "plugins", "run", *SHELLS},
    "run": {"reporters", *SHELLS},
    "lsp": {"commands", "server", "archive"},
    "server": {"commands", "lsp", "archive"},
}


@pytest.mark.parametrize("room", APART)
def test_a_room_knows_nothing_of_those_that_use_it(room):
    for file in files(f"newslint/{room}"):
        for module, _ in imports(file):
            assert module.removeprefix("newslint.").split(".")[0] not in APART[room], f"{file} imports {module}"


def test_only_shells_print_or_exit():
    for file in files("newslint"):
        if not {*SHELLS, "training", "__main__.py"} & set(file.relative_to(ROOT / "newslint").parts):
            tree = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            called = [ast.unparse(node.func) for node in tree if isinstance(node, ast.Call)]
            assert not {"print", "sys.exit", "exit", "input"} & set(called), file


def test_every_room_says_what_lives_there():
    rooms = [folder for folder in (ROOT / "newslint").iterdir() if (folder / "__init__.py").is_file()]
    rooms += [folder for folder in (ROOT / "rules").iterdir() if (folder / "__init__.py").is_file()]
    assert [room.name for room in rooms if not (room / "README.md").is_file()] == []


def test_modules_are_short():
    assert [name_of(file) for folder in ("newslint", "rules") for file in files(folder) if length(file) > 320] == []


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("pluggy", {"plugins"}),
        ("pygls", {"lsp.py", "lsp"}),
        ("starlette", {"server"}),
        ("uvicorn", {"server"}),
        ("prometheus_client", {"server"}),
        ("duckdb", {"archive"}),
        ("pyarrow", {"archive"}),
        ("warcio", {"archive"}),
        ("rtoml", {"settings", "toml.py", "frontmatter.py"}),
    ],
)
def test_libraries_stay_in_their_rooms(library, rooms):
    for file in files("newslint"):
        if not rooms & set(file.relative_to(ROOT / "newslint").parts):
            assert library not in {module.split(".")[0] for module, _ in imports(file)}, file


@pytest.mark.parametrize("file", files("rules"), ids=name_of)
def test_rules_see_no_markup_and_nothing_of_the_run(file):
    attributes = {
        node.attr for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)
    }
    assert not attributes & {"document", "context", "markup", "comments"}


def test_rules_do_no_input_or_output():
    for file in files("rules"):
        names = {
            node.id for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)
        }
        assert not names & {"open", "print", "input"}, file


def test_front_door_is_what_it_says():
    import newslint

    assert sorted(newslint.__all__) == newslint.__all__
    assert all(hasattr(newslint, name) for name in newslint.__all__)


def test_front_door_imports_only_what_is_asked_for():
    code = "import sys, newslint; before = set(sys.modules); newslint.Span; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert [name for name in done.stdout.split() if name.startswith("newslint")] == [
        "newslint.model",
        "newslint.model.named_tuple",
        "newslint.model.span",
    ]


LONGEST_EXPRESSION = 100  # characters of a regular expression that is not VERBOSE


def long_expressions(source):
    """Lines of calls that compile or use an expression, whose own text is long and not written VERBOSE."""
    calls = {"expression", "compiled", "compile", "match", "fullmatch", "search", "finditer", "findall", "sub", "split"}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func).split(".")[-1] in calls:
            given = [*node.args[1:], *(keyword.value for keyword in node.keywords)]
            parts = [part.value for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant)]
            if "VERBOSE" not in "".join(map(ast.unparse, given)):
                if sum(len(part) for part in parts if isinstance(part, str)) > LONGEST_EXPRESSION:
                    yield node.lineno


def test_a_long_expression_is_seen():
    assert list(long_expressions(f"import re\nX = re.compile(r'{'a|' * 51}', re.I)")) == [2]
    assert list(long_expressions(f"import re\nX = re.compile(r'{'a|' * 51}', re.I | re.VERBOSE)")) == []


@pytest.mark.parametrize("folder", ["newslint", "rules"])
def test_long_expressions_are_verbose(folder):
    found = [(name_of(file), line) for file in files(folder) for line in long_expressions(file.read_text("utf-8"))]
    assert found == []
