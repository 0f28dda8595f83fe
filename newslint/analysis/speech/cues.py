"""The words that attribute speech.

``FINITE`` and ``RUNNING`` are cues wherever they stand beside a quotation; next to its marks any word with the form of
a verb is taken for one (``may_be_verb``), so that "deadpanned Lind" needs no list.
"""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


FINITE = _words(
    "said says say told tells tell added adds wrote writes asked asks tweeted tweets explained explains continued",
    "continues recalled recalls noted notes argued argues warned warns insisted insists declared declares replied",
    "replies responded responds stated announced announces concluded concludes remarked remarks observed observes",
    "claimed admitted admits acknowledged acknowledges suggested suggests stressed stresses emphasised emphasises",
    "emphasized emphasizes joked jokes quipped quips complained complains testified testifies posted shouted shouts",
    "yelled yells cried exclaimed whispered mused muses countered counters conceded concedes confirmed confirms",
    "denied predicted predicts promised vowed vows boasted boasts lamented laments opined opines reflected retorted",
    "chanted muttered demanded wondered cautioned cautions agreed agrees pledged asserted asserts contended contends",
    "maintained maintains reiterated reckoned reckons answered reads commented echoed protested advised advises",
    "speculated alleged alleges proclaimed proclaims elaborated texted interjected screamed bragged gushed enthused",
    "urged pleaded described describes called calls dubbed branded quoted cites cited puts thundered sighed laughed",
    "teased reasoned summed",
)
RUNNING = _words(
    "saying telling adding writing asking tweeting explaining noting arguing warning insisting declaring replying",
    "responding stating announcing concluding remarking observing claiming admitting acknowledging suggesting",
    "stressing emphasising emphasizing joking quipping complaining shouting yelling crying chanting calling",
    "describing predicting promising vowing boasting lamenting recalling continuing reading posting demanding",
    "screaming quoting citing",
)
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
BETWEEN = _words(
    "also later then once still now again further repeatedly reportedly recently famously has have had would will",
    "could might just even simply soon first finally both all often never always quickly only already is was were are",
    "'s ’s did does do can may must should himself herself themselves",
)
TIMES = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight late early last this",
    "january february march april may june july august september october november december",
)
PRONOUNS = _words(
    "he she they it we i you",
)
# An attribution never begins its subject with these.
NO_SUBJECT = _words(
    "and but or nor so yet as when while if because since after before until though although that which who whom",
    "whose what where why how in on at by for from with without to of off into over under about against between",
    "during through despite like than not there then thus however also too only just even still now later meanwhile",
    "instead perhaps according asked is was are were be been has have had does did do will would can could may might",
    "must should up down out back again once ever never always often here yes no let it’s it's he’s he's she’s she's",
    "outside inside near amid alongside per within upon across behind below beside beyond toward towards",
    "against following including along around above next",
)
DETERMINERS = _words(
    "the a an another one some many several this that these those his her their its our my your both two three four",
    "five most few each every all other no",
)
PARTICLES = _words("de la le van von der den di da del bin al el du dos das y ibn ten ter")
# What may stand inside a subject between capitalised words: "a spokesman for the ministry", "Ludwig van Beethoven".
LINKS = PARTICLES | _words("of for the and & at from in ’s 's")
TITLES = _words(
    "mr mrs ms miss mx dr prof sir dame lord lady sen rep gov gen col lt sgt maj capt cmdr adm rev hon pres supt insp",
    "det judge justice president senator governor congressman congresswoman councillor cllr professor chancellor",
    "minister secretary mayor general colonel captain sergeant officer detective inspector chief king queen prince",
    "princess pope bishop archbishop cardinal father sister brother rabbi imam sheikh dean coach chairman chairwoman",
    "director atty attorney ambassador commissioner sheriff deputy superintendent constable vice mp speaker leader",
)
SHORT_TITLES = _words(
    "mr mrs ms mx dr prof sen rep gov gen col lt sgt maj capt cmdr adm rev hon pres supt insp det atty cllr",
)


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
