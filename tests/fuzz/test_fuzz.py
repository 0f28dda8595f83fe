"""No bytes at any door make a traceback or a hang: generators that know the formats, and what once went wrong."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import mutate
from fuzz.targets import TARGETS, held

SEEDS = sorted((Path(__file__).parent / "seeds").iterdir())
# Seconds of blind mutation; CI may give more.
SECONDS = float(os.environ.get("NEWSLINT_FUZZ_SECONDS", "10"))
quickly = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_what_once_went_wrong_does_not_again(seed):
    held(seed.name.partition("-")[0], seed.read_bytes())


def test_every_target_has_a_seed():
    assert {seed.name.partition("-")[0] for seed in SEEDS} == set(TARGETS)


key = st.sampled_from(
    "title author byline date sources newslint tags select ignore severity rules packs names suppress baseline extend "
    "fail-on trust-copy per-file-ignores kind summary message terms pattern regex needs better groups example flags "
    "passes right wrong spellings name house shapes most_words whole starts words".split()
)
text = st.text(max_size=12) | st.sampled_from(
    ["names", "error", "replace", "consistent", "line", "{found}", "a.txt", "*"]
)
number = st.integers() | st.floats() | st.booleans()
value = st.recursive(text | number, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(key, inner, max_size=3))
table = st.dictionaries(key, value, max_size=6)


def toml(rows):
    """TOML as a hurried hand writes it, mostly right."""

    def shown(item):
        if isinstance(item, bool):
            return str(item).lower()
        if isinstance(item, dict):
            return "{" + ", ".join(f"{name} = {shown(said)}" for name, said in item.items()) + "}"
        if isinstance(item, list):
            return "[" + ", ".join(map(shown, item)) + "]"
        return repr(item) if isinstance(item, (int, float)) else '"' + item.replace("\\", "").replace('"', "") + '"'

    return "\n".join(f"{name} = {shown(item)}" for name, item in rows.items()).encode("utf-8", "replace")


def yaml_of(rows):
    import yaml

    return yaml.safe_dump(rows, allow_unicode=True).encode("utf-8", "replace")


@quickly
@given(table)
def test_configs(rows):
    held("config", toml(rows))


@quickly
@given(table, st.sampled_from(["avoid", "replace", "consistent", "names", "line"]))
def test_packs(rows, kind):
    held("pack", toml({**rows, "kind": kind, "summary": "S."}))


@quickly
@given(table.map(yaml_of) | table.map(toml) | st.binary(max_size=100))
def test_front_matter(data):
    held("frontmatter", data)


word = st.sampled_from(["ignore", "off", "on", "ignore-file", "names", "-->", ",", " ", "\n", "x"])


@quickly
@given(st.lists(word, max_size=9))
def test_suppressions(words):
    held("suppressions", " ".join(words).encode())


part = st.sampled_from([*"* ** / ? [a-z] [!a] [z-a] ! # \\ a b .txt [ ]".split(), " ", "\n"])


@quickly
@given(st.lists(part, max_size=25))
def test_gitignores(parts):
    held("gitignore", "".join(parts).encode())


row = st.tuples(text, text, text, number | text | st.lists(number, max_size=2))


@quickly
@given(st.lists(row, max_size=3) | value)
def test_baselines(rows):
    import json

    lines = rows if isinstance(rows, list) else [rows]
    held("baseline", "\n".join(map(json.dumps, lines)).encode())


places = st.lists(st.integers(-5, 50), min_size=5, max_size=7)
finding = st.tuples(text, text, text, places, st.lists(value, max_size=2), value)


@quickly
@given(st.lists(finding, max_size=2), st.dictionaries(text, value, max_size=2), st.booleans())
def test_entries_of_the_cache(findings, collected, right):
    import json

    from newslint.run.cache import _key

    entry = {"key": _key(b"x", "k") if right else "", "findings": findings, "suppressed": [], "collected": collected}
    held("cached", json.dumps(entry).encode())


method = st.sampled_from(
    "initialize initialized shutdown exit textDocument/didOpen textDocument/didChange textDocument/didSave "
    "textDocument/didClose textDocument/hover textDocument/codeAction textDocument/diagnostic textDocument/inlayHint "
    "textDocument/documentSymbol workspace/didChangeConfiguration workspace/didChangeWatchedFiles "
    "workspace/executeCommand window/workDoneProgress/cancel $/cancelRequest $/setTrace no/method".split()
)
place = st.fixed_dictionaries({"line": st.integers(-2, 2**33), "character": st.integers(-2, 9)})
span = st.fixed_dictionaries({"start": place, "end": place})
uri = st.sampled_from(["file:///fuzz/a.txt", "file:///fuzz/a.md", "untitled:a", "http://[::1", "file:///a%00b", ""])
document = st.fixed_dictionaries(
    {"uri": uri, "languageId": text, "version": st.integers(0, 9), "text": st.just("They met met.") | text}
)
change = st.fixed_dictionaries({"range": span, "text": text}) | st.fixed_dictionaries({"text": text})
shaped = st.fixed_dictionaries(
    {
        "textDocument": document,
        "position": place,
        "range": span,
        "context": st.just({"diagnostics": []}),
        "contentChanges": st.lists(change, max_size=2),
        "processId": st.none(),
        "rootUri": st.none() | uri,
        "capabilities": st.just({}) | value,
        "settings": value,
        "changes": st.just([]),
        "command": st.just("newslint.explain"),
        "arguments": st.lists(text, max_size=2),
        "id": st.integers(0, 3),
        "value": st.just("off"),
    }
)
message = st.fixed_dictionaries(
    {"jsonrpc": st.just("2.0"), "method": method, "params": shaped | value},
    optional={"id": st.integers(0, 3) | text | value},
)


@quickly
@given(st.lists(message | value, max_size=4))
def test_sessions_with_an_editor(messages):
    import json

    held("frames", "\n".join(map(json.dumps, messages)).encode())


@pytest.mark.parametrize("name", TARGETS)
def test_mutations_of_the_seeds(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    # The same each time: what is new is sought by the guided run.
    assert mutate.run(SECONDS / len(TARGETS), [name], seed=1)[name]
