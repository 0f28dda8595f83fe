"""The server outlives any document, config and client, and serves the others meanwhile."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="needs newslint[lsp]")
from command import QUIET, TWICE, write

from newslint.model.errors import NewslintError
from newslint.run.deadline import deadline_in_thread


class Client:
    """Speaks the protocol by hand, so that it can say what no library would."""

    def __init__(self, folder, **environment):
        self.folder = folder
        self.log = tempfile.TemporaryFile()  # noqa: SIM115
        self.process = subprocess.Popen(
            [sys.executable, "-m", "newslint", "lsp"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            env={**os.environ, **environment},
        )
        self.count = 0
        self.kept = []
        self.version = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.log):
            with suppress(OSError):  # what it did not read any more
                pipe.close()

    def raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, method, params, ask=False):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if ask:
            self.count += 1
            message["id"] = self.count
        data = json.dumps(message).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        return self.count

    def read(self):
        size = 0
        while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
            if line.lower().startswith(b"content-length"):
                size = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(size)) if size else None

    def until(self, wanted):
        """The next message that is wanted, kept or new."""
        for message in self.kept:
            if wanted(message):
                self.kept.remove(message)
                return message
        watch = threading.Timer(20, self.process.kill)
        watch.start()
        try:
            while (message := self.read()) is not None:
                if wanted(message):
                    return message
                self.kept.append(message)
        finally:
            watch.cancel()
        self.log.seek(0)
        raise AssertionError(f"the server ended: {self.log.read().decode()[-2000:]}")

    def ask(self, method, params):
        number = self.send(method, params, ask=True)
        return self.until(lambda message: message.get("id") == number and "method" not in message)

    def start(self, process=None, **capabilities):
        params = {"processId": process, "rootUri": self.folder.as_uri(), "capabilities": capabilities}
        assert "result" in self.ask("initialize", params)
        self.send("initialized", {})

    def uri(self, name):
        return name if ":" in name else (self.folder / name).as_uri()

    def open(self, name, text, language="plaintext"):
        item = {"uri": self.uri(name), "languageId": language, "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": item})

    def diagnostics(self, name, version=1):
        found = self.until(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == self.uri(name)
                and message["params"].get("version") == version
            )
        )
        return [row["message"] for row in found["params"]["diagnostics"]]

    def still_serves(self, name="other.txt"):
        self.open(name, TWICE)
        assert any("twice" in row for row in self.diagnostics(name))


@pytest.fixture
def client(tmp_path):
    with Client(tmp_path) as client:
        client.start()
        yield client


BOMB = "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 31))
DOCUMENTS = {
    "a value in itself": ("a.md", "---\nauthor: &a {name: *a}\n---\n\n" + QUIET),
    "an alias bomb": ("a.md", f"---\na0: &a0 [x]\n{BOMB}---\n"),
    "a zero in a path": ("a.md", '---\nsources: ["a\\0b"]\n---\n\n' + QUIET),
    "lone surrogates": ("a.txt", "The council \ud800 met."),
    "a zero": ("a.txt", "a\0b"),
    "310 digits": ("a.txt", f"It cost {'9' * 310} dollars and rose {'1' * 310} percent."),
    "deep brackets": ("a.html", "<div>" * 5000 + "x"),
}


@pytest.mark.parametrize(("name", "text"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_any_document_leaves_the_others_served(client, name, text):
    client.open(name, text)
    client.diagnostics(name)
    client.still_serves()


@pytest.mark.parametrize("uri", ["file:///a%00b.txt", "http://[::1", "untitled:", "x:/\ud800", "file:///" + "a" * 9000])
def test_any_name_leaves_the_others_served(client, uri):
    client.open(uri, TWICE)
    client.still_serves()


CONFIGS = ["names = 5", "a = " + "[" * 1000, 'extend = "newslint.toml"', 'packs = ["nowhere"]', "\x00"]


@pytest.mark.parametrize("text", CONFIGS, ids=["kind", "deep", "circle", "pack", "zero"])
def test_a_config_that_stops_the_checking_is_told(client, text):
    write(client.folder / "deep/newslint.toml", text + "\n")
    client.open("deep/a.txt", TWICE)
    (said,) = client.diagnostics("deep/a.txt")
    assert said.startswith("nothing is checked here: ")
    shown = client.until(lambda message: message.get("method") == "window/showMessage")
    assert "deep" in shown["params"]["message"]
    client.still_serves()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("name", ["newslint.toml", "pyproject.toml"])
def test_a_config_that_is_a_pipe_holds_nobody_up(client, name):
    (client.folder / "deep").mkdir()
    os.mkfifo(client.folder / "deep" / name)
    client.open("deep/a.txt", TWICE)
    assert any("twice" in row for row in client.diagnostics("deep/a.txt"))


def test_a_position_before_the_text_is_an_error(client):
    client.open("a.txt", TWICE)
    client.diagnostics("a.txt")
    for line, character in ((-1, 0), (0, -1), (-5, -5)):
        where = {"line": line, "character": character}
        document = {"uri": client.uri("a.txt")}
        assert "error" in client.ask("textDocument/hover", {"textDocument": document, "position": where})
        params = {"textDocument": document, "range": {"start": where, "end": where}, "context": {"diagnostics": []}}
        assert "error" in client.ask("textDocument/codeAction", params)
        change = {"range": {"start": where, "end": where}, "text": "x"}
        identifier = {"uri": client.uri("a.txt"), "version": 2}
        client.send("textDocument/didChange", {"textDocument": identifier, "contentChanges": [change]})
    client.still_serves()


FRAMES = [
    b"Content-Length: 2\r\n\r\n{}",
    b"Content-Length: 5\r\n\r\n[[[[[",
    b"Content-Length: 4\r\n\r\nnull",
    b"\r\n\r\n",
]


@pytest.mark.parametrize("frame", FRAMES, ids=["empty", "broken", "null", "lines"])
def test_any_frame_leaves_the_others_served(client, frame):
    client.raw(frame)
    client.still_serves()


def ended(client, seconds=15):
    try:
        return client.process.wait(seconds)
    except subprocess.TimeoutExpired:
        pytest.fail("the server lives on")


ENDS = {
    "a message of any length": b"Content-Length: 99999999999999999999\r\n\r\n{}",
    "a length of any digits": b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n{}",
    "a header without an end": b"x" * 5000,
}


@pytest.mark.parametrize("data", ENDS.values(), ids=ENDS)
def test_what_cannot_be_told_apart_ends_the_server_with_a_line(client, data):
    client.raw(data)
    assert ended(client) == 1
    client.log.seek(0)
    said = client.log.read().decode()
    assert "newslint ends" in said
    assert "Traceback" not in said


def test_exit_without_shutdown_is_1_and_with_it_0(tmp_path):
    for shutdown, code in ((False, 1), (True, 0)):
        with Client(tmp_path) as client:
            client.start()
            if shutdown:
                client.ask("shutdown", None)
            client.send("exit", None)
            assert ended(client) == code


def test_a_client_that_is_gone_ends_the_server(tmp_path):
    with Client(tmp_path) as client:
        client.start()
        client.process.stdin.close()
        ended(client)


@pytest.mark.skipif(os.name == "nt", reason="Windows closes the server's input")
def test_a_client_that_was_killed_ends_the_server_though_its_input_stays_open(tmp_path):
    editor = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    with Client(tmp_path) as client:
        client.start(process=editor.pid)
        client.still_serves()
        editor.send_signal(signal.SIGKILL)
        editor.wait()
        assert ended(client) == 1


def test_a_page_that_is_shown_lies_in_a_folder_of_its_own(tmp_path):
    shared, outside = tmp_path / "tmp", write(tmp_path / "outside", "kept")
    shared.mkdir()
    if os.name != "nt":
        (shared / "newslint-sentences-repeated-word.md").symlink_to(outside)
    with Client(tmp_path, TMPDIR=str(shared)) as client:
        client.start(window={"showDocument": {"support": True}})
        arguments = {"command": "newslint.explain", "arguments": ["sentences/repeated-word"]}
        client.send("workspace/executeCommand", arguments, ask=True)
        shown = client.until(lambda message: message.get("method") == "window/showDocument")
        path = Path(shown["params"]["uri"].removeprefix("file://"))
        assert path.exists()
        assert outside.read_text() == "kept"
        if os.name != "nt":
            assert path.parent.stat().st_mode & 0o077 == 0
        data = json.dumps({"jsonrpc": "2.0", "id": shown["id"], "result": {"success": True}}).encode()
        client.raw(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        client.ask("shutdown", None)
        client.send("exit", None)
        assert ended(client) == 0
        assert not path.exists()
    assert tempfile.gettempdir() != str(shared)


def memory(process):
    """Megabytes that a process holds."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


