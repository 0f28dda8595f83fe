"""Names spelled two ways are found however many names there are, in time that grows with their number."""

import random
from time import process_time

import pytest

from newslint.analysis.names import clashes
from newslint.article import Article
from newslint.readers.plain import read_plain

SLIP = "\n\nTaras Kuzio spoke. Later Kuzio said yes. But Kuizo said no. Then Kuzio left.\n"


def names(count):
    """So many invented names that begin with one letter."""
    dice, found = random.Random(3), set()
    while len(found) < count:
        letters = [dice.choice("aeiou" if at % 2 else "bcdfghjklmnprstvwz") for at in range(1, dice.randint(5, 9))]
        found.add("K" + "".join(letters))
    return sorted(found)


def article(count):
    told = [f"Mayor {name} spoke in the hall. On Monday {name} said it was so." for name in names(count)]
    return Article(read_plain("\n\n".join(told) + SLIP))


@pytest.mark.parametrize("count", [10, 40, 41, 401, 3001])
def test_a_slip_is_found_among_any_number_of_names(count):
    assert "Kuizo" in {clash.odd for clash in article(count).name_clashes}


@pytest.mark.parametrize(("few", "many"), [(1 << 30, 1 << 30), (0, 1 << 30), (0, 0)])
def test_the_long_way_and_the_short_ways_find_the_same(monkeypatch, few, many):
    inventory = article(600).name_inventory
    found = set(clashes._candidates(inventory))
    monkeypatch.setattr(clashes, "_FEW", few)
    monkeypatch.setattr(clashes, "_MANY", many)
    assert found == set(clashes._candidates(inventory))


@pytest.mark.slow
def test_time_grows_little_faster_than_the_names():
    def seconds(count):
        inventory = article(count).name_inventory
        began = process_time()
        assert list(clashes._candidates(inventory))
        return process_time() - began

    assert seconds(4000) < 12 * seconds(1000) + 0.5
