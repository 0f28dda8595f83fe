"""Front matter of unknown hands: whatever it holds is read, or refused in one line, at once."""

import time

import pytest

from newslint.findings.report import FileReport
from newslint.readers.markdown import read_markdown
from newslint.run.run import Run
from newslint.run.settings import Options

BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 10))
HOSTILE = {
    "a value in itself": "author: &a {name: *a}",
    "a list in itself": "author: &a [*a]",
    "doubled nine times": BOMB + "author: *a9",
    "doubled thirty times": "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 31)),
    "merged over and over": "a: &a {x: 1}\n" + "b: {<<: [" + ", ".join(["*a"] * 500) + "]}",
    "a long hexadecimal title": "title: 0x" + "f" * 5000,
    "a long octal title": "title: 0" + "7" * 9000,
    "a long number": "title: " + "9" * 9000,
    "sixty to the thousand": "title: 1" + ":59" * 3000,
    "sixty to the thousand and a half": "title: 1" + ":59" * 3000 + ".5",
    "infinity": "title: .inf\nauthor: .nan",
    "an impossible date": "date: 2024-02-31",
    "deep lists": "a: " + "[" * 5000,
    "deep keys": "\n".join(" " * n + "a:" for n in range(2000)),
    "an unknown tag": "title: !!python/object/apply:os.system [id]",
    "a key that is a list": "? [a, b]\n: 1\ntitle: x",
    "a set": "title: !!set {a, b}",
    "binary": "title: !!binary aGVsbG8=",
    "null": "title:\nauthor:\nsources:\nnewslint:",
    "a control character": "title: \x01",
    "very long": "title: " + "x" * 300_000,
    "no sources": "sources:",
    "sources on the web": "sources: https://example.org/minutes.html",
    "a zero in a path": 'sources: ["a\\0b"]',
    "sources that are numbers": "sources: [1, 2]",
    "suppressions of the wrong kind": "newslint: {ignore: 5}",
    "a huge suppression": "newslint: {ignore: 0x" + "f" * 5000 + "}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_in_front_matter_stops_a_run(tmp_path, text):
    path = tmp_path / "a.md"
    path.write_text(f"---\n{text}\n---\n\nThe council met on Monday to to vote.\n")
    began = time.perf_counter()
    report = Run(Options(no_config=True)).check_file(path)
    assert time.perf_counter() - began < 2
    assert isinstance(report, FileReport)
    assert all("\n" not in error and "newslint failed" not in error for error in report.errors)
    assert report.errors or report.findings


def test_plain_aliases_are_read():
    article = read_markdown("---\nauthor: &a Ann Lee\nbyline: *a\ntags: [&t news, *t]\n---\n\nText.\n")
    assert article.metadata.byline == "Ann Lee"


def test_a_title_may_be_a_number():
    assert read_markdown("---\ntitle: 1984\n---\n\nText.\n").metadata.title == "1984"
