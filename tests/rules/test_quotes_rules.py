"""The quotes/ rules on small stories: what they report, where, and what they leave alone."""

import pytest

from newslint.article import Article
from newslint.findings.pipeline import lint
from newslint.model.finding import Finding, Severity
from newslint.plugins.loading import load_plugins
from newslint.readers import standard_readers

FILES = {file.id.removeprefix("quotes/"): file for file in load_plugins().rules if file.id.startswith("quotes/")}

STORY = """Ann Lind, the mayor, opened the bridge on Monday.

“It is a fine bridge,” Lind said. “We are proud of it.”

The engineer, Tom Berg, was less pleased. “I have seen better, and so have you,” he said.

“The river will decide,” said Eva Holm, 61, a fisherwoman. ‘Nobody’ had asked her, she said.

“We will be here in the ’90s,” Lind told reporters. “My grandmother always said, ‘Build it 6’ higher.’

“And she was right, as grandmothers are.”
"""


def run(rule: str, text: str) -> list[Finding]:
    findings, errors = lint(Article(standard_readers()[0].read(text)), [FILES[rule].load()])
    assert errors == []
    return findings


def words(rule: str, text: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in run(rule, text)]


@pytest.mark.parametrize("rule", FILES)
def test_a_sound_story_passes(rule: str) -> None:
    assert run(rule, STORY) == []


@pytest.mark.parametrize("rule", FILES)
def test_text_without_quotations_passes(rule: str) -> None:
    assert run(rule, "The mayor said it was late. It rained on 6' of snow.") == []
    assert run(rule, "") == []


@pytest.mark.parametrize(
    "mark", [i for i, c in enumerate(STORY) if c in "“”" and STORY[i : i + 4] not in ("“My ", "“And")]
)
def test_any_lost_mark_is_reported_in_its_paragraph(mark: int) -> None:
    text = STORY[:mark] + STORY[mark + 1 :]
    start = text.rfind("\n\n", 0, mark)
    end = max(text.find("\n\n", mark), 0) or len(text)
    found = [finding for finding in run("unbalanced", text) if finding.severity is not Severity.INFO]
    assert found
    assert all(start <= finding.start <= end for finding in found)


def test_one_break_is_reported_once() -> None:
    assert words("unbalanced", "“We won,” she said. “At last. He sat down. “Good,” he said.") == ["“"]
    assert words("unbalanced", "It was safe.” This is good,” said Lind.") == ["”"]


def test_a_lost_paragraph_break_is_only_info() -> None:
    (finding,) = run("unbalanced", 'She said: "We came. "We won." It rained.')
    assert finding.severity is Severity.INFO


def test_a_turned_mark_has_its_mend() -> None:
    (finding,) = run("unbalanced", "“We won,“ she said.")
    assert finding.fix is not None
    assert finding.fix.edits[0].replacement == "”"


def test_mixed_marks_are_reported_once_an_article() -> None:
    rest = '"Yes," he said. "No," said Lind. "Never," said Berg.'
    assert words("mixed-marks", f"“A bridge,” she said. {rest}") == ["“"]


def test_marks_that_take_turns_are_a_habit_of_the_house() -> None:
    rest = '"Yes," he said. "No," said Lind. "Never," said Berg. "So," said Holm. "But," said Roe. "Or," said Doe.'
    assert words("mixed-marks", f"“A bridge,” she said. {rest} “At last,” she said.") == []


@pytest.mark.parametrize(
    ("clause", "reported"),
    [
        ("Lind said, he added.", "he added"),
        ("Lind said says Mr.", "says Mr"),
        ("said Lind, said Lind.", "said Lind"),
        ("said Lind said.", "said"),
        ("Lind said. says Mr.", "says Mr"),
        ("Lind said. he added.", "he added"),
        ("Lind told reporters says Mr.", "says Mr"),
        ("Lind said, according to Lind.", "according to Lind"),
    ],
)
def test_doubled_attributions(clause: str, reported: str) -> None:
    assert words("doubled-attribution", f"Ann Lind came. “It is a fine bridge,” {clause}") == [reported]


def test_an_attribution_on_both_sides() -> None:
    text = "Lind wrote, adding that “it will stand.” It is a fine bridge,” she added."
    assert words("doubled-attribution", text) == ["she added"]
    assert words("unbalanced", text) == ["”"]


@pytest.mark.parametrize(
    "clause", ["said.", "says.", "told reporters.", "said in a statement.", "said Dr.", ", added."]
)
def test_missing_speakers(clause: str) -> None:
    (finding,) = run("missing-speaker", f"“It is a fine bridge,” {clause} It rained.")
    assert finding.message.startswith("Nobody is named")


def test_the_same_words_in_two_mouths() -> None:
    text = STORY.replace("” he said", "” Berg said") + "\n“I have seen better, and so have you,” said Eva Holm.\n"
    (finding,) = run("misattributed", text)
    assert text[finding.start : finding.end] == "“I have seen better, and so have you,” said Eva Holm"
    assert finding.related[0].span.start == text.index("“I have seen")
    assert "Berg" in finding.message


def test_a_speaker_who_repeats_himself_passes() -> None:
    assert run("misattributed", STORY + "\n“I have seen better, and so have you,” Berg said again.\n") == []
    assert run("misattributed", STORY + "\n“It is a fine bridge,” Mayor Lind said again.\n") == []


def test_an_unknown_speaker_gets_the_likest_name() -> None:
    text = STORY.replace("Lind told reporters", "Lynd told reporters")
    (finding,) = run("unknown-speaker", text)
    assert text[finding.start : finding.end] == "Lynd"
    assert finding.fix is not None
    assert finding.fix.edits[0].replacement == "Lind"


