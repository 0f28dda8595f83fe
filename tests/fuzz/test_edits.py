"""Random edits of the bytes of every format: a report or one line, places within the file, and mends that can be read.

CI makes some hundred; ``NEWSLINT_EDITS=300 python -m pytest tests/fuzz/test_edits.py`` makes ten thousand.
"""

import io
import os
import random
import zipfile
from pathlib import Path

import pytest
from every_format import FILES

from newslint.findings.fixes import fix_text
from newslint.model.errors import NewslintError
from newslint.run.run import Options, Run

EDITS = int(os.environ.get("NEWSLINT_EDITS", "8"))
# What means something in one format or another, besides any byte at all.
PIECES = (
    *(b'"', b"\\", b"\\u", b"\\ud800", b"{", b"}", b"[", b"]", b"null", b"0" * 400, b",", b";"),
    *(
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"&amp;",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"--",
        b"</p>",
        b"<p>",
        b"<body>",
        b"/",
        b"%",
    ),
    *(b"\x00", b"\xff", b"\xe2\x80", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\n", b"\t"),
    *(b"=", b"=E2=80=", b"\\'9", b"\\bin9 ", b"\\par", b"--> ", b"<v "),
)


@pytest.fixture(scope="module")
def run():
    return Run(Options(no_config=True))


def edited(data, rng):
    for _ in range(rng.choice((1, 1, 1, 2, 5))):
        at = rng.randrange(len(data) + 1)
        piece = rng.choice((b"", bytes([rng.randrange(256)]), rng.choice(PIECES), data[at : at + rng.randrange(40)]))
        data = data[:at] + piece + data[at + rng.choice((0, 0, 1, 2, len(piece), 30)) :]
    return data


def edited_package(data, rng):
    """A package with an edit in its document, which an edit of its bytes never gets at."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, edited(old.read(name), rng))
    return out.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_edited_bytes_give_a_report_or_one_line(run, name):
    rng = random.Random(name)
    for number in range(EDITS):
        data = FILES[name].data
        data = edited_package(data, rng) if name.endswith(".docx") and number % 3 else edited(data, rng)
        report = run.check_file(Path(name), data)

        for error in report.errors:
            assert "\n" not in error
            assert "newslint failed" not in error, (error, data)
            assert "the rule failed" not in error, (error, data)
        for finding in report.findings:
            assert 0 <= finding.place.start <= finding.place.end <= len(report.source), data
            field = finding.place.field
            assert field is None or 0 <= field.start <= field.end, data
        if report.findings and not run.opener.is_packed(Path(name), data):
            mended(run, Path(name), report.source)


def mended(run, path, source):
    """Mends leave a file that can be read again, with nothing more to mend."""

    def check(text):
        return run.check_text(path, text).findings

    text = fix_text(source, check, unsafe=True).text
    try:
        assert fix_text(text, check, unsafe=True).text == text
    except NewslintError as error:
        pytest.fail(f"what was mended cannot be read: {error}; {source!r}")
