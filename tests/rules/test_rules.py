"""Every rule keeps the contract, and its own examples hold."""

import pytest

from newslint.plugins.loading import load_plugins
from newslint.run.examples import check_contract, run_example

RULES = {file.id: file for file in load_plugins().rules}


@pytest.mark.parametrize("rule_id", RULES)
def test_rule_keeps_the_contract(rule_id):
    assert list(check_contract(RULES[rule_id].load())) == []


@pytest.mark.parametrize("rule_id", RULES)
def test_examples_hold(rule_id):
    rule = RULES[rule_id].load()
    failures = [failure for example in rule.examples for failure in run_example(rule, example)]
    assert [f"{failure.example.text!r}: {failure.why}" for failure in failures] == []
