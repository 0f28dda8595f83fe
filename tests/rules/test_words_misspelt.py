"""Slips of the hand, and all that only looks like one: names, other varieties, coinages, other languages."""

import pytest

from newslint.plugins.packs import rules_in
from newslint.run.examples import findings_in_source

RULE = next(file for file in rules_in("newslint_rules") if file.id == "words/misspelt").load()


def found(text, rule=RULE, markup="plain"):
    return [text[f.start : f.end] for f in findings_in_source(rule, text, markup)]


@pytest.mark.parametrize(
    ("copy", "word", "meant"),
    [
        ("The two sides signed an agreemnet on the ferry.", "agreemnet", "agreement"),
        ("The ferry was cancelled on Wednesday afternon.", "afternon", "afternoon"),
        ("She was elected with a small majoritty in May.", "majoritty", "majority"),
        ("The inquiry had allready begun when he left.", "allready", "already"),
        ("Police are investgating the theft of a boat.", "investgating", "investigating"),
        ("He had recieved three letters from the bank.", "recieved", "received"),
        ("They were commited to the plan, the clerk said.", "commited", "committed"),
        ("Govermnent lawyers asked for more time on Friday.", "Govermnent", "Government"),
    ],
)
def test_slips_of_the_hand(copy, word, meant):
    [finding] = findings_in_source(RULE, copy, "plain")
    assert copy[finding.start : finding.end] == word
    assert finding.message == f"“{word}” is in no dictionary; “{meant}” may be meant."
    assert finding.fix.edits[0].replacement == meant


@pytest.mark.parametrize(
    "copy",
    [
        "Ngozi Okonjo, Xu Zhiqiang, Hone Tuwhare, Llinos Prys-Roe and Priyanka Chaturvedi met in Ystradgynlais.",
        "The marae at Whangarei welcomed Tamati Paora; Oluwatobi Adeyemi of Ibadan and Nguyen Thi Hoa sang.",
        "Police named him as Jhon Smyth, of Harborne; his brother Mohamad Salem works for Trelliq in Qatif.",
        "The doctors gave her tocilizumab and remdesivir; the bug was a Staphylococcus, the tree a Quercus petraea.",
        "He realised that the programme’s centre in the harbour was grey; she realized that the center was gray.",
        "The council unredacted the file, livestreamed the vote and deplatformed a podcaster over a tweetstorm.",
        "Gatecrashers, rallygoers and clubgoers ate quinoa, gnocchi, jollof and char siu bao at the cafe.",
        "She said he was “gonna recieve” it, and that he had “comitted” nothing.",
        "Write to goverment@example.org or see example.org/goverment and #goverment, or call `recieve()`.",
        "La pelicula fue muy buena y los actores tambien, segun dijo el directior de la revista.",
        "“[G]overment” is what the clerk wrote, and [sic] what the paper put behind it, in a [f]ederal case.",
        "The firm calls its new boat a goverment, since the goverment runs on wind.",
    ],
)
def test_words_that_are_nobodys_slip(copy):
    assert found(copy) == []


def test_the_house_has_words_of_its_own():
    copy = "The annual accomodation of the lodge took place on Sunday, as it does each year."
    assert found(copy) == ["accomodation"]
    assert found(copy, RULE.having(words=frozenset({"accomodation"}))) == []


def test_a_name_of_the_article_may_stand_in_lower_case():
    assert found("Maarket opened in 2019. The shop is called maarket on its own sign, and that is right.") == []


def test_code_and_headings_in_markdown():
    copy = "# A new goverment\n\nThe clerk ran `recieve` twice, and it was late by then.\n"
    assert found(copy, markup="markdown") == ["goverment"]
