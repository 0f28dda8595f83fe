"""newslint as a library: the same findings as the command line's, from texts in memory."""

import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from command import TWICE, newslint, write

from newslint import Linter, NewslintError, Settings, lint, load

ROOT = Path(__file__).parent.parent
ARTICLES = ROOT / "examples" / "articles"
PROGRAMS = ROOT / "examples" / "library"


@pytest.fixture(scope="module")
def linter():
    return Linter()


def rules(result):
    return [finding.rule for finding in result]


def test_a_text_gives_located_findings():
    (finding,) = lint(TWICE)
    assert (finding.rule, finding.place.line, TWICE[finding.start : finding.end]) == (
        "sentences/repeated-word",
        1,
        "to to",
    )


def test_markup_is_read_as_such():
    (finding,) = lint("<p>It met on <b>on</b> Monday.</p>", markup="html")
    assert finding.rule == "sentences/repeated-word"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["harbour.txt", "library.md", "ferry.html"])
def test_the_same_as_the_command_line(name, linter):
    _, out, _ = newslint("check", "--no-config", "--format", "jsonl", name, cwd=ARTICLES)
    result = linter.lint((ARTICLES / name).read_text(encoding="utf-8"), name=name)
    assert result.rows() == [json.loads(line) for line in out.splitlines()] != []
    assert linter.lint_file(ARTICLES / name).findings == tuple(
        row._replace(path=str(ARTICLES / name)) for row in result
    )


def test_fixes_are_applied_to_a_text(linter):
    done = linter.fix(TWICE + "\n“It was close, he said.\n", unsafe=True)
    assert (done.text.split("\n")[0], done.mends) == ("The council met on Monday to vote on the new bridge.", 1)
    assert rules(done.left)[0] == "quotes/unbalanced"


def test_without_unsafe_only_what_cannot_change_a_meaning_is_mended(linter):
    assert linter.fix(TWICE).text == TWICE


def test_the_cast_is_plain_data(linter):
    text = "Elin Brandt, a grower from Tolby, waits. “We wait for frost,” she said.\n\nBrandt sells at the gate.\n"
    (cast,) = linter.lint(text).cast
    assert [person["name"] for person in cast["people"]] == ["Elin Brandt"]
    assert [quote["speaker"]["person"] for quote in cast["quotes"]] == ["Elin Brandt"]
    json.dumps(cast)


def test_settings_are_keys_of_the_config():
    assert rules(lint(TWICE, settings=Settings(ignore=["sentences/repeated-word"]))) == []
    (finding,) = lint(TWICE, settings=Settings(severity={"sentences": "error"}))
    assert finding.severity == "error"
    assert lint(TWICE, settings=Settings(fail_on="error")).fails is False


def test_house_names_are_taken():
    named = Linter(Settings(names=["Ann Lindqvist"])).lint("Ann Lindqvist, the clerk, spoke on Monday.\n")
    assert [(person["name"], person["confirmed"]) for person in named.cast[0]["people"]] == [("Ann Lindqvist", True)]


def test_a_date_is_what_weekdays_are_checked_by(linter):
    text = "The council met on Monday, March 4.\n"
    assert "facts/weekday" in rules(linter.lint(text, date=date(2025, 3, 8)))
    assert "facts/weekday" not in rules(linter.lint(text, date=date(2024, 3, 8)))


def test_quotations_are_checked_against_sources(linter):
    text = "“We have to close the harbour in the autumn,” said Elin Brandt, who runs it.\n"
    source = "BRANDT: We have to close the harbour in the spring, I think, and nobody likes it.\n"
    assert "quotes/differs-from-source" in rules(linter.lint(text, sources=[source]))


def test_a_config_file_is_loaded(tmp_path):
    write(tmp_path / "newslint.toml", 'ignore = ["sentences"]\n')
    (tmp_path / "below").mkdir()
    assert rules(load(tmp_path / "newslint.toml").lint(TWICE)) == []
    assert rules(load(tmp_path / "below").lint(TWICE)) == []
    assert rules(load(tmp_path, Settings(select=["sentences"])).lint(TWICE)) == []


