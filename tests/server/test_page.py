"""The desk's page, used as an editor uses it, in a real browser."""

import io
import time
from pathlib import Path

import pytest
from serving import NAMES
from tools import node_package

pytestmark = pytest.mark.slow
EXAMPLE = Path(__file__).parents[2] / "examples" / "articles" / "harbour.txt"


@pytest.fixture
def page(chromium, server):
    """The page in a browser; it must say nothing to the console and ask nothing of anybody else."""
    context = chromium.new_context(viewport={"width": 1600, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server.address}/")
    yield page
    # That verdicts are not kept by this server, the browser says itself.
    assert [words for words in said if "404" not in words] == []
    assert all(url.startswith((server.address, "data:", "blob:")) for url in asked)
    context.close()


def until(page, condition, seconds=60):
    """Wait for an expression of the page. Playwright's own wait would need the eval that the page forbids."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(50)


def put(page, text):
    page.locator("#copy").fill(text)
    page.locator(".row").first.wait_for()
    until(page, "document.querySelector('#state').textContent === ''")


def found(page):
    return [" ".join(words.split()) for words in page.locator(".note .message").all_text_contents()]


def test_the_damaged_example_is_marked_as_the_report_marks_it(page, server):
    put(page, EXAMPLE.read_text(encoding="utf-8"))
    expected = server.json("/api/check", {"text": EXAMPLE.read_text(encoding="utf-8")})["findings"]
    assert page.locator("#heading").inner_text() == f"{len(expected)} findings"
    assert found(page) == [" ".join(row["message"].split()) for row in expected]
    assert page.locator(".cast > ul > li").count() > 2
    assert "stays on this machine" in page.locator("#stays").inner_text()


def test_a_fix_is_a_click_and_is_undone(page):
    put(page, NAMES)
    page.get_by_role("button", name="Write “Brandtner”", exact=True).click()
    page.locator(".note").wait_for(state="detached")
    assert page.locator("#copy").input_value() == NAMES.replace("Brantdner", "Brandtner")
    page.locator("#undo").click()
    page.locator(".note").wait_for()
    assert page.locator("#copy").input_value() == NAMES


def test_one_spelling_goes_everywhere_and_back_in_one_step(page):
    text = NAMES.replace("Brandtner said", "Brandtner, Brandtner said").replace("returned", "returned. Brantdner slept")
    put(page, text)
    page.get_by_role("button", name="Write “Brandtner” everywhere").first.click()
    page.locator(".note").wait_for(state="detached")
    assert "Brantdner" not in page.locator("#copy").input_value()
    page.keyboard.press("u")
    page.locator(".note").first.wait_for()
    assert page.locator("#copy").input_value() == text


def test_it_checks_while_one_types_and_draws_only_what_changed(page):
    put(page, f"{NAMES}\n\nNothing is wrong here.\n")
    page.evaluate("document.querySelector('.row').mine = true")
    page.locator("#copy").press("Control+End")
    page.keyboard.type("It is is late.")
    page.locator(".note").nth(1).wait_for()
    assert page.evaluate("document.querySelector('.row').mine") is True


def test_keys_walk_fix_and_ignore(page):
    put(page, f"It is is late.\n\n{NAMES}")
    page.locator("#copy").press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("f")
    until(page, "document.querySelectorAll('.note').length === 1")
    assert page.locator("#copy").input_value().startswith("It is late.")
    page.locator(".note.on").wait_for()
    page.keyboard.press("i")
    page.get_by_role("heading", name="No findings").wait_for()


def test_filters_hide_a_family_and_the_manual_opens(page):
    put(page, f"It is is late.\n\n{NAMES}")
    page.locator(".note").nth(1).wait_for()
    page.locator("label.chip:has([data-family=names])").click()
    assert page.locator(".note:visible").count() == 1
    page.locator(".note:visible summary").click()
    assert page.locator(".note:visible .why p, .note:visible .why ul").count() > 0


def test_a_word_file_is_dropped_and_comes_back_with_comments(page, tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for words in NAMES.split("\n\n"):
        document.add_paragraph(words.strip())
    data = io.BytesIO()
    document.save(data)
    page.evaluate(
        """bytes => { const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(bytes)], "story.docx"));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true })); }""",
        list(data.getvalue()),
    )
    page.locator(".note").wait_for()
    assert page.locator("#copy").input_value() == NAMES
    with page.expect_download() as download:
        page.locator("#word").click()
    download.value.save_as(tmp_path / "story.docx")
    (comment,) = docx.Document(tmp_path / "story.docx").comments
    assert "Brantdner" in comment.text


def test_what_copy_holds_is_never_run(page):
    put(
        page,
        '<img src=x onerror="window.hacked = 1"><script>window.hacked = 2</script> It is is late.\n\nAll is well.\n',
    )
    page.locator(".note").first.wait_for()
    assert page.evaluate("window.hacked") is None
    assert "<img" in page.locator("#sheet").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1600])
def test_axe_finds_no_violation(page, scheme, width):
    axe = (node_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    put(page, EXAMPLE.read_text(encoding="utf-8"))
    page.evaluate(f"() => {{ {axe} }}")
    said = page.evaluate("axe.run()")["violations"]
    assert [(row["id"], [node["target"] for node in row["nodes"]][:3]) for row in said] == []


@pytest.mark.parametrize("width", [400, 820, 1600, 3840])
def test_it_fits_every_window(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    put(page, EXAMPLE.read_text(encoding="utf-8"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    boxes = [note.bounding_box() for note in page.locator(".note").all()]
    assert all(box["width"] >= 200 for box in boxes)


def test_three_thousand_findings_leave_it_quick(page):
    text = "\n\n".join(f"Line {number} says that it is is late and that the the rain fell." for number in range(1500))
    page.evaluate("text => { copy.value = text; copy.dispatchEvent(new Event('input', { bubbles: true })); }", text)
    until(page, "document.querySelectorAll('.note').length === 3000", 120)
    page.locator("#copy").press("Escape")
    # To measure one element lays the whole page out: a key that measured every note took seconds.
    measured = page.evaluate(
        """() => { let count = 0;
        for (const [kind, name] of [[Element, "getBoundingClientRect"], [Element, "getClientRects"]]) {
          const old = kind.prototype[name];
          kind.prototype[name] = function () { count += 1; return old.call(this); };
        }
        const press = (key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        for (let times = 0; times < 5; times += 1) press("j");
        return [count, document.querySelector(".note.on .kind b").textContent]; }"""
    )
    assert measured == [0, "5"]
    # Every note below the chosen one has to move; those that nobody sees wait until somebody does.
    moved = page.evaluate(
        """() => new Promise((resolve) => { const notes = new Set();
        new MutationObserver((changes) => changes.forEach(({ target }) => notes.add(target))).observe(
          document.querySelector("#sheet"), { attributes: true, subtree: true, attributeFilter: ["style"] });
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
        setTimeout(() => resolve(notes.size), 500); })"""
    )
    assert 0 < moved < 300


def test_notes_far_down_stand_beside_their_marks_once_they_are_seen(page):
    put(
        page, "\n\n".join(f"Line {number} says that it is is late.\n\n" + "All is well. " * 60 for number in range(150))
    )
    page.evaluate("document.querySelectorAll('.row')[200].scrollIntoView({ behavior: 'instant' })")
    page.wait_for_timeout(500)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll(".note")].map((note) => [
          note, document.querySelector(`.m[data-n="${note.dataset.key}"]`)].map((box) => box.getBoundingClientRect()))
        .filter(([note]) => note.bottom > 0 && note.top < innerHeight)
        .map(([note, mark]) => [Math.round(note.top - mark.top), note.bottom - note.top])"""
    )
    assert boxes
    assert all(abs(off) < 10 and height > 40 for off, height in boxes), boxes


def test_an_edit_draws_its_paragraph_and_no_other(page):
    put(page, "\n\n".join(f"Line {number} says that it is is late." for number in range(20)))
    page.evaluate("for (const row of document.querySelectorAll('.row')) row.mine = true")
    page.locator("#copy").press("Control+Home")
    page.keyboard.type("It is is new. ")
    until(page, "document.querySelectorAll('.note').length === 21")
    assert page.evaluate("[...document.querySelectorAll('.row')].filter((row) => !row.mine).length") == 1
