"""Starts the installed command's server, and speaks to it."""

import json
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from contextlib import contextmanager
from urllib.parse import urlencode

NAMES = (
    "Taras Brandtner spoke first. Brandtner said the bridge would open.\n\nBrandtner left early. Brantdner returned.\n"
)


class Served:
    """A server; ``log`` has the lines that it wrote."""

    def __init__(self, process, address, log):
        self.process = process
        self.address = address
        self.log = log

    def __call__(self, path, body=None, headers=None, method=None):
        """(status, headers, bytes) of a request; a dict is sent as a form."""
        data = urlencode(body).encode() if isinstance(body, dict) else body
        request = urllib.request.Request(f"{self.address}{path}", data, headers or {}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()

    def json(self, path, value=None, headers=None):
        """What the server answers in JSON, where it answers 200."""
        body = None if value is None else json.dumps(value).encode()
        status, _, answer = self(path, body, {"Content-Type": "application/json", **(headers or {})})
        assert status == 200, answer
        return json.loads(answer)

    def check(self, text, **more):
        """The matches of ``/v2/check``."""
        status, _, answer = self("/v2/check", {"text": text, "language": "en-US", **more})
        assert status == 200, answer
        return json.loads(answer)["matches"]

    @property
    def workers(self):
        """The ids of the processes with rules."""
        shown = subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True, check=True).stdout
        parents = {int(pid): int(parent) for pid, parent in (line.split() for line in shown.splitlines()[1:])}
        children = [pid for pid, parent in parents.items() if parent == self.process.pid]
        return [pid for pid, parent in parents.items() if parent in children]


@contextmanager
def serving(*arguments, cwd=None):
    """A server of the installed command; it listens at a free port."""
    command = [sys.executable, "-m", "newslint", "serve", "--port", "0", *map(str, arguments)]
    process = subprocess.Popen(command, cwd=cwd, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    log = []
    try:
        first = process.stderr.readline()
        assert " listens at " in first, first + process.stderr.read()
        threading.Thread(target=lambda: log.extend(process.stderr), daemon=True).start()
        yield Served(process, first.split(" listens at ")[1].split()[0].rstrip("/"), log)
    finally:
        process.terminate()
        try:
            process.wait(30)
        finally:
            process.kill()
            process.wait()
            process.stderr.close()
