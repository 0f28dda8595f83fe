"""Quotations against their transcript: every altered word is found, every honest form passes."""

import json
import random
import time
from pathlib import Path

import pytest

from newslint.article import Article, Context, Transcript
from newslint.commands.cli import main
from newslint.model.finding import Finding, Severity
from newslint.plugins.loading import load_plugins
from newslint.readers import standard_readers

SPEECH = """MAYOR LIND: Good morning. [applause] We never wanted the old bridge to close, and I want to, uh,
say that first.
It was a very hard choice for all of us, for for everybody in this town hall.

REPORTER: What will it cost?

Mayor Lind: About ten per cent more than we planned, that is roughly 4,500 crowns for each household. [00:03:12]
The engineers told me that the northern pillar is, um, cracked from top to bottom. I won't let a school bus
drive across it. Nobody should ask me to. We will build a new one, and it will stand for a hundred years!"""


def read(text: str, *sources: str) -> Article:
    transcripts = tuple(Transcript(f"t{number}", source) for number, source in enumerate(sources, 1))
    return Article(standard_readers()[0].read(text), Context(transcripts=transcripts))


def check(text: str, *sources: str) -> list[tuple[str, Finding]]:
    """(the words reported, the finding), warnings only."""
    rule = next(file for file in load_plugins().rules if file.id == "quotes/differs-from-source").load()
    found = [finding for finding in rule.check(read(text, *sources)) if finding.severity is not Severity.INFO]
    return [(text[finding.start : finding.end], finding) for finding in found]


def info(text: str, *sources: str) -> list[str]:
    rule = next(file for file in load_plugins().rules if file.id == "quotes/differs-from-source").load()
    return [finding.message for finding in rule.check(read(text, *sources)) if finding.severity is Severity.INFO]


@pytest.mark.parametrize(
    "quotation",
    [
        "We never wanted the old bridge to close,",
        "I want to say that first,",  # uh
        "very hard choice for all of us,",  # begins in the middle
        "hard choice,",
        "It was a very hard choice for all of us, for everybody in this town hall,",  # stutter
        "We never wanted the old bridge to close ... It was a very hard choice for all of us,",
        "We never wanted the old bridge to close … It was a very hard choice for all of us,",
        "We never wanted the old bridge to close [...] It was a very hard choice for all of us,",
        "We never wanted [it] to close,",
        "We never wanted the old [river] bridge to close,",
        "[T]he northern pillar is cracked from top to bottom,",
        "[The council] will build a new one,",
        "The engineers told [Lind] that the northern pillar is cracked,",
        "About 10 percent more than we planned,",
        "About 10% more than we planned,",
        "roughly 4,500 crowns for each household. The engineers told me",  # a time between
        "I won’t let a school bus drive across it. Nobody should ask me to.",
        "WE WILL BUILD A NEW ONE, and it will stand for a hundred years.",
        "We ... want to say that first,",
    ],
)
def test_honest_forms_pass(quotation: str) -> None:
    assert check(f"“{quotation}” Lind said.", SPEECH) == []
    assert info(f"“{quotation}” Lind said.", SPEECH) == []


@pytest.mark.parametrize(
    ("quotation", "reported", "words"),
    [
        ("We never wanted the old bridge to open,", "open", "“close”"),
        ("They never wanted the old bridge to close,", "They", "“We”"),
        ("We always wanted the new bridge to close,", "always", "“never”"),
        ("We never wanted the bridge to close,", "the bridge", "“old” is left out"),
        ("We never ever wanted the old bridge to close,", "ever", "not in"),
        ("It was a very hard choice for some of us,", "some", "“all”"),
        ("I will let a school bus drive across it,", "will", "“won't”"),
        ("It was ... a really hard choice for all of us,", "really", "“very”"),
        ("The engineers told [Lind] that the southern pillar is cracked,", "southern", "“northern”"),
        ("roughly 5,400 crowns for each household,", "5,400", "“4 500”"),
    ],
)
def test_altered_words_are_reported_one_by_one(quotation: str, reported: str, words: str) -> None:
    found = check(f"“{quotation}” Lind said.", SPEECH)
    assert found[0][0] == reported
    assert words in found[0][1].message


