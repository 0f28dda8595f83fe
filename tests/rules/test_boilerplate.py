"""Lines that do not belong to the copy, and those that do."""

import pytest

from newslint.analysis.page.lines import Place
from newslint.article import Article, Context
from newslint.english.page_words import CONTROL_NAMES
from newslint.findings.pipeline import lint
from newslint.kinds.loading import rule_from_data
from newslint.kinds.phrases import LineRule
from newslint.model.phrase_index import PhraseIndex
from newslint.plugins.loading import load_plugins
from newslint.readers.plain import read_plain
from newslint.run.examples import article_of

RULES = tuple(file.load() for file in load_plugins().rules if file.id.startswith("boilerplate/"))
PHRASES = PhraseIndex(RULES)
STORY = (
    "The council approved the budget on Monday after a debate that lasted until midnight.",
    "The mayor, Jane Miller, said she would sign it on Friday, before the new year begins.",
    "Two members voted against it and one, who was ill, stayed away from the town hall.",
)


def found(*lines):
    """The lines of an article that are reported, by text."""
    article = Article(read_plain("\n\n".join(lines)), Context(PHRASES))
    findings, errors = lint(article, RULES)
    assert not errors
    return [article.text[finding.start : finding.end] for finding in findings]


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content",
        "Listen to this article",
        "Story continues below advertisement",
        "MOST POPULAR",
        "Recommended",
        "Follow us on Instagram",
        "© 2021 The Daily Example",
        "Copyright 2019 Example Media Ltd. All rights reserved.",
        "Photo: Getty",
        "Getty Images",
        "image caption",
        "Comments are closed",
        "Tap here to subscribe",
        "We use cookies to improve our service",
        "Download our app",
        "(Reporting by Jane Miller; Editing by Tom Reed)",
        "More from Oxford",
        "Also read: Council splits over budget",
        "View comments (12)",
        "Share on Facebook",
        "Copy link",
        "4 min read",
        "Enable JavaScript to view this page",
        "Subscribe now",
        "Log in",
        "Terms of use",
        "Privacy policy",
        "Share this page by email",
        "[ Advertisement ]",
        "Home » News » Politics",
        "https://example.org/news/2021/council-budget",
    ],
)
def test_a_label_is_found_wherever_it_stands(line):
    first, second, third = STORY
    assert found(line, *STORY) == [line]
    assert found(*STORY, line) == [line]
    assert found(first, second, line, third) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Miller",
        "OXFORD (Example News)",
        "Monday 4 March 2024",
        "Correction: an earlier version of this article misspelt the mayor's name.",
        "Editor's note: this story was updated with the result of the vote.",
        "Additional reporting by Tom Reed",
        "Contributing: Tom Reed in Oxford",
        "Jane Miller is a reporter for The Daily Example.",
        "Council approves budget after long debate",
        "Facebook",
        "Why it matters",
        "More money, more problems",
        "Share prices and interest rates",
        "“Subscribe now,” the sign said.",
        "The newsletter went to every home in the town, the council said on Monday.",
    ],
)
def test_what_belongs_to_an_article_is_left_alone(line):
    first, second, third = STORY
    assert found(first, second, line, third) == []


def test_menus_around_a_story_are_one_finding_each():
    menu = ("Home", "News", "Sport", "Weather", "Opinion", "Sign in", "Subscribe")
    footer = ("About us", "Contact us", "Careers", "Privacy policy", "Terms of use", "Site map")
    reported = found(*menu, "Council approves budget after long debate", "By Jane Miller", *STORY, *footer)
    assert reported == ["\n\n".join(menu), "\n\n".join(footer)]


def test_a_list_of_results_is_no_menu():
    assert found(*STORY, "Oxford 3", "Leeds 1", "Hull 2", "Derby 2", "York 0", "Bath 4") == []


