"""Severities follow from counts, and every manual says what was counted."""

import re

import pytest
from newslint_rules import OFF, newslint_rules

from newslint import GroupRule, Severity

# A house chooses a pack for its style, not for how often it is right.
PACKS = ("style/ap/", "style/guardian/", "style/plain-language/")
FILES = {file.id: file for file in newslint_rules() if not file.id.startswith(PACKS)}
# Rules on archives are off but there, and counted on them.
RULES = {rule_id: file for rule_id, file in FILES.items() if not isinstance(file.load(), GroupRule)}

_NONE = re.compile(r"[Oo]n [\d.,]+ (?:million )?words.*?: no finding")
_COUNT = re.compile(r"read (\d+)( [\w ]+?)?, (?:right|worth a look) (\d+)")
_FEW = 5  # of fewer nothing follows

LEAST = {Severity.ERROR: 19 / 20, Severity.WARNING: 7 / 10, Severity.INFO: 1 / 2}

# What it finds stands in copy that is being written, not in what was edited; its manual has the count on both.
KEPT = {"sentences/missing-verb"}


def manual(rule):
    return " ".join(rule.manual.split())


def counted(rule):
    """(findings read, share of them that were right, severity that they had), for each count of the rule as it is."""
    text = ". ".join(sentence for sentence in manual(rule).split(". ") if "mended since" not in sentence)
    for read, kind, right in _COUNT.findall(text):
        severity = Severity.INFO if kind.strip() == "for information" else rule.severity
        yield int(read), int(right) / int(read), severity


@pytest.mark.parametrize("rule_id", sorted(RULES))
def test_the_manual_says_what_was_counted(rule_id):
    text = manual(RULES[rule_id].load())
    assert _COUNT.search(text) or _NONE.search(text)


@pytest.mark.parametrize("rule_id", sorted(RULES.keys() - OFF - KEPT))
def test_no_severity_is_higher_than_its_count_allows(rule_id):
    for read, share, severity in counted(RULES[rule_id].load()):
        assert read < _FEW or share >= LEAST[severity]


def test_a_rule_that_is_off_is_there():
    assert FILES.keys() >= OFF
