"""The page: safe whatever the article holds, and used as an editor uses it, in a real browser."""

import html
import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from command import TWICE, newslint, write
from hypothesis import given
from hypothesis import strategies as st
from reports import SOURCE, render, sample_report

from newslint.findings.proof import Proof
from newslint.findings.report import FileReport, Lines, Located, RelatedPlace, Report, RuleInfo
from newslint.model.block import Block, Role
from newslint.model.finding import Edit, Fix, Severity
from newslint.model.span import Span
from newslint.reporters._manual import manual_html
from newslint.reporters._marked import Mark, marked

EVIL = '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">'
ARTICLE = [
    (Role.HEADLINE, "Town baths reopen after two years of wrangling"),
    (Role.STANDFIRST, "Councillors promise cheaper tickets"),
    (
        Role.BODY,
        "The baths reopened on Friday in order to serve swimmers 🎉, two years after a storm took the roof.",
    ),
    (Role.BODY, "Mayor Roman Kuzio cut a ribbon. Cuzio had fought for the repair since 2022, and Cuzio was first in."),
    (Role.BODY, f"The engineer wrote {EVIL} on the wall, said Helen Vance."),
    (Role.BODY, "“We kept a promise,” Kuzio said. “Nobody believed that we would,” he said, and swam a length."),
    (
        Role.FURNITURE,
        "Sign up to our newsletter and never miss a story from your town: it comes each Friday.",
    ),
    (Role.QUOTE, "A danger to the public"),
    (Role.LIST, "Open from 9 a.m."),
]


def story():
    """A report of one article with a note in most of its blocks."""
    text = "\n\n".join(words for _, words in ARTICLE) + "\n"
    lines, blocks, at = Lines(text), [], 0
    for role, words in ARTICLE:
        blocks.append(Block(at, at + len(words), role))
        at += len(words) + 2

    def span(words, nth=0):
        start = -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        return Span(start, start + len(words))

    def row(rule, words, message, severity=Severity.WARNING, nth=0, new=None, related=()):
        where = span(words, nth)
        fix = Fix((Edit(where, new[0]),), alternatives=tuple(new[1:])) if new else None
        links = tuple(RelatedPlace(lines.place(span(other)), said) for other, said in related)
        return Located("baths.txt", rule, severity, message, lines.place(where), links, fix)

    spelling = [
        row(
            "names/inconsistent-spelling",
            "Cuzio",
            "“Cuzio” appears twice, “Kuzio” 2 times.",
            Severity.ERROR,
            nth,
            ["Kuzio"],
            [("Kuzio", "“Kuzio” here")],
        )
        for nth in (0, 1)
    ]
    findings = [
        row("style/clutter", "in order to", "Write “to” for “in order to”.", Severity.INFO, new=["to", ""]),
        *spelling,
        row("names/house-spelling", "Cuzio", "A second note on the same word."),
        row("leftovers/markup", EVIL, f"Markup stands in the text: {EVIL}", new=["", "a <b>word</b>"]),
        row("style/clutter", "wrote", "Nested & crossing.", Severity.INFO),
        row("sentences/crossing", f"wrote {EVIL[:30]}", "It crosses another."),
        row("boilerplate/furniture", ARTICLE[6][1], "This line is not part of the story."),
        row("quotes/late", "9 a.m", "A stop is missing."),
    ]

    def mention(words, nth=0, **more):
        where = span(words, nth)
        return {"start": where.start, "end": where.end, "text": words, "honorific": "", "title": "", **more}

    def person(name, title, mentions, odd):
        return {"name": name, "title": title, "mentions": mentions, "suspicious": odd}

    cuzio = [mention("Cuzio", nth) for nth in (0, 1)]
    cast = {
        "people": [
            {
                "name": "Roman Kuzio",
                "title": "Mayor",
                "mentions": [mention("Roman Kuzio"), *cuzio],
                "suspicious": ["Cuzio"],
            },
            {"name": "Helen <i>Vance", "title": "", "mentions": [mention("Helen Vance")], "suspicious": []},
        ],
        "quotes": [
            {**mention("“Nobody believed that we would,”"), "speaker": {**mention("he"), "person": "Roman Kuzio"}},
            {**mention("“We kept a promise,”"), "speaker": None},
        ],
    }
    proof = Proof("", "Ann <Porter>", "2024-05-31", text, tuple(blocks), (), cast)
    file = FileReport("baths.txt", tuple(sorted(findings, key=Located.sort_key)), (), text, proof=proof)
    manual = "Summary of it.\n\nWhy a desk `cares`:\n\n- one <thing>\n  goes on\n- another"
    rules = {row.rule: RuleInfo(row.rule, "Summary of it.", manual, Severity.WARNING, "AP") for row in findings}
    return Report((file,), rules)


