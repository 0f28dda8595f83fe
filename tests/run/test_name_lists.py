"""The house's list of names: learned, put to use, and at hand however long it is."""

import csv
import io
import json
import os
import random
import tomllib

import pytest
from command import newslint, rows, write

from newslint.model.name_table import HouseNames, NameTable, built, plain
from newslint.run.name_lists import load_list

STORY = (
    "---\ndate: {day}\n---\nThe clerk, Marta {name}, spoke on Monday.\n\n"
    "“The bridge will be closed until May,” {name} said.\n"
)


@pytest.fixture
def desk(tmp_path):
    for number in range(20):
        write(tmp_path / "in" / f"{number}.md", STORY.format(name="Kuziowska", day=f"2019-03-{number + 1:02}"))
    for number in range(20, 24):
        write(tmp_path / "in" / f"{number}.md", STORY.format(name="Kuzoiwska", day="2020-01-01"))
    return tmp_path


def learn(*arguments, cwd):
    return newslint("learn", *arguments, cwd=cwd)


def test_a_list_is_learned_with_counts_and_days_and_the_doubtful_apart(desk):
    assert learn("names", "in", "--output", "names.toml", cwd=desk)[0] == 0
    said = tomllib.loads((desk / "names.toml").read_text(encoding="utf-8"))
    ((name, about),) = said["names"].items()
    assert name == "Marta Kuziowska"
    assert (about["articles"], str(about["first"]), str(about["last"])) == (20, "2019-03-01", "2019-03-20")
    ((doubtful, about),) = said["doubtful"].items()
    assert (doubtful, about["articles"], about["rather"]) == ("Marta Kuzoiwska", 4, "Marta Kuziowska")


def test_an_archive_teaches_the_same_names_as_its_folder(desk):
    pytest.importorskip("duckdb")
    pytest.importorskip("warcio")
    assert newslint("archive", "collect", "in", "--out", "arc", "--no-config", cwd=desk)[0] == 0
    _, folder, _ = learn("names", "in", cwd=desk)
    _, archive, _ = learn("names", "arc", cwd=desk)
    assert archive == folder
    assert learn("quotes", "arc", cwd=desk)[1] == learn("quotes", "in", cwd=desk)[1]


def test_a_learned_list_is_used_at_once(desk):
    write(desk / "new.txt", "The mayor spoke. Marta Kuziowsa was there, and Kuziowsa left.\n")
    assert rows("--select", "names", "new.txt", cwd=desk) == []
    _, out, _ = learn("names", "in", "--output", "names.toml", cwd=desk)
    assert out.splitlines() == [
        "names.toml: 1 name, 1 doubtful, of 24 articles",
        '"names.toml" is now one of the name-lists of newslint.toml: newslint check uses it',
    ]
    (found,) = rows("--select", "names", "new.txt", cwd=desk)
    assert (found["rule"], found["severity"]) == ("names/house-spelling", "warning")
    assert found["message"] == "“Marta Kuziowsa” looks like a slip for “Marta Kuziowska” (in 20 articles)."
    _, out, _ = learn("names", "in", "--output", "names.toml", cwd=desk)
    assert out.splitlines()[1] == "newslint.toml uses it"


def test_names_of_the_list_are_confirmed_and_others_left_alone(desk):
    learn("names", "in", "--output", "names.toml", cwd=desk)
    write(desk / "new.txt", "Marta Kuziowska met Nora Kuziowsa, and Marta Hill met Peter Kuziowska.\n")
    assert rows("--select", "names/house-spelling", "new.txt", cwd=desk) == []
    _, out, _ = newslint("cast", "new.txt", cwd=desk)
    assert [line for line in out.splitlines() if "confirmed" in line or "✓" in line] != []


def test_what_the_desk_changes_in_a_list_holds_from_then_on(desk):
    learn("names", "in", "--output", "names.toml", cwd=desk)
    write(desk / "new.txt", "The mayor spoke. Marta Kuziowsa was there.\n")
    assert len(rows("--select", "names", "new.txt", cwd=desk)) == 1
    text = (desk / "names.toml").read_text(encoding="utf-8")
    write(desk / "names.toml", text.replace('"Marta Kuziowska" = {articles', '"Marta Kuziowska Hill" = {articles'))
    assert rows("--select", "names", "new.txt", cwd=desk) == []
    write(desk / "names.toml", '[struck]\n"Marta Kuziowska" = {}\n')
    learn("names", "in", "--output", "names.toml", cwd=desk)
    said = tomllib.loads((desk / "names.toml").read_text(encoding="utf-8"))
    assert (list(said["names"]), list(said["struck"])) == ([], ["Marta Kuziowska"])


