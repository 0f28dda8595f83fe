"""Clauses that have lost their verb.

Read from left to right, word by word, and only as far as the main verb: a subject that meets what cannot follow it
("The event a small affair", "She among the first") is a gap, unless a finite verb of the same clause comes later. A
sentence without any main verb, and without a word that might be one, is verbless; many of those are meant.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from newslint.analysis.tagger.features import FINITE, contexts
from newslint.analysis.tagger.weights import Contexts
from newslint.english.calendar import MONTHS, WEEKDAYS
from newslint.english.function_words import CLAUSE_OPENERS, PRONOUNS
from newslint.english.quantities import DURATIONS
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple


class GapKind(StrEnum):
    PRONOUN = "pronoun"  # "He a king"
    NOUN = "noun"  # "The event a small affair"
    VERBLESS = "verbless"  # no place in particular


class Gap(NamedTuple):
    """``at`` is the index of the word before which the verb is missing, 0 for a verbless sentence.

    ``sure``: no word on either side could be the verb, and the sentence is none of those that are meant to have none.
    """

    at: int
    kind: GapKind
    sure: bool = True


# What begins a complement, and hardly ever follows a noun without a comma or a verb between them.
_COMPLEMENTS = frozenset(["a", "an", "the", "one", "not", "no", "another", "among"])
_PERHAPS = frozenset(["likely", "unlikely", "so", "very", "too", "quite", "due"])
_AFTER_ADVERB = _PERHAPS | _COMPLEMENTS | {"in", "on", "at", "under", "part", "more"}
_AFTER_PRONOUN = _COMPLEMENTS | {"in", "at", "on", "of", "from", "now", "also", "still", "due", "likely", "born"}
_NOMINATIVE = PRONOUNS - {"it", "you"}
_CLAUSE_STARTS = frozenset(["it", "there", "this", "that"])  # pronouns only where a clause begins
_SUBORDINATORS = CLAUSE_OPENERS | frozenset("whenever unless whereas wherever whoever whatever lest".split())
# Nouns after which "the" begins the clause, or "a" means each: "last week the", "49 hours a week".
_TIMES = frozenset(
    """
    time today yesterday tomorrow morning afternoon evening moment once weekend summer winter spring autumn fall season
    all both half such quite what % percent instance example case addition fact turn part something anything nothing
    """.split()
).union(DURATIONS, map(str.lower, (*MONTHS, *WEEKDAYS)))
_UNITS = frozenset("time head piece share barrel ton litre gallon little bit few".split()).union(DURATIONS)
_NOW = frozenset(["today", "yesterday", "tomorrow", "tonight", "year", "month", "week"])
_NOT_ONLY = frozenset(["just", "only", "even", "because", "least", "far", "so", "yet"])
_ADVERBS = frozenset(["now", "also", "still", "once", "already", "always", "currently", "perhaps", "really"])
_PLURALS = frozenset(["these", "those", "all", "both", "most", "many", "some", "few", "several", "which"])
_DITRANSITIVE = frozenset(
    """
    give gives giving given hand handing handed offer offering offered name naming call calling make making consider
    considering cost costing send sending sent show showing teach teaching tell telling pay paying grant granting
    award awarding deny earn earning win winning buy buying elect electing appoint appointing declare declaring dub
    label owe hands costs assign allow allowing lend lending bring bringing leave leaving keep keeping called gave
    named made considered labelled dubbed told paid sold taught
    """.split()
)
_NOMINAL_BEFORE = frozenset(["D", "J", "POS", "CD", "IN", "TO", "VBG", "VBN", "VB"])
_FRAGMENT_STARTS = frozenset(
    """
    not no yes never and or but nor then more less first another next plus also even just only still so perhaps
    maybe why how what who where when which good great thanks welcome hence thus cue enter all none
    """.split()
)


# Verbs beyond doubt that settle most sentences without a closer look; some stand in clauses that begin with one of the
# openers, so a sentence that has as many of these is read all the same.
_MAINLY_FINITE = frozenset(
    """
    is are was were has had does did would could should can will may must might said says told
    isn't aren't wasn't weren't hasn't doesn't don't didn't won't can't cannot couldn't wouldn't
    isn’t aren’t wasn’t weren’t hasn’t doesn’t don’t didn’t won’t can’t couldn’t wouldn’t
    it's that's there's he's she's i'm we're they're you're i've we've they've i'll we'll they'll
    it’s that’s there’s he’s she’s i’m we’re they’re you’re i’ve we’ve they’ve i’ll we’ll they’ll
    It's That's There's He's She's I'm We're They're You're I've We've They've I'll We'll They'll
    It’s That’s There’s He’s She’s I’m We’re They’re You’re I’ve We’ve They’ve I’ll We’ll They’ll
    ate became began blew broke came chose drew drove fell flew forgot froze gave grew knew overcame ran rang rode rose
    sang sank saw shook spoke stole swore threw took tore undertook went woke wore wrote made found got held left lost
    led kept won stood sent sold spent felt heard
    adds agrees allows appears argues asks becomes begins believes comes contains continues describes expects faces
    gets gives goes happens holds includes insists keeps knows leads lives makes offers owns provides remains requires
    runs seems suggests takes tells thinks tries wants
    """.split()
)
_PAST_TENSE = expression(
    r"[a-z]ed (?:the|an?|his|her|their|its|our|that|him|them|it|this|these|up|out|down|back|off)\b"
)
_BEFORE_NOUNS = frozenset(
    """
    a an the of in on at to for from with by and or but as that than into over under after before about between through
    during against among until since is are was were be been has have had not this its his her their our all both half
    such what where when who which if whether how then says said like because while who, that, when,
    """.split()
)
_SUBJECTS = frozenset(("There", "This", "That", *map(str.capitalize, PRONOUNS)))
_AFTER_NOUNS = frozenset("a an the one not no among another".split())


def may_lack_verb(parts: Sequence[str]) -> bool:
    """Whether a sentence might lack its main verb, by a look at its words: most do not."""
    finite = _MAINLY_FINITE.intersection(parts)
    if not finite and _PAST_TENSE.search(" ".join(parts)) is None:
        return True
    if finite and len(finite) > len(CLAUSE_OPENERS.intersection(parts)) and parts[0] not in _SUBJECTS:
        return False
    # The gap, if there is one, stands before all these verbs, between two words that hardly ever meet.
    before = "the"
    for part in parts:
        if part in finite or part.endswith("ed"):
            return False
        if part in _AFTER_NOUNS and before not in _BEFORE_NOUNS and before[-1].isalnum():
            return True
        before = part
    return False


def find_gap(words: Sequence[str], given: Iterable[str]) -> Gap | None:
    """The first place where the main clause of a sentence lacks its verb; None for a sentence in order.

    ``words`` as ``find_tokens`` gives them, ``given`` their tags; no more of them are taken than it needs.
    """
    known = contexts()
    names: list[str] = []
    gap: Gap | None = None
    pending = boundary = since = (
        0  # clauses that await their verb; where a new clause began, where the last of them did
    )
    doubtful = False  # whether something in the sentence might be its verb after all
    for at, name in enumerate(given):
        word = words[at].lower()
        if name == "IMP" and at == 0 and not {"t", "m"} & set(known.get(word, "?")):
            name = "P"  # a name that is not known
        names.append(name)
        if _subordinates(words, name, at):
            pending, since, doubtful = pending + 1, at, True
        elif name in FINITE:
            doubtful = True
            if pending:
                pending -= 1
            elif gap is None or (boundary <= gap.at and names[at - 1] != "PRP" and name != "CLI"):
                return None
            elif boundary > gap.at:
                return gap
        elif word == ",":
            if pending and at - since < 5:
                pending -= 1  # "while energetic," "whatever the case,"
        elif name == "CC" or word == ";":
            boundary = at
        elif gap is None and at and not pending:
            gap = _gap_at(words, names, at, known)
        doubtful = doubtful or (at > 0 and _may_be_finite(words, names, at, known))
    if gap is None and (not doubtful or _closes_with_complement(words, names)) and _is_statement(words, names):
        return Gap(0, GapKind.VERBLESS, sure=False)
    return gap


def _subordinates(words: Sequence[str], name: str, at: int) -> bool:
    """Whether the word opens a clause that will have a finite verb of its own."""
    word = words[at].lower()
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if (
        following in ("to", "of", ",", "not")
        or (word == "that" and at == 0 and following in ("a", "an"))
        or (word == "though" and at and words[at - 1] == ",")
    ):
        return False
    return name == "W" or (word in _SUBORDINATORS and name in ("IN", "PRP", "X", "R"))


def _gap_at(words: Sequence[str], names: Sequence[str], at: int, known: Contexts) -> Gap | None:
    """Whether a verb is missing before the word at ``at``, by the two sides of the place alone."""
    word, before, name = words[at], words[at - 1].lower(), names[at - 1]
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if not word.islower() or (word == "not" and following in _NOT_ONLY):
        return None
    opens = at == 1 or names[at - 2] in (".", "CC", "R")
    if before in _NOMINATIVE and opens:
        return Gap(at, GapKind.PRONOUN) if word in _AFTER_PRONOUN and (before, word) != ("we", "the") else None
    if before == "number" and word == "one":
        return None
    if before in _CLAUSE_STARTS and opens and name in ("PRP", "D", "IN"):
        sure = before == "it" or word in ("a", "an", "not")
        return Gap(at, GapKind.PRONOUN, sure) if word in _COMPLEMENTS else None
    perhaps = word in _PERHAPS
    if words[at - 1] in _ADVERBS and name == "R":
        perhaps = perhaps or word in _AFTER_ADVERB - _COMPLEMENTS
    if not (perhaps or (word in _COMPLEMENTS and word != "among")) or not words[at - 1][-1].isalnum():
        return None
    if perhaps and following in ("far", "much", "many", "long", "as", "soon", "well", "often", ".", ","):
        return None
    if (word in ("a", "an") and following in _UNITS) or (word == "no" and following in ("longer", "matter", "doubt")):
        return None
    if word == "not" and (following == "to" or following.endswith("ed")):
        return None
    certain = _ends_subject(words, names, at, known)
    return None if certain is None else Gap(at, GapKind.NOUN, certain and not perhaps)


def _ends_subject(words: Sequence[str], names: Sequence[str], at: int, known: Contexts) -> bool | None:
    """Whether a noun phrase that can be a subject, and no verb, ends just before ``at``: None no, False perhaps."""
    last = at - 1
    if names[last] == "R" and words[last] in _ADVERBS and last:
        last -= 1
    before, earlier = words[last].lower(), names[last - 1] if last else ""
    in_time = before in _TIMES
    if in_time and not (before in _NOW and last > 3 and earlier == "N" and words[at] in ("a", "an")):
        return None
    if names[0] in ("IN", "VBG", "VBN", "TO") and "," not in words[:at]:
        return False if names[0] == "VBG" and words[at] == "not" else None  # not "In Ohio the share ..."
    clause = last
    while clause and words[clause] != ",":
        clause -= 1
    if any(name in FINITE or name == "W" for name in names[clause:at]):
        return None
    if any(words[index].lower() in _DITRANSITIVE for index in range(at)):
        return None
    kind = known.get(before, "?")
    if in_time:
        return True  # "the threats today a"
    if names[last] == "P":
        return True if last or not {"p", "m"} & set(kind) else None
    if names[last] == "CD":
        return True if earlier == "P" else None
    if names[last] == "J":
        return True if earlier == "CC" else None
    if names[last] != "N" or last == 0 or (before.endswith("er") and words[last - 1].lower() == "the"):
        return None
    if earlier == "N" and words[last - 1].endswith("s") and not before.endswith("s"):
        return None  # "experts credit the"
    if not {"p", "m", "t"} & set(kind) and kind != "?" and not before.endswith(("s", "ed")):
        return True
    # It may be a verb: "this pours a". A word that makes a noun of it must stand before it.
    if words[last - 1].lower() in _PLURALS and not before.endswith("s"):
        return None
    return earlier in ("D", "POS", "CD", "IN") or (earlier == "J" and not before.endswith("s"))


def _may_be_finite(words: Sequence[str], names: Sequence[str], at: int, known: Contexts) -> bool:
    """Whether a word that was not taken for a finite verb could be one, by its place and the contexts it stands in."""
    name = names[at]
    if name not in ("N", "J", "VBN", "P", "VB", "R", "IN") or not words[at].islower():
        return False
    word = words[at]
    if at + 1 < len(words) and not words[at + 1][0].isalnum():
        return False  # a verb has something to govern
    if names[at - 1] in _NOMINAL_BEFORE or (name in ("J", "R", "IN") and not word.endswith(("ed", "s"))):
        return False
    kind = known.get(word, "?")
    return bool({"p", "m", "t"} & set(kind)) or kind == "?" or word.endswith(("s", "ed"))


def _closes_with_complement(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a sentence without a finite verb closes "..., one of the last" or "... not easy" after its subject."""
    if not FINITE.isdisjoint(names) or "W" in names or names[0] not in ("D", "P", "N", "J", "PRP", "VBG"):
        return False
    places = [at for at, word in enumerate(words) if word == ","]
    if len(places) > 1 and words[places[-1] + 1 : places[-1] + 2] in (["one"], ["a"], ["an"], ["not"], ["now"]):
        return True
    return "not" in words[2:] and names[0] == "VBG"


def _is_statement(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a sentence without a verb reads as one that had it: a noun phrase and more, no label, no exclamation."""
    if (
        sum(word[0].isalnum() for word in words) < 7
        or words[0].lower() in _FRAGMENT_STARTS
        or ":" in words
        or names[0] in ("X", "CD", ".", "W")
    ):
        return False
    if names[0] in ("IN", "R", "VBG", "VBN", "TO", "VB", "CC") and "," not in words:
        return False
    plain = sum(word.islower() for word in words)
    return plain * 2 > len(words) and "IN" in names
