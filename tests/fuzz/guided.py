"""The targets under coverage guidance: ``python tests/fuzz/guided.py TARGET [CORPUS] [-max_total_time=60 ...]``.

Needs atheris, which comes for Linux and macOS and is no part of the test extra. The options are libFuzzer's.
"""

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))
name = sys.argv.pop(1)
with atheris.instrument_imports(include=["newslint", "newslint_rules", "yaml", "pathspec", "tomllib", "pygls"]):
    from fuzz import targets

targets.CHECKED = 10
atheris.Setup([*sys.argv, str(Path(__file__).parent / "seeds")], lambda data: targets.held(name, data))
atheris.Fuzz()
