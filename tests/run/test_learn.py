"""Lines that recur across articles, and the pack that a desk learns from them."""

import pytest

from newslint.commands.cli import main
from newslint.plugins.loading import load_plugins

RULE = "boilerplate/repeated-across-articles"
TOWNS = ("Hull", "York", "Bath", "Wells", "Ely", "Ripon")


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    for number, town in enumerate(TOWNS, 1):
        (folder / f"{town.lower()}.txt").write_text(
            "The Example Gazette of Oxford\n\n"
            "By Jane Miller\n\n"
            f"The council of {town} met on Monday, and nobody who was there could say why it did.\n\n"
            f"The mayor of {town} said that the bridge would be mended before the summer is out.\n\n"
            f"Votes so far: {number * 7}\n\n"
            "Printed in Oxford since 1871\n",
            encoding="utf-8",
        )
    return folder


def check(capsys, *arguments):
    code = main(["check", "--no-cache", "--select", RULE, *map(str, arguments)])
    return code, capsys.readouterr().out


def test_lines_at_the_ends_of_many_articles_are_reported_in_each(site, capsys):
    code, out = check(capsys, "--no-config", site)
    assert code == 1
    for words in (
        "The Example Gazette of Oxford” stands at the head of 6 of 6",
        "Printed in Oxford since 1871” stands",
    ):
        assert out.count(words) == len(TOWNS)
    assert out.count("Votes so far") == len(TOWNS)
    assert "Jane Miller" not in out
    assert "council" not in out


def test_one_article_shows_nothing(site, capsys):
    assert check(capsys, "--no-config", site / "hull.txt") == (0, "")


def test_learned_lines_make_a_pack(site, tmp_path, capsys):
    pack = tmp_path / "pack"
    assert (
        main(["learn", "lines", "--no-config", str(site), "--output", str(pack / "boilerplate" / "our_site.toml")]) == 0
    )
    assert main(["test", str(pack)]) == 0
    assert "1 rule, 3 examples, 0 failed" in capsys.readouterr().out
    (tmp_path / "newslint.toml").write_text('packs = ["pack"]\nselect = ["boilerplate/our-site"]\n', encoding="utf-8")
    main(["check", "--no-cache", "--format", "full", str(site / "hull.txt")])
    out = capsys.readouterr().out
    assert "“Printed in Oxford since 1871” is printed around every story of our site" in out
    assert "Votes" not in out


def test_too_few_articles_teach_nothing(site, capsys):
    assert main(["learn", "lines", "--no-config", str(site / "hull.txt"), str(site / "york.txt")]) == 1
    assert "nothing recurs" in capsys.readouterr().err


def test_thresholds_are_options():
    file = next(file for file in load_plugins().rules if file.id == RULE)
    rule = file.load()
    assert (rule.least_articles, rule.least_share) == (5, 0.3)
