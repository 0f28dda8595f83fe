"""Kill -9 at any moment of a command that writes: a file is the old or the new one, and the next run clears up."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest
from command import TWICE, write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 on Windows")
PACK = 'kind = "replace"\nsummary = "S."\nsafe = true\n[terms]\n"in order to" = "to"\n'
OLD, NEW = "They met in order to vote.\n" * 2000, "They met to vote.\n" * 2000
# Of each command; NEWSLINT_KILLS=300 by hand takes a quarter of an hour.
KILLS = int(os.environ.get("NEWSLINT_KILLS", "6"))
COMMANDS = {
    "fix": ["check", "--fix", "--no-cache", "--exit-zero", "a.txt", "b.txt"],
    "baseline": ["baseline", "a.txt", "b.txt"],
    "cache": ["check", "--exit-zero", "."],
    "report": ["check", "--exit-zero", "--no-cache", "--format", "sarif:out.sarif", "a.txt", "b.txt"],
}


@pytest.fixture
def desk(tmp_path):
    desk = tmp_path / "desk"
    write(desk / "newslint.toml", 'packs = ["house"]\nselect = ["style/words", "sentences/repeated-word"]\n')
    write(desk / "house/style/words.toml", PACK)
    for number in range(10):
        write(desk / f"more/{number}.txt", TWICE)
    return desk


def restore(desk):
    for name in ("a.txt", "b.txt"):
        write(desk / name, OLD)


def whole(desk):
    """Every file that a run may have been writing is as it was, or as it is to be."""
    for name in ("a.txt", "b.txt"):
        assert (desk / name).read_text() in (OLD, NEW)
    if (desk / "out.sarif").exists():
        assert json.loads((desk / "out.sarif").read_text())["version"] == "2.1.0"
    if (desk / ".newslint-baseline.jsonl").exists():
        for line in (desk / ".newslint-baseline.jsonl").read_text().splitlines():
            assert len(json.loads(line)) == 4


def killed(desk, command, tries):
    env = {**os.environ, "XDG_CACHE_HOME": str(desk.parent / "home")}
    started = [sys.executable, "-m", "newslint", *COMMANDS[command]]
    restore(desk)
    subprocess.run(started, cwd=desk, env=env, capture_output=True, check=False)  # the first baseline tells the config
    restore(desk)
    began = time.monotonic()
    wanted = subprocess.run(started, cwd=desk, env=env, capture_output=True, check=False)
    assert wanted.returncode == 0, wanted.stderr
    length = time.monotonic() - began
    for number in range(tries):
        restore(desk)
        shutil.rmtree(desk / ".newslint_cache", ignore_errors=True)
        run = subprocess.Popen(started, cwd=desk, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Most of a run reads; what it writes, it writes in its last part.
        time.sleep(length * (0.3 + 0.8 * (number * 7919 % 101) / 101))
        run.send_signal(signal.SIGKILL)
        run.wait()
        whole(desk)
    for left in desk.rglob(".*.newslint"):
        os.utime(left, (0, 0))
    restore(desk)
    done = subprocess.run(started, cwd=desk, env=env, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (wanted.returncode, wanted.stdout, wanted.stderr)
    whole(desk)
    assert not list(desk.rglob(".*.newslint"))


@pytest.mark.parametrize("command", COMMANDS)
def test_kills_at_any_moment(desk, command):
    killed(desk, command, KILLS)
