"""One fault is one finding, whoever saw it; nothing that a rule saw is lost to a program."""

from types import SimpleNamespace

from command import newslint, rows, write

from newslint.findings.one_fault import one_fault
from newslint.model.finding import Edit, Finding, Fix, Severity
from newslint.model.span import Span

TEXT = "Sign up for more. The mayor, Mr Kuzzio said.\nThen the mayor left the hall."
RULES = {
    "a/sure": SimpleNamespace(precedence=60, claims_words=False),
    "b/less": SimpleNamespace(precedence=40, claims_words=False),
    "c/line": SimpleNamespace(precedence=30, claims_words=True),
}


def finding(rule, words, severity=Severity.WARNING, **more):
    start = TEXT.index(words)
    return Finding(rule, f"{rule} on {words}", Span(start, start + len(words)), severity, **more)


def said(*findings):
    """rule -> the rules of its related, in the order of the text."""
    return {row.rule: [other.rule for other in row.related] for row in one_fault(findings, RULES, TEXT)}


def test_the_higher_precedence_speaks_of_the_same_words():
    assert said(finding("b/less", "Kuzzio"), finding("a/sure", "Kuzzio")) == {"a/sure": ["b/less"]}


def test_marks_that_nearly_agree_are_the_same_words():
    assert said(finding("b/less", "Kuzzio said."), finding("a/sure", "Kuzzio said")) == {"a/sure": ["b/less"]}


def test_a_graver_finding_is_surer_than_any_precedence():
    graver = finding("b/less", "Kuzzio", Severity.ERROR)
    assert said(graver, finding("a/sure", "Kuzzio")) == {"b/less": ["a/sure"]}


def test_a_name_in_a_long_fragment_is_a_fault_of_its_own():
    long = finding("b/less", "The mayor, Mr Kuzzio said.")
    assert said(long, finding("a/sure", "Kuzzio")) == {"b/less": [], "a/sure": []}


def test_a_rule_that_claims_its_words_takes_all_that_lies_on_them():
    line = finding("c/line", TEXT.split("\n")[0])
    found = said(line, finding("a/sure", "Kuzzio"), finding("b/less", "The mayor"), finding("a/sure", "the hall"))
    assert found == {"c/line": ["b/less", "a/sure"], "a/sure": []}


def test_a_doubtful_claim_takes_nothing_graver():
    line = finding("c/line", TEXT.split("\n")[0], Severity.INFO)
    assert said(line, finding("a/sure", "Kuzzio")) == {"c/line": [], "a/sure": []}


def test_what_touches_a_claimed_part_of_a_word_belongs_to_it():
    garbled = finding("c/line", "zzi")
    assert said(garbled, finding("a/sure", "Kuzzio")) == {"c/line": ["a/sure"]}


def test_the_mend_of_the_other_rule_is_kept():
    fix = Fix((Edit(Span(32, 38), "Kuzio"),))
    (row,) = one_fault([finding("a/sure", "Kuzzio"), finding("b/less", "Kuzzio", fix=fix)], RULES, TEXT)
    assert row.fix == fix
    assert row.related[0].message == "b/less on Kuzzio"


def test_one_rule_does_not_silence_itself():
    assert len(one_fault([finding("a/sure", "Kuzzio said"), finding("a/sure", "Kuzzio said.")], RULES, TEXT)) == 2


MISSPELT = (
    "Ivan Kuzio, a farmer, opened the fair on Monday. Kuzio has run it for years.\n\n"
    "“It rained,” Cuzio said. “It will again.” Kuzio went home.\n\n"
    "On Tuesday Cuzio came back, and Kuzio’s brother came with him.\n"
)


def test_a_name_misspelt_throughout_is_one_finding_with_its_places(tmp_path):
    write(tmp_path / "a.txt", MISSPELT)
    (row,) = rows("a.txt", cwd=tmp_path)
    assert (row["rule"], row["line"]) == ("names/inconsistent-spelling", 3)
    assert [(other["line"], other["rule"]) for other in row["related"] if other["rule"]] == [
        (5, "names/inconsistent-spelling")
    ]
    assert [edit["replacement"] for edit in row["fix"]["edits"]] == ["Kuzio", "Kuzio"]


