"""`newslint audit`: what a draft would say of copy that is there, and what people make of it."""

import json
import sys
import tomllib

import pytest
from archiving import deadly
from command import newslint, write

RULE = """\
kind = "avoid"
summary = "Iconic says nothing."
status = "draft"
{}
[terms]
"iconic" = "say what it is known for"
[[example]]
flags = "They met at the [[iconic]] bridge."
[[example]]
passes = "They met at the bridge."
[[example]]
passes = "They met at the bridge of 1890."
"""
COPY = "---\ndate: {}\nsection: {}\n---\nNumber {} is the iconic bridge of the town, as all agree.\n\n{}\n"
QUOTED = "“It is an iconic bridge,” said Ann Lee."


@pytest.fixture
def desk(tmp_path):
    write(tmp_path / "newslint.toml", 'packs = ["house"]\n')
    write(tmp_path / "house" / "style" / "iconic.toml", RULE.format(""))
    for number in range(40):
        day, section = f"{2019 + number % 2}-03-01", ("Sport", "City")[number % 4 == 0]
        write(tmp_path / "in" / f"{number:02}.md", COPY.format(day, section, number, QUOTED if number % 8 == 0 else ""))
    for number in range(160):
        write(tmp_path / "in" / f"quiet{number:03}.md", f"The town has {number + 2} bridges and a tower.\n")
    return tmp_path


def audit(*arguments, cwd):
    code, out, err = newslint("audit", *arguments, "--format", "json", cwd=cwd)
    assert (code, err) == (0, "")
    return json.loads(out)


def test_a_draft_is_counted_by_year_and_section_with_what_quotations_hide(desk):
    (found,) = audit("style/iconic", "in", cwd=desk)
    assert (found["articles"], found["hits"], found["articles-with-hits"]) == (200, 40, 40)
    assert found["dropped-in-quotations"] == 5
    assert found["hits-per-1000-words"] == round(1000 * 40 / found["words"], 4)
    assert {year: row["hits"] for year, row in found["years"].items()} == {"(none)": 0, "2019": 20, "2020": 20}
    assert {name: row["hits"] for name, row in found["sections"].items()} == {"(none)": 0, "City": 10, "Sport": 30}


def test_thirty_hits_are_shown_the_same_each_time_and_others_for_another_seed(desk):
    one, two, three = (audit("style/iconic", "in", "--seed", seed, cwd=desk)[0]["contexts"] for seed in "112")
    assert one == two
    assert one != three
    assert len({row["article"] for row in one}) == 30
    assert one[0]["words"].startswith("Number ")
    assert "is the [[iconic]] bridge of the town" in one[0]["words"]


def test_rules_that_speak_of_the_same_words_are_named(desk):
    write(desk / "house" / "style" / "bridge.toml", RULE.format("").replace("iconic", "iconic bridge").replace(
        "[[iconic bridge]] bridge", "[[iconic bridge]]").replace('status = "draft"', ""))  # fmt: skip
    (found,) = audit("style/iconic", "in", cwd=desk)
    assert found["overlap"] == {"style/bridge": 40}


def test_verdicts_are_kept_beside_the_rule_and_propose_its_severity(desk):
    kept = desk / "house" / "style" / "_iconic.audit.toml"
    for number in range(40):  # so that it is no habit of the desk
        write(desk / "in" / f"more{number}.md", "The town has bridges and a tower.\n")
    (found,) = audit("style/iconic", "in", cwd=desk)
    assert (found["severity"], found["why"]) == ("info", "0 of 20 contexts are judged; nothing graver before")
    for verdicts, severity, why in (
        ("right " * 30, "error", "30 of 30 contexts are right"),
        ("right " * 24 + "wrong " * 6, "warning", "24 of 30 contexts are right"),
        ("right " * 18 + "wrong " * 12, "info", "18 of 30 contexts are right"),
        ("wrong " * 30, "off", "0 of 30 contexts are right"),
    ):
        text = kept.read_text(encoding="utf-8")
        parts = text.split("verdict = ")
        rows = [part[part.index("\n") :] for part in parts[1:]]
        text = parts[0] + "".join(
            f'verdict = "{verdict}"{rest}' for verdict, rest in zip(verdicts.split(), rows, strict=True)
        )
        write(kept, text)
        (found,) = audit("style/iconic", "in", "--contexts", "0", cwd=desk)
        assert (found["severity"], found["why"]) == (severity, why)
    code, out, _ = newslint("test", "house", cwd=desk)
    assert (code, out.splitlines()[0]) == (0, "1 rule, 3 examples, 0 failed")


def test_verdicts_outlast_another_choice_of_hits(desk):
    kept = desk / "house" / "style" / "_iconic.audit.toml"
    audit("style/iconic", "in", cwd=desk)
    write(kept, kept.read_text(encoding="utf-8").replace('verdict = ""', 'verdict = "wrong"', 3))
    (found,) = audit("style/iconic", "in", "--seed", "9", cwd=desk)
    assert [row["verdict"] for row in found["contexts"]] == ["wrong"] * 3 + [""] * 30
    said = tomllib.loads(kept.read_text(encoding="utf-8"))
    assert (said["rule"], said["hits"], len(said["contexts"])) == ("style/iconic", 40, 33)


def test_what_most_articles_say_is_no_error_however_right(desk):
    for path in (desk / "in").glob("quiet*"):
        path.unlink()
    kept = desk / "house" / "style" / "_iconic.audit.toml"
    audit("style/iconic", "in", cwd=desk)
    write(kept, kept.read_text(encoding="utf-8").replace('verdict = ""', 'verdict = "right"'))
    (found,) = audit("style/iconic", "in", cwd=desk)
    assert (found["severity"], found["why"]) == (
        "info", "30 of 30 contexts are right, but it speaks in 100% of the articles: the desk writes so",
    )  # fmt: skip


