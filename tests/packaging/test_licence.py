"""What the wheel says of its licences, held against the data that it holds."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")
EXPRESSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["license"]
# What claims no licence of its own.
FREE = {"facts, no licence claimed", "public domain"}
DATA = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "newslint").rglob("*")
    if path.suffix in (".bin", ".txt") and "training" not in path.parts
)


def entries():
    """File -> (its terms, what NOTICE says of it)."""
    found = {}
    for part in re.split(r"\n(?=newslint/)", NOTICE):
        heading, _, words = part.partition("\n")
        match = re.fullmatch(r"(newslint/\S+(?:, newslint/\S+)*): (.+)", heading)
        if match:
            found |= {file: (match[2], " ".join(words.split())) for file in match[1].split(", ")}
    return found


def test_every_data_file_of_the_wheel_has_its_entry_and_none_is_of_a_file_that_is_gone():
    assert sorted(entries()) == DATA


@pytest.mark.parametrize("file", DATA)
def test_an_entry_names_what_the_file_was_made_of_and_the_script_that_makes_it(file):
    terms, said = entries()[file]
    assert terms in FREE or re.fullmatch(r"[\w.-]+( AND [\w.-]+)*", terms)
    assert "https://" in said or "Article-Bias-Prediction (see below)" in said or "(terms above)" in said
    scripts = re.findall(r"newslint/training/[\w/]+\.py", said)
    assert scripts
    assert all((ROOT / script).is_file() for script in scripts)
    assert any(Path(file).name in (ROOT / script).read_text(encoding="utf-8") for script in scripts)


def test_the_expression_names_the_licences_of_the_program_and_of_its_data():
    named = {licence for terms, _ in entries().values() if terms not in FREE for licence in terms.split(" AND ")}
    assert set(EXPRESSION.split(" AND ")) == named | {"Apache-2.0"}


def test_the_lists_of_the_dictionary_have_a_row_each_where_they_lie():
    readme = (ROOT / "newslint/english/data/README.md").read_text(encoding="utf-8")
    rows = [line for line in readme.splitlines() if line.startswith("| `")]
    lists = [Path(file).name for file in DATA if file.startswith("newslint/english/data/")]
    assert sorted(re.findall(r"`([\w.]+)`", " ".join(row.split("|")[1] for row in rows))) == lists
    assert all(len([cell for cell in row.split("|") if cell.strip()]) == 5 for row in rows)