def test_a_line_that_stands_often_is_reported_once():
    lines = [STORY[0], "Advertisement", STORY[1], "Advertisement", STORY[2]]
    article = Article(read_plain("\n\n".join(lines)), Context(PHRASES))
    findings, _ = lint(article, RULES)
    assert [len(finding.related) for finding in findings] == [1]
    assert len(findings[0].fix.edits) == 2


def test_a_credit_at_the_end_of_a_paragraph_is_reported_without_the_paragraph():
    credit = "(Reporting by Tom Reed in Leeds; Editing by Ann Lee)"
    assert found(*STORY[:2], f"{STORY[2]} {credit}") == [credit]


def test_every_control_has_one_rule():
    owners = [name for rule in RULES if isinstance(rule, LineRule) for name in rule.pattern.controls]
    assert sorted(owners) == sorted(CONTROL_NAMES)


def test_a_control_by_another_name_is_refused():
    with pytest.raises(ValueError, match="`controls` holds 'share', not one of advertising"):
        rule_from_data({"kind": "line", "summary": "Our own.", "controls": ["share"]}, "house/ours")
    with pytest.raises(ValueError, match="`words` is a list of `controls` now"):
        rule_from_data({"kind": "line", "summary": "Our own.", "words": "share"}, "house/ours")


def test_no_phrase_has_two_rules():
    phrases = [phrase for rule in RULES if isinstance(rule, LineRule) for phrase in rule.pattern.whole]
    assert sorted(phrase for phrase in set(phrases) if phrases.count(phrase) > 1) == []


def test_places_are_told_by_where_the_prose_is():
    article = Article(read_plain("\n\n".join(["Council news", *STORY, "Contributing: Tom Reed"])))
    assert [line.place for line in article.lines] == [Place.HEAD, *[Place.STORY] * 3, Place.TAIL]


def test_a_pack_may_have_lines_of_its_own():
    rule = rule_from_data(
        {"kind": "line", "summary": "Our own.", "whole": "from our archive\nour picks", "message": "{found}: ours"},
        "house/ours",
    )
    article = article_of("From our archive\n\n" + STORY[0], rule)
    assert [finding.message for finding in rule.check(article)] == ["From our archive: ours"]


def test_an_unknown_shape_is_named():
    with pytest.raises(ValueError, match="'box', not one of address"):
        rule_from_data({"kind": "line", "summary": "Our own.", "shapes": ["box"]}, "house/ours")


@pytest.mark.parametrize("text", ["", "\n\n\n", "Home\n" * 20_000, "a" * 1_000_000, "| " * 200_000, "(more: " * 50_000])
def test_strange_texts_end_soon(text):
    found(text)


@pytest.mark.parametrize(
    "line",
    [
        "1/12",
        "01:32",
        "Current Time 0:00",
        "Remaining Time -0:00",
        "2h ago",
        "Posted at 10:12 AM, Mar 03, 2024",
        "Last updated on: March 3, 2024 10:15 am EST",
        "Contact Jane Miller at jmiller@example.org or 555-123-4567. Follow her on Twitter @jmiller.",
        "Jane Miller can be reached at jmiller@example.org.",
        "Dow 30 38,989.83 +0.2%",
        "52° Partly cloudy",
    ],
)
def test_shapes_of_lines_are_known_without_their_words(line):
    assert line in found(*STORY[:2], line, STORY[2])


@pytest.mark.parametrize(
    "line",
    [
        "Posted to Berlin",
        "3/2 is a fraction",
        "Turnout fell by 5%",
        "Published authors met on 3 March in Oxford",
        "OXFORD, England (AP) —",
        "A light snow fell at -3°C.",
        "-----",
        "/",
        ":",
    ],
)
def test_lines_of_such_a_shape_that_are_copy_stay(line):
    assert found(*STORY[:2], line, STORY[2]) == []


def test_a_line_that_two_rules_know_is_reported_once():
    assert found(*STORY, "© Reuters") == ["© Reuters"]