def test_a_scope_holds_in_an_audit_too(desk):
    write(desk / "house" / "style" / "iconic.toml", RULE.format('scope = {desk = "city"}'))
    (found,) = audit("style/iconic", "in", cwd=desk)
    assert (found["hits"], found["articles"], found["outside-scope"]) == (10, 10, 190)


def test_processes_say_what_one_says_to_the_byte(desk):
    """More articles than are given out at once, and more with hits than other rules are asked about."""
    bridge = RULE.format("").replace("iconic bridge", "stone town bridge").replace("iconic", "town")
    write(desk / "house" / "style" / "town.toml", bridge.replace("[[town]] bridge", "[[town]] hall"))
    for number in range(310):
        write(desk / "in" / f"more{number:03}.md", f"Number {number} is the iconic bridge.\n")
    (desk / "in" / "bad.txt").write_bytes(b"The caf\xe9 of the town.\n")
    said = []
    for jobs in ("1", "3"):
        for path in (desk / "house").rglob("*.audit.toml"):
            path.unlink()
        ran = newslint("audit", "house", "in", "--jobs", jobs, cwd=desk)
        said.append((ran, {path.name: path.read_bytes() for path in (desk / "house").rglob("*.audit.toml")}))
    assert said[0] == said[1]
    (code, out, err), kept = said[0]
    assert (code, sorted(kept)) == (2, ["_iconic.audit.toml", "_town.audit.toml"])
    assert "350 hits in 350 of 510 articles" in out
    assert err.startswith("newslint: in/bad.txt: ")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_article_that_kills_its_process_costs_itself(desk):
    """The rule that kills is one of the others, which are asked where the draft has hits."""
    write(desk / "in" / "bad.txt", "KILL the iconic bridge.")
    code, out, err = newslint("audit", "style/iconic", "in", "--jobs", "2", cwd=desk, env=deadly(desk))
    assert (code, out.splitlines()[1][:32]) == (2, "40 hits in 40 of 200 articles, 2")
    assert err.startswith("newslint: in/bad.txt: not checked: its process ")
    assert err.count("\n") == 1


def test_a_file_a_folder_and_a_family_are_tried(desk):
    write(desk / "other" / "style" / "tower.toml", RULE.format("").replace("iconic", "tower"))
    for asked, rules in (
        ("other/style/tower.toml", ["style/tower"]),
        ("other", ["style/tower"]),
        ("house", ["style/iconic"]),
    ):
        assert [found["rule"] for found in audit(asked, "in", cwd=desk)] == rules
    assert (desk / "other" / "style" / "_tower.audit.toml").is_file()
    assert "style/iconic" in [found["rule"] for found in audit("style", "in/00.md", cwd=desk)]


def test_an_archive_is_audited_from_where_it_was_collected(desk):
    for library in ("duckdb", "pyarrow", "warcio"):
        pytest.importorskip(library)
    assert newslint("archive", "collect", "in", "--out", "arc", cwd=desk)[0] == 0
    folder, archive = audit("style/iconic", "in", cwd=desk), audit("style/iconic", "arc", cwd=desk)
    assert archive == folder
    (desk / "in" / "00.md").unlink()
    code, _, err = newslint("audit", "style/iconic", "arc", cwd=desk)
    assert (code, err) == (2, "newslint: in/00.md: cannot be read: No such file or directory\n")


def test_the_text_says_it_all(desk):
    code, out, err = newslint("audit", "style/iconic", "in", cwd=desk)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "# style/iconic (draft)"
    assert lines[1].startswith("40 hits in 40 of 200 articles, ")
    assert lines[1].endswith(" in 1,000 words; 5 more inside quotations, dropped")
    assert "30 contexts, kept in house/style/_iconic.audit.toml:" in lines
    assert lines[-1] == "proposed severity: info (0 of 20 contexts are judged; nothing graver before)"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("style/iconik", "in"), 'style/iconik: no such rule, file or folder of rules; did you mean "style/iconic"?'),
        (("style/iconic", "nowhere"), "nowhere: no such file or folder"),
        (("style/iconic", "house"), "house: holds no articles that newslint reads"),
        (("boilerplate/repeated-across-articles", "in"), "compares articles with each other; an audit cannot try it"),
        (("style", "in", "--verdicts", "x.toml"), "--verdicts: is for one rule"),
    ],
)
def test_what_cannot_be_audited_is_told_in_one_line(desk, arguments, said):
    code, out, err = newslint("audit", *arguments, cwd=desk)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_a_verdict_that_is_none_is_told(desk):
    kept = desk / "house" / "style" / "_iconic.audit.toml"
    write(kept, '[[contexts]]\narticle = "a"\nwords = "b"\nverdict = "yes"\n')
    code, out, err = newslint("audit", "style/iconic", "in", cwd=desk)
    assert (code, out) == (2, "")
    assert err == "newslint: house/style/_iconic.audit.toml: a verdict is right or wrong, not 'yes'\n"


def test_a_rule_of_newslint_is_audited_and_nothing_written_beside_it(desk):
    (found,) = audit("sentences/repeated-word", "in", cwd=desk)
    assert (found["hits"], found["status"]) == (0, "live")
    (found,) = audit("sentences/repeated-word", "in", "--verdicts", "kept.toml", cwd=desk)
    assert tomllib.loads((desk / "kept.toml").read_text(encoding="utf-8"))["rule"] == "sentences/repeated-word"
