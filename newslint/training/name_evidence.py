"""Fits the weights of evidence on names: ``python -m newslint.training.name_evidence NEWS CORPUS``.

NEWS is edited news, xz-compressed, articles parted by an empty line; CORPUS a folder with ``slips.jsonl`` (real
published slips and sound pairs: path, label, common, variant) and ``clean/`` (edited articles). Sound pairs are all
near misses that the articles hold as they were published; slips are the real ones, and such as are planted here into
the news: one letter left out, doubled, exchanged or moved in one place of a name, or a name as it was heard. Logistic
regression with a penalty on the weights (ridge), by Newton's method; the same data give the same table. Needs numpy.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from newslint.analysis.names import evidence
from newslint.analysis.names.clashes import find_pairs
from newslint.analysis.names.inventory import Inventory
from newslint.analysis.names.likeness import Slip, sound_key, strip_accents
from newslint.analysis.names.profile import profile
from newslint.article import Article
from newslint.english.function_words import OPENERS
from newslint.english.names import NAMES, given_names
from newslint.english.words import is_word
from newslint.readers import documents_of, standard_readers

_TABLE = Path(evidence.__file__).with_name("weights.py")
_READER = standard_readers()[0]
_PLANTED = 4  # slips in an article
_TWICE = 0.08  # the share of names with two slips
_ARTICLES = 3000
# How the features begin that the two forms show by themselves.
_FORM = (
    *("always", "size", "slip", "usual stands", "odd stands", "other initial", "capital", "derived", "chained", "two"),
    *("ending", "usual: ", "letters"),
)
_REAL = 8.0  # what a real slip, or a pair that an editor found sound, counts
_PRINTED = 0.1  # what a pair counts that is probably no sound one
_RIDGE = 1.0
_SOUND = ("different-word", "different-or-demonym", "nickname-variant")


class Row(NamedTuple):
    """A pair: its features, whether one form is a slip for the other, and how much the pair counts."""

    features: frozenset[str]
    slip: bool
    weight: float = 1.0


def inventory_of(text: str) -> Inventory:
    return Article(documents_of(_READER, text)[0]).name_inventory


def rows_of(inventory: Inventory, pairs: Iterable[evidence.Pair], *, slip: bool, weight: float = 1.0) -> Iterator[Row]:
    """The rows of those pairs that are not ruled out."""
    for pair in pairs:
        one, two = profile(inventory, pair.odd), profile(inventory, pair.usual)
        if not evidence.is_ruled_out(inventory, pair, one, two):
            context = evidence.context_features(inventory, pair, one, two)
            yield Row(frozenset((*evidence.form_features(inventory, pair), *context)), slip, weight)


def sound_rows(text: str) -> Iterator[Row]:
    """The near misses of an article as it was published."""
    inventory = inventory_of(text)
    # To write a name with and without its accent is a fault whatever is meant.
    pairs = (pair for pair in find_pairs(inventory) if pair.near.slip not in (Slip.CASE, Slip.ACCENT))
    for row in rows_of(inventory, pairs, slip=False):
        # Beside one and the same name most near misses are slips that got into print.
        shared = any(feature.startswith("beside the same name") for feature in row.features)
        yield row._replace(weight=_PRINTED if shared else 1.0)


def planted_rows(text: str, chance: random.Random) -> Iterator[Row]:
    """Slips planted into an article, one at a time."""
    inventory = inventory_of(text)
    forms = [form for form, places in inventory.forms.items() if len(places) > 1 and _is_worth(form, chance)]
    for form in chance.sample(forms, min(_PLANTED, len(forms))):
        odd = misspelled(form, chance)
        if odd and chance.random() < _TWICE:
            odd = misspelled(odd, chance)
        if odd in (form, ""):
            continue
        times = 2 if len(inventory.forms[form]) > 4 and chance.random() < 0.15 else 1
        bad = text
        for index in sorted(chance.sample(inventory.forms[form], times), reverse=True):
            word = inventory.words[index]
            bad = bad[: word.start] + odd + bad[word.end :]
        changed = inventory_of(bad)
        pairs = (pair for pair in find_pairs(changed) if {pair.odd, pair.usual} == {odd, form})
        yield from rows_of(changed, pairs, slip=True)


def _is_worth(form: str, chance: random.Random) -> bool:
    """Whether a form is planted: names always, ordinary words now and then."""
    if len(form) < 4 or form in OPENERS or form.isupper() or not form.replace("'", "").isalpha():
        return False
    return not is_word(form) or chance.random() < 0.25


def misspelled(form: str, chance: random.Random) -> str:
    """A form with one slip of the trade, in the shares in which papers make them."""
    if form.startswith(("Mc", "Mac")) and chance.random() < 0.3:
        return "Mac" + form[2:] if form[1] == "c" else "Mc" + form[3:]
    if not form[1:].islower() and chance.random() < 0.3:
        return form.capitalize()
    if not form.isascii() and chance.random() < 0.3:
        return strip_accents(form)
    if chance.random() < 0.2 and (heard := _homophones().get(sound_key(form), set()) - {form}):
        return chance.choice(sorted(heard))
    if chance.random() < 0.15:
        return _respelled(form, chance)
    at = chance.randrange(1, len(form))
    letter = form[at]
    kinds = {"drop": 24, "swap": 22, "double": 12, "single": 14, "vowel": 13, "letter": 10, "insert": 6, "piece": 2}
    kinds |= {"echo": 4, "exchange": 4}
    kind = chance.choices(list(kinds), list(kinds.values()))[0]
    if kind in ("drop", "piece"):
        return form[:at] + form[at + (2 if kind == "piece" else 1) :]
    if kind == "insert":
        return form[: at + 1] + chance.choice("aeiounrstlm") + form[at + 1 :]
    if kind == "swap":
        return form[:at] + form[at + 1 : at + 2] + letter + form[at + 2 :] if at + 1 < len(form) else ""
    if kind == "double":
        return form[:at] + letter + form[at:]
    if kind == "single":
        doubles = [place for place in range(1, len(form)) if form[place] == form[place - 1]]
        return form[: doubles[0]] + form[doubles[0] + 1 :] if doubles else form[:at] + form[at + 1 :]
    if kind == "echo":  # fingers run ahead, or lag behind
        near = [other for other in form[at + 1 : at + 6] + form[max(1, at - 5) : at] if other != letter]
        alike = [other for other in near if (other in "aeiou") == (letter in "aeiou") and other.isalpha()]
        return form[:at] + chance.choice(alike) + form[at + 1 :] if alike else ""
    if kind == "exchange":  # two vowels, or two consonants, change places
        later = [o for o in range(at + 2, min(at + 6, len(form))) if (form[o] in "aeiou") == (letter in "aeiou")]
        if not later:
            return ""
        other = chance.choice(later)
        return form[:at] + form[other] + form[at + 1 : other] + letter + form[other + 1 :]
    choice = "aeiou" if letter in "aeiou" else "bcdfghjklmnprstvz" if kind == "letter" else ""
    return form[:at] + chance.choice(choice) + form[at + 1 :] if choice else ""


# Letters that are read alike, one for the other.
_ALIKE = [pair.split("/") for pair in "c/k ph/f ck/k v/w v/ph y/i s/z ei/ie ou/u th/t dt/t ey/y j/y".split()]


@cache
def _homophones() -> dict[str, set[str]]:
    """Known names by their sound: Stephen and Steven, Smith and Smyth."""
    found: dict[str, set[str]] = {}
    for name in sorted(NAMES.all() | given_names()):
        if len(name) > 3 and name.isalpha() and name[1:].islower():
            found.setdefault(sound_key(name), set()).add(name)
    return found


def _respelled(form: str, chance: random.Random) -> str:
    """A form as somebody writes it who has only heard it: "Cuzio" for "Kuzio"; "" if nothing in it may be changed."""
    lowered = form.lower()
    choices = [(old, new) for pair in _ALIKE for old, new in (pair, pair[::-1]) if old in lowered]
    if not choices:
        return ""
    old, new = chance.choice(choices)
    at = chance.choice([place for place in range(len(form)) if lowered.startswith(old, place)])
    changed = lowered[:at] + new + lowered[at + len(old) :]
    return changed.capitalize() if form[1:].islower() else ""


def labelled_rows(corpus: Path) -> Iterator[tuple[str, Row]]:
    """(label, row) of the real pairs."""
    for line in (corpus / "slips.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        inventory = inventory_of((corpus / entry["path"]).read_text(encoding="utf-8"))
        forms = {entry["common"], entry["variant"]}
        pairs = (pair for pair in find_pairs(inventory) if {pair.odd, pair.usual} == forms)
        for row in rows_of(inventory, pairs, slip=entry["label"] not in _SOUND, weight=_REAL):
            yield entry["label"], row


def fitted(rows: list[Row]) -> dict[str, float]:
    """Feature -> weight. Features that fewer than five pairs show get none."""
    seen = Counter(feature for row in rows for feature in row.features)
    names = sorted(feature for feature, times in seen.items() if times >= 5)
    index = {name: at for at, name in enumerate(names)}
    data = np.zeros((len(rows), len(names)))
    for at, row in enumerate(rows):
        data[at, [index[feature] for feature in row.features if feature in index]] = 1.0
    right = np.array([float(row.slip) for row in rows])
    counts = np.array([row.weight for row in rows])
    weights = np.zeros(len(names))
    for _ in range(30):
        chance = 1 / (1 + np.exp(-data @ weights))
        slope = data.T @ (counts * (right - chance)) - _RIDGE * weights
        bend = (data * (counts * chance * (1 - chance))[:, None]).T @ data + _RIDGE * np.eye(len(names))
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return dict(zip(names, weights.tolist(), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("news", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--bar", type=float, default=2.05, help="log odds from which a pair is reported")
    arguments = parser.parse_args()
    chance = random.Random(14)
    with lzma.open(arguments.news, "rt", encoding="utf-8") as lines:
        articles = ["\n\n".join(part.strip().split("\n")) for part in lines.read().split("\n\n")]
    articles = [text for text in articles if len(text) > 1500][:_ARTICLES]
    clean = [path.read_text(encoding="utf-8") for path in sorted((arguments.corpus / "clean").rglob("*.txt"))]
    rows = [row for text in (*articles, *clean) for row in sound_rows(text)]
    sound = len(rows)
    rows += [row for text in articles for row in planted_rows(text, chance)]
    planted = len(rows) - sound
    real = list(labelled_rows(arguments.corpus))
    weights = fitted([*rows, *(row for _, row in real)])
    weights["always"] -= arguments.bar
    best = max(_sum(weights, row._replace(features=_context(row))) for row in rows)
    _write(
        weights,
        best,
        f"{sound:,} near misses of edited articles as published, {planted:,} planted slips, {len(real)} real pairs",
    )
    told = [sum(_sum(weights, row) >= 0 for row in part) for part in (rows[:sound], rows[sound:])]
    found = sum((_sum(weights, row) >= 0) == row.slip for _, row in real)
    measured = (
        f"Of these {told[1]:,} planted slips are reported, {found} real pairs are told right, and\n"
        f"{told[0]} near misses are reported: most of them are slips that got into print."
    )
    print(measured)
    data = f"{sound:,} near misses of articles as published, {planted:,} planted slips, {len(real)} real pairs"
    _write(weights, best, f"{data}.\n{measured}")
    for label, row in real:
        if (_sum(weights, row) >= 0) != row.slip:
            print(label, round(_sum(weights, row), 1), sorted(row.features))


def _sum(weights: dict[str, float], row: Row) -> float:
    return sum(weights.get(feature, 0.0) for feature in row.features)


def _context(row: Row) -> frozenset[str]:
    return frozenset(feature for feature in row.features if not feature.startswith(_FORM))


def _write(weights: dict[str, float], best: float, data: str) -> None:
    lines = [f'    "{name}": {weight:.2f},\n' for name, weight in weights.items()]
    _TABLE.write_text(
        '"""Weights of the features of evidence, fitted by newslint/training/name_evidence.py.\n\n'
        f"On {data}\n"
        f'"""\n\n# What context may add at most.\nBEST_CONTEXT = {best:.2f}\nWEIGHTS = {{\n{"".join(lines)}}}\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