# A future kept for each message comes to 2.5 MB in this many; NEWSLINT_EDITS=10000 goes on for longer.
EDITS = int(os.environ.get("NEWSLINT_EDITS", "1000"))


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_memory_is_flat_over_edits_and_questions(client):
    client.open("a.txt", TWICE)
    client.diagnostics("a.txt")
    uri = client.uri("a.txt")
    at = {"line": 0, "character": 0}
    sizes = {}
    for number in range(2, EDITS + 502):
        end = {"line": 0, "character": number % 2}
        change = {"range": {"start": at, "end": end}, "text": "x" if number % 2 == 0 else ""}
        document = {"uri": uri, "version": number}
        client.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        if number % 50 == 0:
            client.diagnostics("a.txt", number)
            client.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": at})
            client.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
            client.kept.clear()
            sizes[number] = memory(client.process)
    assert sizes[max(sizes)] < sizes[500] + 1, sizes


def test_work_in_a_thread_is_broken_off():
    def forever():
        with deadline_in_thread("a", 0.2):
            while True:
                with suppress(Exception):
                    time.sleep(0.01)

    def work():
        with pytest.raises(NewslintError, match="took longer"):
            forever()
        time.sleep(0.3)  # nothing comes after
        return "done"

    assert asyncio.run(asyncio.to_thread(work)) == "done"


def test_work_in_time_is_left_alone():
    def work():
        for _ in range(50):
            with deadline_in_thread("a", 0.02):
                time.sleep(0.001)
        time.sleep(0.1)
        return "done"

    assert asyncio.run(asyncio.to_thread(work)) == "done"
