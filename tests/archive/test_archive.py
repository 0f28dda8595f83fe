"""`newslint archive`: collected once and whatever happens meanwhile, and asked in SQL."""

import gzip
import io
import json
import os
import random
import signal
import subprocess
import sys
import tarfile
import time
import zipfile

import pytest
from archiving import STORY, collect, contents, rows
from command import TWICE, newslint, write

pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")
pytest.importorskip("warcio")


@pytest.fixture
def desk(tmp_path):
    for number in range(24):
        write(tmp_path / "in" / f"{number:02}.txt", f"Story {number}.\n\n" + TWICE)
    return tmp_path


def test_a_folder_is_collected_and_asked(desk):
    code, _, err = collect("in", "--out", "arc", cwd=desk)
    assert (code, err) == (0, "24 articles read into arc\n")
    question = "SELECT rule, count(*) AS many, min(words) FROM findings GROUP BY rule ORDER BY rule"
    (row,) = [row for row in rows("arc", question, desk) if row[0] == "sentences/repeated-word"]
    assert row[1] == 24
    assert "[[to to]]" in row[2]


def test_every_source_gives_its_articles(tmp_path):
    line = json.dumps({"id": "7", "text": TWICE}) + "\n"
    write(tmp_path / "many.jsonl", line * 3)
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as pack:
        pack.writestr("a.txt", TWICE)
    with tarfile.open(tmp_path / "pack.tar.gz", "w:gz") as pack:
        info = tarfile.TarInfo("b.md")
        info.size = len(TWICE)
        pack.addfile(info, io.BytesIO(TWICE.encode()))
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"text": [TWICE, TWICE]}), tmp_path / "rows.parquet")
    page = f"<html><body><article><p>{TWICE}</p></article></body></html>"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\n"
    head += f"Content-Length: {len(answer)}\r\n"
    write(
        tmp_path / "site.warc",
        f"{head}WARC-Record-ID: <urn:1>\r\nContent-Type: application/http\r\n\r\n{answer}\r\n\r\n",
    )
    sources = ["many.jsonl", "pack.zip", "pack.tar.gz", "rows.parquet", "site.warc"]
    code, _, err = newslint(
        "archive", "collect", *sources, "-", "--out", "arc", "--no-config", cwd=tmp_path, stdin=line.encode()
    )
    assert code == 0, err
    found = rows("arc", "SELECT article FROM findings WHERE rule = 'sentences/repeated-word' ORDER BY 1", tmp_path)
    assert [name for (name,) in found] == [
        "-:1.jsonl",
        "many.jsonl:1.jsonl#7",
        "many.jsonl:1.jsonl#7 (2)",
        "many.jsonl:1.jsonl#7 (3)",
        "pack.tar.gz/b.md",
        "pack.zip/a.txt",
        "rows.parquet:0.0.jsonl#line 1",
        "rows.parquet:0.0.jsonl#line 2",
        "site.warc/https://example.org/a.html",
    ]


def test_a_second_run_reads_nothing_again(desk):
    collect("in", "--out", "arc", "--shard-size", "0.001", cwd=desk)
    before = contents(desk / "arc")
    code, _, err = collect("in", "--out", "arc", "--shard-size", "0.001", cwd=desk)
    assert (code, err.splitlines()[-1]) == (0, "0 articles read into arc")
    assert contents(desk / "arc") == before


def test_an_archive_of_other_sources_is_not_mixed_with_these(desk):
    collect("in", "--out", "arc", cwd=desk)
    write(desk / "in" / "00.txt", "Another story.\n")
    code, _, err = collect("in", "--out", "arc", cwd=desk)
    assert code == 2
    assert err.startswith("newslint: arc: was begun with other sources")


