"""Collecting on a Ray cluster of two nodes, of which one is lost: the same bytes as from one process."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from archiving import collect, contents, deadly
from command import TWICE, newslint, write

pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")
pytest.importorskip("warcio")

CLUSTER = """
import sys
from ray.cluster_utils import Cluster

size = 80_000_000
cluster = Cluster(
    initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False, "object_store_memory": size}
)
second = cluster.add_node(num_cpus=1, object_store_memory=size)
print(cluster.address, flush=True)
for line in sys.stdin:
    cluster.remove_node(second, allow_graceful=False)
    print("removed", flush=True)
cluster.shutdown()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_cluster_that_loses_a_node_writes_what_one_process_writes(tmp_path):
    pytest.importorskip("ray")
    for number in range(48):
        write(tmp_path / "in" / f"{number:02}.txt", f"Story {number}.\n\n" + TWICE)
    write(tmp_path / "in" / "20.txt", "KILL\n")
    env = {**deadly(tmp_path), "RAY_USAGE_STATS_ENABLED": "0"}
    arguments = ["in", "--shard-size", "0.001", "--no-config"]
    code, _, told = newslint("archive", "collect", *arguments, "--out", "whole", "--jobs", "1", cwd=tmp_path, env=env)
    assert code == 2
    cluster = subprocess.Popen(
        [sys.executable, "-c", CLUSTER], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True, env=env, cwd=tmp_path,
    )  # fmt: skip
    with cluster:
        env["RAY_ADDRESS"] = cluster.stdout.readline().strip()
        run = subprocess.Popen(
            [sys.executable, "-m", "newslint", "archive", "collect", *arguments, "--out", "arc", "--runner", "ray"],
            cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        end = time.monotonic() + 200
        while not list(tmp_path.glob("arc/shard-??????")):
            assert run.poll() is None, run.communicate()
            assert time.monotonic() < end
            time.sleep(0.1)
        cluster.stdin.write("remove\n")
        cluster.stdin.flush()
        assert cluster.stdout.readline() == "removed\n"
        assert run.poll() is None  # it was not done before
        out, err = run.communicate(timeout=400)
        cluster.stdin.close()
    assert (run.returncode, out, err.splitlines()[-1:]) == (2, "", told.splitlines()[-1:])
    assert contents(tmp_path / "arc") == contents(tmp_path / "whole")
    assert not list((tmp_path / "arc").glob("*.part*"))


def test_without_ray_it_says_what_to_install(tmp_path):
    write(tmp_path / "hidden" / "sitecustomize.py", "import sys\nsys.modules['ray'] = None\n")
    write(tmp_path / "in" / "a.txt", TWICE)
    hidden = {**os.environ, "PYTHONPATH": str(tmp_path / "hidden")}
    code, _, err = collect("in", "--out", "arc", "--runner", "ray", cwd=tmp_path, env=hidden)
    assert (code, err) == (2, "newslint: --runner ray: needs ray: pip install 'newslint[archive,ray]'\n")
    assert not Path(tmp_path / "arc").exists()
