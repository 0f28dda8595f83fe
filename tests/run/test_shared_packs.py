"""`newslint packs`: rules from other desks, pinned by their hash, and nothing but rules."""

import io
import json
import os
import stat
import zipfile

import pytest
from command import newslint, rows, write
from tools import commit, program, run

RULE = """\
kind = "avoid"
summary = "Iconic says nothing."
[terms]
"{}" = "say what it is known for"
[[example]]
flags = "They met at the [[{}]] bridge."
[[example]]
passes = "They met at the bridge."
[[example]]
passes = "They met at the bridge of 1890."
"""
COPY = "They met at the iconic bridge on Monday.\n"


def rule(word="iconic"):
    return RULE.format(word, word)


@pytest.fixture
def desk(tmp_path):
    write(tmp_path / "desk" / "story.txt", COPY)
    write(tmp_path / "agency" / "style" / "iconic.toml", rule())
    write(tmp_path / "agency" / "README.md", "# Agency style\n")
    return tmp_path / "desk"


def packs(*arguments, cwd):
    return newslint("packs", *arguments, cwd=cwd)


def found(desk):
    return [row["rule"] for row in rows("--select", "style", "story.txt", cwd=desk)]


def zipped(path, members):
    with zipfile.ZipFile(path, "w") as pack:
        for name, text in members:
            pack.writestr(name, text)
    return path


def repository(folder):
    git = program("git")
    run(git, "init", "--quiet", "-b", "main", folder, check=True)
    commit(folder, "--message", "first", check=True)
    return folder.as_uri()


def test_a_folder_is_brought_locked_and_put_to_use(desk):
    code, out, err = packs("add", "../agency", cwd=desk)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "agency: 1 rule"
    assert lines[1].startswith("sha256:")
    assert lines[2] == '".newslint-packs/agency" is now one of the packs of newslint.toml: newslint check uses it'
    assert found(desk) == ["style/iconic"]
    (row,) = json.loads(packs("list", "--format", "json", cwd=desk)[1])
    assert (row["pack"], row["state"], row["hash"]) == ("agency", "as locked", lines[1])
    assert sorted(p.name for p in (desk / ".newslint-packs" / "agency").iterdir()) == ["README.md", "style"]


def test_folder_zip_and_git_of_one_pack_have_one_hash(desk):
    zipped(desk / "agency.zip", [("style/iconic.toml", rule()), ("README.md", "# Agency style\n")])
    address = repository(desk.parent / "agency")
    hashes = set()
    for name, source in (("a", "../agency"), ("b", "agency.zip"), ("c", address)):
        code, _, err = packs("add", source, "--name", name, cwd=desk)
        assert (code, err) == (0, "")
    hashes = {row["hash"] for row in json.loads(packs("list", "--format", "json", cwd=desk)[1])}
    assert len(hashes) == 1


def test_a_git_repository_is_pinned_by_its_commit_until_it_is_updated(desk):
    agency = desk.parent / "agency"
    address = repository(agency)
    first = run("git", "-C", agency, "rev-parse", "HEAD").stdout.strip()
    assert packs("add", address, "--ref", "main", cwd=desk)[0] == 0
    write(agency / "style" / "iconic.toml", rule("bridge"))
    write(agency / "style" / "new.toml", rule("legendary"))
    commit(agency, "--message", "second", check=True)
    (desk / ".newslint-packs" / "agency" / "style" / "iconic.toml").unlink()
    assert packs("update", "--locked", cwd=desk)[:2] == (0, "agency: is as newslint.lock has it\n")
    assert json.loads(packs("list", "--format", "json", cwd=desk)[1])[0]["commit"] == first
    code, out, _ = packs("update", cwd=desk)
    assert (code, out) == (0, "agency: 2 rules; new: style/new; changed: style/iconic\n")
    assert packs("update", "agency", cwd=desk)[1] == "agency: is as newslint.lock has it\n"
    code, out, err = packs("add", address, "--ref", first, "--name", "old", cwd=desk)
    assert (code, err) == (0, "")


