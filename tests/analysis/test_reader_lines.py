"""Lines in which a page speaks to its readers, by their form."""

import os
import subprocess
import sys

import pytest

from newslint.analysis.page.reader_lines import spoken_parts, weigh

SPOKEN = [
    "Hear this piece read by a machine",
    "Have your say in the box at the end",
    "Keep up with the vote on your phone",
    "Pass this story on to your friends",
    "More on this from our correspondents",
    "You have three free articles left this month",
    "Most clicked today",
]
COPY = [
    "Police appeal for witnesses",
    "What happens next?",
    "Bread from the old oven",
    "By Anna Roe in Oxford",
    "Photographs by our reporter",
    "“Send us your bill,” he said.",
    "The mayor opened the bridge on Monday.",
    "He told us that we had won.",
    "US shares fall",
    "2. Drink your milk",
]


@pytest.mark.parametrize("line", SPOKEN)
def test_a_line_that_orders_or_says_you_speaks_to_readers(line):
    assert weigh(line, spoken_parts(line)) > 0


@pytest.mark.parametrize("line", COPY)
def test_a_line_of_copy_does_not(line):
    parts = spoken_parts(line)
    assert not parts or weigh(line, parts) < 0


def test_a_weight_is_the_same_to_the_last_bit_in_every_run():
    # Signs come from sets, whose order changes with the seed, and a bar may lie right on a line's weight.
    script = (
        "from newslint.analysis.page.reader_lines import spoken_parts, weigh\n"
        f"print([weigh(line, spoken_parts(line)) for line in {SPOKEN}])"
    )
    weights = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(4)
    }
    assert len(weights) == 1
