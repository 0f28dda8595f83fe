"""The rules of names on copy that their examples do not show; examples themselves are run by test_rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds.loading import rule_from_data
from newslint.model.finding import Safety, Severity
from newslint.plugins.loading import load_plugins
from newslint.run.examples import article_of

RULES = {file.id: file for file in load_plugins().rules if file.id.startswith("names/")}


def found(rule_id, text, names=()):
    """(words, message, severity) of what a rule reports."""
    rule = RULES[rule_id].load()
    article = article_of(text, rule, names=names)
    return [(text[f.start : f.end], f.message, f.severity) for f in rule.check(article)]


def words(rule_id, text, names=()):
    return [row[0] for row in found(rule_id, text, names)]


def test_the_message_names_both_forms_with_counts():
    text = "Taras Kuzio teaches. Kuzio wrote. “No,” Cuzio said. Kuzio left."
    assert found("names/inconsistent-spelling", text) == [
        ("Cuzio", "“Cuzio” appears once, “Kuzio” 3 times.", Severity.WARNING)
    ]


def test_the_suggestion_is_never_safe():
    rule = RULES["names/inconsistent-spelling"].load()
    article = article_of("Taras Kuzio teaches. Kuzio wrote. “No,” Cuzio said. Kuzio left.", rule)
    (finding,) = rule.check(article)
    assert finding.fix.safety is not Safety.SAFE
    assert finding.fix.edits[0].replacement == "Kuzio"
    assert [article.text[r.span.start : r.span.end] for r in finding.related] == ["Kuzio"] * 3


def test_case_alone_is_the_other_rules_matter():
    text = "She uses WhatsApp. He likes WhatsApp. We left Whatsapp. WhatsApp grows."
    assert words("names/inconsistent-spelling", text) == []
    assert words("names/inconsistent-case", text) == ["Whatsapp"]


@given(st.sampled_from(["Kuzio", "Szymborski", "Vandermeer", "Nakagawa", "Okonkwo"]), st.integers(1, 5))
def test_renaming_all_mentions_alike_stays_silent(name, times):
    text = f"Taras {name} teaches. " + f"Then {name} wrote. “No,” {name} said. " * times
    assert [row for rule_id in RULES for row in found(rule_id, text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Of course,” he said in Central Asia. A central Asian country left.", ["central"]),
        ("She toured Southern California. He toured southern California.", ["southern"]),
        ("He crossed the South China Sea from south China.", []),
        ("Ms Hale wants Brexit. Brexit or not, Brexit is here. All of brexit hurts. See brexit.example.", ["brexit"]),
    ],
)
def test_case(text, expected):
    assert words("names/inconsistent-case", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is late, says Mr. Kuzio. Mr Cugio said so. Ms. Hale left.", ["Mr"]),
        ("Mr Hale left. Mr Orbell too. Mrs. Quist stayed.", ["Mrs."]),
        ("Ms. Hale, Mr. Orbell and Dr. Quist.", []),
        ("Jane Hale sings. Mrs Hale sang. Miss Hale sang.", ["Miss"]),
        ("Peter Hale sings. Mr Hale sang. His wife, Mrs Hale, danced. Mr Hale sang, and Mr Hale left.", []),
    ],
)
def test_honorifics(text, expected):
    assert words("names/inconsistent-honorific", text) == expected


def test_a_lone_courtesy_title_is_doubtful():
    text = "Peter Hale sings. Hale sang. Hale left. Hale came back. Then Mr Hale danced. Hale slept."
    assert [(w, s) for w, _, s in found("names/inconsistent-honorific", text)] == [("Hale", Severity.INFO)]


def test_the_house_list_finds_near_misses_of_people_too():
    text = "Nikol Pashinian spoke. Pashinian left."
    assert words("names/house-spelling", text) == []
    assert words("names/house-spelling", text, ("Nikol Pashinyan",)) == ["Pashinian", "Pashinian"]
    assert words("names/house-spelling", "Nikol Pashinyan spoke.", ("Nikol Pashinyan",)) == []


def test_a_name_that_is_somebodys_is_no_slip_of_a_country():
    assert words("names/house-spelling", "Jerry Britan spoke.") == []
    assert words("names/house-spelling", "He went to Ukrane.") == ["Ukrane"]


def test_titles_that_exclude_each_other():
    text = "Gov. Anna Hale spoke. Gov. Hale left. Sen. Hale came back. “Mayor Hale is here,” he said."
    assert words("names/inconsistent-title", text) == ["Sen"]


NAMES_PACK = {
    "kind": "names",
    "summary": "Names.",
    "spellings": {"Kyiv": ["Kiev"]},
    "name": [{"right": "Mumbai", "wrong": ["Bombay"], "unless": ["Bombay Sapphire"], "note": "renamed"}],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Kiev.", ["Write “Kyiv” for “Kiev”."]),
        ("In kiev and KIEV and Kievan Rus.", []),
        ("In Bombay, Bombay Sapphire is drunk.", ["Write “Mumbai” for “Bombay” (renamed)."]),
    ],
)
def test_a_names_pack(text, expected):
    rule = rule_from_data(dict(NAMES_PACK), "pack/names")
    assert [finding.message for finding in rule.check(article_of(text, rule))] == expected


def test_a_names_pack_may_ask_for_lists_of_the_dictionary():
    rule = rule_from_data({"kind": "names", "summary": "Names.", "lists": ["months"]}, "pack/names")
    found = list(rule.check(article_of("They met in Febuary in Kazahkstan.", rule)))
    assert [finding.message for finding in found] == ["“Febuary” looks like a slip for “February”."]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"name": [{"wrong": ["Kiev"]}]}, "`right`"),
        ({"name": [{"right": "Kyiv", "wrongs": []}]}, "unknown key `wrongs`"),
        ({"spellings": {"Kyiv": "Kiev"}}, "list of texts"),
        ({"right": "Kyiv"}, "list of texts"),
        ({"lists": ["moons"]}, "`lists` has countries, months, peoples, states, weekdays, not “moons”"),
    ],
)
def test_a_wrong_names_pack_says_what_is_wrong(data, said):
    with pytest.raises(ValueError, match=said):
        rule_from_data({"kind": "names", "summary": "Names.", **data}, "pack/names")
