"""facts/acronym: abbreviations and their expansions."""

import pytest
from newslint_rules.facts.acronym import Acronym

from newslint import Article, Block
from newslint.model.document import Document


def findings(text):
    article = Article(Document(text, (Block(0, len(text)),)))
    return [(text[f.start : f.end], f.severity.value) for f in Acronym(id="facts/acronym").check(article)]


TWO_WAYS = [
    ("The World Health Organization (WHO) met. The World Health Office (WHO) spoke.", "World Health Office"),
    ("The National Grain Board (NGB) met. A National Gas Board (NGB) exists.", "National Gas Board"),
    ("The Ghent Mill Company (GMC) and the Great Mill Company (GMC) met.", "Great Mill Company"),
    ("The Bureau of Mills and Grain (BMG) met the Board of Mills and Grain (BMG).", "Board of Mills and Grain"),
    ("The Union of Mill Workers (UMW) met. The United Mill Workers (UMW) did not.", "United Mill Workers"),
    ("the Mill Safety Act (MSA) of 1990. The Mine Safety Act (MSA) of 1990.", "Mine Safety Act"),
    ("The Council for Rural Trade (CRT) met; the Council on Rural Taxes (CRT) left.", "Council on Rural Taxes"),
    ("The North Grain Area (NGA) met. The New Grain Area (NGA) left.", "New Grain Area"),
    ("The Food and Mill Agency (FMA) met. The Farm and Mill Agency (FMA) left.", "Farm and Mill Agency"),
    ("The Ghent Tram Authority (GTA) met. Ghent Transport Authority (GTA) staff left.", "Ghent Transport Authority"),
]
EARLY = [
    ("The NGB met. The National Grain Board (NGB) sells wheat.", "NGB"),
    ("Prices fell, the NGB said. The National Grain Board (NGB) sells wheat.", "NGB"),
    ("An NGB spokesman left. The National Grain Board (NGB) sells wheat.", "NGB"),
    ("NGB, he said. Later the National Grain Board (NGB) sold wheat.", "NGB"),
    ("The NGB's head left. The National Grain Board (NGB) sells wheat.", "NGB"),
    ("Wheat (NGB) fell. The National Grain Board (NGB) sells wheat.", "NGB"),
]
SHORT = [
    ("The Centre for Mill Control (CMC) met. The Centre for Mill Control and Care (CMC) left.", None),
    ("The National Grain Board (NGB) met. The National Grain Board of Ghent (NGB) left.", None),
]
SILENT = [
    "The World Health Organization (WHO) met. The World Health Organisation (WHO) spoke.",
    "The World Health Organization (WHO) met. The WHO spoke.",
    "The National Grain Board (NGB) met. The National Grain Board’s (NGB) head left.",
    "The National Grain Boards (NGB) met. The National Grain Board (NGB) left.",
    "The NGB Foundation met. The National Grain Board (NGB) sells wheat.",
    "The ANGB met. The National Grain Board (NGB) sells wheat.",
    "The mill (GM) burned. The farm (GM) did not.",
    "Ana Ruiz (D) and Jan Low (R) met.",
    "Doctors Without Borders (MSF) met. The MSF left.",
    "He (UK) and she (US) met in Ghent (BE).",
    "The NATO summit met.",
    "The National Grain Board (founded in 1990) met.",
    "The Centre for Control (CC) met, cc Ana.",
    "Bank of Ghent (BoG) met. The BoG left. Bank of Ghent (BoG) again.",
]


@pytest.mark.parametrize(("text", "marked"), TWO_WAYS)
def test_two_expansions_are_reported(text: str, marked: str) -> None:
    assert findings(text) == [(marked, "info")]


@pytest.mark.parametrize(("text", "marked"), EARLY)
def test_an_abbreviation_before_its_expansion_is_a_hint(text: str, marked: str) -> None:
    assert findings(text) == [(marked, "info")]


@pytest.mark.parametrize(("text", "_"), SHORT)
def test_a_name_cut_short_is_a_hint_at_most(text: str, _: None) -> None:
    assert {severity for _, severity in findings(text)} <= {"info"}


@pytest.mark.parametrize("text", SILENT)
def test_one_expansion_is_not_reported(text: str) -> None:
    assert findings(text) == []
