"""An article may name sources of copy below it, and nothing else: its words must give no secret away."""

import os

import pytest
from command import newslint, write

SECRET = "The password is swordfish and nobody must ever read it in a log.\n"
ARTICLE = "---\nsources: [{}]\n---\n\n“The password is swordfish and everybody must read it,” Ann Lee said.\n"
RULE = "quotes/differs-from-source"


def check(folder, named, *arguments, name="desk/a.md"):
    write(folder / name, ARTICLE.format(named))
    return newslint(
        "check", "--select", RULE, "--show", "info", *arguments, name.split("/")[-1], cwd=(folder / name).parent
    )


def test_a_transcript_beside_the_article_is_read(tmp_path):
    write(tmp_path / "desk/minutes.txt", SECRET)
    assert "minutes.txt" in check(tmp_path, "minutes.txt")[1]
    write(tmp_path / "desk/deep/minutes.md", SECRET)
    assert "minutes.md" in check(tmp_path, "deep/minutes.md")[1]


@pytest.mark.parametrize(
    "named",
    [
        "../secret.txt",
        "deep/../../secret.txt",
        "secret.key",
        ".env.txt",
        ".git/a.txt",
        "~/secret.txt",
        "deep\\..\\x.txt",
    ],
)
def test_what_is_no_copy_below_the_article_is_refused(tmp_path, named):
    for name in ("secret.txt", "desk/secret.key", "desk/.env.txt", "desk/.git/a.txt"):
        write(tmp_path / name, SECRET)
    (tmp_path / "desk/deep").mkdir()
    code, out, err = check(tmp_path, f"'{named}'")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "swordfish" not in err


def test_absolute_paths_and_drives_are_refused(tmp_path):
    write(tmp_path / "secret.txt", SECRET)
    for named in (str(tmp_path / "secret.txt"), "C:/secret.txt", "C:secret.txt", "//host/share/secret.txt"):
        code, out, err = check(tmp_path, f"'{named}'")
        assert (code, out) == (2, ""), named
        assert "is no path downwards" in err


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_that_leads_out_is_refused(tmp_path):
    write(tmp_path / "secret.txt", SECRET)
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/inner.txt").symlink_to("../secret.txt")
    code, out, err = check(tmp_path, "inner.txt")
    assert (code, out) == (2, "")
    assert "leads out of the folder of the config" in err


def test_the_config_draws_the_line(tmp_path):
    write(tmp_path / "newslint.toml", "")
    write(tmp_path / "desk/shared/minutes.txt", SECRET)
    if os.name != "nt":
        (tmp_path / "desk/news").mkdir()
        (tmp_path / "desk/news/minutes.txt").symlink_to("../shared/minutes.txt")
        assert "minutes.txt" in check(tmp_path, "minutes.txt", name="desk/news/a.md")[1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_holds_nobody_up(tmp_path):
    (tmp_path / "desk").mkdir()
    os.mkfifo(tmp_path / "desk/minutes.txt")
    code, _, err = check(tmp_path, "minutes.txt")
    assert (code, err.count("\n")) == (2, 1)
    assert "pipe" in err


def test_copy_that_is_not_trusted_has_no_say(tmp_path):
    write(tmp_path / "desk/minutes.txt", SECRET)
    assert check(tmp_path, "minutes.txt", "--no-trust-copy") == (0, "", "")
    write(tmp_path / "desk/newslint.toml", "trust-copy = false\n")
    assert check(tmp_path, "minutes.txt") == (0, "", "")
    write(tmp_path / "desk/newslint.toml", "trust-copy = true\n")
    assert check(tmp_path, "minutes.txt", "--no-trust-copy") == (0, "", "")
    assert "minutes.txt" in check(tmp_path, "minutes.txt")[1]


def test_the_web_is_not_read_and_no_error(tmp_path):
    assert check(tmp_path, "https://example.org/minutes.txt") == (0, "", "")
    assert check(tmp_path, "") == (0, "", "")
