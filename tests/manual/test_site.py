"""The manual as a site: every link resolves, every rule has its page, and the search finds it."""

import os
import re
import sys
import threading
import urllib.request
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest
from command import newslint, rows, write
from tools import program, run

from newslint.plugins.loading import load_plugins

PACK = 'kind = "replace"\nsummary = "Say soon."\n\n[terms]\n"in the near future" = "soon"\n'


class Outline(HTMLParser):
    """The links and names of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.names = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.links += [found[key] for key in ("href", "src") if found.get(key)]
        self.names |= {found["id"]} if "id" in found else set()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk")
    write(folder / "newslint.toml", 'packs = ["house"]\n')
    write(folder / "house/style/our_words.toml", PACK)
    code, out, err = newslint("manual", "--output", "site", cwd=folder)
    assert (code, err) == (0, "")
    assert out.endswith("open site/index.html\n")
    return folder / "site"


@pytest.fixture(scope="module")
def outlines(site):
    return {path: Outline(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def test_every_link_resolves(site, outlines):
    broken = []
    for page, outline in outlines.items():
        for link in outline.links:
            if re.match(r"[a-z]+:", link):
                continue
            path, _, name = link.partition("#")
            target = (page.parent / unquote(path)).resolve() if path else page
            if not target.is_file() or (name and target.suffix == ".html" and name not in outlines[target].names):
                broken.append(f"{page.relative_to(site)}: {link}")
    assert broken == []


def test_nothing_is_fetched_from_anywhere(outlines):
    for page, outline in outlines.items():
        text = page.read_text(encoding="utf-8")
        assert not re.findall(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?//', text), page
        assert outline.links


def test_every_rule_has_a_page_the_houses_too(site):
    for file in load_plugins().rules:
        assert (site / "rules" / f"{file.id}.html").is_file()
    page = (site / "rules/style/our-words.html").read_text(encoding="utf-8")
    assert "Say soon." in page


def test_a_rules_page_says_what_it_flags_how_to_mend_and_how_to_silence_it(site):
    page = (site / "rules/sentences/repeated-word.html").read_text(encoding="utf-8")
    assert "<mark>" in page
    assert "passes" in page
    assert "ignore sentences/repeated-word" in page
    assert "at least 7 of 10" in page


def test_what_was_counted_stands_under_its_own_heading(site):
    page = (site / "rules/quotes/misattributed.html").read_text(encoding="utf-8")
    assert re.search(r"How often it is right</h2>\s*<p>(Counted|Measured|Of|On) [\w ]*\d", page)


def test_each_text_format_is_shown(site):
    page = (site / "formats.html").read_text(encoding="utf-8")
    assert "story.txt:1:17: sentences/repeated-word" in page
    assert "checkstyle" in page
    assert (site / "gallery.html").is_file()


def test_a_site_among_the_articles_is_not_linted(site):
    assert newslint("check", "--exit-zero", "site/rules/sentences/index.html", cwd=site.parent)[1] == ""


def test_findings_lead_to_the_desks_manual(tmp_path):
    write(tmp_path / "newslint.toml", 'manual = "https://desk.example/m"\n')
    write(tmp_path / "a.txt", "It met on on Monday.\n")
    (row,) = rows("a.txt", cwd=tmp_path)
    assert row["url"] == "https://desk.example/m/rules/sentences/repeated-word.html"
    assert (
        "https://desk.example/m/rules/sentences/repeated-word.html"
        in newslint("check", "--format", "sarif", "a.txt", cwd=tmp_path)[1]
    )


@pytest.fixture
def published(site):
    """The address at which the site is served."""
    handler = partial(SimpleHTTPRequestHandler, directory=site)
    handler.log_message = lambda *_: None
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("form", ["jsonl", "sarif", "html", "grouped"])
def test_every_link_of_a_report_leads_to_a_page(published, tmp_path, form):
    write(tmp_path / "newslint.toml", f'manual = "{published}"\n')
    write(tmp_path / "a.txt", "It met on on Monday.\n\nCall Mr Dow or Mr. Dow, “who knows.\n\nA TK of [TK].\n")
    out = newslint("check", "--format", form, "a.txt", cwd=tmp_path, env=os.environ | {"FORCE_COLOR": "1"})[1]
    links = set(re.findall(rf'{published}/[^"<>\s\x1b]*', out))
    assert len(links) >= 3
    for link in links:
        with urllib.request.urlopen(link, timeout=10) as page:
            assert page.status == 200


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="the browser is a shell script")
def test_explain_opens_a_rules_page_in_the_browser(tmp_path):
    browser = write(tmp_path / "browser", '#!/bin/sh\nprintf "%s" "$1" > "$SEEN"\n')
    browser.chmod(0o755)
    env = os.environ | {
        "BROWSER": f"{browser} %s",
        "SEEN": str(tmp_path / "seen"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    code, out, err = newslint("explain", "--web", "sentences/repeated-word", cwd=tmp_path, env=env)
    assert (code, err) == (0, "")
    address = (tmp_path / "seen").read_text()
    assert out == address + "\n"
    if sys.platform == "linux":
        assert Path(unquote(address.removeprefix("file://"))).is_file()


def test_the_man_page_reads_well(tmp_path):
    code, out, _ = newslint("manual", "--man")
    assert code == 0
    page = write(tmp_path / "newslint.1", out)
    done = run(program("groff"), "-man", "-Tutf8", "-ww", page)
    assert done.stderr == ""
    assert "NEWSLINT CHECK" in re.sub(".\b", "", done.stdout)


@pytest.mark.slow
class TestInABrowser:
    def test_the_search_finds_a_rule_and_the_page_keeps_quiet(self, site):
        playwright = pytest.importorskip("playwright.sync_api")
        with playwright.sync_playwright() as play:
            browser = play.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
            page = browser.new_page()
            said = []
            page.on("console", lambda message: said.append(message.text))
            page.on(
                "request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None
            )
            page.goto((site / "rules/index.html").as_uri())
            page.keyboard.press("/")
            page.keyboard.type("repeated word")
            page.locator(".search li a").first.click()
            assert page.url.endswith("rules/sentences/repeated-word.html")
            dark = browser.new_page(color_scheme="dark")
            dark.goto((site / "index.html").as_uri())
            colour = "getComputedStyle(document.body).backgroundColor"
            assert dark.evaluate(colour) != page.evaluate(colour)
            assert said == []
            browser.close()
