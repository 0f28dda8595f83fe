"""Every rule keeps the contract, and each of its examples holds: ``-k inconsistent_spelling`` shows one rule's."""

import pytest

from newslint.plugins.loading import load_plugins
from newslint.run.examples import check_contract, run_example

RULES = {file.id: file.load() for file in load_plugins().rules}
# By the name of the rule's file and the number of the example: names/inconsistent_spelling-3.
EXAMPLES = {
    f"{rule_id.replace('-', '_')}-{number}": (rule, example)
    for rule_id, rule in RULES.items()
    for number, example in enumerate(rule.examples, 1)
}


@pytest.mark.parametrize("rule_id", RULES)
def test_rule_keeps_the_contract(rule_id):
    assert list(check_contract(RULES[rule_id])) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_holds(name):
    rule, example = EXAMPLES[name]
    assert [f"{failure.example.text!r}: {failure.why}" for failure in run_example(rule, example)] == []