def test_a_baseline_beside_the_config_is_honoured(tmp_path):
    write(tmp_path / "a.txt", TWICE)
    write(tmp_path / "newslint.toml", 'baseline = "known.jsonl"\n')
    newslint("baseline", "--file", "known.jsonl", "a.txt", cwd=tmp_path)
    assert rules(load(tmp_path).lint_file(tmp_path / "a.txt")) == []


def test_a_text_names_no_files(tmp_path, linter, monkeypatch):
    write(tmp_path / "secret.txt", "Nobody may read this.\n")
    monkeypatch.chdir(tmp_path)
    text = "---\nsources: [secret.txt]\n---\n\nElin Brandt said: “Somebody may read this, and all that follows.”\n"
    assert "quotes/differs-from-source" not in rules(linter.lint(text, markup="markdown"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: lint("x", markup="markdwon"), 'markup: no such reader: .*did you mean "markdown"'),
        (lambda: lint("x", settings=Settings(ignore=["sentenses"])), 'did you mean "sentences"'),
        (lambda: Settings(severity={"names": "grave"}), "not error, warning or info"),
        (lambda: load("/nowhere/newslint.toml"), "no such config file or folder"),
        (lambda: Linter().render([], "sarfi"), 'did you mean "sarif"'),
    ],
)
def test_what_is_wrong_is_one_line(wrong, said):
    with pytest.raises(NewslintError, match=said) as error:
        wrong()
    assert "\n" not in str(error.value)


# Overtime that comes within a callback of a weak reference is dropped there, which Python says; it is raised again.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_time_is_kept_in_any_thread(linter):
    with ThreadPoolExecutor(1) as threads:
        work = threads.submit(linter.lint, "Ann Lee met Bo Ray in Tolby. " * 20_000, timeout=0.2)
        with pytest.raises(NewslintError, match=r"text\.txt: not checked: it took longer than 0\.2 s"):
            work.result(timeout=60)


def test_threads_share_a_linter(linter):
    texts = [TWICE, "It was quiet.\n"] * 4
    with ThreadPoolExecutor(4) as threads:
        assert [len(result) for result in threads.map(linter.lint, texts)] == [1, 0] * 4


def test_results_go_to_every_format(linter):
    page = linter.render([linter.lint(TWICE, name="bridge.txt")], "html")
    assert "bridge.txt" in page
    assert "sentences/repeated-word" in page


def test_rules_are_told(linter):
    assert "names/inconsistent-spelling" in [rule.id for rule in linter.rules]
    assert [rule.id for rule in Linter(Settings(select=["quotes/unbalanced"])).rules] == ["quotes/unbalanced"]


def test_importing_newslint_loads_no_library():
    code = "import sys, newslint, newslint.commands.cli; print('newslint.api' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"


def shown():
    text = (PROGRAMS / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```console\n(.*?)```", text, re.DOTALL)[1]
    return re.findall(r"\$ python examples/library/(\S+)\n((?:[^$].*\n)*)", block)


@pytest.mark.parametrize(("program", "output"), shown())
def test_each_program_prints_what_its_readme_shows(program, output):
    done = subprocess.run([sys.executable, PROGRAMS / program], capture_output=True, text=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == (output, "")


def test_every_program_is_shown():
    assert sorted(name for name, _ in shown()) == sorted(path.name for path in PROGRAMS.glob("*.py"))


@pytest.mark.slow
def test_programs_are_typed_as_the_library_says():
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *PROGRAMS.glob("*.py")], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("text", ["We met on on Monday", "Hear this this piece", "Tell us us what you saw"])
def test_a_text_of_one_line_is_no_page_with_readers(text):
    assert [finding.rule for finding in lint(text)] == ["sentences/repeated-word"]
