"""facts/age: ages against births, deaths and each other, in the wordings of many desks."""

import datetime

import pytest
from newslint_rules.facts.age import AgeRule

from newslint import Article, Block, Severity
from newslint.model.document import Document, Metadata


def findings(text, date=None):
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph)))
        at += len(paragraph) + 2
    article = Article(Document(text, tuple(blocks), metadata=Metadata(date=date)))
    return list(AgeRule(id="facts/age").check(article))


WRONG = [
    "She was born in 1960 and died in 2009 at the age of 58.",
    "She was born in 1960 and died in 2009, aged 58.",
    "She was born in 1960 and died at 58 in 2009.",
    "She was born in 1960 and died at the age of 58 in 2009.",
    "She was born in 1960 and died in 2009 at age 58.",
    "She was born in 1960 and died in 2009 at fifty-eight.",
    "Born in 1960, she died in 2009 at the age of 58.",
    "Born in Ghent in 1960, she died in Bruges in 2009, aged 58.",
    "Born in Terre Haute, Indiana, in 1960, he died on 2 May 2009 at age 58.",
    "He was born on 4 March 1960 and died on 2 March 2009 aged 49.",
    "He was born on March 4, 1960, and died on March 5, 2009, at the age of 48.",
    "Ana Ruiz was born in 1960. She died in 2009 at the age of 58.",
    "Ana Ruiz was born in Lima in 1960. She died of cancer in 2009, aged 58.",
    "She died in 2009 at the age of 58. She was born in 1960.",
    "Ana Ruiz (1960-2009) died at the age of 58.",
    "Ana Ruiz (1960–2009), who died in Oslo at 58, wrote nine plays.",
    "Ana Ruiz (4 March 1960 – 2 March 2009) died aged 49.",
    "Ana Ruiz, born in 1960, died in 2009 at the age of 58.",
    "Ana Ruiz (born 1960) was elected mayor in 1990 at the age of 45.",
    "Ana Ruiz (b. 1960) was elected mayor in 1990, aged 45.",
    "Born in 1960, she was elected in 1990 at the age of 45.",
    "Born in 1960, she was 45 when she was elected in 1990.",
    "Born in 1960, she became, at the age of 45, mayor in 1990.",
    "He was born in 1960, and died in 2009, when he was 58.",
    "Born in 1960, he died in 2009. He was 58.",
    "Born 1960, died 2009, aged 58.",
    "Ana Ruiz lived from 1960 to 2009 and was 58 when she died.",
    "Ana Ruiz lived from 1960 to 2009 and died at the age of 58.",
    "Between her birth in 1960 and her death in 2009, aged 58, she wrote nine plays.",
    "Ana Ruiz, 58, who died in 2009, was born in 1960.",
    "Ana Ruiz, who died in 2009 at 58, was born in 1960.",
    "Ana Ruiz was born in 1960. In 2009, at the age of 58, she died.",
    "Born in 1960, she was 58 at her death in 2009.",
    "Born in 1960, she died in 2009 aged 58 years.",
    "Born in 1960, she turned 58 in 2009.",
    "She passed away in 2009 at the age of 58, having been born in 1960.",
    "The winner, 34-year-old Ana Ruiz, left. Later Ana Ruiz, 43, came back.",
    "Ana Ruiz, aged 34, left. The 43-year-old singer Ana Ruiz came back.",
    "Ana Ruiz, who is 34, left. Ana Ruiz, aged 43, came back.",
    "Born in 1930, he celebrated his 80th birthday in 2005.",
    "He was born in 1930, and his 80th birthday, in 2005, was a state affair.",
    "Ana Ruiz, 34, won. On Monday Ana Ruiz, 43, was fined.",
    "The winner is Ana Ruiz, 34.\n\nAna Ruiz, 43, of Lima, lost.",
    "Jean-Luc Dupont, 61, and Ana Ruiz, 34, met. Ana Ruiz, 43, spoke first.",
]

