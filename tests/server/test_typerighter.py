"""The Guardian's Typerighter protocol."""

import json

import pytest
from command import write
from serving import serving

FIRST = "🎉 Taras Brandtner spoke first. Brandtner said the bridge would open."
SECOND = "Brandtner left early. Brantdner returned."
BLOCKS = [
    {"id": "a", "text": FIRST, "from": 1, "to": 1 + len(FIRST) + 1},
    {"id": "b", "text": SECOND, "from": 100, "to": 100 + len(SECOND)},
]
JSON = {"Content-Type": "application/json"}


def test_a_name_in_two_spellings_across_two_blocks_is_found_where_the_editor_has_it(server):
    answer = server.json("/check", {"requestId": "1", "blocks": BLOCKS})
    (match,) = answer["matches"]
    start = 100 + SECOND.index("Brantdner")
    assert (match["fromPos"], match["toPos"], match["matchedText"]) == (start, start + 9, "Brantdner")
    assert match["suggestions"] == [match["replacement"]] == [{"type": "TEXT_SUGGESTION", "text": "Brandtner"}]
    assert match["rule"]["category"] == {"id": "names", "name": "Names"}
    assert match["markAsCorrect"] is False
    assert match["matchContext"] == "Brandtner left early. [Brantdner] returned."
    assert answer["blocks"] == BLOCKS
    assert answer["percentageRequestComplete"] == 100


def test_positions_count_utf_16(server):
    (match,) = server.json("/check", {"requestId": "1", "blocks": [{**BLOCKS[0], "text": "🎉 It is is late."}]})[
        "matches"
    ]
    assert (match["fromPos"], match["matchedText"]) == (1 + 6, "is is")


def test_records_of_the_stream_are_one_a_block_and_end_with_the_unit_separator(server):
    body = json.dumps({"requestId": "1", "blocks": BLOCKS}).encode()
    status, _, answer = server("/checkStream", body, JSON)
    *records, rest = answer.decode().split("\x1f")
    assert (status, rest) == (200, "")
    first, second = map(json.loads, records)
    assert (first["blocks"], first["matches"], first["percentageRequestComplete"]) == ([BLOCKS[0]], [], 50)
    assert (second["blocks"], second["percentageRequestComplete"]) == ([BLOCKS[1]], 100)
    assert [match["matchedText"] for match in second["matches"]] == ["Brantdner"]
    assert first["categoryIds"] == second["categoryIds"] == server.json("/check", {"blocks": BLOCKS})["categoryIds"]


def test_a_stream_of_no_blocks_is_complete(server):
    record = json.loads(server("/checkStream", b'{"blocks": []}', JSON)[2].rstrip(b"\x1f"))
    assert (record["matches"], record["percentageRequestComplete"]) == ([], 100)


def test_skipped_ranges_are_no_copy_and_keep_their_room(server):
    text = "It is NOTE TO EDITOR is late."
    start = text.index("NOTE") + 10
    block = {"id": "a", "text": text, "from": 10, "to": 40, "skipRanges": [{"from": start, "to": start + 14}]}
    (match,) = server.json("/check", {"requestId": "1", "blocks": [block]})["matches"]
    assert match["rule"]["id"] == "sentences/repeated-word"
    assert match["matchedText"].startswith("is NOTE")
    assert match["fromPos"] == 10 + 3


def test_categories_are_families_and_can_be_left_out(server):
    families = {row["id"] for row in server.json("/categories")}
    assert {"names", "sentences", "quotes", "facts"} <= families
    answer = server.json("/check", {"requestId": "1", "blocks": BLOCKS, "excludeCategoryIds": ["names"]})
    assert answer["matches"] == []
    assert set(answer["categoryIds"]) == families - {"names"}
    assert server.json("/check", {"requestId": "1", "blocks": BLOCKS, "categoryIds": ["facts"]})["matches"] == []


def test_a_name_that_the_house_list_has_is_marked_as_correct(tmp_path):
    write(tmp_path / "newslint.toml", 'names = ["Taras Brandtner"]\n')
    with serving("--workers", "1", cwd=tmp_path) as server:
        matches = server.json("/check", {"requestId": "1", "blocks": BLOCKS})["matches"]
    green = [match for match in matches if match["markAsCorrect"]]
    assert [match["matchedText"] for match in green] == ["Taras Brandtner", "Brandtner", "Brandtner"]
    assert green[0]["fromPos"] == 1 + 3
    assert [match["matchedText"] for match in matches if not match["markAsCorrect"]] == ["Brantdner"]


@pytest.mark.parametrize(
    "body",
    [
        b"[",
        b"[]",
        b"{}",
        b'{"blocks": 7}',
        b'{"blocks": [{"id": "a"}]}',
        b'{"blocks": [{"id": "a", "text": "b", "from": "c"}]}',
        b'{"blocks": [{"id": "a", "text": "b", "from": 0, "skipRanges": [1]}]}',
        b'{"blocks": [], "categoryIds": [1]}',
    ],
)
def test_what_is_wrong_is_said(server, body):
    status, _, answer = server("/check", body, JSON)
    assert (status, list(json.loads(answer))) == (400, ["error"])
