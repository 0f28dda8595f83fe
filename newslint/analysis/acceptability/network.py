"""The network by numpy alone: how damaged a sentence sounds, and where.

``network.bin`` is a line of JSON (the words, the endings, and each matrix's name, type and shape), then the matrices
one after another: rows of int8 with a float32 scale each, or float32. ``newslint.training.acceptability`` makes it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.analysis.acceptability.folding import QUOTED
from newslint.model.memo import Memo
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

FILE = Path(__file__).parent / "network.bin"
SHAPES = 12
UNKNOWN = 1
_KNOWN = 2  # the first row of a word that is known; row 0 stands for no word
_MOST_HEARD = 2_000  # verdicts that are kept, a kilobyte each
_BATCH = 16  # sentences, of about one length: more of them are padded to the longest
_FEW = 3  # of them are read one by one: two matrices of that few lines are multiplied slower than as many vectors


class Verdict(NamedTuple):
    """How damaged a sentence sounds, and each of its words: logits, above 0 where damage is likelier than not."""

    sentence: float
    words: tuple[float, ...]


@cache
def is_available() -> bool:
    """Whether numpy is installed; it is not imported for the answer."""
    return find_spec("numpy") is not None


def judge(sentences: Sequence[Sequence[str]]) -> list[Verdict]:
    """A verdict for each sentence, as a FoldedSentence has its words. Imports numpy and reads the weights, once.

    Verdicts are kept: in an editor the same sentences come again with every letter that is typed in another.
    """
    asked = list(map(tuple, sentences))
    unheard = list({words: None for words in asked if words not in _heard})
    if unheard:
        if len(_heard) + len(unheard) > _MOST_HEARD:
            _heard.clear()
            unheard = list(dict.fromkeys(asked))
        _heard.update(zip(unheard, _network().judge(unheard), strict=True))
    return [_heard[words] for words in asked]


_heard: dict[tuple[str, ...], Verdict] = {}


def form(word: str) -> str:
    """A word as the vocabulary has it."""
    return word if word == QUOTED else word.lower()


def ending(text: str) -> str:
    return text[-3:]


def shape(word: str) -> int:
    """A number from 1: lower case, capital, capitals, digits ..."""
    first = word[0]
    if word == QUOTED:
        return 9
    if first.isdigit():
        return 4 if word.replace(",", "").replace(".", "").isdigit() else 5
    if not (first.isalpha() or (first == "'" and len(word) > 1)):
        return 7
    if "-" in word:
        return 6
    if "'" in word:
        return 10 if first.islower() else 11
    if word.islower():
        return 1
    if len(word) == 1 or word.isupper():
        return 3
    return 2 if word[1:].islower() else 8


class Rows:
    """The numbers that stand for a word: (word, ending, shape)."""

    def __init__(self, words: Sequence[str], endings: Sequence[str]) -> None:
        self._words = {word: row for row, word in enumerate(words, _KNOWN)}
        self._endings = {end: row for row, end in enumerate(endings, _KNOWN)}
        self.known = Memo(self.of)

    def of(self, word: str) -> tuple[int, int, int]:
        text = form(word)
        return (self._words.get(text, UNKNOWN), self._endings.get(ending(text), UNKNOWN), shape(word))


class Network:
    """The layers of ``newslint.training.acceptability.model.Network``, for sentences of unlike length."""

    def __init__(self, words: Sequence[str], endings: Sequence[str], weights: dict[str, Array]) -> None:
        self._rows = Rows(words, endings)
        self._weights = weights

    @cached_property
    def _recurrent(self) -> tuple[Array, Array, Array, Array]:
        """The recurrent layer, by (part, direction, ...): from its input, what is added to that, from its state, and
        what is added to that for the new state. The parts are in the order of torch: reset, update, new. Of the first
        two, the gates, all is halved, as ``_gru`` wants it.
        """
        import numpy as np

        def both(name: str) -> Array:
            pair = np.stack([self._weights[f"both.{name}_l0{direction}"] for direction in ("", "_reverse")])
            return pair.reshape(2, 3, -1, *pair.shape[2:]).swapaxes(0, 1)

        inward, recurrent = (np.ascontiguousarray(both(name).swapaxes(2, 3)) for name in ("weight_ih", "weight_hh"))
        added, added_to_state = both("bias_ih"), both("bias_hh")
        added[:2] += added_to_state[:2]
        for weights in (inward, recurrent, added):
            weights[:2] *= 0.5
        return inward, added, recurrent, added_to_state[2][:, None]

    def judge(self, sentences: Sequence[Sequence[str]]) -> list[Verdict]:
        order = sorted(range(len(sentences)), key=lambda index: len(sentences[index]))
        verdicts: dict[int, Verdict] = {}
        size = _BATCH if len(order) > _FEW else 1
        for at in range(0, len(order), size):
            batch = order[at : at + size]
            verdicts.update(zip(batch, self._batch([sentences[index] for index in batch]), strict=True))
        return [verdicts[index] for index in range(len(sentences))]

    def _batch(self, sentences: Sequence[Sequence[str]]) -> list[Verdict]:
        import numpy as np

        w = self._weights
        lengths = np.array([len(words) for words in sentences])
        rows = np.zeros((len(sentences), int(lengths.max()), 3), np.intp)
        for index, words in enumerate(sentences):
            rows[index, : len(words)] = self._rows.known.column(words)
        inside = np.arange(rows.shape[1])[None, :] < lengths[:, None]
        x = (
            np.concatenate([w["word"][rows[..., 0]], w["ending"][rows[..., 1]], w["shape"][rows[..., 2]]], axis=-1)
            * inside[..., None]
        )
        x = np.concatenate([x, _three(x, w["near.weight"], w["near.bias"])], axis=-1)
        both = self._both(x, lengths) * inside[..., None]
        y = np.concatenate([both, _three(both, w["again.weight"], w["again.bias"])], axis=-1)
        hidden = np.maximum(y @ w["hidden.weight"].T + w["hidden.bias"], 0) * inside[..., None]
        heard = hidden.max(axis=1) @ w["sentence.weight"][0] + w["sentence.bias"][0]
        places = y @ w["token.weight"][0] + w["token.bias"][0]
        return [
            Verdict(float(logit), tuple(place[:length].tolist()))
            for logit, place, length in zip(heard, places, lengths, strict=True)
        ]

    def _both(self, x: Array, lengths: Array) -> Array:
        """The recurrent layer from left to right and, each sentence turned round, from right to left."""
        import numpy as np

        places = np.arange(x.shape[1])[None, :]
        turned = np.where(places < lengths[:, None], lengths[:, None] - 1 - places, places)
        lines = np.arange(len(x))[:, None]
        states = self._gru(np.stack([x, x[lines, turned]]))
        return np.concatenate([states[0], states[1][lines, turned]], axis=-1)

    def _gru(self, x: Array) -> Array:
        """Both directions at once: ``x`` is (direction, sentence, word, in). A gate, 1 / (1 + exp(-a)), is
        0.5 tanh(0.5 a) + 0.5.
        """
        import numpy as np

        inward, added, recurrent, added_to_new = self._recurrent
        directions, sentences, words, _ = x.shape
        width = recurrent.shape[-1]
        given = x.reshape(directions, sentences * words, -1) @ inward + added[:, :, None]
        # Word by word: what lies together is added and multiplied in half the time.
        given = given.reshape(3, directions, sentences, words, width).transpose(3, 0, 1, 2, 4).copy()
        state = np.zeros((directions, sentences, width), np.float32)
        states = np.empty((*x.shape[:3], width), np.float32)
        for at in range(words):
            from_state = state @ recurrent
            gates, new = from_state[:2], from_state[2]
            gates += given[at, :2]
            np.tanh(gates, out=gates)
            gates *= 0.5
            gates += 0.5
            reset, update = gates
            new += added_to_new
            new *= reset
            new += given[at, 2]
            np.tanh(new, out=new)
            state -= new
            state *= update
            state += new
            states[:, :, at] = state
        return states


def _three(x: Array, weight: Array, bias: Array) -> Array:
    """Each word with its two neighbours; ``weight`` is (out, 3 times in), the neighbour before first."""
    import numpy as np

    padded = np.zeros((x.shape[0], x.shape[1] + 2, x.shape[2]), x.dtype)
    padded[:, 1:-1] = x
    around = np.concatenate([padded[:, :-2], padded[:, 1:-1], padded[:, 2:]], axis=-1)
    seen: Array = np.maximum(around @ weight.T + bias, 0)
    return seen


@cache
def _network() -> Network:
    return read_weights(FILE)


def read_weights(path: Path) -> Network:
    """The network of a file in the format above."""
    return Network(*read_file(path))


def read_file(path: Path) -> tuple[list[str], list[str], dict[str, Array]]:
    """Words, endings and matrices of a file in the format above."""
    # Matrices this small are multiplied fastest by one thread; numpy asks once, when it is imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import json

    import numpy as np

    data = path.read_bytes()
    at = data.index(b"\n") + 1
    head = json.loads(data[:at])
    weights: dict[str, Array] = {}
    for name, kind, lines, columns in head["matrices"]:
        if kind == "int8":
            scales = np.frombuffer(data, np.float32, lines, at)
            at += 4 * lines
            whole = np.frombuffer(data, np.int8, lines * columns, at).reshape(lines, columns)
            at += lines * columns
            weights[name] = whole.astype(np.float32) * scales[:, None]
        else:
            weights[name] = np.frombuffer(data, np.float32, lines, at)
            at += 4 * lines
    return head["words"].split(" "), head["endings"].split(" "), weights
