"""A change of anything that a verdict rests on is seen by the cache."""

import os

import pytest
from command import newslint, write

RULE = '''"""house/cold."""

from newslint import Rule, flags, passes
from desk_rules.house import _words


class Cold(Rule):
    """No cold words."""

    examples = (flags("It is [[cold]]."), passes("It is warm."), passes("Go."))

    def check(self, article):
        for token in article.tokens:
            if token.text in _words.words():
                yield self.finding(token, f"{token.text} is cold.")
'''
PLUGIN = """import pluggy
from newslint.plugins.packs import rules_in

@pluggy.HookimplMarker("newslint")
def newslint_rules():
    return rules_in(__name__)
"""
HELPER = """from pathlib import Path

def words():
    return {*Path(__file__).with_name("words.txt").read_text().split(), "ice"}
"""


@pytest.fixture
def desk(tmp_path):
    """Ten articles, and a plugin whose rule has a helper and a data file."""
    for number in range(10):
        write(tmp_path / "copy" / f"{number}.txt", f"The council of ward {number} met on Monday. It is chilly.\n")
    site = tmp_path / "site"
    write(site / "desk_rules-1.0.dist-info" / "entry_points.txt", "[newslint]\ndesk = desk_rules\n")
    write(site / "desk_rules" / "__init__.py", PLUGIN)
    write(site / "desk_rules" / "house" / "__init__.py", "")
    write(site / "desk_rules" / "house" / "cold.py", RULE)
    write(site / "desk_rules" / "house" / "_words.py", HELPER)
    write(site / "desk_rules" / "house" / "words.txt", "cold\n")
    return tmp_path


def found(desk):
    environment = {**os.environ, "PYTHONPATH": str(desk / "site"), "HOME": str(desk)}
    _, out, err = newslint("check", "--select", "house", ".", cwd=desk / "copy", env=environment)
    assert err == ""
    return out.count("house/cold")


@pytest.mark.parametrize(
    ("file", "words"),
    [("_words.py", HELPER.replace('"ice"', '"chilly"')), ("words.txt", "cold chilly\n")],
    ids=["a helper", "a data file"],
)
def test_a_change_beside_a_rule_gives_the_new_verdict(desk, file, words):
    assert found(desk) == 0
    assert (desk / "copy" / ".newslint_cache").is_dir()
    write(desk / "site" / "desk_rules" / "house" / file, words)
    assert found(desk) == 10
