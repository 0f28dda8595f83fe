"""Learns which relations between figures are meant: ``… newslint.training.figure_relations NEWS WORDINGS SOUND …``.

NEWS: edited news, a paragraph a line, compressed with xz. WORDINGS: a folder with our own wordings and a stranger's,
each right and wrong at ``{right|wrong}`` (``tests/rules/facts``). SOUND: folders of edited articles in any
format, which count more than NEWS, since they are of many papers. In sound copy a relation that holds by value, where
that is no likely chance, was meant: such figures, and those of the wordings, are damaged by a slip of the pen. The
weights tell them from all the relations of sound copy that do not hold. Written to
``newslint/analysis/figures/relation_weights.txt``. Needs numpy and scipy.
"""

import lzma
import random
import re
import runpy
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newslint.analysis.figures import unmet
from newslint.analysis.figures.readings import readings
from newslint.analysis.figures.relation_signs import Words, signs_of, slips_of
from newslint.analysis.figures.relations import NO_CHANCE, Placed, Relation, chance, relations
from newslint.article import Article
from newslint.readers import documents_of, reader_for, standard_readers
from newslint.readers.plain import read_plain
from newslint.training.figure_slips import damaged

_FOLDS = 3
_ROUNDS = 3
_LEAST = 4.0  # meant relations that have a sign, for it to be learned
_HOLD = 3.0  # half the cost of the square of a weight
_WORDING = 3.0  # how much more a relation of the wordings counts
_SOUND = 3.0  # and one of SOUND that does not hold
_MEANT = {"sum": 0.018}  # share of the guesses that are meant, before anything is known of them
_SLOT = re.compile(r"\{([^{}|]*)\|([^{}]*)\}")


class Row(NamedTuple):
    """A guess: its signs, those of its slip, "sound", "holds" or "damaged", the row that was damaged, its text."""

    signs: list[str]
    slips: list[str]
    state: str
    parent: int
    text: int
    chance: float
    counts: float
    places: frozenset[int]
    op: str


class _Moved(Words):
    """Words about figures of which one was damaged: its words are those of the figure that stood there."""

    def __init__(self, found: Any, figures: tuple[Placed, ...]) -> None:
        super().__init__(found)
        self._were = {(placed.reading, placed.figure.figure): placed for placed in figures}

    def _place(self, placed: Placed) -> tuple[list[str], int]:
        return super()._place(self._were.get((placed.reading, placed.figure.figure), placed))


