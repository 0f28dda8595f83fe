"""Expressions that are run over whole texts: none may be out of line."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.model.expressions import one_of

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.mark.slow
def test_no_expression_over_whole_texts_is_out_of_line():
    done = subprocess.run(
        [sys.executable, BENCHMARKS / "bench_expressions.py"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(done.stdout.splitlines()) > 30  # they were seen


def test_one_that_tries_everything_is_told(monkeypatch):
    monkeypatch.syspath_prepend(BENCHMARKS)
    import bench_expressions

    patterns = [(re.compile(r"(?:\w+\s+)+\w+\?"), 0.1), (re.compile(r"Zz"), 1.0)]
    dear, cheap = bench_expressions.costs(patterns, "so they went to the mill " * 60)
    assert dear.is_out_of_line
    assert not cheap.is_out_of_line


def test_one_of_many_words_is_the_longest_that_stands_there():
    found = re.findall(one_of(["rise", "rises", "raised", "up", "r"]), "rises raised rise up rr")
    assert found == ["rises", "raised", "rise", "up", "r", "r"]
