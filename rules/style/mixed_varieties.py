"""One article, one variety of English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from newslint import Article, Finding, Rule, Severity, Span, flags, passes

# American and British spelling, and the endings that both take. Left out: what either side also writes (-ize, which is
# Oxford's too; meter, check, tire, curb, program, which British English has in other senses).
_PAIRS = """
color colour s ed ing ful
honor honour s ed ing able
favor favour s ed ing able
favorite favourite s
labor labour s ed ing er ers
neighbor neighbour s ing hood hoods
behavior behaviour s al
harbor harbour s ed ing
rumor rumour s ed
humor humour
flavor flavour s ed
endeavor endeavour s
center centre s
fiber fibre s
liter litre s
kilometer kilometre s
caliber calibre
travel travell -ed -ing -er -ers
cancel cancell -ed -ing
label labell -ed -ing
model modell -ed -ing
fuel fuell -ed -ing
signal signall -ed -ing
counsel counsell -ed -ing -or -ors
jewelry jewellery
defense defence s
offense offence s
gray grey s
aluminum aluminium
plow plough s ed ing
mold mould s
skeptic sceptic s al ism
airplane aeroplane s
pajamas pyjamas
maneuver manoeuvre s
pediatric paediatric
pediatrician paediatrician s
anesthetic anaesthetic s
hemorrhage haemorrhage
estrogen oestrogen
orthopedic orthopaedic
leukemia leukaemia
diarrhea diarrhoea
enrollment enrolment s
fulfill fulfil s ment
skillful skilful
willful wilful
installment instalment s
analyze analyse d
paralyze paralyse d
"""
# Spellings of one variety whose counterpart says nothing: British only, with what an American would write.
_BRITISH_ONLY = """
programme program s
cheque check s
tyre tire s
kerb curb s
metre meter s
recognise recognize d s
realise realize d s
organise organize d s
organisation organization s
apologise apologize d s
criticise criticize d s
emphasise emphasize d s
prioritise prioritize d s
"""
_SHOWN = 4  # related places


@cache
def _words() -> dict[str, tuple[str, str, str]]:
    """Spelling -> (its variety, the word that it is a form of, the other spelling)."""
    words: dict[str, tuple[str, str, str]] = {}
    for line in _PAIRS.split("\n"):
        if line:
            american, british, *endings = line.split()
            # A leading hyphen: the bare stem is not a spelling of its own.
            for ending in endings if endings and endings[0].startswith("-") else ["", *endings]:
                ending = ending.lstrip("-")
                words[american + ending] = ("American", american, british + ending)
                words[british + ending] = ("British", american, american + ending)
    for line in _BRITISH_ONLY.split("\n"):
        if line:
            british, american, *endings = line.split()
            for ending in ["", *endings]:
                words[british + ending] = ("British", american, american + ending)
    return words


class MixedVarieties(Rule):
    """One article keeps to one variety of English.

    Copy that was put together from two sources shows it: “color” in one paragraph, “defence” in another. The rule
    speaks when American and British spellings both stand in the article, each in two different words at least; it
    reports the side with fewer. Quotations, and names with their capitals (the Labor Party, Rockefeller Center), keep
    their own spelling and are not counted. “-ize” is counted for neither side, since British publishers use it too.

    A house that has decided sets ``variety`` to american or british: then every spelling of the other is reported.

    On 1.3 million words as published: no finding but one page's.
    """

    severity = Severity.INFO
    reference = "Every style book: one spelling, one article"
    examples = (
        flags(
            "The colour of the harbour changed. A neighbour saw it. The [[center]] paid for its [[defense]].",
            becomes="The colour of the harbour changed. A neighbour saw it. The centre paid for its defence.",
        ),
        flags("The color was gray, her favorite. The [[programme]] was [[cancelled]]."),
        passes("The Labor Party honoured its neighbours at Rockefeller Center, the Department of Defense said."),
        passes("The colour of the harbour changed. “My favorite color,” he wrote."),
        passes("The colour of the harbour changed, and the center closed."),
    )
    least: int = 2
    variety: Literal["any", "american", "british"] = "any"

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(_words())

    def check(self, article: Article) -> Iterator[Finding]:
        hits = article.hits(self.id)
        if self.variety != "any":
            yield from self._against_the_house(article)
            return
        if len(hits) < 2 * self.least:
            return
        words = _words()
        sides: dict[str, list[tuple[Span, str]]] = {"American": [], "British": []}
        for hit in hits:
            sides[words[hit.phrase][0]].append((Span(hit.start, hit.end), hit.phrase))
        if any(self._kinds(rows) < self.least for rows in sides.values()):
            return
        # Quotations cost more to find, so they are asked about only where both varieties stand.
        sides = {name: [row for row in rows if _counts(article, row[0])] for name, rows in sides.items()}
        if any(self._kinds(rows) < self.least for rows in sides.values()):
            return
        usual, odd = sorted(sides, key=lambda name: (-len(sides[name]), sides[name][0][0]))
        shown: dict[str, Span] = {}
        for span, phrase in sides[usual]:
            shown.setdefault(phrase, span)
        related = [(span, f"{usual}: “{phrase}”") for phrase, span in list(shown.items())[:_SHOWN]]
        for span, phrase in sides[odd]:
            found = article.text[span.start : span.end]
            yield self.finding(
                span,
                f"“{found}” is {odd} spelling; the article is otherwise in {usual} (“{'”, “'.join(list(shown)[:2])}”).",
                suggest=_like(found, words[phrase][2]),
                related=related,
            )

    def _against_the_house(self, article: Article) -> Iterator[Finding]:
        """Every spelling that is not of the house's variety."""
        words = _words()
        for hit in article.hits(self.id):
            variety, _, better = words[hit.phrase]
            if variety.lower() != self.variety and _counts(article, Span(hit.start, hit.end)):
                found = article.text[hit.start : hit.end]
                message = f"“{found}” is {variety} spelling; the house writes {self.variety.title()} English."
                yield self.finding(hit, message, suggest=_like(found, better))

    @staticmethod
    def _kinds(rows: list[tuple[Span, str]]) -> int:
        words = _words()
        return len({words[phrase][1] for _, phrase in rows})


def _like(found: str, better: str) -> str:
    """The other spelling, with the capital of the one that was found."""
    return better.capitalize() if found[0].isupper() else better


def _counts(article: Article, span: Span) -> bool:
    """Whether a spelling is the writer's own: not in a quotation, a name, a web address."""
    text = article.text
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 2]
    if (
        (before and before in "./@#_-")
        or after[:1] in ("/", "@", "_")
        or (after[:1] in (".", "-") and after[1:].isalnum())
    ):
        return False
    if text[span.start].isupper():
        lead = text[max(0, span.start - 2) : span.start]
        if lead and (lead[-1] == " " and (lead[0].isalnum() or lead[0] in ",;:&'’")):
            return False
        if after[:1] == " " and after[1:].isupper():
            return False
    return not article.in_quotation(span)
