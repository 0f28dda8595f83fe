"""Groups of an archive's rows are judged alone, by what all their rows say, and no more rows than can be held."""

import json

import pytest
from archiving import STORY, collect, rows
from command import newslint, write

pytest.importorskip("datasketch")
pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")
pytest.importorskip("warcio")

from newslint.archive.tables import TableWriter

RULE = "names/archive-spelling"


def values(name, many, first=0):
    """Rows of so many articles that have a name."""
    for number in range(first, first + many):
        rest = json.dumps([11, 11 + len(name), ["Ann Lee"], ["clerk"], ["Hull"]])
        yield {"article": f"a{number:05}", "rule": RULE, "key": "Marta kz", "says": name, "rest": rest}


def compare(archive, cwd, *options):
    code, out, err = newslint("archive", "compare", archive, "--no-config", *options, cwd=cwd)
    assert err == ""
    return code, out


def test_what_is_said_thousands_of_times_is_counted_whole(tmp_path):
    folder = tmp_path / "arc" / "shard-000000"
    folder.mkdir(parents=True)
    with TableWriter(folder) as tables:
        tables.add("values", values("Marta Kuzio", 3_000))
        tables.add("values", values("Marta Cuzio", 2, first=5_000))
    found = [
        f"a{number:05}:11: {RULE} “Marta Cuzio”: 3000 other articles of the archive have “Marta Kuzio”.\n"
        for number in (5_000, 5_001)
    ]
    assert compare("arc", tmp_path) == (1, "".join(found))


def test_initials_and_numbers_are_no_misspellings(tmp_path):
    for name in ("George W. Kuzio", "George W Kuzio", "George H. Kuzio", "George Kuzio II"):
        for number in range(20 if name == "George W. Kuzio" else 1):
            write(
                tmp_path / "in" / f"{name.replace(' ', '')}{number}.txt",
                STORY.replace("Marta {0}", name).format("Kuzio"),
            )
    collect("in", "--out", "arc", cwd=tmp_path)
    assert compare("arc", tmp_path, "--select", "names") == (0, "")


SPOKE = "{} {} spoke to Ann Lee of {} on Monday.\n\n“It is late,” {} said.\n"


def spelled_in(folder, usual, **odd):
    """Twenty articles that have the usual name of the mayor of Hull, and others as they are given."""
    for number in range(20):
        write(folder / f"{number}.txt", SPOKE.format("Mayor", usual, "Hull", usual.split()[-1]))
    for name, text in odd.items():
        write(folder / f"{name}.txt", text)


def test_a_slip_that_sounds_otherwise_needs_signs_of_one_person(tmp_path):
    odd = "Marta Kuzio"
    spelled_in(
        tmp_path / "in", "Marta Kunzio",
        same=SPOKE.format("Mayor", odd, "Hull", "Kuzio"),
        title=f"Professor {odd} spoke on Monday.\n\n“It is late,” Kuzio said.\n",
        nothing=f"The fair was long. {odd} spoke on Monday.\n\n“It is late,” Kuzio said.\n",
    )  # fmt: skip
    collect("in", "--out", "arc", cwd=tmp_path)
    message = f"“{odd}”: 20 other articles of the archive have “Marta Kunzio”."
    assert compare("arc", tmp_path, "--select", "names") == (1, f"in/same.txt:6: {RULE} {message}\n")


def test_a_well_known_name_is_a_slip_where_title_and_place_say_so(tmp_path):
    """“Rogers” is a name of its own: without company, an office and a place tell who is meant."""
    spelled_in(
        tmp_path / "in", "Mike Rodgers",
        same="Mayor Mike Rogers came from Hull. “It is late,” Rogers said.\n",
        other="Professor Mike Rogers came from Leeds. “It is late,” Rogers said.\n",
    )  # fmt: skip
    collect("in", "--out", "arc", cwd=tmp_path)
    message = "“Mike Rogers”: 20 other articles of the archive have “Mike Rodgers”."
    assert compare("arc", tmp_path, "--select", "names") == (1, f"in/same.txt:6: {RULE} {message}\n")


def test_an_archive_with_other_columns_is_of_another_newslint(tmp_path):
    import pyarrow
    from pyarrow import parquet

    write(tmp_path / "in" / "a.txt", STORY.format("Kuzio"))
    collect("in", "--out", "arc", cwd=tmp_path)
    older = pyarrow.table({"article": ["a"], "rule": [RULE], "key": ["Marta kz"], "value": ["[]"]})
    parquet.write_table(older, tmp_path / "arc" / "shard-000000" / "values.parquet")
    code, out, err = newslint("archive", "compare", "arc", "--no-config", cwd=tmp_path)
    assert (code, out) == (2, "")
    assert err == "newslint: arc: was collected by another newslint; collect it anew to compare its articles\n"


def test_an_article_that_was_taken_in_twice_is_told_once(tmp_path):
    towns = ("Hull", "York", "Bath", "Ely", "Wells")
    paragraphs = [
        f"The council of {town} met on day {n} of the fair to talk of {n} bridges and {n + 3} boats near the old mill."
        for n, town in enumerate(towns)
    ]
    story = "\n\n".join(paragraphs)
    write(tmp_path / "in" / "a.txt", story)
    write(tmp_path / "in" / "b.txt", story + "\n\nThe fair ends on Friday.\n")
    write(
        tmp_path / "in" / "c.txt",
        "\n\n".join(text.replace("council", "club").replace("met", "sat") for text in paragraphs[::-1]),
    )
    collect("in", "--out", "arc", cwd=tmp_path)
    code, out = compare("arc", tmp_path, "--select", "sentences/repeated-article")
    assert code == 1
    assert [line.partition(":")[0] for line in out.splitlines()] == ["in/b.txt"]
    assert "the same as in/a.txt." in out


def test_lines_of_the_page_are_found_in_a_small_part_of_an_archive(tmp_path):
    line = "Written by the desk of the Mill Bridge Echo, which you can support."
    opening, end = (
        "Story {0} was told on Monday in the town hall to all.",
        "It ended well on page {0} of the long book, they say.",
    )
    for number in range(125):
        write(
            tmp_path / "in" / f"{number:03}.txt",
            f"{opening}\n\n{end}\n".format(number) + (f"\n{line}\n" if number < 25 else ""),
        )
    collect("in", "--out", "arc", cwd=tmp_path)
    code, out = compare("arc", tmp_path, "--select", "boilerplate/repeated-across-articles")
    assert code == 1
    assert [text.partition(":")[0] for text in out.splitlines()] == [f"in/{number:03}.txt" for number in range(25)]
    assert "stands at the end of 25 of 125 articles" in out


def test_a_folder_of_archives_is_read_as_one(tmp_path):
    """A day an archive: what is new is collected alone, and compared with all that was before."""
    for day, names in (("monday", ["Kuzio"] * 6), ("tuesday", ["Cuzio"])):
        for number, name in enumerate(names):
            write(tmp_path / day / f"{number}.txt", STORY.format(name))
        assert collect(day, "--out", f"days/{day}", cwd=tmp_path)[0] == 0
    assert rows("days", "SELECT count(*) FROM articles", tmp_path) == [(7,)]
    message = "“Marta Cuzio”: 6 other articles of the archive have “Marta Kuzio”."
    expected = f"tuesday/0.txt:11: {RULE} {message}\n"
    assert compare("days", tmp_path, "--select", "names") == (1, expected)
