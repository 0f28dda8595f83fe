"""The set-ups under examples/cms, each tried with as much of its client as there is."""

import importlib.util
import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
import yaml
from command import newslint
from serving import NAMES, Served, serving
from tools import ROOT, node_package, program, run

CMS = ROOT / "examples" / "cms"


@pytest.fixture
def gate(monkeypatch):
    """The Superdesk app, with a stand-in for the one signal that it uses."""
    pytest.importorskip("requests")
    signal = SimpleNamespace(connect=lambda receiver, weak: receivers.append(receiver))
    receivers = []
    monkeypatch.setitem(sys.modules, "superdesk", SimpleNamespace())
    monkeypatch.setitem(sys.modules, "superdesk.signals", SimpleNamespace(item_validate=signal))
    spec = importlib.util.spec_from_file_location("newslint_gate", CMS / "superdesk" / "newslint_gate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def publish(item, **config):
        receivers.clear()
        module.init_app(SimpleNamespace(config=config))
        response = []
        receivers[0](None, item=item, response=response, error_fields={})
        return response

    return publish


ITEM = {
    "headline": "Bridge opens, says Brantdner",
    "body_html": "<p>Taras Brandtner spoke first &amp; Brandtner said the bridge would open.</p><p>Brandtner left.</p>",
    "associations": {"featuremedia": {"description_text": "The bridge."}, "empty": None},
}


def test_superdesk_stops_a_story_whose_headline_spells_a_name_otherwise(gate, server):
    levels = {"NEWSLINT_STOPS_AT": ("error", "warning", "info")}
    said = gate(ITEM, NEWSLINT_URL=server.address, **levels)
    assert [line for line in said if "Brantdner" in line and "(names/" in line]
    right = {**ITEM, "headline": "Bridge opens, says Brandtner"}
    assert gate(right, NEWSLINT_URL=server.address, **levels) == []


def test_superdesk_publishes_where_no_newslint_is(gate):
    assert gate(ITEM, NEWSLINT_URL="http://127.0.0.1:9") == []


@pytest.mark.slow
def test_the_guardians_plugin_finds_a_name_across_two_blocks(server):
    modules = node_package("@guardian/prosemirror-typerighter").parents[1]
    node_package("jsdom")
    client = Path(__file__).with_name("typerighter_client.cjs")
    paragraphs = [f"🎉 {part.strip()}" for part in NAMES.split("\n\n")]
    done = run(program("node"), client, modules, server.address, *paragraphs, timeout=60)
    assert json.loads(done.stdout or "null") == [
        {
            "rule": "names/inconsistent-spelling",
            "words": "Brantdner",
            "correct": False,
            "suggestions": ["Brandtner"],
        }
    ], done.stderr


def test_settings_of_editors_name_the_servers_own_address():
    assert json.loads((CMS / "obsidian/data.json").read_text())["serverUrl"] == "http://127.0.0.1:8000"
    ltex = json.loads((CMS / "ltex/settings.json").read_text())
    assert ltex["ltex.languageToolHttpServerUri"] == "http://127.0.0.1:8000/"
    values = [node.text for node in ElementTree.parse(CMS / "libreoffice/registrymodifications.xcu").iter("value")]
    assert values == ["http://127.0.0.1:8000/v2", "true"]


def options_said(words):
    return set(re.findall(r"--[a-z-]+", words))


def test_services_give_options_that_there_are():
    known = options_said(newslint("serve", "--help")[1])
    compose = yaml.safe_load((CMS / "docker/compose.yaml").read_text())
    start = re.search(r"^ExecStart=(.*)$", (CMS / "systemd/newslint.service").read_text(), re.MULTILINE)[1]
    docker = (CMS / "docker/Dockerfile").read_text()
    entry = "".join(re.findall(r"^(?:ENTRYPOINT|CMD) (.*)$", docker, re.MULTILINE))
    said = [*shlex.split(start), *compose["services"]["newslint"]["command"], entry]
    assert options_said(" ".join(said)) <= known
    assert options_said(entry) >= {"--host", "--token-file"}


DOCKERFILE = CMS / "docker/Dockerfile"
TOKEN = "three-wise-monkeys-and-a-goat"


def said_in_json(instruction):
    """The words of the Dockerfile's last instruction of a kind, which are a list in JSON."""
    return json.loads(re.findall(rf"^ *{instruction} (\[.*)$", DOCKERFILE.read_text(), re.MULTILINE)[-1])


def test_hadolint_finds_nothing():
    done = run(program("hadolint"), "--no-color", DOCKERFILE)
    assert (done.returncode, done.stdout) == (0, "")


def test_compose_is_as_its_schema_has_it():
    pytest.importorskip("check_jsonschema")
    schema = ("--builtin-schema", "vendor.compose-spec")
    done = run(sys.executable, "-m", "check_jsonschema", *schema, CMS / "docker/compose.yaml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_the_image_starts_is_healthy_and_wants_the_token(tmp_path):
    token = tmp_path / "token"
    token.write_text(f"{TOKEN}\n")
    words = [*said_in_json("ENTRYPOINT"), *said_in_json("CMD")]
    changed = {"/run/secrets/newslint_token": str(token), "8000": "0"}
    assert set(changed) < set(words)
    healthy = re.search(r'"-c", "(.*)"\]', DOCKERFILE.read_text())[1]
    with serving(*(changed.get(word, word) for word in words[2:]), "--workers", "1", cwd=tmp_path) as server:
        port = server.address.rpartition(":")[2]
        assert run(sys.executable, "-c", healthy.replace("8000", port)).returncode == 0
        assert Served(None, f"http://127.0.0.1:{port}", [])("/metrics")[0] == 401
    assert run(sys.executable, "-c", healthy.replace("8000", port)).returncode == 1


@pytest.mark.slow
def test_the_image_is_built_and_answers(tmp_path):
    docker = program("docker")
    if run(docker, "info").returncode or "linux" not in run(docker, "info", "--format", "{{.OSType}}").stdout:
        pytest.skip("no docker daemon for Linux is running")
    built = run(docker, "build", "--quiet", "--file", DOCKERFILE, ROOT)
    assert built.returncode == 0, built.stderr
    token = tmp_path / "token"
    token.write_text(f"{TOKEN}\n")
    secret = f"{token}:/run/secrets/newslint_token:ro"
    options = ("--detach", "--rm", "--read-only", "--tmpfs", "/tmp", "--volume", secret, "--publish", "127.0.0.1::8000")
    started = run(docker, "run", *options, built.stdout.strip())
    assert started.returncode == 0, started.stderr
    container = started.stdout.strip()
    try:
        server = Served(None, f"http://{run(docker, 'port', container, '8000').stdout.split()[0]}", [])
        health = ("inspect", "--format", "{{.State.Health.Status}}", container)
        end = time.monotonic() + 120
        while (said := run(docker, *health).stdout.strip()) != "healthy":
            assert time.monotonic() < end, (said, run(docker, "logs", container).stderr)
            time.sleep(1)
        assert len(server.check(NAMES, apiKey=TOKEN)) == 1
        assert server("/metrics")[0] == 401
    finally:
        run(docker, "kill", container)


def test_systemd_takes_the_unit(tmp_path):
    unit = (CMS / "systemd/newslint.service").read_text().replace("/opt/newslint/bin/newslint", sys.executable)
    (tmp_path / "newslint.service").write_text(unit)
    done = run(program("systemd-analyze"), "verify", tmp_path / "newslint.service")
    assert "newslint.service" not in done.stderr, done.stderr


@pytest.fixture
def office(server, tmp_path):
    """LibreOffice with the example's settings, at the port that is given back."""
    if not Path("/usr/bin/python3").exists() or run("/usr/bin/python3", "-c", "import uno").returncode:
        pytest.skip("this system's Python has no uno")
    soffice = program("soffice")
    settings = (CMS / "libreoffice/registrymodifications.xcu").read_text()
    (tmp_path / "user").mkdir()
    settings = settings.replace("http://127.0.0.1:8000", server.address)
    (tmp_path / "user/registrymodifications.xcu").write_text(settings)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = f"-env:UserInstallation={tmp_path.as_uri()}"
    listen = f"--accept=socket,host=127.0.0.1,port={port};urp;"
    command = [soffice, "--headless", "--norestore", "--nologo", place, listen]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    yield port
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.mark.slow
def test_libreoffice_marks_a_paragraph(office):
    client = Path(__file__).with_name("libreoffice_client.py")
    text = "The council met to to vote on Monday. Ann Lee said that nothing was wrong, and left."
    system = {"PATH": os.defpath, "HOME": os.environ.get("HOME", "/")}
    done = run("/usr/bin/python3", client, office, text, timeout=150, env=system)
    assert json.loads(done.stdout or "null") == [["to to", "“to” stands twice.", ["to"]]], done.stderr
