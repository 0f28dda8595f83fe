"""newslint alone knows nothing of archives: what needs the extra names it, and a check brings none of it."""

import os
import subprocess
import sys

import pytest
from command import TWICE, newslint, write

LIBRARIES = ("datasketch", "duckdb", "pyarrow", "ray", "warcio")
NEEDS = "needs datasketch and duckdb and pyarrow and warcio: pip install 'newslint[archive]'"


@pytest.fixture
def alone(tmp_path):
    """The environment of somebody who has installed newslint without extras; a folder that looks like an archive."""
    hidden = f"import sys\nsys.modules.update(dict.fromkeys({LIBRARIES}))\n"
    write(tmp_path / "hidden" / "sitecustomize.py", hidden)
    write(tmp_path / "in" / "a.txt", TWICE)
    write(tmp_path / "arc" / "plan.jsonl", '{"stamp": ""}\n')
    return {**os.environ, "PYTHONPATH": str(tmp_path / "hidden")}


@pytest.mark.parametrize(
    ("command", "culprit"),
    [
        (("archive", "collect", "in", "--out", "new"), "newslint archive"),
        (("archive", "sql", "arc", "SELECT 1"), "newslint archive"),
        (("archive", "compare", "arc"), "newslint archive"),
        (("archive", "report", "arc", "--output", "page.html"), "newslint archive"),
        (("learn", "names", "arc"), "arc"),
        (("learn", "quotes", "arc"), "arc"),
        (("audit", "sentences/repeated-word", "arc"), "arc"),
    ],
)
def test_a_command_says_what_to_install(tmp_path, alone, command, culprit):
    code, out, err = newslint(*command, cwd=tmp_path, env=alone)
    assert (code, out, err) == (2, "", f"newslint: {culprit}: {NEEDS}\n")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "command",
    [("check", "in"), ("audit", "sentences/repeated-word", "in"), ("learn", "names", "in"), ("learn", "quotes", "in")],
)
def test_what_reads_folders_needs_no_extra(tmp_path, alone, command):
    code, _, err = newslint(*command, "--no-config", cwd=tmp_path, env=alone)
    assert (code, err) == (1 if command[0] == "check" else 0, "")


def test_a_check_brings_nothing_of_archives(tmp_path):
    write(tmp_path / "a.txt", TWICE)
    code = (
        "import sys\nfrom newslint.commands.cli import main\n"
        "sys.argv[1:] = ['check', '--no-config', '--no-cache', 'a.txt']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in sys.modules if name.partition('.')[0] in "
        f"{LIBRARIES} or name.startswith('newslint.archive')], file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "sentences/repeated-word" in run.stdout
    assert run.stderr == "[]\n"
