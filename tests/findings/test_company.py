"""What is too faint by itself is told among other faults."""

from newslint import Finding, Severity, Span
from newslint.findings.company import with_company


class _Rule:
    def __init__(self, *, claims_words: bool = False) -> None:
        self.claims_words = claims_words


RULES = {"sentences/a": _Rule(), "names/b": _Rule(), "boilerplate/c": _Rule(claims_words=True)}
FAINT = Finding("sentences/a", "faint", Span(50, 60), faint=True)
SURE = [Finding("sentences/a", "one", Span(0, 3)), Finding("names/b", "two", Span(10, 13))]
THIRD = Finding("names/b", "three", Span(20, 23))
TEXT = "word " * 600


def test_a_faint_finding_goes_where_there_are_too_few_faults() -> None:
    assert with_company([*SURE, FAINT], RULES, TEXT) == SURE


def test_a_faint_finding_stays_among_three_faults_that_two_rules_see() -> None:
    assert with_company([*SURE, THIRD, FAINT], RULES, TEXT) == [*SURE, THIRD, FAINT]


def test_faults_of_one_rule_are_no_company() -> None:
    alike = [THIRD, SURE[1], Finding("names/b", "four", Span(30, 33))]
    assert with_company([*alike, FAINT], RULES, TEXT) == alike


def test_furniture_is_no_company() -> None:
    page = Finding("boilerplate/c", "line", Span(20, 23))
    assert with_company([*SURE, page, FAINT], RULES, TEXT) == [*SURE, page]


def test_information_is_no_company() -> None:
    quiet = THIRD._replace(severity=Severity.INFO)
    assert with_company([*SURE, quiet, FAINT], RULES, TEXT) == [*SURE, quiet]


def test_few_faults_in_a_long_text_are_no_company() -> None:
    assert with_company([*SURE, THIRD, FAINT], RULES, TEXT * 3) == [*SURE, THIRD]


def test_a_faint_finding_takes_the_place_of_what_its_rule_says_of_the_same_words() -> None:
    quiet = FAINT._replace(faint=False, severity=Severity.INFO)
    assert with_company([*SURE, THIRD, quiet, FAINT], RULES, TEXT) == [*SURE, THIRD, FAINT]
    assert with_company([*SURE, quiet, FAINT], RULES, TEXT) == [*SURE, quiet]
