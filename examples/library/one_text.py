"""One text in, findings out."""

from newslint import lint

COPY = """Harbour vote on Monday

The council voted on on the harbour plan. “We are pleased, said Ms. Ama Boateng, who chairs it.

Ms. Boatang has asked for a second report.
"""

for finding in lint(COPY, markup="markdown"):
    place = finding.place
    print(f"{place.line}:{place.column} {finding.severity} {finding.rule} {COPY[place.start : place.end]!r}")