class Outline(HTMLParser):
    """What a page fetches and runs, and whether its elements are closed."""

    VOID = frozenset({"meta", "input", "br", "img"})

    def __init__(self, words):
        super().__init__()
        self.tags, self.links, self.handlers, self.ids, self.open = [], [], [], [], []
        self.feed(words)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name in ("src", "href", "action", "data", "srcset"):
                self.links.append(value)
            elif name.startswith("on") or name == "style":
                self.handlers.append(name)
            elif name == "id":
                self.ids.append(value)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("report", [story(), sample_report(), Report()], ids=["story", "no pages", "empty"])
def test_page_fetches_nothing_and_runs_nothing_of_the_articles(report):
    outline = Outline(render("html", report))
    assert not outline.open
    assert all(link.startswith("#") for link in outline.links)
    assert not outline.handlers
    assert outline.tags.count("script") == 1
    assert "img" not in outline.tags
    assert len(set(outline.ids)) == len(outline.ids)
    assert {link[1:] for link in outline.links} <= set(outline.ids)


def test_page_shows_files_that_could_not_be_read_and_what_is_suppressed():
    words = render("html")
    assert "news/gone.txt: cannot be read: it is &lt;gone&gt;" in words
    assert "1 finding suppressed" in words


def test_a_note_of_very_many_places_lists_the_first_of_them():
    report = story()
    (file,) = report.files
    first = file.findings[0]
    other = RelatedPlace(first.place, "the same")
    many = file._replace(findings=(first._replace(related=(other,) * 2000), *file.findings[1:]))
    page = render("html", report._replace(files=(many,)))
    assert "<li>and 1,988 more</li>" in page
    assert page.count("the same") < 100


def test_a_manual_is_paragraphs_lists_and_code():
    assert manual_html("One `a<b`\ngoes on.\n\n- first\n  line\n- second") == (
        "<p>One <code>a&lt;b</code> goes on.</p><ul><li>first line</li><li>second</li></ul>"
    )


spans = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.text("ab<&\u200b 🎉", min_size=30, max_size=30), st.lists(spans, max_size=6), st.integers(0, 15))
def test_marks_leave_the_text_as_it_is(text, places, start):
    span = Span(start, 30)
    marks = [Mark(a, b, f"k{n}", "warning", str(n)) for n, (a, b) in enumerate(places)]
    words = "".join(marked(text, span, marks))
    bare = re.sub(r"<sup.*?</sup>", "", words)
    assert html.unescape(re.sub(r"<[^>]*>", "", bare)) == text[start:]
    for mark in marks:
        shown = "".join(
            html.unescape(re.sub(r"<[^>]*>", "", inner))
            for keys, inner in re.findall(r'<mark [^>]*data-n="([^"]*)"[^>]*>(.*?)</mark>', bare)
            if mark.key in keys.split()
        )
        assert shown == text[max(mark.start, start) : min(mark.end, 30)]


@pytest.fixture
def page(chromium, tmp_path):
    """The story's page in a browser; it must say nothing to the console and ask for nothing from anywhere."""
    yield from opened(chromium, tmp_path, story())


def opened(chromium, folder, report, **options):
    file = folder / "a page.html"
    file.write_text(render("html", report), encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1200, "height": 800}, reduced_motion="reduce", **options)
    page = context.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    yield page
    assert said == []
    assert asked == [file.as_uri()]
    assert page.evaluate("window.hacked") is None
    context.close()


def boxes(page, selector):
    return [found.bounding_box() for found in page.locator(selector).all() if found.is_visible()]


