"""The words that attribute speech.

``FINITE`` and ``RUNNING`` are cues wherever they stand beside a quotation; next to its marks any word with the form of
a verb is taken for one (``may_be_verb``), so that "deadpanned Lind" needs no list.
"""

from __future__ import annotations

from newslint.english.calendar import MONTHS, WEEKDAYS
from newslint.english.function_words import AUXILIARIES
from newslint.english.function_words import DETERMINERS as ARTICLES
from newslint.english.names import PARTICLES
from newslint.english.reporting_verbs import REPORTING, REPORTING_PARTICIPLES


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# With -s these are nouns at least as often: "claims", "cries".
_NOUNS = _words(
    "answers brands chants claims comments cries demands hopes laughs points posts promises protests quotes",
    "reasons sighs states sums texts thunders urges wonders",
)
FINITE = (REPORTING - _NOUNS) | {"tell"}
# Cues that stand beside quotations only.
SPOKEN = _words("said says told tells added adds wrote writes explained insisted")
# Of cues in two words: "shot back", "chimed in".
ADVERB_PARTICLES = _words("back out in up on off")
RUNNING = REPORTING_PARTICIPLES - _words("advising branding confirming protesting putting reasoning summing texting")
# Past forms without -ed that may follow a quotation; the rest of the open class is known by its ending.
_IRREGULAR = _words(
    "put shot went began broke spoke sang swore read spat threw cut gave hit let kept felt thought",
)
_NO_VERB = _words(
    "indeed need speed seed feed hundred red bed instead ahead aged based related supposed united is was has does as",
    "this his its us thus plus across less unless always perhaps besides yes news towards regardless needless",
    "afterwards sometimes had means needs",
)
# Between subject and verb: "he later said", "Trump has also tweeted".
BETWEEN = (AUXILIARIES - {"am", "be", "being", "shall", "having"}) | _words(
    "also later then once still now again further repeatedly reportedly recently famously just even simply soon first",
    "finally both all often never always quickly only already 's ’s himself herself themselves",
)
TIMES = frozenset(name.lower() for name in (*WEEKDAYS, *MONTHS)) | _words(
    "today yesterday tomorrow tonight late early last this",
)
# What stands before a noun phrase, small numbers too.
DETERMINERS = ARTICLES | _words("few other two three four five")
# What may stand inside a subject between capitalised words: "a spokesman for the ministry", "Ludwig van Beethoven".
LINKS = (PARTICLES - {"do", "e", "i"}) | _words("of for the and & at from in ’s 's")


# Words that may open a sentence before its subject, with a capital that makes no name of them.
OPENERS = _words(
    "earlier likewise usually luckily shortly recently finally eventually similarly currently previously initially",
    "ultimately apparently reportedly moreover furthermore nevertheless nonetheless additionally far near thanks",
    "meanwhile elsewhere separately asked pressed questioned speaking writing based",
)


def may_be_verb(word: str) -> bool:
    """Whether a word (in lower case) has the form of a finite verb of the third person."""
    if word in FINITE or word in _IRREGULAR:
        return True
    if len(word) < 4 or word in _NO_VERB or not word.isalpha():
        return False
    return word.endswith("ed") or (word.endswith("s") and not word.endswith(("ss", "us", "ous", "ness", "ings")))
