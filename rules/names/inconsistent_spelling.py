"""names/inconsistent-spelling."""

from collections.abc import Iterator

from newslint_rules.names._case import case_clashes
from newslint_rules.names._double_names import DoubleName, double_names

from newslint import Article, Clash, Finding, Rule, Severity, flags, passes

# Evidence below which a clash is for information: of 14 read there seven were worth it, of 65 above it 58 right.
_SURE = 0.7


class InconsistentSpelling(Rule):
    """A name is spelled two ways in one article.

    Flags a form of a name that is a near miss of another form in the same article: a swapped, dropped, doubled or
    mistaken letter, letters that sound alike, a hyphen lost. Distance alone does not count: the rule weighs how often
    each form stands, whether the odd one is a word or a name in its own right, whether the same given name, surname or
    title stands beside both, and where each is brought in. Two people with like names, plurals, peoples of countries,
    short forms of given names and the like are left alone.

    A misspelt name is the first thing that its bearer sees. The suggestion is the form that stands more often, which
    may itself be the wrong one: look it up.

    On 1.3 million words as published: read 65 warnings, right 58; read 14 for information, worth a look 7; on one
    page that lists all members of a parliament 16 more, right 1. On 600,000 words of other papers that nothing was
    fitted on: read 29 warnings, right 21.
    """

    severity = Severity.WARNING
    gathers = True
    reference = "Every desk's first rule: get the names right"
    reads_quotes = True
    examples = (
        flags(
            "Maria Szymborski runs the mill. Szymborski has run it for years. “It pays,” [[Szymbroski]] said.",
            becomes="Maria Szymborski runs the mill. Szymborski has run it for years. “It pays,” Szymborski said.",
        ),
        flags("Officials in Valdarno met on Tuesday. Valdarno has 900 people. The mayor of [[Valdarna]] did not come."),
        flags("Ana Ruiz-Orbell won. Ruiz-Orbell wept. Then [[Ruiz Orbell]] sang."),
        flags("Hillary Marsden spoke first. The crowd cheered [[Hilary]] Marsden twice."),
        passes("Iran wants talks. Iranian envoys and Iraq will meet; two Iranians spoke."),
        passes("Peter Johnson spoke first. Then Anna Johnston spoke, and Johnson and Johnston left."),
        passes("Anna Hale spoke. Her account is AnnaHale. The Asian-Pacific trade: Asian Pacific states met."),
        flags("Branches\n\nMossley Hill Road, Chua Orbell Park, [[Choa]] Orbell Park and Old Mill Lane."),
        passes("Joshua Apted came late. Josh Apted left early."),
        passes("The fighters came from Vazarstan. A Vazarstani guide left them."),
        passes("Thomas Hale kept the goal in the first half, and Tomasz Kowalczyk in the second."),
        passes("Kim Jong Un met the delegation. Its head, Kim Yong Nam, bowed."),
        passes("The prizes went to Jon Roe, Maria Hale, Ann Shapiro and Anna Shapira."),
        passes("The Orbell Cafe\u0301 and Bar closed. At the Orbell Café 12 sat. The Orbell Café had a bar."),
        passes("The Mill Race is over; see orbell.org/2019/The-tale-of-Mill-Race/ for more of the Mill Race."),
        passes("Most Yazidi fled. Few Yazidi came back. The Free Yezidi Foundation helps, and a Yazidi guide said so."),
        passes("They praise Open Source. It is Free Open-Source code, they say, and Open Source pays."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        alike = set(article.view(case_clashes))  # names/inconsistent-case has them
        spelled: list[Clash | DoubleName] = [clash for clash in article.name_clashes if clash not in alike]
        for clash in spelled + list(article.view(double_names)):
            times = len(clash.others)
            usual = f"“{clash.usual}” {times} times" if times > 1 else f"“{clash.usual}” once"
            often = "once" if len(clash.places) == 1 else f"{len(clash.places)} times"
            message = f"“{clash.odd}” appears {often}, {usual}."
            others = [(place, f"“{clash.usual}” here") for place in clash.others[:5]]
            faint = isinstance(clash, Clash) and clash.weight < _SURE
            severity = Severity.INFO if faint else None
            for place in clash.places:
                yield self.finding(place, message, suggest=clash.usual, by_hand=True, related=others, severity=severity)