@pytest.mark.parametrize(
    "speaker",
    [
        "Obama",
        "the mayor",
        "she",
        "Reuters",
        "Kowalski, 43, a teacher,",
        "Maria (41)",
        "an OECD official",
        "That’s",
        "Another",
        "DailyNews",
        "Professor",
        "Parents",
    ],
)
def test_speakers_who_need_no_introduction(speaker: str) -> None:
    assert run("unknown-speaker", f"The bridge is open. “It is a fine bridge,” {speaker} said.") == []


def test_known_speakers_may_be_configured() -> None:
    rule = FILES["unknown-speaker"].load()
    text = "“It is a fine bridge,” Kowalski said."
    assert list(rule.check(Article(standard_readers()[0].read(text))))
    known = type(rule)(id=rule.id, known=frozenset({"Kowalski"}))  # type: ignore[call-arg]
    assert list(known.check(Article(standard_readers()[0].read(text)))) == []


def test_nobody_in_reach() -> None:
    text = "The bridge closed in May. It rained.\n\n“We have never seen anything like it in this town before.”\n"
    assert words("unattributed", text) == ["“We have never seen anything like it in this town before.”"]


CAST = "Ann Lind runs the mill; Tom Berg, a farmer, does not. Lind and Berg met.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "“We will mend it,” the said.",
        "“We will mend it,” later told the paper.",
        "“We will mend it,” a spokesman for said.",
        "“We will mend it,” said who runs the mill.",
        "“We will mend it,” Mr said.",
        "“We will mend it,” who runs the mill, said.",
        "The mill has “all that it needs,” said.",
        "The mill has “all that it needs for a very long time,” told the paper.",
        "According to, “we will mend it.”",
        "In a statement, said: “We will mend it.”",
    ],
)
def test_missing_speaker(text: str) -> None:
    assert len(run("missing-speaker", CAST + text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "What she said: “We will mend it.”",
        "He sat down. And then said: “We will mend it.”",
        "The words “we will mend it,” said by nobody, hung there.",
        "“We will mend it,” said Said Omar, a miller.",
        "“We will mend it,” was all she said.",
        "“We will mend it,” one said.",
    ],
)
def test_speakers_that_are_there(text: str) -> None:
    assert run("missing-speaker", CAST + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“We will mend it,” she said, said Lind.",
        "“We will mend it,” said Ann Lind, who runs the mill, Lind said.",
        "“We will mend it,” a spokesman said, said a spokesman.",
        "“We will mend it,” Lind said – she added.",
        "It will be mended, Lind said, she added.",
        "It will be mended, said Lind, according to Lind.",
        "Lind said that it will be mended, said Lind.",
    ],
)
def test_doubled_attribution(text: str) -> None:
    assert len(run("doubled-attribution", CAST + text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "“We will mend it,” Lind said, Berg said.",
        "“We will mend it,” said Lind, said Berg.",
        "“We will mend it,” Lind told reporters, said Berg.",
        "Lind told the paper that “we will mend it,” said Berg.",
    ],
)
def test_two_speakers(text: str) -> None:
    assert len(run("misattributed", CAST + text)) == 1


@pytest.mark.parametrize("rule", ["misattributed", "doubled-attribution"])
@pytest.mark.parametrize(
    "text",
    [
        "When Lind said “we will mend it,” Berg said no.",
        "“We will mend it,” Lind said, and Berg said he agreed.",
        "“We will mend it,” Lind said, the Gazette reported.",
        "“We will mend it,” he says she said.",
        "The claims may run into millions, they said.",
        "Lind said “we will mend it”; Berg said “no”.",
    ],
)
def test_one_speaker(rule: str, text: str) -> None:
    assert run(rule, CAST + text) == []


def test_what_other_houses_leave_open_is_for_information() -> None:
    speech = "“We will mend it. It is late.\n\n"
    severities = [finding.severity for finding in run("unbalanced", speech + "And we will pay for it all,” said Lind.")]
    assert severities == [Severity.INFO]
    partial = "He was “tired of it all.\n\n“I quit,” she said."
    cut = "The hall was full. Lind said: “We have won and ...\n\nIt rained."
    assert [finding.severity for text in (partial, cut) for finding in run("unbalanced", text)] == 2 * [Severity.INFO]


def test_a_doubtful_mark_is_the_end_when_a_later_one_closes_something_else() -> None:
    assert words("unbalanced", "He called it ‘Fake News’ and left. We are late,’ he said.") == ["’"]
    assert words("unbalanced", "‘The boys’ bikes are gone. All of them,’ he said.") == []


@pytest.mark.parametrize("who", ["he said", "the farmer said", "said a spokesman for Berg", "the club said"])
def test_the_same_words_of_a_name_and_of_somebody_who_may_be_the_same(who: str) -> None:
    speech = "“We will mend the old mill before the snow comes,” "
    assert run("misattributed", f"{CAST}Few clapped. {speech}{who}.\n\nIt rained.\n\n{speech}said Lind.") == []
    speech = "“It has stood since my grandfather was a boy. We will mend the old mill before the snow comes,” "
    lede = "“We will mend the old mill before the snow comes,” a neighbour said."
    assert run("misattributed", f"{CAST}{lede}\n\n{speech}said Berg.") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("“We have won, said its secretary, Ann Lind. The hall went quiet.", "won,"),
        ("“I am late,” she said. We have won and they have lost.” The hall went quiet.", "We"),
    ],
)
def test_a_lone_mark_says_where_its_partner_may_have_stood(text: str, place: str) -> None:
    (finding,) = run("unbalanced", text)
    assert [text[other.span.start : other.span.end] for other in finding.related] == [place]