class Rows:
    """The rows of all texts."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._rng = random.Random(7)
        self._text = 0

    def add_sound(self, article: Article, counts: float = 1.0) -> None:
        """The guesses of sound copy, those that hold with two slips each."""
        self._text += 1
        found = article.view(readings)
        words = Words(found)
        for guess in relations(found):
            at = self._add(guess, words, "holds" if guess.holds else "sound", 1.0 if guess.holds else counts)
            for _ in range(2 if guess.holds else 0):
                wrong = damaged(guess, self._rng)
                if wrong is not None:
                    self._add(wrong, _Moved(found, guess.figures), "damaged", 0.5, at)

    def add_wording(self, right: str, wrong: str, start: int) -> None:
        """A wording of which the figure at ``start`` is right in one text and wrong in the other."""
        self._text += 1
        known: dict[tuple[int, ...], int] = {}
        for text in (right, wrong):
            found = Article(read_plain(text)).view(readings)
            words = Words(found)
            for guess in relations(found):
                place = tuple((placed.sentence * 100 + placed.figure.figure) for placed in guess.figures)
                slot = any(placed.figure.start <= start < placed.figure.end for placed in guess.figures)
                key = tuple(place[:3]) if slot else ()
                if text is right and guess.holds and slot:
                    known[key] = self._add(guess, words, "holds", _WORDING)
                elif text is right and not guess.holds:
                    self._add(guess, words, "sound", 1.0)
                elif text is wrong and not guess.holds and slot and key in known:
                    self._add(guess, words, "damaged", _WORDING, known[key])

    def _add(self, guess: Relation, words: Words, state: str, counts: float, parent: int = -1) -> int:
        slips = [] if state == "holds" else list(slips_of(guess))
        places = frozenset(placed.figure.figure for placed in guess.figures)
        signs = list(signs_of(guess, words))
        self.rows.append(Row(signs, slips, state, parent, self._text, chance(guess), counts, places, guess.op))
        return len(self.rows) - 1


def wordings(folder: Path) -> Iterator[tuple[str, str, int]]:
    """(right, wrong, place of what differs) of every wording."""
    bank = runpy.run_path(str(folder / "bank.py"))
    for group in bank["KINDS"].values():
        for sentence, right, wrong, *_ in group:
            yield sentence.replace("{}", right), sentence.replace("{}", wrong), sentence.index("{}")
    texts = [part.partition("\n")[2] for part in re.split(r"(?m)^---\s*$", (folder / "foreign-read.txt").read_text())]
    for path in (folder / "told.txt", folder / "units.txt", Path(__file__).with_name("figure_wordings.txt")):
        texts += path.read_text(encoding="utf-8").split("\n")
    for text in filter(_SLOT.search, map(str.strip, texts)):
        yield _SLOT.sub(r"\1", text), _SLOT.sub(r"\2", text), text.index("{")


def fit(table: Any, share: Any, counts: Any, start: Any) -> Any:
    """Weights of a logistic regression: share of each row that is a case, how much it counts."""
    import numpy
    from scipy.optimize import minimize

    turned = table.T.tocsr()

    def cost(weights: Any) -> tuple[float, Any]:
        odds = table @ weights
        chances = 1 / (1 + numpy.exp(-odds))
        loss = (counts * (numpy.logaddexp(0, odds) - share * odds)).sum() + 0.5 * _HOLD * (weights @ weights)
        return float(loss), turned @ (counts * (chances - share)) + _HOLD * weights

    return minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": 60}).x


def learn(rows: list[Row]) -> tuple[dict[str, float], dict[str, float], list[str]]:
    """Weights of signs that a relation is meant, weights that it is a slip, and the figures that were measured."""
    import numpy
    from scipy.sparse import csr_matrix

    states = numpy.array([row.state for row in rows])
    holds, sound, wrong = (states == name for name in ("holds", "sound", "damaged"))
    likely = numpy.array([row.chance for row in rows])
    counts = numpy.array([row.counts for row in rows])
    text = numpy.array([row.text for row in rows])
    before = numpy.array(
        [_MEANT.get(row.op, 0.003) if row.counts <= 1 or row.state != "holds" else 0.5 for row in rows]
    )
    share = numpy.where(holds, before / (before + (1 - before) * likely), 0.0)

    met: dict[str, float] = defaultdict(float)
    seen: dict[str, int] = defaultdict(int)
    for row, weight in zip(rows, share, strict=True):
        for sign in set(row.signs):
            met[sign] += weight
            seen[sign] += row.state != "damaged"
        for sign in row.slips:
            met[sign] += _LEAST
            seen[sign] += 12
    names = sorted(sign for sign in met if met[sign] >= _LEAST and seen[sign] >= 12)
    index = {sign: number for number, sign in enumerate(names)}

    def made(signs: list[list[str]]) -> Any:
        columns = [sorted({index[sign] for sign in row if sign in index}) for row in signs]
        ends = numpy.cumsum([0] + [len(row) for row in columns])
        flat = numpy.concatenate([numpy.array(row, dtype=numpy.int32) for row in columns])
        return csr_matrix((numpy.ones(len(flat)), flat, ends), shape=(len(signs), len(names)))

    cues = made([row.signs for row in rows])
    known = numpy.nonzero(holds | sound)[0]
    chances = numpy.zeros(len(rows))
    weights = [numpy.zeros(len(names)) for _ in range(_FOLDS)]
    for _ in range(_ROUNDS):
        for fold in range(_FOLDS):
            inside, outside = known[text[known] % _FOLDS != fold], known[text[known] % _FOLDS == fold]
            weights[fold] = fit(cues[inside], share[inside], counts[inside], weights[fold])
            chances[outside] = 1 / (1 + numpy.exp(-(cues[outside] @ weights[fold])))
        best = numpy.where(holds & (counts > 1), numpy.maximum(chances, before), chances)
        share = numpy.where(holds, best / (best + (1 - best) * likely + 1e-12), 0.0)
    meant = fit(cues[known], share[known], counts[known], sum(weights) / _FOLDS)

    strong: dict[int, list[frozenset[int]]] = defaultdict(list)
    for number in numpy.nonzero(holds & ((share > 0.3) | (likely < NO_CHANCE)))[0]:
        strong[rows[number].text].append(rows[number].places)
    explained = numpy.array(
        [row.state == "sound" and any(len(row.places & other) > 1 for other in strong[row.text]) for row in rows]
    )
    parents = numpy.array([row.parent for row in rows])
    worth = numpy.where(wrong, share[parents] * counts, counts)
    every = numpy.nonzero((sound & ~explained) | (wrong & (share[parents] > 0.2)))[0]
    case = wrong.astype(float)
    whole = made([row.signs + row.slips for row in rows])
    score = numpy.full(len(rows), -99.0)
    for fold in range(_FOLDS):
        inside, outside = every[text[every] % _FOLDS != fold], every[text[every] % _FOLDS == fold]
        score[outside] = whole[outside] @ fit(whole[inside], case[inside], worth[inside], numpy.zeros(len(names)))
    slips = fit(whole[every], case[every], worth[every], numpy.zeros(len(names)))
    alarms = numpy.sort(score[every[sound[every]]])[::-1]
    own = every[wrong[every] & (counts[every] == _WORDING)]
    news = every[wrong[every] & (counts[every] < 1)]
    figures = []
    for most in (3, 10, 30, 100, 300):
        least = alarms[most]
        figures.append(
            f"{least:.2f} and more: {most} of {sound.sum():,} sound relations; of those damaged in news "
            f"{(worth[news] * (score[news] > least)).sum() / worth[news].sum():.1%}, in the wordings "
            f"{(worth[own] * (score[own] > least)).sum() / worth[own].sum():.1%} of {len(own)}"
        )
    return dict(zip(names, meant, strict=True)), dict(zip(names, slips, strict=True)), figures


def main(news: Path, folder: Path, *sound: Path) -> None:
    rows = Rows()
    with lzma.open(news, "rt", encoding="utf-8") as file:
        for text in file.read().split("\n\n"):
            rows.add_sound(Article(read_plain(text)))
    for path in sorted(path for each in sound for path in each.rglob("*.*") if ".bad." not in path.name):
        if path.suffix in (".txt", ".md", ".html"):
            reader = reader_for(str(path), standard_readers())
            for document in documents_of(reader, path.read_text(encoding="utf-8")):
                rows.add_sound(Article(document), _SOUND)
    print(len(rows.rows), "rows of news")
    for right, wrong, start in wordings(folder):
        rows.add_wording(right, wrong, start)
    print(len(rows.rows), "rows", {s: sum(r.state == s for r in rows.rows) for s in ("sound", "holds", "damaged")})
    meant, slips, figures = learn(rows.rows)
    print(*figures, sep="\n")
    write(unmet.TABLE, meant, slips, figures)


def write(path: Path, meant: dict[str, float], slips: dict[str, float], figures: list[str]) -> None:
    table = {sign: (round(float(meant[sign]), 2), round(float(slips[sign]), 2)) for sign in sorted(meant)}
    path.write_text(
        "# Made by newslint.training.figure_relations: sign, log-odds of a relation meant, and of a slip. "
        "On texts left out:\n"
        + "".join(f"# {figure}\n" for figure in figures)
        + "".join(f"{sign}\t{one}\t{two}\n" for sign, (one, two) in table.items() if max(abs(one), abs(two)) >= 0.1),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
