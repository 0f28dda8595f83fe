"""The example pages with an editor in them, built as they stand and used in a real browser."""

import http.server
import shutil
import threading
from functools import partial

import pytest
from serving import serving
from tools import ROOT, node_package, program, run

pytestmark = pytest.mark.slow
CMS = ROOT / "examples" / "cms"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        pass


@pytest.fixture
def opened(chromium, tmp_path):
    """Opens an example's page, built by the command that its package.json starts, beside a server that lets it in."""
    closing = []

    def opening(name, package):
        modules = node_package(package).parents[1]
        vite = node_package("vite") / "bin" / "vite.js"
        shutil.copytree(CMS / name, tmp_path / name)
        (tmp_path / "node_modules").symlink_to(modules)
        site = tmp_path / "site"
        site.mkdir()
        static = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
        threading.Thread(target=static.serve_forever, daemon=True).start()
        closing.append(static.server_close)
        closing.append(static.shutdown)
        origin = f"http://127.0.0.1:{static.server_port}"
        served = serving("--no-config", "--workers", "1", "--timeout", "60", "--allow-origin", origin, cwd=tmp_path)
        address = served.__enter__().address
        closing.append(lambda: served.__exit__(None, None, None))
        main = tmp_path / name / "main.js"
        words = main.read_text()
        assert words.count("http://localhost:8000") >= 1
        main.write_text(words.replace("http://localhost:8000", address))
        done = run(
            program("node"), vite, "build", "--minify", "false", "--outDir", site, "--emptyOutDir", cwd=tmp_path / name
        )
        assert done.returncode == 0, done.stderr
        context = chromium.new_context(viewport={"width": 1200, "height": 800})
        page = context.new_page()
        said = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{origin}/index.html")
        closing.append(context.close)
        return page, said

    yield opening
    for close in reversed(closing):
        close()


def test_tiptap_marks_across_blocks_mends_and_reads_again(opened):
    page, said = opened("tiptap", "@tiptap/core")
    page.locator(".newslint").wait_for()
    assert page.locator(".newslint").all_inner_texts() == ["Brantdner"]
    page.get_by_role("button", name="Write “Brandtner”").click()
    page.locator(".newslint").wait_for(state="detached")
    assert "Brantdner" not in page.locator("#editor").inner_text()
    page.locator("#editor h1").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" 🎉 It is is late.")
    page.locator(".newslint").wait_for()
    assert page.locator(".newslint").all_inner_texts() == ["is is"]
    page.keyboard.press("Control+Home")
    page.keyboard.type("Late: ")
    assert page.locator(".newslint").all_inner_texts() == ["is is"]
    page.get_by_role("button", name="Write “is”").click()
    page.locator("text=It is late.").wait_for()
    assert [words for words in said if "favicon" not in words and "404" not in words] == []


def test_the_guardians_plugin_marks_across_blocks(opened):
    page, _ = opened("prosemirror", "@guardian/prosemirror-typerighter")
    mark = page.locator("#editor [data-match-id]").first
    mark.wait_for()
    assert mark.inner_text() == "Brantdner"
    mark.hover()
    suggestion = page.locator("#notes").get_by_text("Brandtner", exact=True).first
    suggestion.dispatch_event("click")  # the note goes as soon as the mouse leaves the mark for elsewhere
    page.locator("#editor [data-match-id]").wait_for(state="detached")
    assert "Brantdner" not in page.locator("#editor").inner_text()