@pytest.mark.slow
class TestInABrowser:
    def test_the_article_stands_there_to_the_letter(self, page):
        shown = page.evaluate(
            "[...document.querySelectorAll('.b')].map(block => { const copy = block.cloneNode(true);"
            " copy.querySelectorAll('.no').forEach(no => no.remove()); return copy.textContent; })"
        )
        assert shown == [words for _, words in ARTICLE]
        assert page.locator("h2.headline").inner_text() == ARTICLE[0][1]

    def test_notes_stand_beside_their_marks_and_never_on_each_other(self, page):
        notes = boxes(page, ".note")
        assert len(notes) == 9
        for one, two in pairwise(notes):
            assert two["y"] >= one["y"] + one["height"]
        first = page.locator(".m[data-n~='1-1']").bounding_box()
        assert abs(first["y"] - notes[0]["y"]) < 12
        assert notes[0]["x"] > first["x"] + first["width"]

    def test_a_click_on_a_mark_brings_its_note_and_the_places_it_speaks_of(self, page):
        def apart():
            return abs(
                page.locator("#n1-9").bounding_box()["y"] - page.locator(".m[data-n~='1-9']").bounding_box()["y"]
            )

        assert apart() > 100
        page.locator(".m[data-n~='1-9']").click()
        assert "on" in page.locator("#n1-9").get_attribute("class").split()
        assert apart() < 12
        page.locator(".m[data-n~='1-3']").click()
        assert page.locator(".note.on").get_attribute("id") == "n1-2"
        page.locator(".m[data-n~='1-3']").click()
        assert page.locator(".note.on").get_attribute("id") == "n1-3"
        assert page.locator("[data-r~='1-3'].on").first.inner_text() == "Kuzio"
        page.keyboard.press("Escape")
        assert page.locator(".on").count() == 0

    def test_keys_walk_through_the_notes_that_are_shown(self, page):
        page.keyboard.press("j")
        assert page.locator(".note.on").get_attribute("id") == "n1-1"
        page.keyboard.press("k")
        assert page.locator(".note.on").get_attribute("id") == "n1-9"
        page.locator("#next").click()
        assert page.locator(".note.on").get_attribute("id") == "n1-1"

    def test_filters_hide_notes_and_marks(self, page):
        page.locator("label.chip:has([data-family=style])").click()
        assert page.locator(".note:visible").count() == 7
        assert "off" in page.locator(".m[data-n~='1-1']").get_attribute("class").split()
        assert page.locator("#shown").inner_text() == "7 shown"
        page.locator("label.chip.error").click()
        assert page.locator(".note:visible").count() == 5
        page.locator("label.chip.error").click()
        page.locator("label.chip:has([data-family=style])").click()
        assert page.locator(".note:visible").count() == 9
        assert page.locator("#shown").inner_text() == ""

    def test_a_note_tells_why_once_it_is_asked(self, page):
        page.locator("#n1-1 summary").click()
        page.locator("#n1-1 .why").get_by_text("Why a desk cares").wait_for()
        assert page.locator("#n1-1 .why li").all_inner_texts() == ["one <thing> goes on", "another"]

    def test_a_link_leads_to_the_rules_page_in_the_report(self, chromium, tmp_path):
        write(tmp_path / "a.txt", TWICE)
        newslint("check", "--no-config", "--format", "html:desk.html", "a.txt", cwd=tmp_path)
        page = chromium.new_page(java_script_enabled=False)
        page.goto((tmp_path / "desk.html").as_uri())
        page.locator(".why summary").click()
        page.get_by_role("link", name="About sentences/repeated-word").click()
        assert page.url.endswith("#rule-sentences/repeated-word")
        rule = page.locator(".rule:target")
        rule.get_by_text("Examples").click()
        assert rule.locator("mark").first.is_visible()
        assert "newslint explain --web sentences/repeated-word" in rule.inner_text()
        page.close()

    def test_the_cast_is_ticked_off_and_leads_to_the_words(self, page):
        people = page.locator(".cast > ul > li")
        assert people.count() == 3
        assert "Helen <i>Vance" in people.nth(1).inner_text()
        assert page.locator(".form.odd").all_inner_texts() == ["Cuzio ×2"]
        people.nth(0).locator("input").check()
        people.nth(0).locator(".said a").click()
        words = "[...CSS.highlights.get('place')].map(range => range.toString()).join()"
        assert page.evaluate(words) == "“Nobody believed that we would,”"
        page.locator(".form.odd a").click()
        assert page.evaluate(words) == "Cuzio"

    def test_it_reads_in_a_narrow_window(self, page):
        page.set_viewport_size({"width": 420, "height": 800})
        mark, note = page.locator(".m[data-n~='1-1']").bounding_box(), page.locator("#n1-1").bounding_box()
        assert note["y"] > mark["y"] + mark["height"] - 1
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    def test_it_prints_without_its_switches(self, page, tmp_path):
        page.emulate_media(media="print")
        assert not page.locator(".filters").is_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.note')).position") == "static"
        page.pdf(path=tmp_path / "page.pdf")
        assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")

    def test_it_is_dark_where_the_desk_is(self, chromium, tmp_path):
        def ground(scheme):
            (page,) = pages = list(opened_once(chromium, tmp_path, scheme))
            assert pages
            return page

        dark, light = ground("dark"), ground("light")
        assert max(dark) < 60
        assert min(light) > 200

    def test_without_scripts_it_still_reads(self, chromium, tmp_path):
        for page in opened(chromium, tmp_path, story(), java_script_enabled=False):
            assert page.locator(".note").first.is_visible()
            assert not page.locator(".filters").is_visible()
            break

    def test_of_many_articles_those_around_the_window_are_laid_out(self, chromium, tmp_path):
        report = story()
        (file,) = report.files
        report = report._replace(files=tuple(file._replace(path=f"{number}.txt") for number in range(30)))
        laid = "[...document.querySelectorAll('.story')].map(one => one.querySelectorAll('[style*=top]').length)"
        for page in opened(chromium, tmp_path, report):
            assert page.evaluate(laid)[0] > 0
            page.locator("label.chip:has([data-family=style])").click()
            assert page.evaluate(laid)[-1] == 0
            page.locator(".story").last.scroll_into_view_if_needed()
            page.locator("#a30 .note[style*=top]").last.wait_for()
            notes = boxes(page, "#a30 .note")
            assert len(notes) == len(file.findings) - 2
            for one, two in pairwise(notes):
                assert two["y"] >= one["y"] + one["height"]

    def test_many_articles_have_an_index(self, chromium, tmp_path):
        one, more = story(), sample_report()
        report = one._replace(files=(*one.files, *more.files), rules={**one.rules, **more.rules})
        for page in opened(chromium, tmp_path, report):
            assert page.locator(".index li").count() == 3
            page.locator(".index a").nth(2).click()
            assert page.url.endswith("#a3")
            assert SOURCE.splitlines()[0] in page.locator("#a3").inner_text()
            page.screenshot(path=tmp_path / "page.png", full_page=True)


