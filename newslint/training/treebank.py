"""Reads Universal Dependencies English in CoNLL-U: sentences in our tokens, with our tags."""

import lzma
from pathlib import Path
from typing import NamedTuple

from newslint.analysis.tagger import features
from newslint.analysis.text.tokens import find_tokens

_MERGED = {
    "NN": "N", "NNS": "N", "NNP": "P", "NNPS": "P", "JJ": "J", "JJR": "J", "JJS": "J", "AFX": "J", "RB": "R",
    "RBR": "R", "RBS": "R", "RP": "R", "DT": "D", "PDT": "D", "PRP$": "D", "WP$": "D", "PRP": "PRP", "EX": "PRP",
    "POS": "POS", "WDT": "W", "WP": "W", "WRB": "W", "IN": "IN", "TO": "TO", "CC": "CC", "CD": "CD", "LS": "CD",
    "MD": "MD", "VB": "VB", "VBD": "VBD", "VBP": "VBP", "VBZ": "VBZ", "VBN": "VBN", "VBG": "VBG", "UH": "X", "FW": "X",
    "GW": "X", "ADD": "X", "SYM": "X", "$": "X", "NFP": ".",
}  # fmt: skip


class Example(NamedTuple):
    """One sentence: its words as ``find_tokens`` gives them, and their tags."""

    words: list[str]
    tags: list[str]


def read(path: Path) -> list[Example]:
    """The sentences of a treebank file, its tokens and tags brought to ours."""
    examples: list[Example] = []
    text, rows = "", list[list[str]]()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# text = "):
                text = line[9:]
            elif not line and rows:
                examples.append(_align(text, [(row[1], _tag(row)) for row in rows]))
                rows = []
            elif line and line[0].isdigit():
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
    return [example for example in examples if example.words]


def _tag(row: list[str]) -> str:
    """Our tag for a row of the treebank."""
    return "IMP" if row[4] == "VB" and "VerbForm=Fin" in row[5] else _MERGED.get(row[4], ".")


def _align(text: str, rows: list[tuple[str, str]]) -> Example:
    """Tags for our tokens: of the treebank tokens that overlap ours, the one that matters most."""
    spans, position = [], 0
    for form, name in rows:
        start = text.find(form, position)
        if start < 0:
            return Example([], [])
        position = start + len(form)
        spans.append((start, position, name))
    words, tags, first = [], [], 0
    for token in find_tokens(text):
        while first < len(spans) and spans[first][1] <= token.start:
            first += 1
        inside = []
        for start, _, name in spans[first:]:
            if start >= token.end:
                break
            inside.append(name)
        words.append(token.text)
        tags.append(_joined(inside))
    return Example(words, tags)


def _joined(names: list[str]) -> str:
    """One tag for a word that the treebank parts: "don't" is its verb, "he's" a clitic, "all-girl" its last part."""
    if not names:
        return "."
    for index, name in enumerate(names):
        if name in features.FINITE:
            return name if index == 0 else "CLI"
    if len(names) > 1 and names[-1] == "R" and names[0] in ("VB", "VBN"):
        return names[0]
    return names[-1]
