"""One server for the tests that only ask."""

import pytest
from serving import serving


@pytest.fixture(scope="session", autouse=True)
def libraries():
    for library in ("starlette", "uvicorn", "prometheus_client"):
        pytest.importorskip(library, reason="needs newslint[server]")


@pytest.fixture(scope="session")
def server(libraries, tmp_path_factory):
    with serving("--no-config", "--workers", "1", "--timeout", "60", cwd=tmp_path_factory.mktemp("desk")) as served:
        yield served
