"""Answers that are held for who asks the same."""

import pytest
from serving import NAMES, serving

from newslint.server.held import Held
from newslint.server.job import Answer, Job

JOB = Job("languagetool", b"text=a&language=en")
WHOLE = Answer(b"{}", whole=True)


def held(seconds=10.0, most=10_000):
    now = [0.0]
    return Held(seconds, most, lambda: now[0]), now


@pytest.mark.parametrize(
    "other",
    [
        JOB._replace(kind="check"),
        JOB._replace(body=b"text=b&language=en"),
        JOB._replace(query="text=a"),
        JOB._replace(content_type="text/plain"),
        JOB._replace(query="text", content_type="=a"),
    ],
)
def test_only_who_asks_just_the_same_gets_it(other):
    answers, _ = held()
    answers.put(answers.key(JOB), WHOLE)
    assert answers.get(answers.key(JOB)) is WHOLE
    assert answers.get(answers.key(other)) is None


def test_it_is_let_go_after_its_time():
    answers, now = held(seconds=10.0)
    answers.put(answers.key(JOB), WHOLE)
    now[0] = 11.0
    assert answers.get(answers.key(JOB)) is None
    assert answers.size == 0


def test_the_least_used_is_let_go_for_room():
    answers, _ = held(most=30_000)
    keys = [answers.key(JOB._replace(body=b"%d" % number)) for number in range(50)]
    for key in keys:
        answers.put(key, WHOLE._replace(body=b"a" * 3))
        answers.get(keys[0])
    assert 20_000 < answers.size <= 30_000
    assert answers.get(keys[0])
    assert answers.get(keys[1]) is None
    assert answers.get(keys[-1])


@pytest.mark.parametrize("answer", [WHOLE._replace(whole=False), WHOLE._replace(status=503)])
def test_what_would_be_otherwise_next_time_is_not_held(answer):
    answers, _ = held()
    answers.put(answers.key(JOB), answer)
    assert answers.get(answers.key(JOB)) is None


def metric(server, name):
    lines = server("/metrics")[2].decode().splitlines()
    return float(next(line for line in lines if line.startswith(name)).rpartition(" ")[2])


def test_the_same_copy_is_checked_once(tmp_path):
    with serving("--no-config", "--workers", "1", cwd=tmp_path) as server:
        first = server.check(NAMES)
        assert server.check(NAMES) == first != []
        assert server.check(NAMES, disabledRules="names/inconsistent-spelling") == []
        assert metric(server, "newslint_held_total") == 1
        assert metric(server, 'newslint_findings_total{rule="names/inconsistent-spelling"}') == 2


def test_nothing_is_held_where_nothing_is_to_be(tmp_path):
    with serving("--no-config", "--workers", "1", "--hold", "0", cwd=tmp_path) as server:
        assert server.check(NAMES) == server.check(NAMES) != []
        assert metric(server, "newslint_held_total") == 0
