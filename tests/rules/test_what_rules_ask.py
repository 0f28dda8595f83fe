"""What the default rules have worked out of copy that gives them no cause: costly views are for what is in doubt."""

from pathlib import Path

import pytest

from newslint.run.run import Run
from newslint.run.settings import Options

QUIET = (
    "The old bridge over the river is closed again. Drivers must go round by the lower road until the work is done.\n\n"
    "Nobody knows how long it will take. The stones have come loose, and the water has washed out the clay below "
    "them.\n\nThe road to the mill stays open.\n"
)
PATH = Path("article.txt")


@pytest.fixture(scope="module")
def run() -> Run:
    return Run(Options(no_config=True))


def asked(run: Run, text: str) -> set[str]:
    """The properties and views of an article that somebody asked for while it was checked."""
    (article,) = run.articles(PATH, text)
    run.check_articles(PATH, text, [article])
    return {*vars(article), *(view.__name__ for view in vars(article)["_views"])}


@pytest.mark.parametrize("view", ["people", "misspellings", "tokens", "_tagged", "_mentions", "_quoted"])
def test_quiet_copy_needs_no(run: Run, view: str) -> None:
    assert view not in asked(run, QUIET)


def test_a_courtesy_title_has_people_read(run: Run) -> None:
    assert "people" in asked(run, QUIET + "\nThe work will go on, the engineers told Mr. Hale.\n")


def test_the_network_is_not_asked_about_sound_copy(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = "The council met on Monday to vote on the new bridge.\n\nIt will decide in the spring.\n"
    monkeypatch.setattr("newslint.analysis.acceptability.network.judge", None)
    assert "find_doubts" in asked(run, sound)  # it is not where the view failed


def test_faint_doubts_are_only_for_copy_with_a_sure_one(run: Run) -> None:
    broken = QUIET + "\nThe share of children with both doses to 68 per cent fallen has.\n"
    assert "find_faint_doubts" not in asked(run, QUIET)
    assert "find_faint_doubts" in asked(run, broken)
