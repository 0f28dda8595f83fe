"""Sources larger than one wants in memory are read in parts, and give what they give as a whole."""

import csv
import gzip
import json
from xml.sax.saxutils import escape

import pytest
from archiving import collect, contents, rows
from command import TWICE, write

pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")
pytest.importorskip("warcio")

from newslint.archive.items import bytes_of, items_of
from newslint.archive.parts import RECORDS, SPLIT
from newslint.readers import standard_readers
from newslint.run.opening import Opener
from newslint.settings.config import Format

SUFFIXES = (".txt", ".csv", ".xml", ".jsonl")
MOST = 50_000_000


def documents(path, data):
    opener = Opener(standard_readers(), None, MOST, lambda path: ("all", Format()))
    return opener.opened(path, data).documents


def texts_in_parts(path, tmp_path):
    """(texts of the articles of a file, part by part; number of parts)."""
    items = list(items_of(path, SUFFIXES, tmp_path / "arc"))
    found = [
        (document.name, document.text)
        for item in items
        for document in documents(path.with_name(item.name.rpartition("/")[2]), bytes_of(item, MOST))
    ]
    return found, len(items)


def test_a_large_table_is_read_in_parts_between_its_rows(tmp_path):
    path = tmp_path / "many.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["id", "text", "note"])
        for number in range(2 * RECORDS + 7):
            said = f'Story {number}, told.\n\nShe said: "No.\n"" It is late."\n' + "And so on. " * 1200
            table.writerow([number, said, '5" pipe'])
    assert path.stat().st_size > SPLIT
    found, parts = texts_in_parts(path, tmp_path)
    assert parts == 3
    assert found == [(document.name, document.text) for document in documents(path, path.read_bytes())]
    assert len(found) == 2 * RECORDS + 7


def test_a_large_export_is_read_in_parts_between_its_items(tmp_path):
    def item(number):
        body = f"Story {number} has &lt;item&gt; in it: <![CDATA[<p>No <item> here. {'And so on. ' * 1200}</p>]]>"
        return (
            f"<item><title>{escape('Story & more')} {number}</title><wp:post_id>{number}</wp:post_id>"
            f"<wp:post_type>post</wp:post_type><content:encoded>{body}</content:encoded></item>\n"
        )

    head = (
        '<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Site</title>'
        "<language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version>\n"
    )
    whole = head + "".join(map(item, range(RECORDS + 30))) + "</channel></rss>"
    path = write(tmp_path / "export.xml", whole)
    assert path.stat().st_size > SPLIT
    found, parts = texts_in_parts(path, tmp_path)
    assert parts == 2
    assert found == [(document.name, document.text) for document in documents(path, path.read_bytes())]
    assert len(found) == RECORDS + 30


def test_a_large_row_group_of_parquet_is_read_in_parts(tmp_path):
    import pyarrow
    from pyarrow import parquet

    path = tmp_path / "many.parquet"
    parquet.write_table(
        pyarrow.table({"id": [f"n{n}" for n in range(777)], "text": [f"Story {n}. It is late." for n in range(777)]}),
        path,
        data_page_size=1000,
    )
    items = list(items_of(path, SUFFIXES, tmp_path / "arc"))
    read = [json.loads(line)["id"] for item in items for line in bytes_of(item, MOST).splitlines()]
    assert read == [f"n{n}" for n in range(777)]
    again = [json.loads(line)["id"] for line in bytes_of(items[3], MOST).splitlines()]  # a shard that is done again
    assert again == [f"n{n}" for n in range(3 * 50, 4 * 50)]


def test_a_compressed_file_of_articles_is_unpacked_first(tmp_path):
    lines = "".join(json.dumps({"id": str(n), "text": TWICE}) + "\n" for n in range(3))
    (tmp_path / "many.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    code, _, err = collect("many.jsonl.gz", "--out", "arc", cwd=tmp_path)
    assert code == 0, err
    assert rows("arc", "SELECT article FROM articles ORDER BY 1", tmp_path) == [
        ("many.jsonl:1.jsonl#0",),
        ("many.jsonl:1.jsonl#1",),
        ("many.jsonl:1.jsonl#2",),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jsonl", json.dumps({"id": "7", "text": TWICE, "pubDate": "2024-05-31T10:00", "section": "City"}) + "\n"),
        ("a.csv", f'id,text,date,Section\n7,"{TWICE}",2024-05-31,City\n'),
    ],
)
def test_a_row_says_its_day_and_section(tmp_path, name, text):
    write(tmp_path / name, text)
    assert collect(name, "--out", "arc", cwd=tmp_path)[0] == 0
    assert rows("arc", "SELECT date, section FROM articles", tmp_path) == [("2024-05-31", "City")]


def test_shards_are_cut_by_size_and_hold_all_articles_once(tmp_path):
    lines = "".join(json.dumps({"id": str(n), "text": TWICE}) + "\n" for n in range(230))
    write(tmp_path / "many.jsonl", lines)
    code, _, err = collect("many.jsonl", "--out", "arc", "--shard-size", "0.01", cwd=tmp_path)
    assert code == 0, err
    assert len({name.partition("/")[0] for name in contents(tmp_path / "arc")}) > 2
    assert rows("arc", "SELECT count(*), count(DISTINCT article) FROM articles", tmp_path) == [(230, 230)]


def test_the_archive_is_no_source_of_itself(tmp_path):
    write(tmp_path / "story.txt", TWICE)
    for _ in range(2):
        code, _, err = collect(".", "--out", "arc", cwd=tmp_path)
        assert code == 0, err
    assert rows("arc", "SELECT article FROM articles", tmp_path) == [("story.txt",)]


def test_another_standard_input_is_not_taken_for_the_first(tmp_path):
    first, second = (json.dumps({"id": name, "text": TWICE}).encode() + b"\n" for name in "ab")
    assert collect("-", "--out", "arc", cwd=tmp_path, stdin=first)[0] == 0
    assert collect("-", "--out", "arc", cwd=tmp_path, stdin=first)[0] == 0
    assert collect("-", "--out", "arc", cwd=tmp_path)[0] == 0
    code, _, err = collect("-", "--out", "arc", cwd=tmp_path, stdin=second)
    assert (code, err) == (
        2,
        "newslint: arc: was begun with another standard input; give another --out, or delete it\n",
    )
