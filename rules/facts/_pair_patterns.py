"""How two figures of one thing are joined, before and after; ``_pairs.py`` reads them."""

import re
from functools import cache

from newslint import english, expression

_FILLERS = r"(?:[a-z’'-]+\s+){0,5}"


@cache
def pair_patterns() -> dict[str, re.Pattern[str]]:
    return {
        "pivot": expression(r"\b(?:[Ff]rom|compared\s(?:with|to)|against|versus|up\son)\s"),
        "filler": expression(_FILLERS),
        "ratio": expression(r"\s+(?:in|of|out\s+of)\s+(?:every\s+|the\s+|its\s+|their\s+)?"),
        # what may stand between the figure before and "to"
        "to": expression(r"(?:(?!\band\b)[^.;:!?()\n]){0,70}?,?\s+to\s+" + _FILLERS),
        # a figure, and the size of its change: "132 complaints, a 17 percent" rise
        "then": expression(
            r"""
            (?!\s+(?:and|or|to|but|while|of)\b)  # not: 132 and
            (?:(?!\b(?:and|but|while|as|for|to|on|of)\b)[^.;:!?()\n]){0,50}[,(–—-]*\s*
            (?:
                an?\s+(?:[a-z]+\s+){1,2}of\s+
                |an?\s+|up\s+|down\s+|some\s+|about\s+|nearly\s+|almost\s+|which\s+is\s+
                |(?:more|less)\s+than\s+  # more than
            )*
            """,
            re.VERBOSE,
        ),
        "times": expression(
            rf"""
            \b(?:
                [12]\d{{3}}  # in 2010
                |(?:last|previous|next|following|same|prior)\s+  # last year
                 (?:year|month|week|quarter|season|period)
                |(?:year|month|week|quarter|decade)s?\s+(?:earlier|ago|before)  # a year earlier
                |(?:{"|".join(english.MONTHS)})
            )\b
            """,
            re.VERBOSE,
        ),
        # ... and what it is compared with
        "more": expression(r"\s+(?:more|fewer|less|higher|lower)\s+than\s"),
        "than": expression(
            r"""
            [\s-]+(?:[a-z]+\s+){0,2}?  # 17 percent more
            (?:than|on|over|from|above|below|compared\s+with|compared\s+to|against)\s+  # than
            (?:
                (?:
                    the|its|their|his|her|last|previous|earlier|about|some|nearly|roughly
                    |around
                    |(?:year|month|week|season|[A-Z][a-z]+)[’']s  # last year's
                )\s+
            ){0,4}
            """,
            re.VERBOSE,
        ),
        "size": expression(r"\b(?:up|down|by|of|rose|fell)\s+(?:(?!to\b)\w+\s+)?$"),
        # £60m (2018: £50m)
        "bracket": expression(r"[^.;:!?()\n]{0,30}\s\((?:[A-Z][A-Z\d]\s|FY\s?)?(?:\d{4}|(?:last|previous)\s+year):\s"),
        "ends_with_to": expression(r"\b(?:to|(?P<at>at))\s+" + _FILLERS + "$"),
        # "132, up 10 percent from 120"
        "up": expression(
            rf"""
            (?P<unit>[^.;:!?()\n]{{0,30}}?)[,(–—-]*\s*\b(?<!backing\s)(?<!backed\s)  # complaints, not: backing up
            (?<!back\s)(?P<verb>up|down|higher|lower)\b(?P<by>[^.;:!?()\n]{{0,30}}?)\s+  # up 10 percent from
            from\s+{_FILLERS}
            """,
            re.VERBOSE,
        ),
        "governor": expression(r"\b([a-z]+)(?:,|\s+(?:[a-z]+ly|again|back|further|on average|overall|by))?\s*$", re.I),
        # the bank cut its key rate from
        "object": expression(
            r"""
            \b(
                raise[sd]?|raising|lift(?:s|ed|ing)?|increas(?:e|es|ed|ing)|boost(?:s|ed)?
                |hike[sd]?|cuts?|cutting|lower(?:s|ed|ing)|reduc(?:e|es|ed|ing)
                |trim(?:s|med)|slash(?:es|ed)?
            )\s+(?:its|the|their|his|her|our|a|an)\s+  # its
            (?:(?!(?:that|and|but|which|who|by)\b)[a-z-]+\s+){1,5}$  # key rate
            """,
            re.VERBOSE,
        ),
        "start": expression(r"\bfrom\s+(?:(?!to\b)[a-z’'-]+\s+){0,3}$"),
        "period": expression(r"\b(?:first|past|last|next|previous|final|latest|these|those)\s+$"),
        "span": expression(r"\s+\w+\s+(?:earlier|ago|before|prior)\b"),
        "age_of_record": expression(r"-(?:day|week|month|year|decade|century)\s(?:high|low|record|peak)\b"),
        "margin": expression(r"(?:\s+(?:percent|per\s+cent))?\s+(?:lead|margin|advantage|edge|deficit|win|loss)\b"),
        "tally": expression(r"(?:\s+[a-z]+)?\s+to\s+(?:the\s+)?[\d$£€]"),
        "in_debt": expression(r"[\s-](?:[a-z]+\s)?(?:deficit|loss|debt|shortfall)\b"),
        "in_credit": expression(r"[\s-](?:[a-z]+\s)?(?:lead|surplus|profit|gain|advantage)\b"),
        "clock": expression(
            rf"""
            \s?(?:
                [ap]\.?m\b|o[’']clock|noon|midnight  # 9 p.m., 9 March
                |(?:May|{"|".join(english.SHORT_MONTHS)})[a-z]*\b
            )
            """,
            re.VERBOSE,
        ),
    }