def test_a_misspelt_speaker_is_one_finding(tmp_path):
    write(
        tmp_path / "a.txt",
        "Ivan Kuzio, a farmer, opened the fair. Kuzio has run it for years.\n\n"
        "“It rained,” Cuzio said. Kuzio went home.\n",
    )
    (row,) = rows("a.txt", cwd=tmp_path)
    seen = {(other["rule"], other["message"]) for other in row["related"] if other["rule"]}
    assert row["rule"] == "names/inconsistent-spelling"
    assert seen == {("quotes/unknown-speaker", "“Cuzio” speaks here but is not introduced anywhere in the article.")}


def test_the_text_says_where_the_fault_stands_again(tmp_path):
    write(tmp_path / "a.txt", MISSPELT)
    _, out, _ = newslint("check", "a.txt", cwd=tmp_path)
    assert out == "a.txt:3:14: names/inconsistent-spelling “Cuzio” appears 2 times, “Kuzio” 4 times. Also in line 5.\n"


def test_a_suppressed_finding_does_not_come_back_as_another_rule_s(tmp_path):
    write(tmp_path / "a.md", "<!-- newslint: ignore-file names/inconsistent-spelling -->\n\n" + MISSPELT)
    assert rows("a.md", cwd=tmp_path) == []


def test_each_place_has_its_own_entry_in_a_baseline(tmp_path):
    copy = "They sell bread &amp; wine at the fair.\n\nThey sell salt &amp; oil, too.\n"
    write(tmp_path / "a.txt", copy)
    assert [len(row["related"]) for row in rows("a.txt", cwd=tmp_path)] == [1]
    assert "2 findings" in newslint("baseline", ".", cwd=tmp_path)[1]
    write(tmp_path / "a.txt", copy + "\nThe rest is soap &amp; water.\n")
    assert [row["line"] for row in rows("a.txt", cwd=tmp_path)] == [5]


FOOTER = "Sign up for our morning newsletter"


def test_a_line_that_recurs_is_said_once_though_two_rules_see_it(tmp_path):
    for number, town in enumerate(("Hull", "York", "Bath", "Wells", "Ely")):
        write(tmp_path / f"{number}.txt", f"The {town} council met on Monday to vote on a bridge.\n\n{FOOTER}\n")
    found = rows(".", cwd=tmp_path)
    assert [row["rule"] for row in found] == ["boilerplate/newsletter"] * 5
    seen_by = {other["rule"] for row in found for other in row["related"]}
    assert seen_by == {"boilerplate/repeated-across-articles", "boilerplate/reader-address"}


def test_furniture_is_closed_to_other_rules(tmp_path):
    story = "The council met on Monday to vote on the new bridge.\n\n"
    write(tmp_path / "a.txt", f"{story}By signing up you agree to our Privacy Policy and to to\n")
    (row,) = rows("a.txt", cwd=tmp_path)
    assert row["rule"] == "boilerplate/copyright"
    assert "boilerplate/newsletter" in {other["rule"] for other in row["related"]}


def test_a_pack_s_rule_may_give_its_own_precedence(tmp_path):
    pack = 'kind = "avoid"\nsummary = "No."\nprecedence = {}\nterms = ["Cuzio"]\n'
    write(tmp_path / "newslint.toml", 'packs = ["pack"]\n')
    write(tmp_path / "a.txt", MISSPELT)
    for precedence, speaks in ((59, "names/inconsistent-spelling"), (61, "house/cuzio")):
        write(tmp_path / "pack" / "house" / "cuzio.toml", pack.format(precedence))
        assert rows("a.txt", cwd=tmp_path)[0]["rule"] == speaks
    write(tmp_path / "pack" / "house" / "cuzio.toml", pack.format(101))
    assert "`precedence` is 101, not a whole number from 0 to 100" in newslint("check", "a.txt", cwd=tmp_path)[2]


def test_a_quotation_that_breaks_off_with_its_paragraph_is_one_fault(tmp_path):
    text = "“We have no choice but to close the bridge until the spring and to\n\nThe mayor agreed, and left.\n"
    write(tmp_path / "a.txt", "The council met on Monday to talk of the old bridge.\n\n" + text)
    (row,) = rows("a.txt", cwd=tmp_path)
    assert row["rule"] == "sentences/truncated"
    assert [other["rule"] for other in row["related"]] == ["quotes/unbalanced"]