def test_every_change_of_a_quotation_is_reported() -> None:
    found = check("“We always wanted the new bridge to open, and I want to say that last,” Lind said.", SPEECH)
    assert [words for words, _ in found] == ["always", "new", "open", "last"]


def test_a_quotation_that_is_nowhere_is_info() -> None:
    text = "“Bread and circuses are what the people of Rome get,” Lind said."
    assert check(text, SPEECH) == []
    assert info(text, SPEECH) == ["Not found in t1."]
    assert info(text, SPEECH, "Nothing.") == ["Not found in t1 or t2."]


def test_any_of_several_sources_will_do() -> None:
    assert check("“We never wanted the old bridge to close,” Lind said.", "Nothing.", SPEECH) == []


def test_titles_and_scare_quotes_are_not_looked_up() -> None:
    assert info("The “bridge party” read “The Old Man and the Sea”.", SPEECH) == []


def transcript(size: int, seed: int) -> list[str]:
    """Random words, common ones often, as in speech."""
    rng = random.Random(seed)
    letters = "bcdfghklmnprstvw"
    vocabulary = sorted(
        {rng.choice(letters) + rng.choice("aeiou") + rng.choice(letters) * (n % 2) + "aeiou"[n % 5] for n in range(900)}
    )
    return [vocabulary[min(int(rng.expovariate(1 / 120)), len(vocabulary) - 1)] for _ in range(size)]


@pytest.mark.parametrize("seed", range(4))
def test_every_altered_word_is_found_and_no_verbatim_one_reported(seed: int) -> None:
    words = transcript(6000, seed)
    source = " ".join(words)
    rng = random.Random(seed)
    for _ in range(60):
        size = rng.randint(8, 40)
        start = rng.randrange(len(words) - size)
        spoken = words[start : start + size]
        assert check(f"“{' '.join(spoken).capitalize()},” Lind said.", source) == []
        place = rng.randrange(size)
        altered = [*spoken[:place], "zyxxy", *spoken[place + 1 :]]
        found = check(f"“{' '.join(altered)},” Lind said.", source)
        assert [reported for reported, _ in found] == ["zyxxy"], (place, spoken)
        assert f"“{spoken[place]}”" in found[0][1].message


def test_a_long_transcript_is_quick() -> None:
    words = transcript(100_000, 9)
    rng = random.Random(9)
    quotations = []
    for number in range(60):
        start = rng.randrange(len(words) - 30)
        spoken = words[start : start + 30]
        if number % 2:
            spoken[10] = "zyxxy"
        quotations.append(f"“{' '.join(spoken)},” Lind said.")
    began = time.perf_counter()
    found = check("\n\n".join(quotations), " ".join(words))
    assert len(found) == 30
    assert time.perf_counter() - began < 5


def test_sources_from_the_command_line_and_the_front_matter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    story = "“We never wanted the old bridge to open,” Lind said.\n"
    (tmp_path / "a.txt").write_text(story, encoding="utf-8")
    (tmp_path / "b.md").write_text(f"---\nsources: [speech.txt]\n---\n\n{story}", encoding="utf-8")
    select = ["--no-config", "--select", "quotes/differs-from-source", "--format", "jsonl"]

    assert main(["check", *select, str(tmp_path / "a.txt")]) == 0
    assert capsys.readouterr().out == ""
    assert main(["check", *select, "--source", str(tmp_path / "speech.txt"), str(tmp_path / "a.txt")]) == 1
    assert "“close” in speech.txt" in json.loads(capsys.readouterr().out)["message"]
    assert main(["check", *select, str(tmp_path / "b.md")]) == 1
    assert "“close” in speech.txt" in json.loads(capsys.readouterr().out)["message"]


def test_a_source_that_is_not_there_is_loud(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.md").write_text("---\nsources: [gone.txt]\n---\n\nA story.\n", encoding="utf-8")
    (tmp_path / "c.md").write_text("---\nsources: [[1]]\n---\n\nA story.\n", encoding="utf-8")
    assert main(["check", "--no-config", "--source", str(tmp_path / "gone.txt"), str(tmp_path / "b.md")]) == 2
    assert "--source" in capsys.readouterr().err
    for name, word in (("b.md", "gone.txt"), ("c.md", "list of paths")):
        assert main(["check", "--no-config", str(tmp_path / name)]) == 2
        assert word in capsys.readouterr().err
