"""House style: packs that wait until they are selected, and one variety of English in one article."""

from pathlib import Path

import pytest
from command import newslint

from newslint.findings.pipeline import lint
from newslint.model.finding import Severity
from newslint.plugins.loading import load_plugins
from newslint.run.examples import article_of

FILES = {file.id: file for file in load_plugins().rules}
PACKS = ("style/ap", "style/guardian", "style/plain-language")
COPY = "Turnout rose 4 per cent.\n\nThe vote is null and void.\n"


def members(pack: str):
    return [file for rule_id, file in FILES.items() if rule_id.startswith(pack + "/")]


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_has_sixty_rules_and_is_off_unless_selected(pack):
    files = members(pack)
    assert len(files) >= 60
    assert all(file.opt_in for file in files)
    assert all(file.load().reference for file in files)


@pytest.mark.parametrize("pack", PACKS)
def test_no_rule_of_a_pack_suggests_what_another_rejects(pack):
    rules = [file.load() for file in members(pack)]
    terms = {term for rule in rules for term, _ in rule.terms}
    suggested = {better for rule in rules if rule.replaces for _, betters in rule.terms for better in betters}
    assert suggested & terms == set()


def write(folder: Path, text: str) -> Path:
    file = folder / "copy.txt"
    file.write_text(text, encoding="utf-8")
    return file


def test_packs_speak_only_when_selected(tmp_path):
    file = write(tmp_path, COPY)
    assert "style/" not in newslint("check", file)[1]
    out = newslint("check", "--select", "style/ap,style/plain-language", file)[1]
    assert "style/ap/percent" in out
    assert "style/plain-language/doublets" in out
    assert "style/guardian" not in out


def test_a_config_adds_a_pack_to_the_usual_rules(tmp_path):
    copy = COPY + "\nThey met in order to vote on on it.\n"
    config = 'extend-select = ["style/guardian"%s]\n'
    (tmp_path / "newslint.toml").write_text(config % "", encoding="utf-8")
    out = newslint("check", write(tmp_path, copy), cwd=tmp_path)[1]
    assert "style/guardian/percent" in out
    assert "sentences/repeated-word" in out
    assert "style/clutter" not in out
    (tmp_path / "newslint.toml").write_text(config % ', "style/clutter"', encoding="utf-8")
    assert "style/clutter" in newslint("check", write(tmp_path, copy), cwd=tmp_path)[1]


def test_fix_leaves_quotations_and_names_as_they_are(tmp_path):
    file = write(tmp_path, "They walked towards it. “We went towards it,” she said at the Towards Gallery.\n")
    newslint("check", "--select", "style/ap", "--fix", file)
    assert file.read_text(encoding="utf-8") == (
        "They walked toward it. “We went towards it,” she said at the Towards Gallery.\n"
    )


def mixed(text: str):
    rule = FILES["style/mixed-varieties"].load()
    findings, errors = lint(article_of(text, rule), (rule,))
    assert errors == []
    return [(text[f.span.start : f.span.end], f) for f in findings]


def test_the_variety_with_fewer_words_is_reported_with_the_other_beside_it():
    text = "The colour of the tyres, the jewellery and the cheque. Its defense of the neighbor failed."
    found = mixed(text)
    assert [word for word, _ in found] == ["defense", "neighbor"]
    finding = found[0][1]
    assert finding.severity is Severity.INFO
    assert "otherwise in British" in finding.message
    assert [text[place.span.start : place.span.end] for place in finding.related] == [
        "colour",
        "tyres",
        "jewellery",
        "cheque",
    ]
    assert finding.fix.edits[0].replacement == "defence"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The colour and the tyre. Its defense failed.", id="one word is a slip of another kind"),
        pytest.param("The colour and the tyre. All is gray, “my favorite color,” he wrote.", id="one word outside"),
        pytest.param("The colour and the tyre. The Labor Party met at Rockefeller Center.", id="names"),
        pytest.param("The colour and the tyre. See www.color.com and gray@defense.org.", id="addresses"),
        pytest.param("The colour and the behaviour. They organize and recognize it.", id="Oxford spelling"),
        pytest.param("The color and the defense. The meter, the check and the program.", id="words of both"),
    ],
)
def test_what_is_no_mixture(text):
    assert mixed(text) == []


def test_a_capital_at_the_start_of_a_sentence_is_kept_in_the_mend():
    found = mixed("The colour of the tyre, the kerb. Defense failed. Jewelry was lost.")
    assert [finding.fix.edits[0].replacement for _, finding in found] == ["Defence", "Jewellery"]