@pytest.mark.slow
def test_a_file_with_markup_for_words_is_only_words(chromium, tmp_path):
    write(tmp_path / "a.txt", f"The engineer wrote {EVIL} on the the wall, and went home.\n")
    newslint("check", "--select", "sentences/repeated-word", "--format", "html:a.html", "a.txt", cwd=tmp_path)
    page = chromium.new_page()
    page.goto((tmp_path / "a.html").as_uri())
    assert EVIL in page.locator(".b").inner_text()
    assert page.locator(".m").inner_text() == "the the"
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, .sheet script").count() == 0
    page.close()


def opened_once(chromium, folder, scheme):
    for page in opened(chromium, folder, story(), color_scheme=scheme):
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        yield [int(part) for part in re.findall(r"\d+", colour)]


def test_item_is_shown_by_its_fields(tmp_path):
    item = {"body_html": "<p>It is fine.</p><p>It is is so.</p>", "headline": "The harbour", "uri": "x"}
    write(tmp_path / "a.json", json.dumps(item))

    newslint("check", "a.json", "--no-config", "--format", "html:a.html", cwd=tmp_path)

    page = (tmp_path / "a.html").read_text()
    assert re.findall(r'class="(field|b [a-z]*)"[^>]*>([^<]*)', page) == [
        ("field", "/headline"),
        ("b headline", "The harbour"),
        ("field", "/body_html"),
        ("b ", "It is fine."),
        ("b ", "It "),
    ]


def test_a_report_among_the_articles_is_none(tmp_path):
    write(tmp_path / "a.txt", TWICE)
    newslint("check", "--format", "html:report.html", "a.txt", cwd=tmp_path)
    assert newslint("check", "report.html", cwd=tmp_path) == (0, "", "")


def test_lines_severities_and_keys_are_said_in_words():
    page = render("html")
    assert 'data-line="1"' in page
    assert re.search(r"<b>1 (error|warning|info)</b>", page)
    assert re.search(r"<span>line \d+</span>", page)
    assert "<kbd>j</kbd> next" in page