@pytest.mark.skipif(sys.platform == "win32", reason="fcntl")
def test_two_runs_do_not_write_one_archive(desk):
    import fcntl

    (desk / "arc").mkdir()
    with open(desk / "arc" / "lock", "a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        code, _, err = collect("in", "--out", "arc", cwd=desk)
    assert (code, err) == (2, "newslint: arc: another run is at work here; wait for it, or give another --out\n")


def test_a_damaged_shard_is_named(desk):
    collect("in", "--out", "arc", cwd=desk)
    (desk / "arc" / "shard-000000" / "names.parquet").write_bytes(b"PAR1 half")
    code, _, err = newslint("archive", "sql", "arc", "SELECT 1", cwd=desk)
    assert code == 2
    assert err.startswith("newslint: arc: its table names cannot be read: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "question",
    [
        "SELECT * FROM read_text('/etc/hostname')",
        "COPY (SELECT 1) TO '/tmp/out.csv'",
        "SET enable_external_access = true",
    ],
)
def test_a_question_reads_and_writes_nothing_outside(desk, question):
    collect("in", "--out", "arc", cwd=desk)
    code, out, err = newslint("archive", "sql", "arc", question, cwd=desk)
    assert (code, out) == (2, "")
    assert err.startswith("newslint: the question: ")


def test_trouble_with_one_article_is_told_and_the_others_are_there(desk):
    write(desk / "in" / "99.json", "{")
    code, _, err = collect("in", "--out", "arc", cwd=desk)
    assert code == 2
    assert any(line.startswith("newslint: in/99.json: ") for line in err.splitlines())
    assert rows("arc", "SELECT count(*) FROM articles", desk) == [(24,)]


def test_names_and_quotations_of_many_articles_are_compared(tmp_path):
    for number in range(6):
        write(tmp_path / "in" / f"{number}.txt", STORY.format("Kuzio"))
    write(tmp_path / "in" / "odd.txt", STORY.format("Cuzio"))
    write(tmp_path / "in" / "other.txt", STORY.format("Low").replace("Marta", "Nora"))
    collect("in", "--out", "arc", cwd=tmp_path)
    code, out, err = newslint("archive", "compare", "arc", "--no-config", cwd=tmp_path)
    assert (code, err) == (1, "")
    found = out.splitlines()
    assert (
        "in/odd.txt:11: names/archive-spelling “Marta Cuzio”: 6 other articles of the archive have “Marta Kuzio”."
        in found
    )
    assert "in/other.txt:39: quotes/archive-misattributed Nora Low here, Marta Kuzio in in/0.txt." in found


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_killed_again_and_again_it_ends_as_if_nothing_had_been(desk):
    """Workers and the parent are killed at random moments; then the run goes on."""
    for number in range(24, 120):
        write(desk / "in" / f"{number:02}.txt", f"Story {number}.\n\n" + TWICE * 6)
    assert collect("in", "--out", "whole", "--jobs", "1", "--shard-size", "0.006", cwd=desk)[0] == 0
    command = [sys.executable, "-m", "newslint", "archive", "collect", "in", "--out", "arc", "--no-config",
               "--jobs", "2", "--shard-size", "0.006"]  # fmt: skip
    chance = random.Random(7)
    for _ in range(3):
        with subprocess.Popen(command, cwd=desk, stderr=subprocess.DEVNULL) as run:
            for _ in range(2):
                time.sleep(chance.uniform(0.5, 2))
                workers = children(run.pid)
                if workers:
                    os.kill(chance.choice(workers), signal.SIGKILL)
            run.kill()
        assert_gone(workers)
    code, _, err = collect("in", "--out", "arc", "--jobs", "2", "--shard-size", "0.006", cwd=desk)
    assert code == 0, err
    assert contents(desk / "arc") == contents(desk / "whole")
    assert not list((desk / "arc").glob("*.part*"))


def children(parent):
    found = []
    for task in os.listdir("/proc"):
        if task.isdigit():
            try:
                with open(f"/proc/{task}/stat") as file:
                    fields = file.read().rpartition(")")[2].split()
                if int(fields[1]) == parent:
                    found.append(int(task))
            except OSError:
                continue
    return found


def assert_gone(processes):
    end = time.monotonic() + 20
    while any(os.path.exists(f"/proc/{process}") for process in processes):
        assert time.monotonic() < end, "a worker outlived its parent"
        time.sleep(0.1)


def test_a_broken_pack_is_named(tmp_path):
    (tmp_path / "pack.zip").write_bytes(b"PK\x03\x04 half")
    code, _, err = collect("pack.zip", "--out", "arc", cwd=tmp_path)
    assert code == 2
    assert err.startswith("newslint: pack.zip: is no whole archive: ")
    (tmp_path / "pack.tar.gz").write_bytes(gzip.compress(b"no tar")[:-6])
    code, _, err = collect("pack.tar.gz", "--out", "arc", cwd=tmp_path)
    assert code == 2
    assert err.startswith("newslint: pack.tar.gz: ")
