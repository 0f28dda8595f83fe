"""No flag changes a name, a figure or a quotation, whatever rule proposes it; a mend never makes a garble worse."""

import re

import pytest

from newslint import Article, Edit, Finding, Fix, Rule, Safety, Span
from newslint.findings.check import guarded
from newslint.findings.fix_safety import harmless
from newslint.findings.fixes import applicable, apply_edits
from newslint.findings.pipeline import settled
from newslint.plugins.packs import rules_in
from newslint.readers.plain import read_plain
from newslint.run.examples import findings_in_source

RULES = {file.id: file for file in rules_in("newslint_rules")}
TOUCHY = (
    "Taras Brandtner, 41, paid Mr Wiśniewski $1,250 on 3 May. “We, Brandtner’s heirs, paid 12 times,” he said. "
    "In Leeds, Brandtner left."
)


def with_fixes(rule: Rule, text: str) -> str:
    """The text with every fix that ``--fix --unsafe`` makes."""
    found = settled(findings_in_source(rule, text, "plain"), Article(read_plain(text)), {rule.id: rule})
    return apply_edits(text, [e for f in found if f.fix and applicable(f.fix, unsafe=True) for e in f.fix.edits])


def facts(text: str) -> list[str]:
    """Figures, and capitalised words within a sentence."""
    return re.findall(r"\d+|(?<=[a-z,] )[A-Z][a-z]{2,}", text.replace("-", " "))


@pytest.mark.parametrize("rule_id", sorted(RULES))
def test_no_rule_changes_names_figures_or_quotations(rule_id: str) -> None:
    rule = RULES[rule_id].load()
    for example in rule.examples:
        if example.markup != "plain":
            continue
        text = re.sub(r"\[\[(.*?)\]\]", r"\1", example.text, flags=re.DOTALL)
        for line, mended in zip(text.split("\n"), with_fixes(rule, text).split("\n"), strict=False):
            if mended.strip() in text:  # untouched, or another line taken out
                continue
            lost = [word for word in facts(line) if facts(line).count(word) > facts(mended).count(word)]
            assert not lost or all(line.count(word) > 1 for word in lost), (text, mended)
            for said in re.findall("“([^”]*)”", line):
                assert said in mended or not said.isascii(), (text, mended)


@pytest.mark.parametrize("word", re.findall(r"[\w’$,]+", TOUCHY))
def test_a_word_that_names_or_counts_is_for_an_editor(word: str) -> None:
    start = TOUCHY.rindex(word)
    fix = Fix((Edit(Span(start, start + len(word)), "x"),), Safety.SAFE)
    quoted = TOUCHY.index("“") < start < TOUCHY.index("”")
    touchy = quoted or any(map(str.isdigit, word)) or word[0].isupper()
    article = Article(read_plain(TOUCHY))
    assert (harmless(fix, article).safety is Safety.BY_HAND) == (touchy and word != "In")


@pytest.mark.parametrize(
    ("old", "new", "free"),
    [
        ("left.She", "left. She", True),  # no letter changes
        ("Ann Roe", "Ann  Roe", True),
        ("Ms Ann Roe", "Mrs Ann Roe", False),
        ("the the", "the", True),
        ("was", "were", True),
        ("FranÃ§ois", "François", False),  # the rule gives the garbled letters alone
        ("Ã§", "ç", True),
        ("\u200b", "", True),
        ("é", "e", False),
    ],
)
def test_what_a_program_may_mend(old: str, new: str, free: bool) -> None:
    text = "The mayor left.She spoke to Ann Roe and Ms Ann Roe, and the the FranÃ§ois was\u200b with José."
    start = text.index(old)
    fix = Fix((Edit(Span(start, start + len(old)), new),), Safety.SAFE)
    assert (harmless(fix, Article(read_plain(text))).safety is Safety.SAFE) == free


@pytest.mark.parametrize(
    ("garbled", "mended"),
    [
        ("FranÃ§ois left.", "François left."),
        ("FranÃƒÂ§ois left.", "François left."),
        ("FranÃ\x83Â§ois left.", "François left."),
        ("GarcÃ\xada left.", "García left."),
        ("They donâ€™t serve it.", "They don’t serve it."),
        ("They don\x92t serve it.", "They don’t serve it."),
        ("FranÃ\x83\x83ois left.", "FranÃ\x83\x83ois left."),
        ("Gar\ufffd\xad\x92a left.", "Gar\ufffd\xad\x92a left."),
        ("The cafÃ\x83 closed.", "The cafÃ\x83 closed."),
        ("Ann Ä\x90orÄ\x91eviÄ\x87 left.", "Ann Ä\x90orÄ\x91eviÄ\x87 left."),  # one of three could be mended
        ("Ann Nguyá»\x85n left.", "Ann Nguyá»\x85n left."),
        ("Ann ┼ü├│d┼║ left.", "Ann ┼ü├│d┼║ left."),  # read as cp437
        ("Ann GarcГ\xada left.", "Ann GarcГ\xada left."),  # as cp1251
    ],
)
def test_a_garble_is_mended_whole_or_not_at_all(garbled: str, mended: str) -> None:
    text = garbled
    for name in ("leftovers/mojibake", "leftovers/invisible", "leftovers/mojibake"):
        text = with_fixes(RULES[name].load(), text)
    assert text == mended


def test_what_cannot_be_mended_is_still_told() -> None:
    (found,) = findings_in_source(RULES["leftovers/invisible"].load(), "Ann GarcГ\xada left.", "plain")
    assert found.start == 9


def test_what_the_markup_calls_furniture_is_silent() -> None:
    from newslint.readers.html import read_html

    article = Article(read_html("<footer><p>The the mayor.</p></footer><p>The the mayor.</p>"))
    found = [Finding("a/b", "", Span(at, at + 7)) for at in (0, article.text.rindex("The"))]
    assert [finding.start for finding in guarded(found, article, {})] == [article.text.rindex("The")]
