"""The dictionary of English: what a word is, asked of one place.

``from newslint import english``, then ``english.is_reporting_verb("said")``; README.md lists the rooms.
"""

from newslint.english.abbreviations import (
    is_abbreviation,
    is_initials,
    is_short_state,
    is_unit,
    precedes_name,
    precedes_number,
)
from newslint.english.calendar import (
    MONTHS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    is_month,
    is_weekday,
    month_number,
    weekday_number,
)
from newslint.english.confusables import likelier
from newslint.english.confusables import places as confusable_places
from newslint.english.dictionary import in_dictionary, needs_capital, plain
from newslint.english.function_words import (
    AUXILIARIES,
    BE_AND_HAVE,
    DETERMINERS,
    MODALS,
    OPENERS,
    PRONOUNS,
    SENTENCE_OPENERS,
    is_opener,
    opens_sentence,
)
from newslint.english.names import PARTICLES, is_given_name, is_household_name, is_name, is_particle
from newslint.english.nicknames import is_nickname, is_pet_form
from newslint.english.numerals import CARDINALS, ORDINALS, SCALES, TENS, UNITS, cardinal, is_numeral, ordinal
from newslint.english.places import (
    COUNTRIES,
    PEOPLES,
    US_STATES,
    is_country,
    is_organisation_word,
    is_place,
)
from newslint.english.quantities import (
    CENTS,
    DOWN,
    DURATIONS,
    HEDGES,
    MEASURES,
    MONEY_WORDS,
    MULTIPLES,
    PARTS,
    UP,
)
from newslint.english.reporting_verbs import (
    PLAIN_REPORTING,
    REPORTING,
    REPORTING_PARTICIPLES,
    is_plain_reporting_verb,
    is_reporting_participle,
    is_reporting_verb,
    is_verb_of_mind_or_speech,
)
from newslint.english.spelling import corrections
from newslint.english.spelling import size as word_size
from newslint.english.titles import (
    HONORIFICS,
    SHORT_TITLES,
    TITLES,
    is_honorific,
    is_post_nominal,
    is_short_title,
    is_title,
)
from newslint.english.words import is_word, strangeness

__all__ = [
    "AUXILIARIES",
    "BE_AND_HAVE",
    "CARDINALS",
    "CENTS",
    "COUNTRIES",
    "DETERMINERS",
    "DOWN",
    "DURATIONS",
    "HEDGES",
    "HONORIFICS",
    "MEASURES",
    "MODALS",
    "MONEY_WORDS",
    "MONTHS",
    "MULTIPLES",
    "OPENERS",
    "ORDINALS",
    "PARTICLES",
    "PARTS",
    "PEOPLES",
    "PLAIN_REPORTING",
    "PRONOUNS",
    "REPORTING",
    "REPORTING_PARTICIPLES",
    "SCALES",
    "SENTENCE_OPENERS",
    "SHORT_MONTHS",
    "SHORT_TITLES",
    "SHORT_WEEKDAYS",
    "TENS",
    "TITLES",
    "UNITS",
    "UP",
    "US_STATES",
    "WEEKDAYS",
    "cardinal",
    "confusable_places",
    "corrections",
    "in_dictionary",
    "is_abbreviation",
    "is_country",
    "is_given_name",
    "is_honorific",
    "is_household_name",
    "is_initials",
    "is_month",
    "is_name",
    "is_nickname",
    "is_numeral",
    "is_opener",
    "is_organisation_word",
    "is_particle",
    "is_pet_form",
    "is_place",
    "is_plain_reporting_verb",
    "is_post_nominal",
    "is_reporting_participle",
    "is_reporting_verb",
    "is_short_state",
    "is_short_title",
    "is_title",
    "is_unit",
    "is_verb_of_mind_or_speech",
    "is_weekday",
    "is_word",
    "likelier",
    "month_number",
    "needs_capital",
    "opens_sentence",
    "ordinal",
    "plain",
    "precedes_name",
    "precedes_number",
    "strangeness",
    "weekday_number",
    "word_size",
]