def test_a_part_of_a_repository_with_code_elsewhere_is_a_pack(desk):
    agency = desk.parent / "agency"
    write(agency / "tools" / "make.py", "print(1)\n")
    address = repository(agency)
    code, _, err = packs("add", address, cwd=desk)
    assert (code, err.count("\n")) == (2, 1)
    assert "holds code (tools/make.py); a pack is TOML alone" in err
    write(agency / "rules" / "style" / "iconic.toml", rule())
    commit(agency, "--message", "second", check=True)
    assert packs("add", address, "--folder", "rules", cwd=desk)[:2][0] == 0
    assert found(desk) == ["style/iconic"]


def test_a_pack_that_was_changed_in_place_is_refused_in_one_line(desk):
    packs("add", "../agency", cwd=desk)
    write(desk / ".newslint-packs" / "agency" / "style" / "iconic.toml", rule("bridge"))
    code, out, err = newslint("check", "story.txt", cwd=desk)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "as newslint.lock has it" in err
    code, out, _ = packs("list", cwd=desk)
    assert code == 2
    assert packs("update", "--locked", cwd=desk)[0] == 0
    assert found(desk) == ["style/iconic"]


def test_a_pack_without_its_lock_is_refused(desk):
    packs("add", "../agency", cwd=desk)
    (desk / "newslint.lock").unlink()
    code, _, err = newslint("check", "story.txt", cwd=desk)
    assert code == 2
    assert "is not in newslint.lock; newslint packs add brings it again" in err


def test_a_source_that_changed_is_taken_by_update_alone(desk):
    packs("add", "../agency", cwd=desk)
    write(desk.parent / "agency" / "style" / "iconic.toml", rule("bridge"))
    code, out, err = packs("add", "../agency", cwd=desk)
    assert (code, out) == (2, "")
    assert err == "newslint: agency: has changed at its source; newslint packs update agency takes it\n"
    code, out, err = packs("update", "--locked", cwd=desk)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.endswith("; nothing is changed\n")
    assert found(desk) == ["style/iconic"]
    assert packs("update", cwd=desk)[1] == "agency: 1 rule; changed: style/iconic\n"


def test_a_hash_that_is_asked_for_is_demanded(desk):
    code, _, err = packs("add", "../agency", "--hash", "sha256:00", cwd=desk)
    assert code == 2
    assert "not sha256:00; nothing is changed" in err
    assert not (desk / "newslint.lock").exists()


def test_a_rule_that_takes_the_place_of_a_standard_one_is_told(desk):
    write(desk.parent / "agency" / "sentences" / "repeated_word.toml", rule())
    _, out, _ = packs("add", "../agency", cwd=desk)
    assert "agency: takes the place of the standard rule sentences/repeated-word\n" in out


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ("../style/x.toml", "whose name leads out of the pack"),
        ("/etc/style/x.toml", "whose name leads out of the pack"),
        ("style/../../x.toml", "whose name leads out of the pack"),
        ("style\\..\\x.toml", "is no whole zip|whose name leads out|lies in no family"),
        ("c:/style/x.toml", "whose name leads out of the pack"),
        ("style/x.py", "holds code (style/x.py)"),
        ("style/X.PY", "holds code (style/X.PY)"),
        ("style/x.so", "holds code (style/x.so)"),
        ("x.toml", "x.toml: lies in no family"),
        ("a/b/c/d/e/f/g/h/i.toml", "whose name leads out of the pack or is none"),
    ],
)
def test_a_zip_with_more_than_rules_is_refused_and_leaves_nothing(desk, member, said):
    zipped(desk / "bad.zip", [("style/iconic.toml", rule()), (member, rule())])
    code, out, err = packs("add", "bad.zip", cwd=desk)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("newslint: ")
    assert any(words in err for words in said.split("|"))
    assert not (desk / "newslint.lock").exists()
    assert not (desk / ".newslint-packs" / "bad").exists()
    assert not list(desk.parent.rglob("x.toml"))


