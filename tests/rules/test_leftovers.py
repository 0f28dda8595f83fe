"""What a tool, a template or a colleague left in the copy; and what only looks like it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.article import Article, Context
from newslint.findings.pipeline import lint
from newslint.model.finding import Safety
from newslint.model.phrase_index import PhraseIndex
from newslint.plugins.loading import load_plugins
from newslint.readers.plain import read_plain
from newslint.run.examples import apply_edits, findings_in_source

RULES = {file.id.removeprefix("leftovers/"): file.load() for file in load_plugins().rules if "leftovers/" in file.id}
PHRASES = PhraseIndex(RULES.values())


def found(text):
    """(rule, words) of every finding, in order."""
    article = Article(read_plain(text), Context(PHRASES))
    findings, errors = lint(article, tuple(RULES.values()))
    assert not errors
    return [
        (finding.rule.removeprefix("leftovers/"), article.text[finding.start : finding.end]) for finding in findings
    ]


def mended(rule, text):
    edits = [
        edit
        for finding in findings_in_source(RULES[rule], text, "plain")
        if finding.fix and finding.fix.safety is Safety.SAFE
        for edit in finding.fix.edits
    ]
    return apply_edits(text, edits)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("TK", "placeholder"),
        ("[TK]", "placeholder"),
        ("[NAME TK]", "placeholder"),
        ("[AGE]", "placeholder"),
        ("[insert quote from mayor]", "placeholder"),
        ("XXXXX", "placeholder"),
        ("???", "placeholder"),
        ("(TBC)", "placeholder"),
        ("[CHECK]", "placeholder"),
        ("lorem ipsum", "placeholder"),
        ("TODO", "placeholder"),
        ("{{ author }}", "template"),
        ("{% if lead %}", "template"),
        ("${price}", "template"),
        ("{headline}", "template"),
        ("%s", "template"),
        ("%(name)s", "template"),
        ("<%= title %>", "template"),
        ("*|FNAME|*", "template"),
        ('[caption id="attachment_12" align="left"]', "template"),
        ("[/caption]", "template"),
        ("[gallery]", "template"),
        ("[object Object]", "template"),
        ("#REF!", "template"),
        ("<br />", "markup"),
        ('<a href="https://example.org">', "markup"),
        ("&nbsp;", "markup"),
        ("&#8217;", "markup"),
        ("&amp;quot;", "markup"),
        ("&amp", "markup"),
        ("[the law](https://example.org/law)", "markup"),
        ("**very**", "markup"),
        ("[url=https://example.org]", "markup"),
        ("\\u2019", "markup"),
        ("â€œ", "mojibake"),
        ("â€“", "mojibake"),
        ("Ã©", "mojibake"),
        ("\ufffd", "mojibake"),
        ("didn?t", "mojibake"),
        ("\x92", "mojibake"),
        ("town%20hall", "mojibake"),
        ("=E2=80=99", "mojibake"),
        ("\u200b", "invisible"),
        ("\xad", "invisible"),
        ("\x07", "invisible"),
        ("(please check)", "note-to-self"),
        ("[EDITOR: is that her title?]", "note-to-self"),
        ("[note to desk: legal has not read this]", "note-to-self"),
        ("(needs a source)", "note-to-self"),
        ("[citation needed]", "note-to-self"),
    ],
)
def test_residue_is_found_in_copy_and_in_quotations(words, rule):
    assert found(f"The mayor said that {words} the vote was close.") == [(rule, words)]
    assert (rule, words) in found(f"“They say {words} the vote was close,” the mayor said.")


@pytest.mark.parametrize(
    "text",
    [
        "“We was [sic] robbed,” he said, “and [the mayor] knew.”",
        "“[I]t was [b]ad,” she said of the [unnamed] club.",
        "A TK Maxx store opens on Monday, next to a bar that sells XXXX Gold.",
        "He watched Super Bowl XXX twice, and again in size XXX-large.",
        "What??? The council did what??",
        "“F*** off,” he said; “s*** happens,” she replied.",
        "AT&T and Marks & Spencer fell 5%, said R&D chief Jo Ng; A&E was open.",
        "São Paulo, Zürich, Ångström, naïve, café, fiancée, Łódź, Đà Nẵng, âge, Ó Súilleabháin, ÂNGELA.",
        "It fell by 20% so far (see Table 3). He paid £5; she paid €4 — or 30°.",
        "Is it Don? They asked him: can he? Did it end?",
        "See https://example.org/a?t=1&s=2%20b or write to a_b@example.org.",
        "Note to readers: we move on Monday. (See page 4.) (Note the date.)",
        "The set {1, 2, 3} and a < b > c. 5 * 3 = 15. C# and F#.",
        "He was born on 5\xa0May. 👩\u200d🚀 flew.",
        "* * *",
        "Check the name. Please check your ticket (and the date).",
    ],
)
def test_what_only_looks_like_residue_is_left_alone(text):
    assert found(text) == []


def test_mojibake_is_mended_safely_outside_quotations():
    assert mended("mojibake", "They donâ€™t serve cafÃ© â€“ or tea.") == "They don’t serve café – or tea."


def test_a_lost_character_is_only_guessed():
    for text, guess in [
        ("The mayor\ufffds plan", "’"),
        ("She said: \ufffdNo way.", "“"),
        ("No way,\ufffd she said.", "”"),
        ("They came \ufffd and went.", "—"),
    ]:
        (finding,) = findings_in_source(RULES["mojibake"], text, "plain")
        assert finding.fix.safety is Safety.SUGGESTION
        assert finding.fix.edits[0].replacement == guess
    (finding,) = findings_in_source(RULES["mojibake"], "It cost \ufffd5.", "plain")
    assert finding.fix is None


def test_an_entity_that_was_escaped_twice_is_mended_to_the_end():
    assert (
        mended("markup", "Marks &amp;amp; Spencer&nbsp;plc said &ldquo;no&rdquo;.") == "Marks & Spencer plc said “no”."
    )


def test_markdown_is_no_residue_in_markdown():
    assert findings_in_source(RULES["markup"], "It was **very** [close](https://example.org).", "markdown") == []


def test_tags_of_one_kind_are_one_finding():
    (finding,) = findings_in_source(RULES["markup"], "The <b>mayor</b> and the <b>council</b>.", "plain")
    assert len(finding.related) == 3
    assert (
        apply_edits("The <b>mayor</b> and the <b>council</b>.", list(finding.fix.edits)) == "The mayor and the council."
    )


def test_a_style_sheet_is_one_finding():
    text = "The vote was close.\n.image-wrap {\nfloat: left;\nmargin-right: 15px;\n}\nIt was open."
    assert found(text) == [("markup", ".image-wrap {\nfloat: left;\nmargin-right: 15px;\n}")]


def test_invisible_characters_of_one_kind_are_one_finding_and_go():
    text = "The may\xador and the coun\xadcil met\u200b."
    assert len(found(text)) == 2
    assert mended("invisible", text) == "The mayor and the council met."


@settings(deadline=None)  # ftfy takes its time to load
@given(st.text(alphabet="aÃ©â€™“”Â £\ufffd\xad\u200b&;<>[](){}%s?=TKx \n\\*_#", max_size=80))
def test_safe_mends_settle(text):
    for rule in ("invisible", "mojibake"):
        once = mended(rule, text)
        for _ in range(5):
            again = mended(rule, once)
            if again == once:
                break
            once = again
        assert mended(rule, once) == once


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "<a " * 50_000,
        "&" * 100_000,
        "**a" * 50_000,
        "{{" * 50_000,
        "Ã©" * 20_000,
        "?t" * 50_000,
        "(tk " * 20_000,
    ],
)
def test_strange_texts_end_soon(text):
    start = time.perf_counter()
    found(text)
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize("note", ["[add age]", "[subs - please check his title]", "[name]", "[X]", "[CUT THIS]", "[?]"])
def test_brackets_that_hold_a_note_are_residue_outside_quotations(note):
    assert found(f"The mayor {note} will sign the law on Friday.")


@pytest.mark.parametrize("note", ["[name]", "[add]", "[ed note]"])
def test_brackets_within_a_quotation_are_the_writer_s(note):
    assert not found(f"“I asked {note} for it,” the mayor said on Friday.")


@pytest.mark.parametrize(
    "line", ["DRAFT - NOT FOR PUBLICATION", "(STORY CAN END HERE)", "Certainly! Here is the new text:"]
)
def test_lines_for_the_desk_are_residue(line):
    assert found(f"The mayor signed the law.\n\n{line}\n\nIt takes effect in May.")


@pytest.mark.parametrize(
    "line", ["Subs: Miller, Reed, Hale.", "Draft laws pile up", "Test match drawn", "Is this the end?"]
)
def test_lines_that_look_like_it_stay(line):
    assert not found(f"The mayor signed the law.\n\n{line}\n\nIt takes effect in May.")
