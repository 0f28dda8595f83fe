"""The OpenAPI document, tried by a program that makes up requests from it."""

import sys

import pytest
from serving import serving
from tools import run


@pytest.mark.slow
def test_schemathesis_finds_nothing(tmp_path):
    pytest.importorskip("schemathesis")
    with serving("--no-config", "--workers", "2", "--feedback", tmp_path / "verdicts", cwd=tmp_path) as server:
        document = f"{server.address}/api/openapi.json"
        # What only words of the document say: of two fields one, a name whose suffix is read.
        rejected = ("--exclude-checks", "positive_data_acceptance")
        steps = ("--phases", "coverage,fuzzing", "--max-examples", "10", "--seed", "2", "--no-color")
        command = (sys.executable, "-m", "schemathesis.cli", "run", document, *rejected, *steps)
        done = run(*command, cwd=tmp_path, timeout=300)
    assert done.returncode == 0, done.stdout
    assert "Tested: 12" in done.stdout
