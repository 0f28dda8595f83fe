"""The server as a whole: who may ask, what it may cost, and what happens when a process dies."""

import base64
import json
import os
import signal
import socket
import threading
import time

import pytest
from command import newslint, write
from serving import NAMES, serving

TOKEN = "three-wise-monkeys-and-a-goat"
FORM = {"language": "en-US", "text": "It is is late."}


def asking(server, text, answers):
    """A thread that has a text checked and keeps the answer."""
    return threading.Thread(target=lambda: answers.append(server("/v2/check", {"text": text, "language": "en"})))


def test_health_says_that_it_lives(server):
    assert server.json("/health") | {"version": ""} == {"status": "ok", "version": "", "workers": 1}


def test_another_host_needs_a_token_first(tmp_path):
    code, _, err = newslint("serve", "--host", "0.0.0.0", cwd=tmp_path)
    assert (code, err) == (2, "newslint: --host: 0.0.0.0 lets other machines in; give it a --token-file first\n")


def test_a_bad_config_ends_it_in_one_line(tmp_path):
    write(tmp_path / "newslint.toml", "selct = []\n")
    code, _, err = newslint("serve", "--port", "0", cwd=tmp_path)
    assert code == 2
    assert 'unknown key `selct`; did you mean "select"?' in err
    assert len(err.splitlines()) == 1


def test_a_port_that_is_taken_is_said_in_one_line(server):
    code, _, err = newslint("serve", "--port", server.address.rpartition(":")[2])
    assert code == 2
    assert "cannot listen there" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
        {"Host": "elsewhere.example"},
        {"Host": "127.0.0.1.elsewhere.example"},
        {"Host": ""},
    ],
)
@pytest.mark.parametrize("body", [None, FORM])
def test_a_page_of_somebody_elses_gets_nothing(server, headers, body):
    status, said, answer = server("/v2/check?language=en&text=It+is+is", body, headers)
    assert status in (403, 421)
    assert "access-control-allow-origin" not in said
    assert b"matches" not in answer


