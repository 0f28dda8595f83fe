"""The cast of a story, as data: every name with its mentions, every quotation with its speaker."""

from newslint import lint

COPY = """Elin Brandt, a grower from Tolby, picks late. “We wait for the frost,” she said.

Brandt sells the apples at the gate.
"""

for cast in lint(COPY).cast:
    for person in cast["people"]:
        print(person["name"], [mention["text"] for mention in person["mentions"]])
    for quote in cast["quotes"]:
        speaker = quote["speaker"]
        print(COPY[quote["start"] : quote["end"]], "-", speaker and speaker["person"])
