"""Lines of the page that stand together are one finding, through the installed command."""

import json

from command import newslint, rows, write

STORY = "The council met on Monday to vote on the new bridge. The mayor spoke for an hour about the costs."
BOX = "Share this article\n\nSign up for our newsletter\n\nADVERTISEMENT"


def test_a_run_of_lines_is_one_finding_over_all_of_it(tmp_path):
    file = write(tmp_path / "a.txt", f"{STORY}\n\n{BOX}\n\n{STORY.replace('bridge', 'pier')}\n")
    (found,) = rows("--no-config", "--select", "boilerplate", ".", cwd=tmp_path)
    assert file.read_text()[found["start"] : found["end"]] == BOX
    assert (found["line"], found["end_line"], found["severity"]) == (3, 7, "warning")
    assert found["message"].endswith("It is one of 3 lines of the page that stand together.")
    said = {found["rule"], *(row["rule"] for row in found["related"])}
    assert said >= {"boilerplate/sharing", "boilerplate/newsletter", "boilerplate/advertisement"}


def test_the_gravest_of_a_run_speaks(tmp_path):
    write(tmp_path / "a.txt", f"{STORY}\n\nAnn Roe via Getty Images.\n\nADVERTISEMENT\n\n{STORY}\n")
    (found,) = rows("--no-config", "--select", "boilerplate", ".", cwd=tmp_path)
    assert (found["rule"], found["severity"], found["line"]) == ("boilerplate/advertisement", "warning", 3)
    assert [(row["rule"], row["line"]) for row in found["related"]] == [("boilerplate/photo-credit", 3)]


def test_copy_between_two_lines_keeps_them_apart(tmp_path):
    write(tmp_path / "a.txt", f"{STORY}\n\nADVERTISEMENT\n\n{STORY}\n\nSign up for our newsletter\n\n{STORY}\n")
    found = rows("--no-config", "--select", "boilerplate", ".", cwd=tmp_path)
    assert [row["rule"] for row in found] == ["boilerplate/advertisement", "boilerplate/newsletter"]


def test_what_is_not_sure_is_said_once(tmp_path):
    asides = "(Also on the Gazette: Bridge vote)", "(Photos: The old bridge)", "(Also on the Gazette: The mayor)"
    credit = "Ann Roe via Getty Images."
    write(tmp_path / "a.txt", "\n\n".join(f"{STORY}\n\n{aside}" for aside in (*asides, credit)) + f"\n\n{STORY}\n")
    (found,) = rows("--no-config", "--select", "boilerplate", ".", cwd=tmp_path)
    assert (found["rule"], found["severity"], found["line"]) == ("boilerplate/related-links", "info", 3)
    assert [row["rule"].partition("/")[2] for row in found["related"]] == ["related-links"] * 2 + ["photo-credit"]


def test_the_mend_of_a_run_takes_out_all_of_it(tmp_path):
    file = write(tmp_path / "a.txt", f"{STORY}\n\n{BOX}\n")
    (found,) = rows("--no-config", "--select", "boilerplate", ".", cwd=tmp_path)
    text = file.read_text()
    for edit in sorted(found["fix"]["edits"], key=lambda edit: -edit["start"]):
        text = text[: edit["start"]] + edit["replacement"] + text[edit["end"] :]
    assert text == f"{STORY}\n"
    newslint("check", "--no-config", "--fix", "--unsafe", file.name, cwd=tmp_path)
    assert file.read_text() == f"{STORY}\n"


def test_lines_of_two_fields_are_not_one_run(tmp_path):
    write(tmp_path / "a.json", json.dumps({"type": "story", "content_elements": [
        {"type": "text", "content": STORY},
        {"type": "text", "content": "ADVERTISEMENT"},
        {"type": "text", "content": "Sign up for our newsletter"},
        {"type": "text", "content": STORY},
    ], "version": "0.10.7"}))  # fmt: skip
    found = rows("--no-config", "--select", "boilerplate", ".", cwd=tmp_path)
    assert [row["rule"] for row in found] == ["boilerplate/advertisement", "boilerplate/newsletter"]
