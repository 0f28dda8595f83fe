"""What lies in examples/ does what it says, and the README shows what the program prints."""

import re
from pathlib import Path

import pytest
from command import newslint

ROOT = Path(__file__).parent.parent.parent
ARTICLES = ROOT / "examples" / "articles"


def found(name):
    _, out, err = newslint("check", name, cwd=ARTICLES)
    assert err == ""
    return [line.split(" ")[1] for line in out.splitlines()]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "rules"),
    [
        (
            "harbour.txt",
            {
                "boilerplate/navigation",
                "boilerplate/image-placeholder",
                "boilerplate/contact-footer",
                "facts/weekday",
                "facts/percentage",
                "names/inconsistent-spelling",
                "names/inconsistent-honorific",
                "quotes/unbalanced",
                "sentences/stray-fragment",
                "sentences/repeated-word",
            },
        ),
        ("library.md", {"facts/percentage", "leftovers/placeholder", "names/inconsistent-honorific"}),
        ("ferry.html", {"facts/age", "names/inconsistent-spelling", "sentences/truncated"}),
    ],
)
def test_every_planted_defect_is_found(name, rules):
    assert rules <= set(found(name))


@pytest.mark.slow
def test_the_clean_article_is_clean():
    assert found("orchard.txt") == []


def test_the_house_pack_passes_its_own_examples():
    code, out, _ = newslint("test", ROOT / "examples" / "house")
    assert code == 0
    assert "0 failed\n" in out


README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ (newslint [^\n]*)\n(.*?)```", README, re.DOTALL)


@pytest.mark.slow
@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_readme_shows_what_the_program_prints(command, output):
    _, out, err = newslint(*command.split()[1:], cwd=ROOT)
    assert out + err == output


@pytest.mark.slow
def test_readmes_first_command_prints_what_it_shows():
    command, output = re.search(r"```console\n\$ (python3 -m venv [^\n]*)\n(.*?)```", README, re.DOTALL).groups()
    assert README.index(command) == README.index("```console\n$ ") + len("```console\n$ ")
    *setup, check = command.split(" && .venv/bin/")
    assert setup == ["python3 -m venv .venv", "pip install --quiet ."]
    assert newslint(*check.split()[1:], cwd=ROOT) == (0, output, "")


def test_readme_shows_something():
    assert len(SHOWN) >= 2


def test_readme_names_the_test_command_that_ci_runs():
    command = re.search(r"```sh\n([^\n]*pytest[^\n]*)\n```", README)[1]
    assert command in (ROOT / ".ci" / "run").read_text()
