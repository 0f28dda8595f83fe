"""The tagger: finite verbs in news copy, and how often it is right: on sentences of ours, and on the treebank.

The treebank is no part of the project: NEWSLINT_TREEBANK says where it is, else it is looked for in ``shared/treebank``
beside the repository.
"""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Article, Block, Span
from newslint.analysis.tagger import features, tagger
from newslint.analysis.text.tokens import find_tokens
from newslint.model.document import Document

HERE = Path(__file__).parent
NEAR = [folder / "shared/treebank" for folder in HERE.parents]
TREEBANK = Path(os.environ.get("NEWSLINT_TREEBANK", next(filter(Path.is_dir, NEAR), HERE / "treebank")))


def finite(text: str) -> list[str]:
    words = [token.text for token in find_tokens(text)]
    return [words[index] for index in tagger.finite_verbs(words)]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The council voted on Monday to close the library.", ["voted"]),
        ("The mayor, elected in May, has not resigned.", ["has"]),
        ("He said the bridge built in 1931 would be closed.", ["said", "would"]),
        ("Police arrested three men accused of robbing a bank.", ["arrested"]),
        ("It’s late, but they won’t go.", ["It’s", "won’t"]),
        ("Officials expect prices to rise.", ["expect"]),
        ("“We lost,” the mayor told reporters.", ["lost", "told"]),
        ("A desire to restore the old town, among other things.", []),
        ("The mayor, a former teacher from Oldtown.", []),
        ("It a glorious, vibrant landscape.", []),
        ("Three people injured in the crash.", []),
        ("A long road ahead for the mayor.", []),
    ],
)
def test_finite_verbs(text, verbs):
    assert finite(text) == verbs


@pytest.mark.parametrize("text", ["Mayor Says She Will Close Library", "COUNCIL SAYS LIBRARY WILL CLOSE"])
def test_headlines_in_title_case_and_capitals(text):
    assert finite(text) != []


def test_curly_and_straight_apostrophes_are_alike():
    assert finite("They don’t know.") == ["don’t"]
    assert finite("They don't know.") == ["don't"]


@pytest.mark.parametrize(
    "text", ["The vote was close.", "“It’s over,” he said.", "They said, after all, it would rain."]
)
def test_surely_finite(text):
    assert tagger.surely_finite(text)


@pytest.mark.parametrize("text", ["A man from Oldtown.", "Who Is America", "In May, rain."])
def test_not_surely_finite(text):
    assert not tagger.surely_finite(text)


def test_article_tells_finite_verbs_of_a_sentence():
    text = "A long road. The council voted. It was late."
    article = Article(Document(text, (Block(0, len(text)),)))
    one, two, three = article.sentences
    assert [article.has_finite_verb(sentence) for sentence in (one, two, three)] == [False, True, True]
    assert [token.text for token in article.finite_verbs(two)] == ["voted"]
    assert text[article.finite_verbs(two)[0].start :].startswith("voted")
    assert article.finite_verbs(Span(0, 0)) == ()


@given(st.lists(st.text(min_size=1)))
def test_every_word_gets_a_tag(words):
    assert len(tagger.tag(words)) == len(words)


def test_same_words_same_tags():
    words = "The council voted on Monday to close the library .".split()
    assert tagger.tag(words) == tagger.tag(words)


def test_a_long_run_keeps_only_so_many_sums_at_hand(monkeypatch):
    monkeypatch.setattr(tagger, "_MOST_SUMS", 300)
    sums = tagger.Sums(tagger.load().table)
    monkeypatch.setattr(tagger, "_sums", lambda: sums)
    words = [f"{a}{b}ing" for a in "bcdfghjklmnp" for b in "aeiouy"]
    met = []
    for number in range(12):
        tagger.tag([*words[6 * number : 6 * number + 6], "the", "road"])
        met.append(len(sums))
    assert max(met) < 300 + (28 + 13) * 8 < 1300  # more than that if none were let go
    assert met[-1] > 0


def test_the_sum_of_a_group_is_that_of_its_features():
    forms, shapes = features.normalise("The council of Mill Bridge voted .".split())
    sums, history = tagger.Sums(tagger.load().table), features.History()
    keys = features.keys(forms, shapes, 4, history)
    by_group = sum(group[key] for group, key in zip(sums.groups, keys, strict=True))
    assert by_group == tagger.load().table.total(features.features(forms, shapes, 4, history))


def test_weights_are_small_and_load_fast():
    assert sum((tagger.FOLDER / name).stat().st_size for name in ("tagger.bin", "contexts.bin")) < 1_500_000
    took = []
    for _ in range(5):
        start = time.perf_counter()
        tagger.load.__wrapped__()
        features.contexts.__wrapped__()
        took.append(time.perf_counter() - start)
    assert min(took) < 0.1  # some 15 ms where nothing else runs


def marked():
    """Words of each sentence of the sample, and which of them are finite verbs."""
    for line in (HERE / "finite_verbs.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            tokens = find_tokens(line.replace("*", ""))
            inside, gold = False, []
            for token in find_tokens(line):
                if token.text == "*":
                    inside = not inside
                else:
                    gold.append(inside)
            assert len(tokens) == len(gold)
            yield [token.text for token in tokens], gold


def test_accuracy_on_sentences_of_ours():
    hits = found = wanted = whole = 0
    sample = list(marked())
    for words, gold in sample:
        mine = set(tagger.finite_verbs(words))
        right = {index for index, is_finite in enumerate(gold) if is_finite}
        hits, found, wanted = hits + len(mine & right), found + len(mine), wanted + len(right)
        whole += bool(mine) == bool(right)
    assert len(sample) > 60
    assert hits / found > 0.96
    assert hits / wanted > 0.91
    assert whole / len(sample) > 0.96


@pytest.mark.skipif(not TREEBANK.is_dir(), reason="NEWSLINT_TREEBANK says where the treebank is")
@pytest.mark.parametrize(
    ("name", "tags", "precision", "recall", "sentences"),
    [("ewt-test", 0.935, 0.95, 0.95, 0.97), ("gum-news-test", 0.95, 0.92, 0.945, 0.975)],
)
def test_accuracy(name, tags, precision, recall, sentences):
    from newslint.training.tagger import evaluate
    from newslint.training.treebank import read

    score = evaluate(read(TREEBANK / f"{name}.conllu.xz"), tagger.load())
    assert score.tags > tags
    assert score.finite_precision > precision
    assert score.finite_recall > recall
    assert score.sentences_right > sentences
