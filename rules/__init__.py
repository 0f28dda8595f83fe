"""The standard rules, each by its path. They enter newslint as anybody's plugin does."""

from collections.abc import Iterator

from newslint.plugins.marks import hook
from newslint.plugins.packs import RuleFile, rules_in

# Right less than once in two findings on edited copy that nobody here wrote; the counts stand in their manuals.
OFF = frozenset(
    {
        *("names/organisations", "names/places"),  # most are a house's own spelling, held throughout
        *("facts/compared", "facts/recount"),
        # for `newslint archive compare`
        *("facts/archive", "names/archive-spelling", "quotes/archive-misattributed", "sentences/repeated-article"),
        "names/unintroduced",
        "quotes/unattributed",
        "style/clutter",  # true of every article, and no slip of any: for desks that ask for it
    }
)

# Who speaks where rules see one fault, by rule or family; 50 is a rule about which nobody says anything. The graver
# finding comes first whatever stands here. What explains the other faults stands above what only notices them: bytes
# that a machine garbled make names look misspelt and quotations unbalanced; a misspelt name is a speaker whom nobody
# introduced; what merely stands wrong on the page knows least.
PRECEDENCE = {
    "leftovers": 90,
    "boilerplate": 80,
    "boilerplate/repeated-across-articles": 75,  # a rule that knows what the line is says more
    "sentences/repeated-passage": 70,
    "facts": 65,
    "names": 60,
    "names/house-spelling": 58,  # a list guesses from one letter; the article itself is better evidence
    "names/leaders": 58,
    "names/organisations": 58,
    "names/places": 58,
    "quotes": 50,
    "sentences": 40,
    "names/unintroduced": 35,
    "quotes/unattributed": 35,
    "quotes/mixed-marks": 30,
    "style": 20,
}

# What a paragraph alone cannot tell: who was introduced before, which quotation goes on in the next, what stands around
# it on the page. Of 325,000 words of edited copy read paragraph by paragraph these said 735 things; of the same copy
# whole, 227. All others said 226, and 255.
NEEDS_ARTICLE = frozenset(
    {
        *("boilerplate/photo-credit", "boilerplate/reader-address", "names/house-spelling", "quotes/mixed-marks"),
        *("quotes/unbalanced", "quotes/unattributed", "quotes/unknown-speaker", "sentences/no-full-stop"),
        *("names/listed", "names/unintroduced", "facts/headline", "facts/metadata"),
    }
)

# What kind of fault each finds, in the terms of W3C's Internationalization Tag Set 2.0 (localization quality issues).
ISSUES = {
    "boilerplate": "addition",
    "facts": "inconsistency",
    "facts/conversion": "numbers",
    "leftovers": "addition",
    "leftovers/invisible": "characters",
    "leftovers/markup": "markup",
    "leftovers/mojibake": "characters",
    "leftovers/template": "markup",
    "names": "inconsistent-entities",
    "quotes": "inconsistency",
    "quotes/mixed-marks": "typographical",
    "quotes/unbalanced": "typographical",
    "sentences": "grammar",
    "sentences/no-full-stop": "typographical",
    "sentences/repeated-article": "duplication",
    "sentences/repeated-passage": "duplication",
    "sentences/repeated-word": "duplication",
    "style": "style",
    "words": "grammar",
    "words/capitals": "typographical",
    "words/malformed": "typographical",
    "words/misspelt": "misspelling",
}


@hook
def newslint_rules() -> Iterator[RuleFile]:
    return rules_in(__name__, off=OFF, precedence=PRECEDENCE, needs_article=NEEDS_ARTICLE, issues=ISSUES)
