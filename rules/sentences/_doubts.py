"""From how faintly a sentence sounds damaged to what is worth an editor's look.

Chosen on half A of the shared corpus, 408,000 words of edited copy of outlets that the network was not trained on. Of
its eight warnings there six are real errors; of information only one in seven is, but it finds half of what spinners
break.
"""

from newslint import Doubt, Severity

# Logits of the network: by itself; where words meet that hardly ever do; where the order of the words shows a gap.
_SURE, _SURE_IF_ODD, _SURE_IF_AGREED = 6.0, 3.5, 2.5
_ODD = 90  # sixteenths of a logit of the junctions
_WORTH_A_LOOK, _WORTH_A_LOOK_IF_VERBLESS, _WORTH_A_LOOK_IF_AGREED = 3.0, 2.0, -0.5


def severity_of(doubt: Doubt) -> Severity | None:
    """None: not worth a look."""
    logit = doubt.logit
    odd, agreed = doubt.oddity >= _ODD, doubt.agreed
    if logit >= _SURE or (odd and logit >= _SURE_IF_ODD) or (agreed and logit >= _SURE_IF_AGREED):
        return Severity.WARNING
    if agreed:
        worth = logit >= _WORTH_A_LOOK_IF_AGREED
    else:
        worth = logit >= (_WORTH_A_LOOK_IF_VERBLESS if doubt.lacks_verb else _WORTH_A_LOOK)
    return Severity.INFO if worth else None
