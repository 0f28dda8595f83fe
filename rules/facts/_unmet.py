"""What a relation between figures that does not hold would have to be, in one line."""

from newslint import Figure, Relation

from ._arithmetic import plain


def worked_out(unmet: Relation) -> str:
    """The sum that the last figure of the relation ends, as it should be: "3,200 − 2,950 = 250"."""
    figures = [placed.figure for placed in unmet.figures]
    want = unmet.wanted_at(len(unmet.figures) - 1)
    last, role = figures[-1], unmet.order[-1]
    right = (want.low + want.high) / 2 * (100 if last.kind == "%" and unmet.op != "sum" else 1)
    said = plain(right, last) if last.kind != "f" else f"{100 * right:.0f} percent"
    if unmet.op == "sum":
        return f"{_added(unmet.order, figures)} = {said}"
    by = {letter: figure.text for letter, figure in zip(unmet.order, figures, strict=True)}
    return _SAID[unmet.op][role].format(said, **by)


def _added(order: str, figures: list[Figure]) -> str:
    whole = figures[order.index("W")]
    others = [plain(figure.value, figure) for figure in figures[:-1] if figure is not whole]
    return " + ".join(others) if order[-1] == "W" else " − ".join([plain(whole.value, whole), *others])


_SAID = {
    "share": {"L": "{R} of {H} is {}", "H": "{L} is {R} of {}", "R": "{L} of {H} is {}"},
    "rest": {"L": "{H} less {R} is {}", "H": "{L} is {} less {R}", "R": "from {H} to {L} is {} less"},
    "rise": {"L": "{H} is {R} more than {}", "H": "{L} and {R} more is {}", "R": "from {L} to {H} is {} more"},
    "times": {"L": "{H} is {R} {}", "H": "{R} {L} is {}", "R": "from {L} to {H} is {} times"},
    "product": {"L": "{H} / {R} = {}", "H": "{L} × {R} = {}", "R": "{H} / {L} = {}"},
}
