"""An example plugin: an output format. `newslint check --format note .` writes a line an article for a chat."""

from collections import Counter
from collections.abc import Iterator

from newslint.findings.report import Report
from newslint.plugins.marks import hook
from newslint.reporters import Reporter


def note(report: Report, color: bool) -> Iterator[str]:
    """Pieces of text: for each article with findings how many there are of each family, the most first."""
    for file in report.files:
        families = Counter(finding.rule.partition("/")[0] for finding in file.findings)
        if families:
            said = ", ".join(f"{family} {count}" for family, count in families.most_common())
            yield f"{file.path}: {families.total()} to look at ({said})\n"


@hook
def newslint_reporters() -> list[Reporter]:
    """Our format, by the name that --format knows it by."""
    return [Reporter("note", note, "a line an article, for the chat")]
