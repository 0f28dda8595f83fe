"""Packs: folders of somebody's files, with links that go in circles or out."""

import os
import time

import pytest
from command import TWICE, newslint, write

RULE = 'kind = "avoid"\nsummary = "S."\n[terms]\n"council" = ""\n'
SOON = 40  # seconds, on a machine that does other things too; what hangs does so for ever
pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")


@pytest.fixture
def desk(tmp_path):
    write(tmp_path / "newslint.toml", 'packs = ["house"]\n')
    write(tmp_path / "house/style/words.toml", RULE)
    write(tmp_path / "a.txt", TWICE)
    return tmp_path


def refused(desk, words, *files):
    began = time.perf_counter()
    code, _, err = newslint("check", *(files or ["a.txt"]), cwd=desk)
    assert time.perf_counter() - began < SOON
    assert (code, err.count("\n")) == (2, 1), err  # said once, however many files
    assert words in err


@pytest.mark.parametrize("better", [r"\\2", r"\\q"], ids=["no such group", "no such escape"])
def test_a_better_that_does_not_suit_its_expression(desk, better):
    pattern = f'[[pattern]]\nregex = "(met)"\nneeds = "met"\nbetter = "{better}"\n'
    write(desk / "house/style/words.toml", RULE.partition("[terms]")[0] + pattern)
    refused(desk, "does not suit its expression")


def test_a_link_to_itself(desk):
    (desk / "house/style/loop").symlink_to("loop")
    refused(desk, "is a link")


def test_a_link_upwards(desk):
    (desk / "house/style/again").symlink_to("..")
    refused(desk, "is a link, to a folder or out of the pack")


def test_thirty_levels_of_two_links_each(desk):
    for level in range(30):
        folder = desk / f"levels/{level}"
        folder.mkdir(parents=True)
        for name in "ab":
            (folder / name).symlink_to(f"../{level + 1}")
    (desk / "levels/30").mkdir()
    (desk / "house/more").symlink_to("../levels/0")
    refused(desk, "is a link")
    for number in range(10):  # so many that the cache is asked, whose key the packs are a part of
        write(desk / f"{number}.txt", TWICE)
    refused(desk, "is a link", *(f"{number}.txt" for number in range(10)))


def test_a_rule_that_is_a_link_out_of_the_pack(desk):
    write(desk / "secret.toml", 'password = "swordfish"\n')
    (desk / "house/style/other.toml").symlink_to("../../secret.toml")
    refused(desk, "out of the pack")


@pytest.mark.parametrize("where", ["house/style/other.toml", "newslint.toml", "house"])
def test_a_pipe_holds_nobody_up(desk, where):
    if where != "house":
        (desk / where).unlink(missing_ok=True)
        os.mkfifo(desk / where)
    else:
        write(desk / "newslint.toml", 'packs = ["pipe"]\n')
        os.mkfifo(desk / "pipe")
    began = time.perf_counter()
    newslint("check", "a.txt", cwd=desk)
    assert time.perf_counter() - began < SOON


@pytest.mark.parametrize(
    "config", ['extend = "../outside.toml"', 'packs = ["../outside"]', 'baseline = "../outside.jsonl"']
)
def test_a_config_that_is_not_trusted_names_nothing_outside(desk, config):
    write(desk / "desk/newslint.toml", config + "\n")
    write(desk / "desk/a.txt", TWICE)
    write(desk / "outside.toml", 'password = "swordfish"\n')
    write(desk / "outside/style/other.toml", 'password = "swordfish"\n')
    write(desk / "outside.jsonl", "swordfish\n")
    code, out, err = newslint("check", "--no-trust-copy", "a.txt", cwd=desk / "desk")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "leads out of its folder" in err
    # From the folder above it is inside.
    assert "leads out" not in newslint("check", "--no-trust-copy", "desk/a.txt", cwd=desk)[2]


@pytest.mark.parametrize(
    "text", ["extend = '~nobody-of-this-name/x.toml'", "tool = 1", "[tool]\nnewslint = 5", "names = [1]"]
)
def test_a_config_that_is_wrong_is_one_line(desk, text):
    name = "pyproject.toml" if "tool" in text else "newslint.toml"
    (desk / "newslint.toml").unlink()
    write(desk / name, text + "\n# [tool.newslint]\n")
    code, _, err = newslint("check", "a.txt", cwd=desk)
    assert (code, err.count("\n")) == (2, 1), err


def test_configs_that_extend_one_another_for_ever(desk):
    for number in range(40):
        write(desk / f"{number}.toml", f'extend = "{number + 1}.toml"\n')
    write(desk / "newslint.toml", 'extend = "0.toml"\n')
    write(desk / "40.toml", "")
    refused(desk, "goes on and on")