RIGHT = [
    "She was born in 1960 and died in 2009 at the age of 48.",
    "She was born in 1960 and died in 2009 at the age of 49.",
    "He was born on 4 March 1960 and died on 2 March 2009 aged 48.",
    "Born in 1960, she left school at 16, joined the navy in 1985 and died in 2009.",
    "Born in 1960, she died in 2009 after 58 days in hospital.",
    "Born in 1960 to a mother aged 17, she died in 2009.",
    "Born in 1960, she had three children by the age of 25 and moved to Oslo in 2009.",
    "She was born in 1960, her husband in 1958. He died in 2009 at the age of 51.",
    "His wife was born in 1970. He died in 2009 at the age of 80.",
    "Those born in 1960 were asked about 2009; people aged 25 were not.",
    "Born in 1960, he joined the navy in 2009. He was 19.",
    "Born in 1960, he retired in 2009. He was 58 miles from Ghent.",
    "Ana Ruiz (1960-2009) wrote her first play at the age of 12.",
    "Ana Ruiz (1960-2009) won 58 prizes.",
    "The mill (1960-2009) made 58 kinds of cloth.",
    "Born in 1925, he celebrated his 80th birthday in 2005.",
    "Born in 1960, she scored at 58 minutes in the 1990 final.",
    "Born at 7 p.m. in 2009, the panda is a star.",
    "The firm was born in 1998 at 12 High Street.",
    "Born-again Christians were 40 percent of voters in 2004 and those aged 30 fewer.",
    "Ana Ruiz, 34, and Eva Ruiz, 12, met.",
    "Ana Ruiz, 34, won. Ana Ruiz, 34, was fined.",
    "Ana Ruiz, 2, 3 and 4 are the streets.",
    "He was born in 1960. When she died in 2009 at the age of 88, he sang.",
    "Born in 1960, she was elected in 1990 and, aged 45, became mayor.",
    "The players, born in 1990, won in 2007 by 17 to 12.",
    "He was born in the 1960s and died in 2009 aged 58.",
]


@pytest.mark.parametrize("text", WRONG)
def test_an_age_that_cannot_be_is_reported_once(text: str) -> None:
    assert [finding.severity for finding in findings(text)] == [Severity.WARNING]


@pytest.mark.parametrize("text", RIGHT)
def test_an_age_that_may_be_right_is_not_reported(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(("years", "severity"), [(47, "info"), (50, "info"), (46, "warning"), (51, "warning")])
def test_an_age_that_is_off_by_just_one_more_is_a_hint(years: int, severity: str) -> None:
    (finding,) = findings(f"She was born in 1960 and died in 2009 at the age of {years}.")
    assert finding.severity == severity


def test_an_age_in_the_present_needs_the_articles_date() -> None:
    text = "Ana Ruiz, 34, who was born in 1951, won the race."
    assert findings(text) == []
    assert findings(text, datetime.date(1986, 1, 1)) == []
    (finding,) = findings(text, datetime.date(2015, 1, 1))
    assert finding.message == "Born in 1951, one is 63 or 64 in 2015, not 34."


def test_the_birth_and_the_year_are_shown_too() -> None:
    text = "She was born in 1960 and died in 2009 at the age of 58."
    (finding,) = findings(text)
    assert [text[place.span.start : place.span.end] for place in finding.related] == ["1960", "2009"]


def test_rows_of_a_table_are_no_ages():
    text = (
        "Quinlan, New Harbour, 31; Ruiz, Port Alder, 28; Brandt, Mill Bridge, 27.\n\n"
        "Ruiz, New Harbour, 77; Quinlan, Port Alder, 67; Lee, Mill Bridge, 61; Reed, Mill Bridge, 60."
    )
    assert findings(text) == []
    assert findings("Ana Ruiz, 34; Tom Reed, 12; and Eva Reed, 9, came.\n\nTom Reed, 43; Ana Ruiz, 34; left.") != []
