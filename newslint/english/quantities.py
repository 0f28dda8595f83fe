"""How English words quantities: hedges, shares, multiples, measures, currencies, and words of rising and falling.

Source: the project's own lists of closed classes; conversion factors from the International System of Units.
"""

from newslint.model.named_tuple import NamedTuple


class Measure(NamedTuple):
    """A unit of measure: what it measures, and how many base units one is (``offset`` is added first: Fahrenheit)."""

    dimension: str
    factor: float
    offset: float = 0.0


def _measures() -> dict[str, Measure]:
    table = {
        "length": {
            1.0: "metre metres meter meters m",
            1000.0: "kilometre kilometres kilometer kilometers km kms",
            0.01: "centimetre centimetres centimeter centimeters cm",
            0.001: "millimetre millimetres millimeter millimeters mm",
            1609.344: "mile miles",
            0.9144: "yard yards yd yds",
            0.3048: "foot feet ft",
            0.0254: "inch inches",
            1852.0: "nautical-mile nautical-miles",
        },
        "area": {
            1.0: "sq-m sq-metre sq-metres sq-meters m²",
            10000.0: "hectare hectares ha",
            4046.8564: "acre acres",
            1e6: "sq-km sq-kilometre sq-kilometres sq-kilometer sq-kilometers km²",
            2589988.0: "sq-mile sq-miles",
            0.09290304: "sq-ft sq-foot sq-feet",
        },
        "weight": {
            1.0: "kilogram kilograms kilogramme kilogrammes kilo kilos kg",
            0.001: "gram grams gramme grammes g",
            1000.0: "tonne tonnes",
            0.45359237: "pound pounds lb lbs",
            6.35029318: "stone",
            0.028349523: "ounce ounces oz",
        },
        "volume": {
            1.0: "litre litres liter liters",
            3.785411784: "gallon gallons",
            0.473176473: "pint pints",
            0.001: "millilitre millilitres milliliter milliliters ml",
        },
        "speed": {1.0: "kph kmh km/h", 1.609344: "mph", 1.852: "knot knots"},
    }
    found = {
        word: Measure(dimension, factor)
        for dimension, units in table.items()
        for factor, words in units.items()
        for word in words.split()
    }
    for word in ("celsius", "centigrade", "°c", "c"):
        found[word] = Measure("temperature", 1.0)
    for word in ("fahrenheit", "°f", "f"):
        found[word] = Measure("temperature", 5 / 9, -32.0)
    return found


MEASURES = _measures()
# Days in each unit of time; months and years are not of one length.
DURATIONS = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "night": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.44,
    "quarter": 91.3,
    "year": 365.25,
    "decade": 3652.5,
    "century": 36525.0,
    "centurie": 36525.0,
}
MONEY_WORDS = {
    "dollar": "$",
    "buck": "$",
    "pound": "£",
    "quid": "£",
    "euro": "€",
    "rupee": "₹",
    "yen": "¥",
    "yuan": "CNY",
    "won": "₩",
    "rand": "R",
    "peso": "PHP",
    "franc": "CHF",
    "crown": "kr",
    "ruble": "₽",
    "rouble": "₽",
    "naira": "₦",
    "shilling": "KSh",
}
CENTS = frozenset("cent cents pence penny p c paise".split())

# What a half, a third, two-thirds are of one.
PARTS = {
    "half": 1 / 2,
    "halves": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fourth": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "seventh": 1 / 7,
    "eighth": 1 / 8,
    "ninth": 1 / 9,
    "tenth": 1 / 10,
}
MULTIPLES = {
    "twice": 2.0,
    "double": 2.0,
    "thrice": 3.0,
    "triple": 3.0,
    "treble": 3.0,
    "quadruple": 4.0,
    "quintuple": 5.0,
}
# Words before a figure that loosen it -> the least and the greatest true value, as factors of the figure.
ANY = (0.0, float("inf"))
HEDGES = {
    ANY: "up to|as much as|as many as|as few as|as little as|as high as|as low as|a possible|a potential|"
    "a maximum of|a minimum of|an estimated|at most|no more than|not more than|no fewer than|"
    "no less than|not less than|"
    "potentially|perhaps|possibly|maybe",
    (1.0, float("inf")): "at least",
    (1.0, 1.12): "just over|slightly more than|slightly over|a little over|a little more than",
    (1.0, 1.5): "more than|over|above|upward of|upwards of|in excess of|exceeding|north of|well over",
    (0.85, 1.02): "almost|nearly|close to|just under|just below|just short of|virtually|not quite",
    (0.6, 1.0): "less than|fewer than|under|below|short of",
    (0.88, 1.12): "about|around|roughly|approximately|some|estimated|circa|projected|approx.|approx|~|or so|or about|"
    "or around|an average of|averaging|on average|c.",
}

UP = frozenset(
    """
    rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb
    climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring
    gain gains gained gaining leap leaps leapt leaped leaping growth swell swelled swelling swollen balloon
    ballooned hike hiked raise raises raised raising up uptick higher more boost boosted spike spiked
    rocketed skyrocketed advance advanced expand expanded expansion mushroomed upped bump accelerate accelerates
    accelerated accelerating quicken quickens quickened quickening lift lifts lifted lifting escalated
    """.split()
)
DOWN = frozenset(
    """
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease
    decreases decreased decreasing slide slides slid sliding slip slips slipped slipping sink sinks sank
    sunk sinking shrink shrinks shrank shrunk shrinking plunge plunges plunged plunging plummet plummets
    plummeted plummeting tumble tumbles tumbled tumbling dip dips dipped dipping reduce reduces reduced
    reducing reduction cut cuts cutting slump slumps slumped slumping lower lowered lowering down fewer less
    loss lost contract contracted contraction slash slashed dived crashed collapsed dwindled trimmed
    downturn eases eased easing slows slowed slowing cools cooled cooling trim trims trimming dwindles dwindling
    moderated
    """.split()
)
