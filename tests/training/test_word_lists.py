"""The runs of letters are those of the words and names that lie beside them."""

from newslint.english.data import read
from newslint.english.names import NAMES
from newslint.english.words import WORDS
from newslint.training import word_lists


def test_the_runs_on_file_are_counted_in_the_lists_on_file():
    assert read("runs.txt").decode() == word_lists.runs([*WORDS.all(), *NAMES.all()])


def test_runs_are_told_by_how_often_they_stand():
    often, seldom = word_lists.runs(["bat", "bass", "basin", "bath", "tub", "tub"]).splitlines()
    assert often.split() == [".ba"]
    assert seldom.split() == [".tu", "bas", "bat", "tub", "ub."]
