"""`newslint archive report`: the page of an archive, as its figures have it and as a browser shows it."""

import datetime
import html.parser
import re
from itertools import pairwise

import pytest
from command import newslint, write
from serving import NAMES
from tools import node_package

pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")
pytest.importorskip("warcio")

from newslint.archive.plots import Bar, Series, bars, lines

STORY = "---\ndate: {day}\nsection: {section}\n---\nThe iconic bridge of {town} and its tower {twice} there.\n"
RULE = """\
kind = "avoid"
summary = "Iconic says nothing."
owner = "Style <desk>"
since = 2020-07-01
[terms]
"iconic" = "say what it is known for"
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk")
    write(folder / "newslint.toml", 'packs = ["house"]\n')
    write(folder / "house" / "style" / "iconic.toml", RULE)
    for month in range(24):
        day = datetime.date(2019 + (month + 6) // 12, (month + 6) % 12 + 1, 3)
        for number, section in enumerate(("Sport", "City <i>")):
            text = STORY.format(day=day, section=section, town="Low", twice="stands" if number else "is is")
            if number == 0 and day >= datetime.date(2020, 7, 1):
                text = text.replace("iconic", "old")
            write(folder / "in" / f"{month}-{number}.md", text)
    write(folder / "in" / "name.md", NAMES)
    code, _, err = newslint("archive", "collect", "in", "--out", "arc", cwd=folder)
    assert code == 0, err
    code, out, err = newslint("archive", "report", "arc", "--output", "page.html", cwd=folder)
    assert (code, err) == (0, "")
    assert out == "page.html is written\n"
    return folder


@pytest.fixture
def text(desk):
    return (desk / "page.html").read_text(encoding="utf-8")


def words(text):
    """The text of the page, without its markup."""
    found = []

    class Parser(html.parser.HTMLParser):
        def handle_data(self, data):
            found.append(data)

    Parser().feed(re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL))
    return " ".join(" ".join(found).split())


def test_it_counts_by_rule_section_and_month(text):
    page = words(text)
    assert "findings in" in page.lower()
    assert "49 articles" in page
    rule = re.search(r"style/iconic warning (\d+) (\d+) ", page)
    assert rule.groups() == ("36", "36")
    assert re.search(r"Sport 24 [\d,]+ \d+ [\d.]+", page)
    assert re.search(r"City <i> 24 [\d,]+ \d+ [\d.]+", page)
    assert len(re.findall(r"\b20(?:19|20|21)-\d\d [\d,]+ \d+ [\d.]+", page)) == 24


def test_names_that_are_misspelt_are_listed(text):
    assert re.search(r"Brantdner 1 1 “Brantdner”", words(text))


def test_a_rule_that_went_live_shows_what_each_desk_made_of_it(text):
    page = words(text)
    assert "style/iconic since 2020-07-01 · Style <desk>" in page
    (sport,) = re.findall(r"After (?:City <i> [\d.]+ [\d.]+ )?Sport ([\d.]+) ([\d.]+)", page)
    assert float(sport[0]) > 50
    assert float(sport[1]) == 0
    (city,) = re.findall(r"City <i> ([\d.]+) ([\d.]+)(?: Sport| *$)", page.partition("After")[2])
    assert float(city[0]) == float(city[1]) > 50


def test_nothing_of_an_article_is_markup(text):
    assert "<script" not in text
    assert "City <i>" not in text


def test_an_archive_with_nothing_found_has_a_page(tmp_path):
    write(tmp_path / "in" / "a.txt", "The council met on Monday.\n")
    newslint("archive", "collect", "in", "--out", "arc", "--no-config", cwd=tmp_path)
    code, _, err = newslint("archive", "report", "arc", "--output", "page.html", "--no-config", cwd=tmp_path)
    assert (code, err) == (0, "")
    assert "No findings in 1 article" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_what_is_no_archive_is_told(tmp_path):
    (tmp_path / "arc").mkdir()
    code, _, err = newslint("archive", "report", "arc", "--output", "page.html", cwd=tmp_path)
    assert code == 2
    assert err.startswith("newslint: arc: holds no shards")


def test_bars_are_as_long_as_their_figures():
    drawn = bars([Bar("a", 10, "10", "error"), Bar("b", 5, "5"), Bar("c" * 60, 0, "0")], "Rules")
    widths = [float(width) for width in re.findall(r'<rect [^>]*width="([\d.]+)"', drawn)]
    assert widths[0] == pytest.approx(2 * widths[1])
    assert widths[2] == 1
    assert 'class="bar error"' in drawn
    assert f"{'c' * 37}…" in drawn


def test_lines_stay_in_their_plot_and_labels_apart():
    series = [Series(name, [(24_000, 1.0), (24_011, 1.0 + number / 1000)]) for number, name in enumerate("abcd")]
    drawn = lines(series, "Trend", mark=24_005.5)
    numbers = [float(part) for pair in re.findall(r'points="([^"]*)"', drawn) for part in re.split("[ ,]", pair)]
    assert all(0 <= number <= 720 for number in numbers)
    places = sorted(float(y) for y in re.findall(r'<text x="598" y="([\d.]+)"', drawn))
    assert len(places) == 4
    assert all(two - one >= 14 for one, two in pairwise(places))
    assert 'class="mark"' in drawn
    assert ">2000<" in drawn


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1600])
def test_a_browser_shows_it_and_axe_finds_no_violation(chromium, desk, scheme, width):
    axe = (node_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((desk / "page.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("svg.plot").count() == 4
    page.locator("summary").first.click()
    assert page.locator("table").first.is_visible()
    assert said == []
    assert asked == [(desk / "page.html").as_uri()]
    page.evaluate(f"() => {{ {axe} }}")
    found = page.evaluate("axe.run()")["violations"]
    assert [(row["id"], [node["target"] for node in row["nodes"]][:3]) for row in found] == []
    context.close()
