"""Acceptability: what is read, what it doubts, and that sound copy does not pay for it."""

import subprocess
import sys

import pytest

from newslint.analysis.acceptability import doubts, folding, junctions, network


def test_longer_quotations_are_one_word():
    (reading,) = folding.folded_sentences("“We came, we saw and we left,” he said of the “long” trip.")
    assert tuple(reading.words) == ('"', "<Q>", ",", '"', "he", "said", "of", "the", '"', "long", '"', "trip", ".")


def test_folding_keeps_every_offset():
    text = "She said: “It is what we have always wanted. It is late.” Then she left."
    for reading in folding.folded_sentences(text):
        for word, (start, end) in zip(reading.words, reading.spans, strict=True):
            assert word == "<Q>" or folding.word(text[start:end]) == word


@pytest.mark.parametrize(
    ("odd", "sound"),
    [
        ("She the first to leave the room .", "She was the first to leave the room ."),
        ("We looked at of the town .", "We looked at it in the town ."),
        ("They went to the of the bridge .", "They went to the end of the bridge ."),
    ],
)
def test_odd_junctions_score_higher(odd, sound):
    assert junctions.worst(odd.split()) > junctions.worst(sound.split())


@pytest.mark.parametrize(
    "text",
    [
        "We looked at of the town .",
        "The mayor who spoke to the that she had met was not the one they had asked for .",
        "On Monday , 76-year-old Roe 's to the house in which if it has the a .",
    ],
)
def test_a_junction_scores_what_its_patterns_weigh(text):
    parts, _, table = junctions._load()

    def weight(patterns):
        return sum(table[junctions.row(pattern)] for pattern in patterns)

    scores = [0]
    for j in junctions.junctions(text.split(), parts):
        glance = weight(junctions.glance(j.waiting, j.a.name, j.b.name, j.c.name))
        if glance >= junctions._PROMISING:
            scores.append(glance + weight(junctions.gaze(j)))
    assert junctions.worst(text.split()) == max(scores) > 0


def test_a_clause_without_its_verb_is_counted():
    assert (
        doubts.is_verbless("The men before the Swiss closed it".split(), ["D", "N", "IN", "D", "P", "VBD", "PRP"])
        is False
    )
    assert doubts.is_verbless("The man who saw it".split(), ["D", "N", "W", "VBD", "PRP"])


def test_the_network_hears_a_lost_verb_and_where():
    whole, lost = network.judge(["The talks were held in secret .".split(), "The talks been held in secret .".split()])
    assert lost.sentence > whole.sentence
    assert max(range(7), key=lost.words.__getitem__) in (1, 2)


def test_verdicts_do_not_depend_on_the_other_sentences():
    one, other = (
        "The opening event a small affair .".split(),
        "She was the first to leave , and the last to speak .".split(),
    )
    alone, together = network.judge([one])[0], network.judge([one, other])[0]
    assert alone.sentence == pytest.approx(together.sentence, abs=1e-4)


def test_the_recurrent_layer_is_that_of_torch():
    np = pytest.importorskip("numpy")
    rng = np.random.default_rng(0)
    width, inward = 3, 5
    sizes = {"weight_ih": (9, inward), "weight_hh": (9, width), "bias_ih": (9,), "bias_hh": (9,)}
    weights = {
        f"both.{name}_l0{direction}": rng.normal(size=size).astype(np.float32)
        for direction in ("", "_reverse")
        for name, size in sizes.items()
    }
    x = rng.normal(size=(2, 4, 6, inward)).astype(np.float32)  # direction, sentence, word, in
    found = network.Network([], [], weights)._gru(x)
    for direction, name in enumerate(("", "_reverse")):
        w = {key: weights[f"both.{key}_l0{name}"] for key in sizes}
        state = np.zeros((4, width))
        for at in range(6):
            given, last = (
                x[direction, :, at] @ w["weight_ih"].T + w["bias_ih"],
                state @ w["weight_hh"].T + w["bias_hh"],
            )
            reset, update = (1 / (1 + np.exp(-(given + last)[:, gate * width : (gate + 1) * width])) for gate in (0, 1))
            new = np.tanh(given[:, 2 * width :] + reset * last[:, 2 * width :])
            state = (1 - update) * new + update * state
            assert found[direction, :, at] == pytest.approx(state, abs=1e-5)


def test_without_numpy_nothing_is_doubted(monkeypatch):
    monkeypatch.setattr(network, "is_available", lambda: False)
    assert doubts.find_doubts(None) == ()


def test_sound_copy_does_not_import_numpy(tmp_path):
    copy = tmp_path / "sound.txt"
    copy.write_text("The council met on Monday. It voted to open the bridge, and the mayor said she was glad.\n" * 5)
    code = (
        "import sys, newslint.commands.cli as cli; cli.main(['check', sys.argv[1]]); sys.exit('numpy' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(copy)], check=True, stdout=subprocess.DEVNULL)
