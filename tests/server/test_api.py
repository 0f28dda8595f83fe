"""Our own protocol."""

import base64
import io
import json
import re
from pathlib import Path

import pytest
from command import newslint, write
from serving import NAMES, serving

JSON = {"Content-Type": "application/json"}
EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"


def ask(server, **body):
    return server.json("/api/check", body)


def refused(server, path="/api/check", **body):
    status, headers, answer = server(path, json.dumps(body).encode(), JSON)
    assert headers.get_content_type() == "application/problem+json"
    return status, json.loads(answer)["title"]


def schema_of(server, path, method, status):
    """The JSON Schema that the OpenAPI document gives for an answer."""
    document = server.json("/api/openapi.json")
    content = document["paths"][path][method]["responses"][status]["content"]["application/json"]["schema"]
    return {**content, "components": document["components"]}


def test_findings_are_those_of_the_command_line(server, tmp_path):
    text = (EXAMPLES / "harbour.txt").read_text(encoding="utf-8")
    write(tmp_path / "harbour.txt", text)
    _, out, _ = newslint("check", "--no-config", "--format", "jsonl", "harbour.txt", cwd=tmp_path)
    ours = ask(server, text=text, name="harbour.txt")["findings"]
    units = {"utf16_start", "utf16_end"}
    assert [{key: value for key, value in row.items() if key not in (*units, "fix", "related")} for row in ours] == [
        {key: value for key, value in json.loads(line).items() if key not in ("fix", "related")}
        for line in out.splitlines()
    ]


def test_an_answer_is_as_the_openapi_document_has_it(server):
    jsonschema = pytest.importorskip("jsonschema")
    answer = ask(server, text=f"🎉 It is is late.\n\n{NAMES}", cast=True, fix="safe")
    jsonschema.validate(answer, schema_of(server, "/api/check", "post", "200"))
    jsonschema.validate(server.json("/api/rules"), schema_of(server, "/api/rules", "get", "200"))
    first = answer["findings"][0]
    assert (first["start"], first["utf16_start"]) == (5, 6)


def test_every_path_of_the_document_is_there(server):
    for path, methods in server.json("/api/openapi.json")["paths"].items():
        for method in methods:
            status = server(path, b"{}" if method == "post" else None, JSON, method.upper())[0]
            assert status not in (404, 405, 500) or path in ("/api/feedback", "/api/stats"), path


def test_blocks_keep_their_ids_and_their_offsets(server):
    blocks = [{"id": "title", "text": "🎉 Bridge opens", "role": "headline"}, {"id": "p1", "text": NAMES.strip()}]
    (finding,) = ask(server, blocks=blocks)["findings"]
    assert finding["block"] == "p1"
    assert NAMES[finding["block_utf16_start"] : finding["block_utf16_end"]] == "Brantdner"


def test_fixes_are_made_on_request(server):
    assert ask(server, text="It is is late.\n", fix="unsafe")["fixed"] == "It is late.\n"
    blocks = [{"id": "a", "text": "It is is late."}, {"id": "b", "text": "Nothing is wrong here."}]
    assert ask(server, blocks=blocks, fix="unsafe")["fixed"] == {"a": "It is late.", "b": blocks[1]["text"]}
    assert ask(server, text="<p>It is is &amp; was late.</p>", name="a.html", fix="unsafe")["fixed"] == (
        "<p>It is &amp; was late.</p>"
    )


def test_the_cast_comes_along(server):
    (cast,) = ask(server, text=NAMES, cast=True)["cast"]
    assert [person["name"] for person in cast["people"]] == ["Taras Brandtner"]


def test_rules_are_chosen(server):
    text = f"It is is late.\n\n{NAMES}"
    assert {row["rule"] for row in ask(server, text=text, select=["names"])["findings"]} == {
        "names/inconsistent-spelling"
    }
    assert {row["rule"] for row in ask(server, text=text, ignore=["names"])["findings"]} == {"sentences/repeated-word"}


@pytest.mark.parametrize(
    ("form", "kind", "begins"),
    [
        ("text", "text/plain", b"desk/story.txt:"),
        ("jsonl", "application/x-ndjson", b"{"),
        ("sarif", "application/sarif+json", b"{"),
        ("html", "text/html", b"<!doctype html>"),
        ("junit", "application/xml", b"<?xml"),
    ],
)
def test_answers_come_in_the_formats_of_the_command_line(server, form, kind, begins):
    body = json.dumps({"text": NAMES, "name": "desk/story.txt", "format": form}).encode()
    status, headers, answer = server("/api/check", body, JSON)
    assert (status, headers.get_content_type()) == (200, kind)
    assert answer.startswith(begins)
    assert b"Brantdner" in answer


def test_the_query_says_the_format_of_an_answer_to_json_too(server):
    _, headers, answer = server("/api/check?format=text", json.dumps({"text": NAMES}).encode(), JSON)
    assert headers.get_content_type() == "text/plain"
    assert b"Brantdner" in answer


def test_a_file_is_sent_as_it_is(server):
    path = "/api/check?name=ferry.html&ignore=boilerplate"
    status, _, answer = server(path, (EXAMPLES / "ferry.html").read_bytes(), {"Content-Type": "text/html"})
    assert status == 200
    found = json.loads(answer)["findings"]
    assert found
    assert not [row for row in found if row["rule"].startswith("boilerplate")]


