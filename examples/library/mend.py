"""The mends that have one candidate, made in a text; names, facts and quotations are left for a person."""

from newslint import Linter

LINTER = Linter()
done = LINTER.fix("The council met on on Monday.\n\n“It was close, Ms. Boateng said.\n", unsafe=True)
print(f"{done.mends} mended: {done.text.splitlines()[0]}")
for finding in done.left:
    print(f"left in line {finding.place.line}: {finding.message}")