def test_what_was_let_in_may_ask(tmp_path):
    arguments = ("--allow-origin", "https://cms.example", "--allow-origin", "app://*", "--allow-host", "desk.example")
    with serving("--no-config", "--workers", "1", *arguments, cwd=tmp_path) as server:
        for origin in ("https://cms.example", "app://obsidian.md"):
            status, headers, _ = server("/v2/check", FORM, {"Origin": origin})
            assert (status, headers["Access-Control-Allow-Origin"]) == (200, origin)
        status, headers, _ = server("/v2/check", None, {"Origin": "https://cms.example"}, "OPTIONS")
        assert (status, headers["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, POST, OPTIONS")
        assert server("/v2/check", FORM, {"Origin": "https://cms.example.evil"})[0] == 403
        assert server("/v2/check", FORM, {"Host": "desk.example:8000"})[0] == 200


def test_a_token_opens_it_in_each_of_its_ways(tmp_path):
    file = write(tmp_path / "tokens", f"# the desk\n{TOKEN}\n")
    with serving("--no-config", "--workers", "1", "--token-file", file, cwd=tmp_path) as server:
        assert server("/v2/check", FORM)[0] == 401
        assert server("/v2/check", {**FORM, "apiKey": f"{TOKEN}!"})[0] == 401
        assert server("/metrics")[0] == 401
        assert server("/health")[0] == 200
        assert server("/v2/check", {**FORM, "apiKey": TOKEN})[0] == 200
        assert server("/v2/check", FORM, {"Authorization": f"Bearer {TOKEN}"})[0] == 200
        basic = base64.b64encode(f"desk:{TOKEN}".encode()).decode()
        assert server("/metrics", None, {"Authorization": f"Basic {basic}"})[0] == 200
    assert TOKEN not in "".join(server.log)


def test_the_log_holds_no_copy(tmp_path):
    with serving("--no-config", "--workers", "1", cwd=tmp_path) as server:
        server("/v2/check?language=en&text=secret+story", None)
        server("/v2/check", {"text": "a secret story", "language": "en"})
        server("/secret/story")
    rows = [json.loads(line) for line in server.log]
    assert [(row["route"], row["status"]) for row in rows] == [("/v2/check", 200), ("/v2/check", 200), ("-", 404)]
    assert "secret" not in "".join(server.log)


def test_metrics_count_requests_and_findings(tmp_path):
    with serving("--no-config", "--workers", "1", cwd=tmp_path) as server:
        server.check(NAMES)
        _, headers, body = server("/metrics")
    assert headers.get_content_type() == "text/plain"
    lines = body.decode().splitlines()
    assert 'newslint_requests_total{method="POST",route="/v2/check",status="200"} 1.0' in lines
    assert 'newslint_findings_total{rule="names/inconsistent-spelling"} 1.0' in lines


def test_too_large_a_request_is_refused_and_the_next_is_not(tmp_path):
    with serving("--no-config", "--workers", "1", "--max-size", "0.01", cwd=tmp_path) as server:
        status, _, body = server("/v2/check", {"text": "word " * 10_000, "language": "en"})
        assert (status, body[:27]) == (413, b"Error: the text is too long")
        assert len(server.check(NAMES)) == 1


def test_a_request_that_takes_too_long_is_given_up_and_others_go_on(tmp_path):
    with serving("--no-config", "--workers", "2", "--timeout", "0.5", cwd=tmp_path) as server:
        slow = []
        thread = asking(server, NAMES * 40_000, slow)
        thread.start()
        began = time.monotonic()
        assert len(server.check(NAMES)) == 1
        assert time.monotonic() - began < 5
        thread.join()
    assert slow[0][0] == 503
    assert slow[0][2].startswith(b"Error: not checked: it took longer than 0.5 s")


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_a_process_that_is_killed_costs_the_request_that_it_had(tmp_path):
    with serving("--no-config", "--workers", "1", "--timeout", "60", cwd=tmp_path) as server:
        (worker,) = server.workers
        lost = []
        text = " ".join(f"Word{number} came." for number in range(60_000))
        thread = asking(server, text, lost)
        thread.start()
        time.sleep(1.0)
        os.kill(worker, signal.SIGKILL)
        thread.join()
        assert (lost[0][0], lost[0][2]) == (500, b"Error: not checked: the process that had it was ended")
        assert len(server.check(NAMES)) == 1
        assert server.workers not in ([], [worker])
        os.kill(server.workers[0], signal.SIGKILL)  # while it has nothing to do: nobody notices
        time.sleep(0.2)
        assert len(server.check(NAMES)) == 1


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_a_client_that_hung_up_while_it_waited_is_not_checked(tmp_path):
    with serving("--no-config", "--workers", "1", "--timeout", "60", cwd=tmp_path) as server:
        (worker,) = server.workers
        os.kill(worker, signal.SIGSTOP)
        thread = asking(server, NAMES, [])
        thread.start()
        time.sleep(0.3)
        port = int(server.address.rpartition(":")[2])
        body = b"language=en&text=It+is+is+late."
        for _ in range(3):
            with socket.create_connection(("127.0.0.1", port)) as connection:
                head = f"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
                connection.sendall(head.encode() + body)
                time.sleep(0.1)
        time.sleep(0.3)
        os.kill(worker, signal.SIGCONT)
        thread.join()
        assert len(server.check(f"{NAMES}\nAll is well.\n")) == 1
        metrics = server("/metrics")[2].decode()
    assert 'status="499"} 3.0' in metrics
    assert 'newslint_findings_total{rule="sentences/repeated-word"}' not in metrics


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_told_to_stop_it_finishes_what_it_has(tmp_path):
    with serving("--no-config", "--workers", "1", "--timeout", "60", cwd=tmp_path) as server:
        last = []
        text = " ".join(f"Word{number} came." for number in range(4_000))
        thread = asking(server, text, last)
        thread.start()
        time.sleep(0.3)
        server.process.send_signal(signal.SIGTERM)
        thread.join()
        server.process.wait(30)
        assert last[0][0] == 200
        assert server.process.returncode in (0, -signal.SIGTERM)
        assert server.workers == []


def test_what_is_no_http_ends_with_its_connection(server):
    port = int(server.address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"\x16\x03\x01 no http\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 400")
    assert server.json("/health")["workers"] == 1


def test_options_says_how_a_path_may_be_asked(server):
    assert server("/v2/check", method="OPTIONS")[1]["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert server("/api/rules", method="OPTIONS")[1]["Allow"] == "GET, HEAD, OPTIONS"
