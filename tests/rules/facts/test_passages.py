"""Contradictions over the sentences of a passage: which rule hears them, where, and what sum it states."""

import pytest

from newslint import lint

# rule, passage with what is reported in brackets, message
WRONG = [
    (
        "facts/remainder",
        "Of the 48 allotments, 17 were dug over in spring and 20 let to a school. Frost took the beans. "
        "The other [[13]] are under nettles.",
        "48 − 17 − 20 = 11, not 13.",
    ),
    (
        "facts/remainder",
        "The barn holds 900 bales.\n\nFarm hands had stacked 640 of them by dusk, leaving room for a dance. "
        "On Monday the remaining [[160]] came up by cart.",
        "900 − 640 = 260, not 160.",
    ),
    (
        "facts/derived",
        "Ewes made €140 at the mart in June. On Monday the same dealer paid €95, a fall of [[€55]], and went home.",
        "€140 − €95 = €45, not €55.",
    ),
    (
        "facts/derived",
        "Turnover at the ropeworks went to $44 million from $40 million. Nobody was laid off. The [[15 percent]] rise "
        "surprised the owner.",
        "From $40 million to $44 million it is 10 percent up, or 9.09 down, not 15 percent.",
    ),
    (
        "facts/weekday",
        "Divers go down on Tuesday 7 July, the harbour master said. They surface by [[Saturday 10 July]], he hopes.",
        "If “Tuesday 7 July” is right, “Saturday 10 July”, 3 days from it, is a Friday.",
    ),
    (
        "facts/span",
        "The cow was seen on a roof on Monday. She came down two days later, on the [[Thursday]], by crane.",
        "Told from Monday, “two days later” is a Wednesday, not a Thursday.",
    ),
    (
        "facts/span",
        "The train was due at 18.40. Snow lay on the line. It came in at 20.10, [[two hours and thirty minutes]] late.",
        "From 18.40 to 20.10 it is 1:30 hours, not two hours and thirty minutes.",
    ),
    (
        "facts/sum",
        "He leaves three cows, two goats and six hens. The vet will call. The [[twelve]] animals go to a cousin.",
        "“twelve”, but the parts make 3 + 2 + 6 = 11.",
    ),
    (
        "facts/sum",
        "There were 30 pilgrims in the boat. [[Forty]] of them were taken off by a dredger.",
        "Forty of 30: the part is greater than the whole.",
    ),
    (
        "facts/direction",
        "The 61 metres that Ola Brandt threw on Sunday were the most ever at Ghent. The old mark of [[63 metres]] "
        "was set in a gale.",
        "A record of 61 metres does not beat 63 metres.",
    ),
]
RIGHT = [
    "Of the 48 allotments, 17 were dug over and 20 let to a school. The other 11 are under nettles.",
    "Of the 48 allotments, 17 were let, among them 6 to schools. The other 31 are under nettles.",
    "New York has 24 delegates, of whom Low and Ruiz took nine apiece. The other six went to Penn.",
    "Ewes made €140 at the mart in June. On Monday the same dealer paid €95, a fall of €45, and went home.",
    "Ewes made €140 at the mart and rams €95. Prices may fall by €55, the dealer said, if it rains.",
    "Divers go down on Tuesday 7 July. They are to be up by Friday 10 July, the harbour master said.",
    "Divers go down on Tuesday 7 July 2020. They came back on Wednesday 7 July, a year later.",
    "The train was due at 18.40. It came in at 20.10, an hour and a half late.",
    "He leaves three cows, two goats and six hens. The eleven animals go to a cousin.",
    "The lowest mark, of 61 seconds, was run on Sunday. The old best of 63 seconds was set in a gale.",
    "The clinic is open between ten and three.",
    "The county has seven jails. One is in Ghent. Another is run by a firm. The other five are the state's.",
    "Ola made 60 not out in May while Jan, three years older, made an unbeaten 62 in June.",
    "They made 21 slips. A 32-21 second quarter put the Hawks up by 13 at the break.",
    "The works let out 5.1 million tons of soot and 2.1 million of ash, down 67 percent and 69 percent, respectively.",
]


@pytest.mark.parametrize(("rule", "marked", "message"), WRONG)
def test_what_a_passage_contradicts_is_reported_with_its_sum(rule: str, marked: str, message: str) -> None:
    text = marked.replace("[[", "").replace("]]", "")
    words = marked.partition("[[")[2].partition("]]")[0]
    found = [(f.rule, text[f.start : f.end], f.message) for f in lint(text) if f.rule.startswith("facts/")]
    assert found == [(rule, words, message)]


@pytest.mark.parametrize("text", RIGHT)
def test_what_fits_is_silent(text: str) -> None:
    assert [f.message for f in lint(text) if f.rule.startswith("facts/")] == []