def test_a_word_file_comes_back_with_comments(server):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in NAMES.split("\n\n"):
        document.add_paragraph(line.strip())
    data = io.BytesIO()
    document.save(data)
    _, headers, answer = server("/api/check?name=story.docx&format=docx", data.getvalue(), {"Content-Type": "x/y"})
    assert "wordprocessingml" in headers["Content-Type"]
    (comment,) = docx.Document(io.BytesIO(answer)).comments
    assert "Brantdner" in comment.text
    (finding,) = ask(server, base64=base64.b64encode(data.getvalue()).decode(), name="story.docx")["findings"]
    assert finding["field"] == "paragraph 2"
    assert refused(server, base64=base64.b64encode(data.getvalue()).decode(), name="a.docx", fix="safe")[0] == 400


@pytest.mark.parametrize(
    ("body", "status", "why"),
    [
        ({}, 400, "one of `text`, `blocks` and `base64`"),
        ({"text": "a", "blocks": []}, 400, "only one"),
        ({"text": 7}, 400, "`text` is to be a text"),
        ({"base64": "§"}, 400, "base64"),
        ({"text": "a", "format": "txt"}, 400, 'did you mean "text"?'),
        ({"text": "a", "format": "docx"}, 400, "send one"),
        ({"text": "a", "scope": "page"}, 400, "auto, article, block"),
        ({"text": "a", "select": "names"}, 400, "list of rules"),
        ({"text": "a", "name": "a.pdf"}, 415, ".docx"),
        ({"text": "{}", "name": "a.json"}, 415, "JSON"),
        ({"base64": base64.b64encode(b"PK\3\4 no word").decode(), "name": "a.docx"}, 422, "Word"),
        ({"blocks": [{"id": "a", "text": "b", "role": "c"}]}, 400, "headline"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(server, body, status, why):
    said, title = refused(server, **body)
    assert said == status, title
    assert why in title
    assert "\n" not in title


def test_a_name_reaches_no_file(tmp_path):
    write(tmp_path / "secret.txt", "It is is late.\n")
    write(tmp_path / "newslint.toml", "")
    with serving("--workers", "1", cwd=tmp_path) as server:
        for name in ("secret.txt", "../secret.txt", "/etc/passwd.txt", "secret.txt\0.html"):
            text = f"---\nsources: [{tmp_path}/secret.txt]\n---\n\nAll is well.\n"
            answer = ask(server, text=text, name=name)
            assert answer["errors"] == []
            assert "late" not in json.dumps(answer)


def test_verdicts_are_kept_and_summed_up(tmp_path):
    file = tmp_path / "verdicts.jsonl"
    with serving("--no-config", "--workers", "1", "--feedback", file, cwd=tmp_path) as server:
        assert server.json("/api/stats") == {"rules": []}
        rule = "names/inconsistent-spelling"
        rows = [{"rule": rule, "verdict": verdict} for verdict in ("accepted", "accepted", "wrong", "ignored")]
        assert server("/api/feedback", json.dumps(rows).encode(), JSON)[0] == 204
        one = {"rule": "facts/sum", "verdict": "wrong", "words": "three and four is nine"}
        assert server("/api/feedback", json.dumps(one).encode(), JSON)[0] == 204
        assert refused(server, "/api/feedback", rule="Facts", verdict="wrong")[0] == 400
        assert refused(server, "/api/feedback", rule="facts/sum", verdict="nice")[0] == 400
        sums = server.json("/api/stats")["rules"]
    assert sums[0] == {"rule": rule, "accepted": 2, "ignored": 1, "wrong": 1, "right": pytest.approx(2 / 3)}
    assert json.loads(file.read_text().splitlines()[-1])["words"] == "three and four is nine"
    code, out, _ = newslint("stats", file)
    assert code == 0
    assert re.search(r"names/inconsistent-spelling +2 +1 +1 +67%", out)
    assert re.search(r"facts/sum +0 +0 +1 +0%", out)


def test_a_broken_file_of_verdicts_is_named_with_its_line(tmp_path):
    file = write(tmp_path / "verdicts.jsonl", '{"rule": "facts/sum", "verdict": "wrong"}\n{"rule": 7}\n')
    code, _, err = newslint("stats", file)
    assert code == 2
    assert err.startswith(f"newslint: {file}:2: is no verdict")


def test_verdicts_are_not_kept_unless_told(server):
    assert refused(server, "/api/feedback", rule="facts/sum", verdict="wrong")[0] == 404


def test_what_the_baseline_knows_of_a_named_file_is_silent(tmp_path):
    write(tmp_path / "newslint.toml", 'manual = "https://desk.example/m"\n')
    write(tmp_path / "wire/a.txt", NAMES)
    assert newslint("baseline", "wire", cwd=tmp_path)[0] == 0
    with serving("--config", "newslint.toml", "--workers", "1", cwd=tmp_path) as desk:
        assert ask(desk, text=NAMES, name="wire/a.txt")["findings"] == []
        (new,) = ask(desk, text=f"{NAMES}\nIt was was so.\n", name="wire/a.txt")["findings"]
        assert new["rule"] == "sentences/repeated-word"
        assert len(ask(desk, text=NAMES, name="wire/b.txt")["findings"]) == 1
        assert {url["value"] for match in desk.check(NAMES) for url in match["rule"]["urls"]} == {
            "https://desk.example/m/rules/names/inconsistent-spelling.html"
        }
