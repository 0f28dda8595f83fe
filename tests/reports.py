"""A report with everything in it that makes a format stumble, for the reporters' tests."""

from newslint.findings.report import FileReport, Lines, Located, RelatedPlace, Report, RuleInfo
from newslint.model.finding import Edit, Fix, Safety, Severity
from newslint.model.span import Span

# An emoji and an accent before a mark, a control character, markup, per cent signs, a quotation over two lines.
SOURCE = (
    "Mayor opens <b>bath</b> & pool\r\n"
    "🎉 Zoë Kuzio opened it in order to win 100% of votes.\n"
    "Cuzio said: “It is\n"
    "open\x07 now.” Utilise it; utilise it, utilise it.\n"
)
PATH = "news/town hall, é: 100%.txt"


def located(rule, words, message, *, severity=Severity.WARNING, nth=0, related=(), fix=None):
    lines = Lines(SOURCE)

    def place(text, number=0):
        start = -1
        for _ in range(number + 1):
            start = SOURCE.index(text, start + 1)
        return lines.place(Span(start, start + len(text)))

    where = place(words, nth)
    if isinstance(fix, str):
        fix = Fix((Edit(Span(where.start, where.end), fix),))
    links = tuple(RelatedPlace(place(text), said) for text, said in related)
    return Located(PATH, rule, severity, message, where, links, fix)


def sample_report():
    kuzio, cuzio = SOURCE.index("Kuzio"), SOURCE.index("Cuzio")
    findings = [
        located(
            "names/inconsistent-spelling",
            "Cuzio",
            "“Cuzio” appears once,\n“Kuzio” 100% of the rest: see <b>.",
            severity=Severity.ERROR,
            related=[("Kuzio", "the other form")],
            fix=Fix((Edit(Span(cuzio, cuzio + 5), "Kuzio"),), alternatives=("Kúzio", "")),
        ),
        located("style/clutter", "in order to", "Say it in fewer words.", fix="to"),
        located("quotes/broken", "It is\nopen\x07 now", "Two\x0b lines ]]> & more.", severity=Severity.INFO),
        *(located("style/clutter", "tilise", "Plainer: “use”.", nth=nth) for nth in range(3)),
        located(
            "quotes/pairs",
            "Zoë",
            "Two edits.",
            fix=Fix((Edit(Span(kuzio, kuzio), "["), Edit(Span(kuzio + 5, kuzio + 5), "]")), Safety.SAFE),
        ),
    ]
    silent = (located("style/clutter", "opened", "Suppressed & kept."),)
    files = [
        FileReport("news/clean.txt", source="All is well.\n"),
        FileReport(PATH, tuple(sorted(findings, key=Located.sort_key)), (), SOURCE, silent),
        FileReport("news/gone.txt", errors=("news/gone.txt: cannot be read: it is <gone>",)),
    ]
    rules = {
        rule: RuleInfo(rule, f"What {rule} is about.", f"What {rule} is about.\n\nWhy & how.", Severity.WARNING, "AP")
        for rule in ("names/inconsistent-spelling", "quotes/broken", "quotes/pairs", "style/clutter", "style/unused")
    }
    return Report(tuple(files), rules)


def render(name, report=None):
    """A report in the format of this name."""
    from newslint.reporters import standard_reporters

    reporter = {reporter.name: reporter for reporter in standard_reporters()}[name]
    return "".join(reporter.render(sample_report() if report is None else report, False))
