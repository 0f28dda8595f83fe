"""The CI set-ups: their scripts are run, step by step, as the CI server would run them."""

import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from command import QUIET, TWICE, write
from tools import ROOT, commit, program, run, skip_without_registry, working_copy

yaml = pytest.importorskip("yaml")
ACTION = ROOT / "action.yml"
CI = ROOT / "examples/ci"
NEWSLINT = Path(sys.executable).with_name("newslint")


@pytest.fixture
def desk(tmp_path):
    """A repository: an old article with a finding, then a change that adds one more in a file with an odd name."""
    program("git")
    desk = tmp_path / "desk"
    run("git", "init", "--quiet", desk, check=True)
    write(desk / "newslint.toml", 'select = ["sentences/repeated-word"]\n')
    write(desk / "news/old.txt", TWICE)
    commit(desk, "--message", "before", check=True)
    write(desk / "news/new café.txt", TWICE)
    write(desk / "news/good.txt", QUIET)
    commit(desk, "--message", "the change", check=True)
    return desk


def base(desk):
    return run("git", "-C", desk, "rev-parse", "HEAD~1", check=True).stdout.strip()


def clean_environment(**more):
    return {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI_"))} | more


def schema_check(name, file, *arguments):
    tool = Path(sys.executable).with_name("check-jsonschema")
    if not tool.exists():
        pytest.skip("check-jsonschema is not installed")
    done = run(tool, "--builtin-schema", name, *arguments, file)
    assert done.returncode == 0, done.stdout


def test_action_keeps_githubs_schema():
    schema_check("vendor.github-actions", ACTION)


def test_template_keeps_gitlabs_schema():
    schema_check("vendor.gitlab-ci", CI / "gitlab-ci.yml", "--data-transform", "gitlab-ci")


def evaluated(value, context):
    """A value of a workflow with its ``${{ a.b || c.d }}`` replaced."""

    def replace(match):
        return next((context[name.strip()] for name in match[1].split("||") if context.get(name.strip())), "")

    return re.sub(r"\$\{\{(.*?)\}\}", replace, str(value))


def run_action(desk, folder, package, **inputs):
    """The steps of action.yml as GitHub runs them; the last process and the step's outputs."""
    action = yaml.safe_load(ACTION.read_text())
    given = {f"inputs.{name}": about.get("default", "") for name, about in action["inputs"].items()}
    given |= {f"inputs.{name}": value for name, value in inputs.items()}
    context = {**given, "github.action_path": str(package), "github.event.pull_request.base.sha": base(desk)}
    output = folder / "output"
    env = clean_environment(GITHUB_ACTIONS="true", GITHUB_OUTPUT=str(output), RUNNER_TEMP=str(folder))
    for number, step in enumerate(action["runs"]["steps"]):
        # An expression inside a script would let a pull request write shell.
        assert "${{" not in step["run"]
        script = write(folder / f"step {number}.sh", step["run"])
        more = {key: evaluated(value, context) for key, value in step["env"].items()}
        done = run("bash", "--noprofile", "--norc", "-eo", "pipefail", script, cwd=desk, env=env | more)
        skip_without_registry(done.stdout + done.stderr)
        if done.returncode:
            break
    return done, output.read_text() if output.exists() else ""


@pytest.mark.slow
def test_github_action_annotates_what_the_pull_request_changes(desk, tmp_path):
    program("bash")
    folder = tmp_path / "runner temp"
    folder.mkdir()
    package = working_copy(tmp_path / "newslint")
    done, output = run_action(desk, folder, package, paths="news\n", sarif="out.sarif", html="page.html")
    assert (done.returncode, output) == (1, "status=1\n"), done.stdout + done.stderr
    (line,) = done.stdout.splitlines()
    assert line.startswith("::warning title=sentences/repeated-word,file=news/new café.txt,line=1,")
    assert len(json.loads((desk / "out.sarif").read_text())["runs"][0]["results"]) == 1
    assert (desk / "page.html").read_text().startswith("<!doctype html>")
    everything, _ = run_action(desk, folder, package, since="all", arguments="--fail-on error")
    assert everything.returncode == 0
    assert everything.stdout.count("::warning ") == 2


@pytest.mark.slow
def test_gitlab_template_leaves_its_reports(desk, tmp_path):
    program("bash")
    job = yaml.safe_load((CI / "gitlab-ci.yml").read_text())["newslint"]
    env = clean_environment(CI_MERGE_REQUEST_DIFF_BASE_SHA=base(desk), **job["variables"])
    env |= {"NEWSLINT_PATHS": "news", "NEWSLINT_PACKAGE": str(working_copy(tmp_path / "newslint"))}
    script = write(tmp_path / "job.sh", "\n".join(["set -eo pipefail", *job["before_script"], *job["script"]]))
    done = run("bash", script, cwd=desk, env=env)
    skip_without_registry(done.stdout + done.stderr)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "news/new café.txt:1:27: sentences/repeated-word" in done.stdout
    assert "old.txt" not in done.stdout
    reports = job["artifacts"]["reports"]
    (row,) = json.loads((desk / reports["codequality"]).read_text())
    assert row["location"] == {"path": "news/new café.txt", "lines": {"begin": 1, "end": 1}}
    assert ElementTree.parse(desk / reports["junit"]).getroot().get("failures") == "1"
    assert all((desk / name).is_file() for name in job["artifacts"]["paths"])


def check(desk, *arguments, **more):
    env = clean_environment(NEWSLINT=str(NEWSLINT), **more)
    return run("bash", CI / "check.sh", *arguments, cwd=desk, env=env)


def test_any_ci_fails_on_new_findings_only(desk):
    program("bash")
    assert check(desk, "news").stdout.count("stands twice") == 2
    assert check(desk, "news", NEWSLINT_SINCE=base(desk)).stdout.count("stands twice") == 1
    assert run(NEWSLINT, "baseline", "news", cwd=desk).returncode == 0
    known = check(desk, "news")
    assert (known.returncode, known.stdout) == (0, "")
    write(desk / "news/today.txt", TWICE)
    new = check(desk, "news")
    assert new.returncode == 1
    assert new.stdout.count("stands twice") == 1
    assert "news/today.txt:1:27:" in new.stdout
    reports = desk / "newslint-reports"
    assert sorted(file.name for file in reports.iterdir()) == [
        "findings.rdjsonl",
        "findings.sarif",
        "junit.xml",
        "newslint.html",
    ]
    results = json.loads((reports / "findings.sarif").read_text())["runs"][0]["results"]
    assert ["suppressions" in row for row in results].count(False) == 1
    assert check(desk, "news", NEWSLINT_ARGUMENTS="--fail-on error").returncode == 0
    assert check(desk, "nowhere").returncode == 2


def test_any_ci_hands_findings_to_reviewdog(desk, tmp_path):
    program("bash")
    said = tmp_path / "said"
    write(tmp_path / "bin/reviewdog", f'#!/bin/sh\necho "$@" >"{said}"\ncat >>"{said}"\n').chmod(0o755)
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = check(desk, "news", PATH=path, REVIEWDOG_REPORTER="github-pr-review", NEWSLINT_SINCE=base(desk))
    assert done.returncode == 1
    arguments, row = said.read_text().splitlines()
    assert "-reporter=github-pr-review" in arguments
    assert json.loads(row)["location"]["path"] == "news/new café.txt"


def test_guide_names_what_there_is():
    words = (CI / "README.md").read_text()
    names = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    assert all(name in words for name in names)
    inputs = yaml.safe_load(ACTION.read_text())["inputs"]
    (example,) = re.findall(r"uses: OWNER/newslint.*?with:\n(.*?)\n      - ", words, re.DOTALL)
    assert set(yaml.safe_load(example)) <= set(inputs)
    for link in re.findall(r"\]\(([^)h][^)]*)\)", words):
        assert (CI / link).exists(), link
