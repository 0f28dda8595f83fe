"""Memos and sieves: each thing is asked once, and a run of any length keeps a bounded number of answers."""

from newslint import Memo, Sieve


def test_a_memo_asks_once_and_reads_a_row_in_order():
    asked = []
    sizes = Memo(lambda word: asked.append(word) or len(word))
    assert sizes.column(["to", "the", "to", "mill"]) == [2, 3, 2, 4]
    assert asked == ["to", "the", "mill"]


def test_a_memo_that_is_full_starts_over():
    sizes = Memo(len, most=2)
    assert sizes.column(["a", "bb", "ccc", "a"]) == [1, 2, 3, 1]
    assert len(sizes) == 2


def test_a_sieve_asks_once_of_what_it_lets_pass():
    asked = []
    sieve = Sieve(lambda word: asked.append(word) or word.isdigit())
    assert sieve.odd({"mill", "12", "7"}) == ["12", "7"]
    assert sieve.odd({"mill", "12"}) == ["12"]
    assert sorted(asked) == ["12", "12", "7", "mill"]


def test_a_sieve_that_is_full_starts_over():
    asked = []
    sieve = Sieve(lambda word: bool(asked.append(word)), most=1)
    for words in ({"a", "b"}, {"c"}, {"c"}):
        assert sieve.odd(words) == []
    assert asked.count("c") == 1
