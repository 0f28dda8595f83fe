"""The rules on facts over a bank of wordings: silent where the figure fits, heard where it cannot be."""

import pytest
from newslint_rules.facts.age import AgeRule
from newslint_rules.facts.change import Change
from newslint_rules.facts.conversion import Conversion
from newslint_rules.facts.count import Count
from newslint_rules.facts.derived import Derived
from newslint_rules.facts.direction import Direction
from newslint_rules.facts.identity import Identity
from newslint_rules.facts.object_age import ObjectAge
from newslint_rules.facts.percentage import Percentage
from newslint_rules.facts.product import Product
from newslint_rules.facts.rate import Rate
from newslint_rules.facts.recount import Recount
from newslint_rules.facts.remainder import Remainder
from newslint_rules.facts.share import Share
from newslint_rules.facts.span import TimeSpan
from newslint_rules.facts.sum import Sum
from newslint_rules.facts.tense import Tense
from newslint_rules.facts.vote import Vote
from newslint_rules.facts.weekday import Weekday
from newslint_rules.facts.year import Year

from newslint.article import Article
from newslint.readers import reader_for, standard_readers

from .bank import ESCAPES, KINDS

RULES = [
    kind(id=f"facts/{name}")
    for name, kind in {
        "age": AgeRule,
        "change": Change,
        "conversion": Conversion,
        "count": Count,
        "derived": Derived,
        "direction": Direction,
        "identity": Identity,
        "object-age": ObjectAge,
        "percentage": Percentage,
        "product": Product,
        "rate": Rate,
        "recount": Recount,
        "remainder": Remainder,
        "share": Share,
        "span": TimeSpan,
        "sum": Sum,
        "tense": Tense,
        "vote": Vote,
        "weekday": Weekday,
        "year": Year,
    }.items()
]
ROWS = [(kind, *row) for kind, rows in KINDS.items() for row in rows]


def found(text: str) -> list[tuple[str, str]]:
    article = Article(reader_for("a.md", standard_readers()).read(text))
    return [(finding.rule, finding.message) for rule in RULES for finding in rule.check(article)]


@pytest.mark.parametrize(("kind", "sentence", "right", "wrong"), ROWS)
def test_a_figure_that_fits_is_silent(kind: str, sentence: str, right: str, wrong: str) -> None:
    assert found(sentence.replace("{}", right)) == []


@pytest.mark.parametrize(("kind", "sentence", "right", "wrong"), [row for row in ROWS if row[1] not in ESCAPES])
def test_a_figure_that_cannot_be_is_found_by_a_rule_of_its_kind(
    kind: str, sentence: str, right: str, wrong: str
) -> None:
    rules = {rule for rule, _ in found(sentence.replace("{}", wrong))}
    assert rules & {f"facts/{name}" for name in kind.split()}
