"""names/inconsistent-honorific."""

from collections import Counter
from collections.abc import Iterator

from newslint import Article, Finding, Mention, Role, Rule, Severity, Span, expression, flags, passes

_KIN = expression(r"\b(?:husband|wife|father|mother|brother|sister|son|daughter|couple|widow|married|parents|spouse)\b")
_WOMEN = {"Mrs", "Ms", "Miss"}
_COURTESY = {"Mr", *_WOMEN}
_COURTESY_LIKE = expression(r"M(?:rs?|s|iss)\b")


class InconsistentHonorific(Rule):
    """Honorifics are written two ways in one article.

    Flags "Mr Hale" beside "Mr. Hale"; "Mrs Hale" beside "Ms Hale" for one woman; a lone "Mr Hale" in an article that
    uses no honorifics, and a lone bare "Hale" where he is "Mr Hale" all along. A paper has one style; a second one in
    the same story shows that copy was pasted in. Spouses who share a surname are left alone.

    On 1.3 million words as published: read 4 warnings, right 4.
    """

    severity = Severity.WARNING
    gathers = True
    reference = "AP, Guardian and Economist style books: one form of courtesy title throughout"
    reads_quotes = True
    examples = (
        flags(
            "Mr. Hale came first. Then Mr. Hale left, and [[Mr]] Orbell stayed.",
            becomes="Mr. Hale came first. Then Mr. Hale left, and Mr. Orbell stayed.",
        ),
        flags("Jane Orbell won. Mrs Orbell wept. Later Mrs Orbell sang, and [[Ms]] Orbell danced."),
        passes("Mr. Hale met Ms. Orbell and Dr. Quist. They live at 12 Station Dr in Leeds."),
        passes("Mr Hale met Ms Orbell and Dr Quist. It ended at 5 p.m. Mr Hale left."),
        passes("Mr Hale came. Mr Hale sat. Mr Hale sang and Mr Hale left. A former Hale aide saw it."),
        passes("Mr Hale and his wife came. Mrs Hale spoke, then Mr Hale did, and Mr Hale left with Mrs Hale."),
    )
    # Written with a full stop in one style and without in the other.
    abbreviations: frozenset[str] = frozenset({"Mr", "Mrs", "Ms", "Mx", "Messrs", "Dr"})

    def check(self, article: Article) -> Iterator[Finding]:
        yield from self._points(article)
        yield from self._persons(article)

    def _points(self, article: Article) -> Iterator[Finding]:
        inventory = article.name_inventory
        places: dict[bool, list[Span]] = {True: [], False: []}
        for form in self.abbreviations & inventory.forms.keys():
            for index in inventory.forms[form]:
                word = inventory.words[index]
                after = article.text[word.end : word.end + 1]
                if inventory.right(index) >= 0 and (after == "." or after.isspace()):  # not "12 Station Dr in Leeds"
                    places[after == "."].append(Span(word.start, word.end))
        if not places[True] or not places[False]:
            return
        pointed = len(places[True]) >= len(places[False])
        rare, usual = sorted(places[not pointed]), sorted(places[pointed])
        related = [(place, "written so here") for place in usual[:3]]
        for place in rare:
            form = article.text[place.start : place.end]
            better = form + "." if pointed else form
            where = place if pointed else Span(place.start, place.end + 1)
            found = form if pointed else form + "."
            kept = "with" if pointed else "without"
            message = f"“{found}” here, but courtesy titles stand {kept} a full stop elsewhere ({len(usual)})."
            yield self.finding(where, message, suggest=better, related=related)

    def _persons(self, article: Article) -> Iterator[Finding]:
        if _COURTESY_LIKE.search(article.text) is None:
            return  # nobody need be read
        people = [person for person in article.people if any(m.honorific in _COURTESY for m in person.mentions)]
        spoken = [
            [m for m in person.mentions if article.role_at(m.start) is Role.BODY and not article.in_quotation(m)]
            for person in people
        ]
        total = sum(m.honorific in _COURTESY for mentions in spoken for m in mentions)
        for mentions in spoken:
            titled = [m for m in mentions if m.honorific in _COURTESY]
            bare = [m for m in mentions if not m.honorific and not m.title and " " not in m.text]
            kinds = Counter(m.honorific for m in titled)
            if len(kinds) > 1:
                yield from self._two_kinds(article, titled, *kinds.most_common(1)[0])
            elif total == 1 and len(titled) == 1 and len(bare) >= 4:
                mention = titled[0]
                message = f"“{mention.honorific} {mention.text}” once, plain “{mention.text}” {len(bare)} times."
                related = [(m, "plain here") for m in bare[:3]]
                yield self.finding(mention, message, related=related, severity=Severity.INFO)
            elif len(titled) >= 4 and len(bare) == 1 and bare[0].text == titled[-1].text:
                mention = bare[0]
                if not _is_within_phrase(article, mention) and not article.text.startswith(("'", "’"), mention.end):
                    form = f"{titled[0].honorific} {mention.text}"
                    message = f"Plain “{mention.text}” once, “{form}” {len(titled)} times."
                    related = [(m, "with a courtesy title") for m in titled[:3]]
                    yield self.finding(mention, message, related=related, severity=Severity.INFO)

    def _two_kinds(self, article: Article, titled: list[Mention], main: str, often: int) -> Iterator[Finding]:
        for mention in titled:
            other = mention.honorific
            # "Mr" beside "Mrs" may be a couple's.
            certain = {main, other} <= _WOMEN or (often >= 3 and not _KIN.search(article.text))
            if other != main and certain:
                start = article.text.rfind(other, 0, mention.start)
                message = f"“{other} {mention.text}” here, “{main} {mention.text}” elsewhere."
                related = [(m, f"“{main}” here") for m in titled if m.honorific == main]
                yield self.finding(Span(start, start + len(other)), message, suggest=main, related=related[:3])


def _is_within_phrase(article: Article, mention: Mention) -> bool:
    """Whether other words of its phrase take the place of a courtesy title: "the Hale campaign", "old Hale"."""
    sentence = next((s for s in article.sentences if s.start <= mention.start < s.end), mention)
    tagged = article.tagged(sentence)
    at = next((i for i, row in enumerate(tagged) if row.token.start >= mention.start), 0)
    before, after = tagged[max(0, at - 1) : at], tagged[at + 1 : at + 2]
    return any(row.tag in ("D", "J") for row in before) or any(row.tag == "N" for row in after)
