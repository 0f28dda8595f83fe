"""What the tests of archives share: collecting, asking, and what is in the shards byte by byte."""

import json
import os

from command import newslint, write

STORY = "The clerk, Marta {0}, spoke on Monday.\n\n“The bridge will be closed until the middle of May,” {0} said.\n"


def collect(*arguments, cwd, env=None, stdin=b""):
    return newslint("archive", "collect", *arguments, "--no-config", cwd=cwd, env=env, stdin=stdin)


def rows(archive, question, cwd):
    code, out, err = newslint("archive", "sql", archive, question, "--format", "jsonl", cwd=cwd)
    assert code == 0, err
    return [tuple(json.loads(line).values()) for line in out.splitlines()]


def contents(archive):
    """Every table of every shard, byte by byte."""
    return {path.relative_to(archive).as_posix(): path.read_bytes() for path in sorted(archive.glob("shard-??????/*"))}


PLUGIN = """
import os, signal, time
from newslint import Rule
from newslint.plugins.packs import RuleFile
import pluggy

hookimpl = pluggy.HookimplMarker("newslint")

class Deadly(Rule):
    "Kills or hangs the process that checks an article which says so."
    def check(self, article):
        if "KILL" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANG" in article.text:
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
            time.sleep(600)
        return ()

@hookimpl
def newslint_rules():
    yield RuleFile("house/deadly", None, False, lambda: Deadly(id="house/deadly"))
"""


def deadly(folder):
    """An environment in which a rule kills or hangs the process of an article that says so; it lies in ``folder``."""
    about = folder / "plugin" / "deadly-1.dist-info"
    write(folder / "plugin" / "deadly.py", PLUGIN)
    write(about / "METADATA", "Metadata-Version: 2.1\nName: deadly\nVersion: 1\n")
    write(about / "entry_points.txt", "[newslint]\ndeadly = deadly\n")
    return {**os.environ, "PYTHONPATH": str(folder / "plugin")}
