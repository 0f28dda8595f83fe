"""sentences/missing-verb"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, Span, expression, flags, passes

from ._stops import CLOSERS, words

# Verbs beyond doubt that settle most sentences without a closer look; some stand in clauses that begin with one of the
# words below, so a sentence that has as many of these is read all the same.
_FINITE = words(
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
    """
)
_SUBORDINATORS = words("who which that what when where if because while how whose why whether whom")
_PAST = expression(r"[a-z]ed (?:the|an?|his|her|their|its|our|that|him|them|it|this|these|up|out|down|back|off)\b")
# What cannot follow a pronoun; after a verb that swaps places with it ("did he not") it can.
_PRONOUN_GAP = expression(r" (?:an?|one of|not)(?= (?!only|just|even|to\b|so\b|yet|because)[a-z])")
_GAP_PRONOUNS = words("He he She she They they I There there It it This this")
_LAST_WORD = expression(r"\w+$")
_BE = expression(r"(been|be)(?=[ \xa0])")
_HAVE = words("have has had having")
_HELPERS = words(
    """
    to will would can could may might must shall should cannot let lets let's do does did don't not dare need better
    than or and but gonna gotta wanna help helps helped helping make makes made see please just always never ever
    """
)
# After these a bare "be" may stand: "asked that he be heard", "whether it be so".
_ASKING = words(
    """
    that lest whether if demand demanded demanding demands ask asked asking asks request requested insist insisted
    recommend recommended propose proposed suggest suggested order ordered require required urge urged so provided
    until prefer preferred rather though god allowing
    """
)
_INVERTING = words(
    """
    is are was were do does did has have had will would can could should may might must am isn't aren't wasn't weren't
    doesn't didn't isn’t aren’t wasn’t weren’t don't don’t why if or nor than as and/or whether
    """
)
_OPENERS = words("that because and but so when while although though where since says said")
_BEFORE_NOUNS = words(
    """
    a an the of in on at to for from with by and or but as that than into over under after before about between through
    during against among until since is are was were be been has have had not this its his her their our all both half
    such what where when who which if whether how then says said like because while who, that, when,
    """
)
_PRONOUNS = words("He She It They We I There This That")
_COMPLEMENTS = words("a an the one not no among another")


class MissingVerb(Rule):
    """A sentence has lost its verb.

    Told from the two sides of the gap: a subject that meets what cannot follow it ("The event a small affair", "She
    among the first"). A sentence without any verb that is no such case is reported as information only, and so is
    every case inside quotation marks, since people talk like that. Deliberate ones ("Not so fast.", "The reason?
    Money."), headings, captions, lists and labels are left alone.
    """

    reference = "Every desk's proof-reading list"
    reads_quotes = True
    examples = (
        flags("The mayor spoke first. The opening [[event a]] small affair in a village hall."),
        flags("Nobody else stood. [[She one of]] the first to sign the paper that the union had sent."),
        flags("The mayor left early. The [[talks been]] held in secret since the middle of May."),
        flags("[[The law in contravention of the constitution of that country.]] Few know it."),
        passes("Not so fast. The reason? Money. A small affair, in short."),
        passes("Last week the mayor spoke. In Ohio the share is smaller, about 49 hours a week."),
        passes("They asked that it be heard, be it ever so late; it has never once been. Will it, she asked, be so?"),
        passes("The chair gave the party a new home. He himself, one of the founders, paid for it."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        local = [*self._after_pronouns(article), *self._without_auxiliary(article)]
        yield from local
        taken = sorted(finding.start for finding in local)
        for finding in self._read(article):
            if bisect_left(taken, finding.start) == bisect_left(taken, finding.end):
                yield finding

    def _after_pronouns(self, article: Article) -> Iterator[Finding]:
        """Pronouns that only a verb can follow: "that he one of the few", "because there a danger"."""
        text = article.text
        for match in _PRONOUN_GAP.finditer(text):
            found = _LAST_WORD.search(text[max(0, match.start() - 7) : match.start()])
            if found is None or found[0] not in _GAP_PRONOUNS:
                continue
            start = match.start() - len(found[0])
            before = (text[max(0, start - 20) : start].split() or [""])[-1]
            word = found[0].lower()
            opens = not before or before[-1] in '.,;:?!“"—–' or before.lower() in _OPENERS
            if before.lower() in _INVERTING or not (opens or word in ("he", "she", "they", "i")):
                continue
            block = article.block_at(start)
            if block is None or not block.is_prose:
                continue
            yield self._between(article, start, match.end())

    def _without_auxiliary(self, article: Article) -> Iterator[Finding]:
        """A "been" without its "has", a "be" without its "will" or "to": "The talks been held in May"."""
        text = article.text
        for match in _BE.finditer(text):
            start = match.start()
            if not text[start - 1 : start].isspace():
                continue
            low = max(0, text.rfind("\n", 0, start), start - 90)
            before = [word.strip('“"(,;:.—–').lower() for word in text[low:start].replace("’", "'").split()]
            if not before or _is_helped(before, match[1]) or text.startswith(("it ", "they ", "he "), match.end() + 1):
                continue
            block = article.block_at(start)
            if block is not None and block.is_prose and low >= block.start - 1:
                yield self._between(article, start - len(text[low:start].split()[-1]) - 1, start + len(match[1]))

    def _between(self, article: Article, start: int, end: int, *, sure: bool = True) -> Finding:
        where = Span(start, end)
        severity = Severity.WARNING if sure and not article.in_quotation(where) else Severity.INFO
        return self.finding(where, f"A verb seems to be missing in “{article.text[start:end]}”.", severity=severity)

    def _read(self, article: Article) -> Iterator[Finding]:
        blocks = article.blocks
        for sentence in article.sentences:
            start, end, said, block = sentence
            if end - start < 20 or said.rstrip(CLOSERS)[-1:] != "." or not blocks[block].is_prose:
                continue
            found = article.missing_verb(sentence) if _worth_reading(said, said.split()) else None
            if found is None:
                continue
            gap, tokens = found
            if gap.at:
                yield self._between(article, tokens[gap.at - 1].start, tokens[gap.at].end, sure=gap.sure)
            else:
                severity = Severity.WARNING if gap.sure and not article.in_quotation(sentence) else Severity.INFO
                yield self.finding(sentence, "This sentence seems to have no verb.", severity=severity)


def _is_helped(before: list[str], form: str) -> bool:
    """Whether the words before "be" or "been" hold what it needs."""
    if form == "been":
        return any(word in _HAVE or word.endswith(("'ve", "'d", "'s", "n't")) for word in before)
    if any(word in _HELPERS or word.endswith(("'ll", "'d", "n't")) for word in before[-7:]):
        return True
    return not _ASKING.isdisjoint(before)


def _worth_reading(said: str, parts: list[str]) -> bool:
    """Whether a sentence might lack its main verb, by a look at its words: most do not."""
    finite = _FINITE.intersection(parts)
    if not finite:
        return _PAST.search(said) is None
    if len(finite) > len(_SUBORDINATORS.intersection(parts)) and parts[0] not in _PRONOUNS:
        return False
    # The gap, if there is one, stands before all these verbs, between two words that hardly ever meet.
    before = "the"
    for part in parts:
        if part in finite:
            return False
        if part in _COMPLEMENTS and before not in _BEFORE_NOUNS and before[-1].isalnum():
            return True
        before = part
    return False