def test_who_said_what_is_a_table(desk):
    _, out, _ = learn("quotes", "in", "--speaker", "kuziowska", cwd=desk)
    table = list(csv.DictReader(io.StringIO(out)))
    assert len(table) == 20
    assert table[0] == {"person": "Marta Kuziowska", "date": "2019-03-01", "article": "in/0.md", "speaker": "Kuziowska",
                        "cue": "said", "words": "The bridge will be closed until May,"}  # fmt: skip
    _, out, _ = learn("quotes", "in", "--format", "jsonl", cwd=desk)
    assert len([json.loads(line) for line in out.splitlines()]) == 24


def test_an_article_puts_no_formula_into_the_table(tmp_path):
    write(tmp_path / "a.txt", "The clerk, Marta Hill, spoke.\n\n“=SUM(A1) is what we will do about it,” Hill said.\n")
    write(tmp_path / "=b.txt", "The clerk, Marta Hill, spoke.\n\n“It will be closed until May,” Hill said.\n")
    _, out, _ = learn("quotes", "=b.txt", cwd=tmp_path)
    assert "'=b.txt" in out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("names = 3\n", "`names` is a table of names, not 3"),
        ('[names]\n"A B" = "x"\n', "`names.A B` says in how many articles, not 'x'"),
        ("[names\n", "is no list of names: "),
    ],
)
def test_a_broken_list_is_told_in_one_line(tmp_path, text, said):
    write(tmp_path / "names.toml", text)
    write(tmp_path / "newslint.toml", 'name-lists = ["names.toml"]\n')
    write(tmp_path / "a.txt", "Quiet.\n")
    code, out, err = newslint("check", "a.txt", cwd=tmp_path)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "names.toml: " + said in err


def test_a_list_that_is_not_there_is_told(tmp_path):
    write(tmp_path / "newslint.toml", 'name-lists = ["none.toml"]\n')
    write(tmp_path / "a.txt", "Quiet.\n")
    code, _, err = newslint("check", "a.txt", cwd=tmp_path)
    assert code == 2
    assert "none.toml: cannot be read: No such file or directory; mend `name-lists` in the config" in err


def test_copy_of_strangers_names_no_list_outside(tmp_path):
    write(tmp_path / "names.toml", "[names]\n")
    write(tmp_path / "in" / "newslint.toml", 'name-lists = ["../names.toml"]\n')
    write(tmp_path / "in" / "a.txt", "Quiet.\n")
    (tmp_path / "else").mkdir()
    code, _, err = newslint("check", "--no-trust-copy", "../in/a.txt", cwd=tmp_path / "else")
    assert code == 2
    assert "`name-lists` leads out of its folder" in err


def test_a_kept_table_that_is_not_whole_is_made_anew(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = write(tmp_path / "names.toml", '[names]\n"Marta Kuziowska" = {articles = 7}\n')
    assert "Marta Kuziowska" in load_list(path)
    (kept,) = (tmp_path / "cache" / "newslint").iterdir()
    whole = kept.read_bytes()
    for broken in (b"", whole[:300], whole[:-3], whole[:512] + bytes(len(whole) - 512)):
        kept.unlink()
        kept.write_bytes(broken)
        assert "Marta Kuziowska" in load_list(path)
        assert kept.read_bytes() == whole


def test_a_table_is_not_used_for_a_list_that_has_changed(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = write(tmp_path / "names.toml", '[names]\n"Ann Lee" = 1\n')
    assert "Ann Lee" in load_list(path)
    write(path, '[names]\n"Ann Low" = 1\n')
    os.utime(path, ns=(1, 1))
    assert "Ann Lee" not in load_list(path)
    assert "Ann Low" in load_list(path)


def test_every_name_of_a_table_is_found_and_nobody_else():
    chance = random.Random(5)
    given = ["Marta", "Jon", "Siân", "Luis"]
    parts = ["ka", "lin", "ber", "ton", "mar", "ski", "ova", "é"]
    names = {f"{chance.choice(given)} {''.join(chance.choices(parts, k=chance.randint(2, 5))).capitalize()}": number
             for number in range(2_000)}  # fmt: skip
    table = NameTable(built(names.items()))
    assert len(table) == len(names)
    assert all(name in table for name in names)
    assert {table[index] for index in range(len(table))} == set(names.items())
    others = [name[:-1] + "x" for name in names]
    assert not any(name in table for name in others)
    for name, other in zip(names, others, strict=True):
        if len(name.split()[1]) > 5:
            assert name in [found.name for found in table.near(other)]


def test_an_empty_table_has_nobody():
    table = NameTable(built([]))
    assert "Ann Lee" not in table
    assert not table.has_word("Ann")
    assert list(table.near("Marta Kuziowska")) == []


def test_words_are_known_as_they_stand_and_small_names_by_their_first():
    house = HouseNames((), (NameTable(built([("bell hooks", 3), ("Ann Teh", 3), ("Rory O’Neill", 1)])),))
    assert house.has_word("Teh")
    assert not house.has_word("teh")
    assert house.opens("bell")
    assert not house.opens("hooks")
    assert "Rory O'Neill" in house
    assert "Rory O’Neill" in house
    assert plain("Rory  O’Neill") == "Rory O'Neill"
