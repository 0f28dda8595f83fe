"""LanguageTool's API, against what its documentation asks for and what its clients do with it."""

import json
import sys
from types import SimpleNamespace

import pytest
from serving import NAMES

FORM = {"language": "en-US"}
# What LanguageTool's documentation requires of an answer, as a JSON Schema.
TEXT, NUMBER = {"type": "string"}, {"type": "integer", "minimum": 0}


def record(**properties):
    return {"type": "object", "required": list(properties), "properties": properties}


NAMED = {"name": TEXT, "code": TEXT}
ANSWER = record(
    software=record(name=TEXT, version=TEXT, buildDate=TEXT, apiVersion=NUMBER),
    language=record(**NAMED, detectedLanguage=record(**NAMED)),
    matches={
        "type": "array",
        "items": record(
            message={"type": "string", "minLength": 1},
            shortMessage={"type": "string", "minLength": 1},
            offset=NUMBER,
            length=NUMBER,
            replacements={"type": "array", "maxItems": 10, "items": record(value=TEXT)},
            context=record(text=TEXT, offset=NUMBER, length=NUMBER),
            sentence={"type": "string", "minLength": 1},
            rule=record(id=TEXT, description=TEXT, issueType=TEXT, category=record(id=TEXT, name=TEXT)),
        ),
    },
)
# What Superdesk shows; it drops all others.
SHOWN = {"misspelling", "whitespace", "other", "grammar", "characters", "typographical", "locale-violation"}


def utf16(text, match):
    units = text.encode("utf-16-le")
    return units[match["offset"] * 2 : (match["offset"] + match["length"]) * 2].decode("utf-16-le")


def test_an_answer_has_every_field_that_the_documentation_requires(server):
    jsonschema = pytest.importorskip("jsonschema")
    _, headers, body = server("/v2/check", {"text": f"Main menu\n\n{NAMES} “It it is.\n", **FORM})
    answer = json.loads(body)
    jsonschema.validate(answer, ANSWER)
    assert headers["Content-Type"] == "application/json"
    assert len(answer["matches"]) >= 4
    assert {match["rule"]["issueType"] for match in answer["matches"]} <= SHOWN


def test_a_name_in_two_spellings_across_paragraphs_is_found_with_its_mend(server):
    (match,) = server.check(NAMES)
    assert match["rule"]["id"] == "names/inconsistent-spelling"
    assert (utf16(NAMES, match), match["replacements"]) == ("Brantdner", [{"value": "Brandtner"}])
    assert match["sentence"] == "Brantdner returned."
    context = match["context"]
    assert context["text"][context["offset"] :][: context["length"]] == "Brantdner"


def test_offsets_are_utf_16(server):
    text = f"🎉🎉 {NAMES}"
    (match,) = server.check(text)
    assert utf16(text, match) == "Brantdner"
    assert utf16(match["context"]["text"], match["context"]) == "Brantdner"


def test_get_asks_as_post_does(server):
    status, _, body = server("/v2/check?language=en-GB&text=It+is+is+late.")
    assert status == 200
    assert json.loads(body)["language"]["code"] == "en-GB"
    assert [match["rule"]["id"] for match in json.loads(body)["matches"]] == ["sentences/repeated-word"]


def test_head_and_options_are_answered(server):
    assert server("/v2/languages", method="HEAD")[0] == 200
    assert server("/v2/check", method="OPTIONS")[0] == 204
    assert server("/v2/healthcheck")[2] == b"OK"


def test_markup_is_no_copy_and_keeps_its_room(server):
    parts = [
        {"markup": "<p>"},
        {"text": "The 🎉 council met to "},
        {"markup": "<b>"},
        {"text": "to"},
        {"markup": "</b>"},
        {"text": " vote."},
        {"markup": "</p><p>", "interpretAs": "\n\n"},
        {"text": NAMES},
    ]
    whole = "".join(part.get("text", part.get("markup")) for part in parts)
    data = json.dumps({"annotation": parts})
    status, _, body = server("/v2/check", {"data": data, **FORM})
    assert status == 200
    twice, name = json.loads(body)["matches"]
    assert utf16(whole, twice).endswith("to")
    assert "<b>" in utf16(whole, twice)
    assert twice["rule"]["id"] == "sentences/repeated-word"
    assert utf16(whole, name) == "Brantdner"


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ({}, {"sentences/repeated-word", "names/inconsistent-spelling"}),
        ({"disabledRules": "sentences/repeated-word,SOME_RULE"}, {"names/inconsistent-spelling"}),
        ({"disabledRules": "SENTENCES_REPEATED_WORD"}, {"names/inconsistent-spelling"}),
        ({"disabledCategories": "REPETITIONS"}, {"names/inconsistent-spelling"}),
        ({"disabledCategories": "names"}, {"sentences/repeated-word"}),
        (
            {"disabledCategories": "REPETITIONS", "enabledRules": "sentences/repeated-word"},
            {"sentences/repeated-word", "names/inconsistent-spelling"},
        ),
        ({"enabledOnly": "true", "enabledRules": "sentences/repeated-word"}, {"sentences/repeated-word"}),
        ({"enabledOnly": "true", "enabledCategories": "PROPER_NOUNS"}, {"names/inconsistent-spelling"}),
    ],
)
def test_rules_and_categories_are_chosen(server, more, left):
    found = server.check(f"It is is late.\n\n{NAMES}", **more)
    assert {match["rule"]["id"] for match in found} == left


