"""What is kept of a text, and when."""

import pytest

from newslint import kept
from newslint.model import kept as module


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(module, "_keeping", False)
    return []


def test_a_run_that_reads_nothing_twice_keeps_nothing(asked: list[str]) -> None:
    work = kept(lambda text: asked.append(text))
    work("one")
    work("one")
    assert asked == ["one", "one"]


def test_an_editor_asks_once_for_each_text(asked: list[str]) -> None:
    work = kept(lambda text: asked.append(text) or len(asked))
    module.keep()
    assert [work("one"), work("one"), work("two")] == [1, 1, 2]


def test_the_same_text_with_other_values_is_asked_again(asked: list[str]) -> None:
    work = kept(lambda text, more: asked.append(text + more))
    module.keep()
    work("one", "a")
    work("one", "b")
    assert asked == ["onea", "oneb"]


def test_what_is_longer_than_a_paragraph_is_not_kept(asked: list[str]) -> None:
    work = kept(lambda text: asked.append(text[0]))
    module.keep()
    work("long " * 10_000)
    work("long " * 10_000)
    assert asked == ["l", "l"]
