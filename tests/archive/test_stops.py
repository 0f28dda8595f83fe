"""Whatever stops a run, it goes on: signals, articles that kill, shards that are not whole, full disks."""

import json
import signal
import subprocess
import sys
import time

import pytest
from archiving import collect, contents, deadly, rows
from command import TWICE, write

pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")
pytest.importorskip("warcio")

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals")


def many(path, texts):
    return write(path, "".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)))


@POSIX
def test_a_line_that_kills_costs_itself_and_no_line_beside_it(tmp_path):
    many(tmp_path / "many.jsonl", [TWICE] * 7 + ["KILL"] + [TWICE] * 4)
    code, _, err = collect("many.jsonl", "--out", "arc", cwd=tmp_path, env=deadly(tmp_path))
    assert code == 2
    assert "newslint: many.jsonl:1.jsonl#7: killed or hung its process, twice: left out\n" in err
    assert rows("arc", "SELECT count(*) FROM articles", tmp_path) == [(11,)]


@POSIX
@pytest.mark.slow
def test_an_article_that_hangs_beyond_its_alarm_is_ended_with_its_process(tmp_path):
    many(tmp_path / "many.jsonl", [TWICE, "HANG", TWICE])
    code, _, err = collect("many.jsonl", "--out", "arc", "--timeout", "3", cwd=tmp_path, env=deadly(tmp_path))
    assert code == 2
    assert "newslint: many.jsonl:1.jsonl#1: killed or hung its process, twice: left out\n" in err
    assert rows("arc", "SELECT count(*) FROM articles", tmp_path) == [(2,)]


@POSIX
@pytest.mark.parametrize(("number", "expected"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_stopped_says_so_and_goes_on(tmp_path, number, expected):
    for story in range(40):
        write(tmp_path / "in" / f"{story:02}.txt", TWICE * 2)
    command = ["archive", "collect", "in", "--no-config", "--jobs", "2", "--shard-size", "0.0005", "--out"]
    assert collect("in", "--jobs", "1", "--shard-size", "0.0005", "--out", "whole", cwd=tmp_path)[0] == 0
    run = subprocess.Popen(
        [sys.executable, "-m", "newslint", *command, "arc"], cwd=tmp_path, stderr=subprocess.PIPE, text=True,
        # A test run in the background has Ctrl-C ignored, and a child would inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    with run:
        end = time.monotonic() + 100
        while not list(tmp_path.glob("arc/shard-??????")):
            assert time.monotonic() < end
            time.sleep(0.02)
        run.send_signal(number)
        _, err = run.communicate(timeout=60)
    assert (run.returncode, err) == (expected, "newslint: arc: stopped; the same command goes on from here\n")
    code, _, err = collect("in", "--jobs", "2", "--shard-size", "0.0005", "--out", "arc", cwd=tmp_path)
    assert code == 0
    assert "there already" in err
    assert contents(tmp_path / "arc") == contents(tmp_path / "whole")
    assert not list((tmp_path / "arc").glob("*.part*"))


def test_a_shard_that_a_power_cut_left_half_written_is_read_again(tmp_path):
    many(tmp_path / "many.jsonl", [TWICE] * 120)
    arguments = ("many.jsonl", "--out", "arc", "--shard-size", "0.005")
    assert collect(*arguments, cwd=tmp_path)[0] == 0
    before = contents(tmp_path / "arc")
    half = tmp_path / "arc" / "shard-000001" / "names.parquet"
    half.write_bytes(half.read_bytes()[:-9])
    code, _, err = collect(*arguments, cwd=tmp_path)
    assert code == 0
    assert err.splitlines()[0] == "newslint: arc: shard 1 was not whole, and is read again"
    assert contents(tmp_path / "arc") == before


@POSIX
def test_a_full_disk_is_one_line_and_nothing_is_lost(tmp_path):
    """The system lets the run write no file over a size, as a full disk does."""
    many(tmp_path / "many.jsonl", [f"Story {n}.\n\n" + TWICE for n in range(60)])
    arguments = ["many.jsonl", "--out", "arc"]
    assert collect("many.jsonl", "--out", "whole", cwd=tmp_path)[0] == 0
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (2500, 2500)); " \
        "from newslint.commands.cli import main; sys.exit(main())"  # fmt: skip
    (tmp_path / "arc").mkdir()
    run = subprocess.run(
        [sys.executable, "-c", limited, "archive", "collect", *arguments, "--no-config"],
        cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 2
    assert run.stderr.startswith("newslint: arc")
    assert run.stderr.endswith("cannot be written: File too large\n")
    assert run.stderr.count("\n") == 1
    assert not list((tmp_path / "arc").glob("*.part*"))
    assert collect(*arguments, cwd=tmp_path)[0] == 0
    assert contents(tmp_path / "arc") == contents(tmp_path / "whole")
