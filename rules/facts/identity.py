from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newslint import Article, Finding, Rule, Severity, Span, flags, passes

from ._borrowed_titles import borrowed_titles
from ._descriptions import Description, descriptions
from ._kin import clashing_bonds
from ._posts import posts
from ._towns import two_states


class Identity(Rule):
    """One person with two offices, ranks, parties or countries that cannot both be; one town in two states.

    Two people who are brothers here and father and son there; a title that one bears in one place, and that belongs to
    another: “Sheriff Orbell”, where Marsh is the sheriff and Orbell a clerk.

    “The foreign minister of Karvania, Ketevan Tsereteli” and, below, “Ms. Tsereteli, the Tulistani prime minister”;
    Cpl. here and Sgt. there; (R-Texas) and (D-Ohio). The rule reads titles before a name and descriptions after it,
    leaves out what is former, acting, deputy or to come, and reports the description that stands alone against the
    others.

    On 13 million words of edited copy: read 8, worth a look 1; most of the mechanisms behind the others were
    mended since.
    """

    severity = Severity.INFO
    reference = "news desks: one person, one title"
    examples = (
        flags(
            "The foreign minister of Karvania, Ketevan Tsereteli, asked for talks.\n\n"
            "Ms. Tsereteli, the Tulistani [[prime minister]], left."
        ),
        flags("Cpl. Ana Ruiz was hurt.\n\nA day later [[Sgt.]] Ruiz left hospital."),
        flags("Sen. Ana Ruiz (R-Texas) spoke.\n\nLater Ruiz ([[D-Texas]]) left."),
        flags("The mill is in Ghent, Ohio.\n\nThe mayor of [[Ghent, Iowa]], was there. Ghent, Ohio, has two mills."),
        flags("Kit Marsh, captain of the Hawks, scored.\n\nMarsh, the [[Rovers]] captain, limped off."),
        flags("The firm of the brothers Jan and Kit Orbell is sold.\n\nJan Orbell and [[his son Kit]] will stay."),
        flags("Ana Ruiz, a clerk, saw it. “It burned,” [[Sheriff Ruiz]] said.\n\nSheriff Kit Marsh closed the road."),
        passes("The firm of the brothers Jan and Kit Orbell is sold.\n\nJan Orbell and his brother Kit will stay."),
        passes("Kit Marsh, captain of the Hawks, scored.\n\nMarsh, the Hawks captain, limped off."),
        passes("Cpl. Ana Ruiz was promoted.\n\nA day later Sgt. Ruiz left."),
        passes(
            "President Ana Ruiz met the foreign minister, Jan Orbell.\n\nMr. Orbell, a former prime minister, left."
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        told: dict[tuple[str, str], list[Description]] = {}
        for description in chain(descriptions(article), posts(article)):
            told.setdefault((description.person, description.aspect), []).append(description)
        done = set()
        for (person, _), found in told.items():
            if len({description.value for description in found}) > 1 and person not in done:
                done.add(person)
                if {(person, "party"), (person, "state")} <= told.keys() and _are_two(told, person):
                    continue  # Johnson, R-La., and Johnson, D-Ga.
                yield from self._clash(article, person, found)
        yield from self._borrowed(article)
        yield from self._kin(article)
        for odd, usual, message in two_states(article.text):
            yield self.finding(odd, message, related=[(usual, "here")], severity=Severity.INFO)

    def _borrowed(self, article: Article) -> Iterator[Finding]:
        """One who bears another's title in one place."""
        for mention, person, other in borrowed_titles(article):
            title = mention.title
            yield self.finding(
                Span(article.text.rfind(title, 0, mention.start), mention.end),
                f"“{title} {mention.text}” here; {other.name} bears that title, {person.name} is described otherwise.",
                related=[(person.first, "so here"), (other.first, "who bears it")],
                severity=Severity.WARNING,
            )

    def _kin(self, article: Article) -> Iterator[Finding]:
        """Two people related in two ways."""
        for bond, first in clashing_bonds(article):
            here, there = (article.text[one.start : one.end] for one in (bond, first))
            message = f"“{here}” here, “{there}” elsewhere."
            yield self.finding(bond, message, related=[(first, "so here")], severity=Severity.WARNING)

    def _clash(self, article: Article, person: str, found: list[Description]) -> Iterator[Finding]:
        counts = {description.value: 0 for description in found}
        for description in found:
            counts[description.value] += 1
        usual = max(counts, key=lambda value: counts[value])
        first = next(description for description in found if description.value == usual)
        for description in found:
            if description.value != usual:
                here = article.text[description.start : description.end]
                there = article.text[first.start : first.end]
                yield self.finding(
                    description,
                    f"“{here}” here, “{there}” elsewhere for {person}.",
                    related=[(first, "so here")],
                )
                return


def _are_two(told: dict[tuple[str, str], list[Description]], person: str) -> bool:
    """Whether party and state both differ: two people of one surname."""
    return all(len({found.value for found in told[person, aspect]}) > 1 for aspect in ("party", "state"))
