"""What a rule's owners say of it: drafts, retired rules, and rules for some copy only."""

import datetime
import json

import pytest
from command import newslint, rows, write

from newslint import Article, Rule, Standing
from newslint.kinds.loading import rule_from_data
from newslint.settings.manual import rule_page

RULE = """\
kind = "avoid"
summary = "Iconic says nothing."
severity = "error"
{}
[terms]
"iconic" = "say what it is known for"
[[example]]
flags = "They met at the [[iconic]] bridge."
[[example]]
passes = "They met at the bridge."
[[example]]
passes = "Icons hang in the hall."
"""
COPY = "They met at the iconic bridge on Monday.\n"


@pytest.fixture
def desk(tmp_path):
    write(tmp_path / "newslint.toml", 'packs = ["house"]\n')
    write(tmp_path / "story.md", COPY)

    def stand(*lines, config=""):
        write(tmp_path / "house" / "style" / "iconic.toml", RULE.format("\n".join(lines)))
        write(tmp_path / "newslint.toml", f'packs = ["house"]\n{config}')
        return tmp_path

    return stand


def found(folder, *arguments):
    return [row for row in rows(*arguments, "story.md", cwd=folder) if row["rule"] == "style/iconic"]


def test_a_draft_is_silent_until_it_is_asked_for_by_name_and_then_informs(desk):
    folder = desk('status = "draft"')
    assert found(folder) == []
    assert found(folder, "--select", "style") == []
    assert [row["severity"] for row in found(folder, "--select", "style/iconic")] == ["info"]


def test_a_draft_informs_whatever_severity_the_config_gives_its_family(desk):
    folder = desk('status = "draft"', config='extend-select = ["style/iconic"]\n[severity]\nstyle = "error"\n')
    assert [row["severity"] for row in found(folder)] == ["info"]


def test_a_live_rule_says_what_it_always_said(desk):
    assert [row["severity"] for row in found(desk('status = "live"'))] == ["error"]


def test_a_retired_rule_never_runs_and_whoever_names_it_is_told(desk):
    folder = desk('status = "retired"', 'reason = "nobody writes it any more"')
    assert found(folder, "--select", "style") == []
    code, out, err = newslint("check", "--select", "style/iconic", "story.md", cwd=folder)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "`select` names style/iconic, which is retired (nobody writes it any more); take it out" in err


@pytest.mark.parametrize(
    ("copy", "config", "runs"),
    [
        ("---\nsection: Sport\n---\n\n", "", True),
        ("---\nsection: Politics\n---\n\n", "", False),
        ("---\ncategories: [sport, cycling]\n---\n\n", "", True),
        ("", "", False),
        ("", 'desk = "sport"\n', True),
        ("---\nsection: Politics\n---\n\n", 'desk = "sport"\n', False),
    ],
)
def test_a_rule_for_a_desk_reads_that_desks_copy_only(desk, copy, config, runs):
    folder = desk('scope = {desk = "sport"}', config=config)
    write(folder / "story.md", copy + COPY)
    assert bool(found(folder)) is runs


@pytest.mark.parametrize(
    ("scope", "copy", "config", "runs"),
    [
        ("en-GB", "---\nlang: en-GB\n---\n\n", "", True),
        ("en-GB", "---\nlang: en-US\n---\n\n", "", False),
        ("en-GB", "", "", False),
        ("en-GB", "", 'language = "en-GB"\n', True),
        ("en", "", "", True),
        ("en", "---\nlang: en-US\n---\n\n", "", True),
    ],
)
def test_a_rule_for_a_language_reads_copy_in_it_only(desk, scope, copy, config, runs):
    folder = desk(f'scope = {{language = "{scope}"}}', config=config)
    write(folder / "story.md", copy + COPY)
    assert bool(found(folder)) is runs


def test_examples_run_whatever_the_scope_and_status(desk):
    folder = desk('status = "draft"', 'scope = {desk = "sport"}')
    code, out, _ = newslint("test", "house", cwd=folder)
    assert (code, out) == (0, "1 rule, 3 examples, 0 failed\n")


def test_rules_and_explain_show_what_the_owners_say(desk):
    folder = desk(
        'status = "draft"', 'owner = "Sports desk"', 'reason = "Complaints"', "since = 2024-05-31",
        'scope = {desk = ["sport"], language = "en-GB"}',
    )  # fmt: skip
    _, out, _ = newslint("rules", cwd=folder)
    (line,) = [line for line in out.splitlines() if "style/iconic" in line]
    assert "  draft    Iconic says nothing. (for sport, en-GB; since 2024-05-31; Sports desk)" in line
    said = {"status": "draft", "owner": "Sports desk", "reason": "Complaints", "since": "2024-05-31",
            "scope": {"desk": ["sport"], "language": "en-GB"}}  # fmt: skip
    for command in (("rules", "--format", "json"), ("explain", "style/iconic", "--format", "json")):
        data = json.loads(newslint(*command, cwd=folder)[1])
        row = data if isinstance(data, dict) else next(row for row in data if row["rule"] == "style/iconic")
        assert {key: row[key] for key in said} == said
    _, page, _ = newslint("explain", "style/iconic", cwd=folder)
    for line in ("Status: draft", "Owner: Sports desk", "Reason: Complaints", "Since: 2024-05-31",
                 "Scope: sport; en-GB"):  # fmt: skip
        assert line in page.splitlines()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('status = "drafts"', "`status` is 'drafts', not one of draft, live, retired; did you mean \"draft\"?"),
        ("owner = 3", "`owner` is a text, not 3"),
        ('since = "May 2024"', "`since` is a day such as 2024-05-31, not 'May 2024'"),
        ('scope = "sport"', "`scope` is a table such as"),
        ('scope = {desks = "sport"}', "`scope` has desk and language, no `desks`"),
        ("scope = {desk = [1]}", "`scope.desk` is a text or a list of texts, not [1]"),
    ],
)
def test_what_is_wrong_with_a_standing_is_said_in_one_line(desk, line, said):
    code, out, err = newslint("test", "house", cwd=desk(line))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("newslint: house/style/iconic.toml: ")
    assert said in err


def test_a_python_rule_says_it_in_one_value():
    class Loud(Rule):
        """No shouting."""

        standing = Standing(status="draft", owner="Sport", since=datetime.date(2024, 5, 31), desks=("sport",))

        def check(self, article: Article):
            return ()

    page = rule_page(Loud(id="style/loud"))
    assert "Status: draft\n\nOwner: Sport\n\nSince: 2024-05-31\n\nScope: sport\n" in page


def test_a_rule_without_any_is_live_everywhere():
    data = {"kind": "avoid", "summary": "x", "terms": ["iconic"]}
    assert rule_from_data(data, "style/iconic").standing == Standing()
