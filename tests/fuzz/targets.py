"""The doors through which bytes of unknown hands come in; each function is one, and raises only for a defect."""

from __future__ import annotations

import io
import json
import tempfile
import time
import tomllib
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

from fuzz.frames import frames
from newslint.disk.writing import replace_file
from newslint.findings.baseline import load_baseline
from newslint.findings.fixes import fix_text
from newslint.findings.report import FileReport, Located
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
from newslint.settings.edits import with_name, with_suppression

# A second per 10 KB, and one for the machine's own moods.
PER_BYTE, MOOD = 1 / 10_000, 1.0
# Of so many files one is checked and mended, the others are only read; under guidance, where that is the slow part.
CHECKED = 1
checks = 1  # of one file: each round of mends is one more


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


def _read(path: Path, data: bytes) -> None:
    """Only read a file: every block has its place in the source."""
    try:
        source, documents = run().opener.opened(path, data)
    except NewslintError:
        return
    for document in documents:
        for block in document.blocks:
            place = document.source_map.to_source(block)
            assert 0 <= block.start <= block.end <= len(document.text)
            assert 0 <= place.start <= place.end <= len(source)


def _article(data: bytes, suffix: str) -> None:
    """Check a file of these bytes, and mend it: what is mended can be read as well as before."""
    path = Path("article" + suffix)
    _read(path, data)
    if zlib.crc32(data) % CHECKED:
        return
    report = run().check_file(path, data)
    for error in report.errors:
        assert "\n" not in error
        assert "newslint failed" not in error, error
        assert "the rule failed" not in error, error
    for finding in report.findings:
        assert 0 <= finding.place.start <= finding.place.end <= len(report.source)
    if suffix != ".docx" and any(finding.fix for finding in report.findings):

        def findings(text: str) -> tuple[Located, ...]:
            global checks
            checks += 1
            return run().check_text(path, text).findings

        mended = fix_text(report.source, findings, unsafe=True).text
        run().check_text(path, mended)


def plain(data: bytes) -> None:
    _article(data, ".txt")


def markdown(data: bytes) -> None:
    _article(data, ".md")


def html(data: bytes) -> None:
    _article(data, ".html")


def json_(data: bytes) -> None:
    _article(data, ".json")


def xml(data: bytes) -> None:
    _article(data, ".xml")


def rows(data: bytes) -> None:
    _article(data, ".jsonl" if data[:1] in (b"{", b"[") else ".tsv" if b"\t" in data[:200] else ".csv")


def mail(data: bytes) -> None:
    _article(data, ".eml")


def rtf(data: bytes) -> None:
    _article(b"{\\rtf1\\ansi " + data, ".rtf")


def subtitles(data: bytes) -> None:
    _article(data, ".vtt")


PARTS = ("word/document.xml", "word/styles.xml", "word/footnotes.xml", "docProps/core.xml")


def docx(data: bytes) -> None:
    """A package of parts that ``\\x1c`` parts; bytes that begin as a package does are one."""
    if not data.startswith(b"PK"):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as package:
            for name, part in zip(PARTS, data.split(b"\x1c"), strict=False):
                package.writestr(name, part)
        data = packed.getvalue()
    _article(data, ".docx")


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


def edits(data: bytes) -> None:
    """What accept and init write into a config: it is as good as before, and has the entry."""
    old, _, said = data.decode("utf-8", "replace").replace("\r", "").partition("\n%%\n")
    try:
        before = tomllib.loads(old)
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    for project in (False, True):
        with suppress(NewslintError):
            entry = {"file": "a.txt", "rule": "names/variants", "words": said}
            after = tomllib.loads(with_suppression(old, entry, project=project))
            own = after["tool"]["newslint"] if project else after
            assert own.pop("suppress")[-1] == entry
    with suppress(NewslintError):
        after = tomllib.loads(with_name(old, said))
        own = after if "names" in after and "names" not in before else after.get("tool", {}).get("newslint", after)
        assert said in own["names"]


def words(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    for shown in (printable(text), one_line(text)):
        assert "\x1b" not in shown
        assert "\n" not in shown
    assert json.loads(json_safe(json.dumps(text, ensure_ascii=False))) == text


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__.rstrip("_"): target
    for target in (
        *(plain, markdown, html, frontmatter, suppressions),
        *(json_, xml, rows, mail, rtf, subtitles, docx),
        *(config, pack, baseline, cached, gitignore, edits, words, frames),
    )
}


def held(name: str, data: bytes) -> None:
    """Run a target, and hold it to its time on the processor: other programs may keep this one waiting."""
    global checks
    checks = 1
    began = time.process_time()
    TARGETS[name](data)
    took = (time.process_time() - began) / checks
    assert took < MOOD + PER_BYTE * len(data), f"{name}: {took:.2f} s for {len(data)} bytes"