def test_a_link_in_a_zip_is_refused(desk):
    info = zipfile.ZipInfo("style/x.toml")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(desk / "bad.zip", "w") as pack:
        pack.writestr(info, "/etc/passwd")
    code, _, err = packs("add", "bad.zip", cwd=desk)
    assert code == 2
    assert "holds a link (style/x.toml)" in err


def test_a_zip_that_grows_beyond_measure_is_refused(desk):
    with zipfile.ZipFile(desk / "bad.zip", "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("style/x.toml", "#" * 6_000_000)
    code, _, err = packs("add", "bad.zip", cwd=desk)
    assert code == 2
    assert "is larger than 5 MB" in err


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_in_folders_and_repositories_are_refused(desk):
    agency = desk.parent / "agency"
    (agency / "style" / "x.toml").symlink_to("/etc/passwd")
    for source in ("../agency", repository(agency)):
        code, _, err = packs("add", source, cwd=desk)
        assert code == 2
        assert "holds a link (style/x.toml)" in err


def test_a_rule_that_does_not_load_is_told_and_nothing_is_changed(desk):
    packs("add", "../agency", cwd=desk)
    before = (desk / "newslint.lock").read_bytes()
    write(desk.parent / "agency" / "style" / "broken.toml", 'kind = "avoid"\n')
    code, _, err = packs("update", cwd=desk)
    assert code == 2
    assert "style/broken.toml: `summary` is missing" in err
    assert (desk / "newslint.lock").read_bytes() == before
    assert found(desk) == ["style/iconic"]


@pytest.mark.parametrize(
    "source",
    ["ext::sh -c touch% x", "--upload-pack=touch x", "http://example.org/a.git", "git://example.org/a", "nothing"],
)
def test_what_is_no_source_runs_nothing(desk, source):
    code, _, err = packs("add", "--", source, cwd=desk)
    assert (code, err.count("\n")) == (2, 1)
    assert "is neither a folder nor a zip" in err
    assert not (desk / "x").exists()


def test_no_hook_and_no_program_of_a_repository_runs(desk):
    agency = desk.parent / "agency"
    address = repository(agency)
    for name in ("post-checkout", "reference-transaction", "post-merge"):
        hook = agency / ".git" / "hooks" / name
        hook.write_text(f"#!/bin/sh\ntouch {desk}/ran\n")
        hook.chmod(0o755)
    write(agency / ".gitattributes", "*.toml filter=evil\n")
    run("git", "-C", agency, "config", "filter.evil.smudge", f"touch {desk}/ran", check=True)
    commit(agency, "--message", "second", check=True)
    (desk / "ran").unlink(missing_ok=True)
    assert packs("add", address, cwd=desk)[0] == 0
    assert not (desk / "ran").exists()


def test_a_ref_is_no_option(desk):
    address = repository(desk.parent / "agency")
    code, _, err = packs("add", address, "--ref=--upload-pack=touch x", cwd=desk)
    assert code == 2
    assert "is no branch, tag or commit" in err
    code, _, err = packs("add", address, "--ref", "nowhere", cwd=desk)
    assert (code, err.count("\n")) == (2, 1)
    assert "git says: " in err


def test_a_lock_that_is_none_is_told(desk):
    packs("add", "../agency", cwd=desk)
    for text, said in (
        ("[packs\n", "is no lock of packs"),
        ('[packs.agency]\nkind = "zip"\n', "says no hash of agency"),
    ):
        write(desk / "newslint.lock", text)
        code, _, err = newslint("check", "story.txt", cwd=desk)
        assert (code, err.count("\n")) == (2, 1)
        assert said in err


def test_a_zip_that_is_cut_short_is_told(desk):
    whole = io.BytesIO()
    zipped(whole, [("style/iconic.toml", rule() * 50)])
    (desk / "cut.zip").write_bytes(whole.getvalue()[:-40])
    code, _, err = packs("add", "cut.zip", cwd=desk)
    assert (code, err.count("\n")) == (2, 1)
