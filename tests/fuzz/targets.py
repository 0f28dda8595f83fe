"""The doors through which bytes of unknown hands come in; each function is one, and raises only for a defect."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

from newslint.disk.writing import replace_file
from newslint.findings.baseline import load_baseline
from newslint.findings.report import FileReport
from newslint.kinds.loading import rule_from_toml
from newslint.model.errors import NewslintError
from newslint.model.printable import json_safe, one_line, printable
from newslint.readers.frontmatter import front_matter
from newslint.run.cache import Cache
from newslint.run.examples import article_of
from newslint.run.ignores import Ignores
from newslint.run.run import Run
from newslint.run.settings import Options
from newslint.settings.config_file import load_config

# A second per 10 KB, and one for the machine's own moods.
PER_BYTE, MOOD = 1 / 10_000, 1.0


@cache
def folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="newslint-fuzz-"))


@cache
def run() -> Run:
    return Run(Options(no_config=True, report_unused=True))


def _file(name: str, data: bytes) -> Path:
    path = folder() / name
    path.write_bytes(data)
    return path


def _article(data: bytes, suffix: str) -> None:
    report = run().check_file(Path("article" + suffix), data)
    for error in report.errors:
        assert "\n" not in error
        assert "newslint failed" not in error, error
        assert "the rule failed" not in error, error
    for finding in report.findings:
        assert 0 <= finding.place.start <= finding.place.end <= len(report.source)


def plain(data: bytes) -> None:
    _article(data, ".txt")


def markdown(data: bytes) -> None:
    _article(data, ".md")


def html(data: bytes) -> None:
    _article(data, ".html")


def frontmatter(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for fence in ("---", "+++"):
        try:
            found = front_matter(f"{fence}\n{text}\n{fence}\n")
        except NewslintError:
            continue
        assert found.end >= 0
        assert "\n" not in found.metadata.title + found.metadata.byline
    _article(f"---\n{text}\n---\n\nThe council met.\n".encode(), ".md")


def suppressions(data: bytes) -> None:
    words = data.decode("utf-8", "replace")
    _article(f"<!-- newslint: {words} -->\n\nThe council met to to vote.\n\n<!-- newslint: on -->\n".encode(), ".md")


def config(data: bytes) -> None:
    for name in ("newslint.toml", "pyproject.toml"):
        try:
            loaded = load_config(_file(name, data))
        except NewslintError:
            continue
        loaded.ignored_in(Path("a.txt"))
        loaded.suppressed_in(Path("a.txt"))


def pack(data: bytes) -> None:
    try:
        rule = rule_from_toml(_file("rule.toml", data), "style/fuzzed")
    except NewslintError:
        return
    article = article_of("In order to vote, the the Council of Kyiv met.\n\nShare this\n", rule)
    with suppress(NewslintError):
        list(rule.check(article))


def baseline(data: bytes) -> None:
    with suppress(NewslintError):
        load_baseline(_file("baseline.jsonl", data))


def cached(data: bytes) -> None:
    """An entry with our seal, as a flaw of ours could write it; and the same bytes without."""
    cache_ = _cache()
    article = Path("a.txt")
    entry = cache_._entry(article)
    entry.parent.mkdir(exist_ok=True)
    entry.write_bytes(data)
    assert cache_.get(article, b"x", "k") is None
    replace_file(entry, cache_._seal(data) + b"\n" + data, lasting=False)
    found = cache_.get(article, b"x", "k")
    assert found is None or isinstance(found, FileReport)


@cache
def _cache() -> Cache:
    import os

    os.environ["XDG_CACHE_HOME"] = str(folder())
    return Cache(folder())


def gitignore(data: bytes) -> None:
    _file(".gitignore", data)
    ignores = Ignores(folder(), lambda *_: None)
    ignores.enter(folder())
    for name in ("a" * 200 + ".txt", "a/b/a/b/" * 20 + "c.txt", "news/a.md"):
        ignores.hit(folder() / name)


def words(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    for shown in (printable(text), one_line(text)):
        assert "\x1b" not in shown
        assert "\n" not in shown
    assert json.loads(json_safe(json.dumps(text, ensure_ascii=False))) == text


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        *(plain, markdown, html, frontmatter, suppressions),
        *(config, pack, baseline, cached, gitignore, words),
    )
}


def held(name: str, data: bytes) -> None:
    """Run a target, and hold it to its time on the processor: other programs may keep this one waiting."""
    began = time.process_time()
    TARGETS[name](data)
    took = time.process_time() - began
    assert took < MOOD + PER_BYTE * len(data), f"{name}: {took:.2f} s for {len(data)} bytes"
