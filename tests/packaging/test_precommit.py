"""The hook, run by the real pre-commit in a real repository, installed from these sources."""

import re
import sys
from pathlib import Path

import pytest
from command import QUIET, TWICE, write
from tools import ROOT, commit, run, skip_without_registry, working_copy

from newslint.readers import standard_readers

yaml = pytest.importorskip("yaml")
HOOKS = ROOT / ".pre-commit-hooks.yaml"
STORY = "letters/café, a story.txt"


@pytest.fixture
def pre_commit():
    found = Path(sys.executable).with_name("pre-commit")
    if not found.exists():
        pytest.skip("pre-commit is not installed")
    return found


def test_hooks_take_articles_and_not_data():
    text = {
        "plain",
        "markdown",
        "mdx",
        "html",
    }  # JSON, XML and the like hold much besides copy: a desk adds them itself
    for hook in yaml.safe_load(HOOKS.read_text()):
        suffixes = {suffix for reader in standard_readers() if reader.name in text for suffix in reader.suffixes}
        assert all(re.search(hook["files"], f"a{suffix}") for suffix in suffixes)
        assert set(re.search(r"\((\w+\|.*)\)", hook["files"])[1].split("|")) == {suffix[1:] for suffix in suffixes}


def test_pre_commit_accepts_the_manifest(pre_commit):
    done = run(pre_commit, "validate-manifest", HOOKS)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_a_bad_article_is_refused_and_a_mended_one_passes(pre_commit, tmp_path, monkeypatch):
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    source = working_copy(tmp_path / "newslint")
    revision = run("git", "-C", source, "rev-parse", "HEAD", check=True).stdout.strip()
    desk = tmp_path / "desk"
    run("git", "init", "--quiet", desk, check=True)
    write(
        desk / ".pre-commit-config.yaml",
        f"repos:\n- repo: {source.as_uri()}\n  rev: {revision}\n  hooks:\n  - id: newslint\n",
    )
    run(pre_commit, "install", cwd=desk, check=True)
    installed = run(pre_commit, "install-hooks", cwd=desk)
    skip_without_registry(installed.stdout + installed.stderr)
    assert installed.returncode == 0, installed.stdout

    write(desk / STORY, TWICE)
    refused = commit(desk, "--message", "bad")
    assert refused.returncode != 0
    said = refused.stdout + refused.stderr
    assert f"{STORY}:1:27: sentences/repeated-word “to” stands twice." in said
    assert "^^^^^" in said
    assert run("git", "-C", desk, "rev-parse", "--verify", "HEAD").returncode != 0

    write(desk / STORY, QUIET)
    passed = commit(desk, "--message", "good")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    names = run("git", "-C", desk, "-c", "core.quotepath=off", "ls-tree", "-r", "--name-only", "HEAD").stdout
    assert STORY in names
