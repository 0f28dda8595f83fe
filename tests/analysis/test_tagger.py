"""The tagger: finite verbs in news copy, and how often it is right on the treebank where that is at hand."""

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

TREEBANK = Path(os.environ.get("NEWSLINT_TREEBANK", "treebank"))


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
    assert by_group == sum(map(tagger.load().table.row, features.features(forms, shapes, 4, history)))


def test_weights_are_small_and_load_fast():
    assert sum((tagger.FOLDER / name).stat().st_size for name in ("tagger.bin", "contexts.bin")) < 1_500_000
    took = []
    for _ in range(5):
        start = time.perf_counter()
        tagger.load.__wrapped__()
        features.contexts.__wrapped__()
        took.append(time.perf_counter() - start)
    assert min(took) < 0.1  # some 15 ms where nothing else runs


@pytest.mark.skipif(not TREEBANK.is_dir(), reason="set NEWSLINT_TREEBANK to the folder of the treebank")
@pytest.mark.parametrize(("name", "tags", "sentences"), [("ewt-test", 0.93, 0.97), ("gum-news-test", 0.94, 0.975)])
def test_accuracy(name, tags, sentences):
    from newslint.training.tagger import evaluate, read

    score = evaluate(read(TREEBANK / f"{name}.conllu.xz"), tagger.load())
    assert score.tags > tags
    assert score.sentences_right > sentences