def test_a_paragraph_alone_is_judged_by_what_can_judge_one(server):
    paragraph = "“We knew nothing of it, Lindqvist said to to the court on Monday, and nobody else was asked about it."
    assert [match["rule"]["id"] for match in server.check(paragraph)] == ["sentences/repeated-word"]
    found = server.check(f"{paragraph}\n\nThe court rose at noon and meets again on Tuesday, a clerk said.")
    assert "quotes/unbalanced" in {match["rule"]["id"] for match in found}


def test_paragraphs_joined_by_one_line_feed_are_read_as_those_with_blank_lines(server):
    apart = server.check(NAMES * 3)
    close = server.check((NAMES * 3).replace("\n\n", "\n"))
    assert [match["rule"]["id"] for match in apart] == [match["rule"]["id"] for match in close]


@pytest.mark.parametrize(
    ("form", "status", "why"),
    [
        ({"language": "en"}, 400, "Missing 'text' or 'data'"),
        ({"text": "a"}, 400, "Missing 'language'"),
        ({"text": "a", "data": "{}", **FORM}, 400, "not both"),
        ({"text": "a", "language": "de-DE"}, 400, "'de-DE' is not a language code"),
        ({"data": "[", **FORM}, 400, "not JSON"),
        ({"data": "[" * 100_000, **FORM}, 400, "not JSON"),
        ({"data": '{"annotation": [7]}', **FORM}, 400, "'annotation'"),
        ({"text": "a", "enabledOnly": "true", **FORM}, 400, "must specify enabled"),
    ],
)
def test_what_is_wrong_is_said_in_plain_text(server, form, status, why):
    said, headers, body = server("/v2/check", form)
    assert (said, headers.get_content_type()) == (status, "text/plain")
    assert body.decode().startswith("Error: ")
    assert why in body.decode()


def test_language_tool_python_finds_and_mends(server):
    client = pytest.importorskip("language_tool_python")
    with client.LanguageTool("en-US", remote_server=server.address) as tool:
        (match,) = tool.check(NAMES)
        assert NAMES[match.offset : match.offset + match.error_length] == "Brantdner"
        assert "Brantdner" not in tool.correct(NAMES)


def test_pylanguagetool_finds(server, monkeypatch):
    # It asks a module that setuptools no longer has for its own version.
    monkeypatch.setitem(
        sys.modules, "pkg_resources", SimpleNamespace(get_distribution=lambda name: SimpleNamespace(version=""))
    )
    client = pytest.importorskip("pylanguagetool")
    found = client.api.check(NAMES, api_url=f"{server.address}/v2/", lang="en-US")
    assert [match["rule"]["id"] for match in found["matches"]] == ["names/inconsistent-spelling"]
    assert {"en-US", "en-GB"} <= {row["longCode"] for row in client.api.get_languages(f"{server.address}/v2/")}


def superdesk(text, answer, dictionary):
    """What superdesk-core's LanguageTool class and its spellchecker service make of an answer."""
    shown = []
    for match in answer["matches"]:
        kind = match["rule"]["issueType"]
        if kind in ("misspelling", "whitespace", "other"):
            kind = "spelling"
        elif kind in ("grammar", "characters", "typographical", "locale-violation"):
            kind = "grammar"
        else:
            continue
        words = text[match["offset"] : match["offset"] + match["length"]]
        if kind != "spelling" or words.lower() not in dictionary:
            shown.append((kind, words, [row["value"] for row in match["replacements"]]))
    return shown


def test_superdesk_shows_names_though_its_dictionary_has_them(server):
    text = NAMES.replace("\n\n", "\n")
    _, _, body = server("/v2/check", {"text": text, "language": "auto"})
    assert superdesk(text, json.loads(body), {"brantdner", "brandtner"}) == [("grammar", "Brantdner", ["Brandtner"])]
