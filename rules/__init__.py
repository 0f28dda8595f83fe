"""The standard rules, each by its path. They enter newslint as anybody's plugin does."""

from collections.abc import Iterator

import pluggy

from newslint.plugins.packs import RuleFile, rules_in

# Right less than once in two findings on edited copy that nobody here wrote; the counts stand in their manuals.
OFF = frozenset(
    {
        *("names/leaders", "names/organisations", "names/places"),  # most are a house's own spelling, held throughout
        *("facts/compared", "facts/headline", "facts/recount"),
        "names/unintroduced",
        "quotes/unattributed",
        "style/clutter",  # true of every article, and no slip of any: for desks that ask for it
    }
)

hookimpl = pluggy.HookimplMarker("newslint")

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


@hookimpl
def newslint_rules() -> Iterator[RuleFile]:
    return rules_in(__name__, off=OFF, precedence=PRECEDENCE)
