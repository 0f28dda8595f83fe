"""Numbers in words, and what they are worth."""

# Zero to nineteen, tens, and what multiplies them.
UNITS = {
    word: value
    for value, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
CARDINALS = {**UNITS, **TENS, "hundred": 100}
ORDINALS = {
    word: value
    for value, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
            *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
            *("eighteenth", "nineteenth"),
        ),
        1,
    )
} | {
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}


def is_numeral(word: str) -> bool:
    """Whether ``word``, in any case, is a cardinal number of one word: "seven", "Forty", "hundred"."""
    return word.lower() in CARDINALS


def cardinal(word: str) -> int | None:
    """The worth of a cardinal number of one word or of tens and ones with a hyphen ("forty-two"), or None."""
    word = word.lower()
    tens, hyphen, ones = word.partition("-")
    if hyphen:
        return TENS[tens] + UNITS[ones] if tens in TENS and 0 < UNITS.get(ones, 0) < 10 else None
    return CARDINALS.get(word)


def ordinal(word: str) -> int | None:
    """The worth of an ordinal number of one word or of tens and ones with a hyphen ("forty-second"), or None."""
    word = word.lower()
    tens, hyphen, ones = word.partition("-")
    if hyphen:
        return TENS[tens] + ORDINALS[ones] if tens in TENS and 0 < ORDINALS.get(ones, 0) < 10 else None
    return ORDINALS.get(word)
