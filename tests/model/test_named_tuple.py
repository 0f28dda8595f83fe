"""Our NamedTuple does what typing's does."""

import copy
import pickle
import typing

import pytest

from newslint.model.named_tuple import NamedTuple


class Ours(NamedTuple):
    """A place."""

    start: int
    end: int = 7
    text: str = "x"

    @property
    def size(self) -> int:
        return self.end - self.start


class Typings(typing.NamedTuple):
    """A place."""

    start: int
    end: int = 7
    text: str = "x"

    @property
    def size(self) -> int:
        return self.end - self.start


class One(NamedTuple):
    only: str


BOTH = pytest.mark.parametrize("kind", [Ours, Typings])


@BOTH
def test_it_is_a_tuple_with_names_defaults_and_methods(kind):
    made = kind(2, text="y")
    assert made == (2, 7, "y")
    assert (made.start, made.end, made.text, made.size) == (2, 7, "y", 5)
    assert repr(made) == f"{kind.__name__}(start=2, end=7, text='y')"
    assert made._replace(end=9) == (2, 9, "y")
    assert made._asdict() == {"start": 2, "end": 7, "text": "y"}
    assert kind._make([1, 2, 3]) == (1, 2, 3)
    assert (kind._fields, kind._field_defaults) == (("start", "end", "text"), {"end": 7, "text": "x"})
    assert (kind.__doc__, kind.__module__) == ("A place.", __name__)
    assert typing.get_type_hints(kind)["end"] is int


@BOTH
def test_it_can_be_matched_copied_and_sent_to_another_process(kind):
    made = kind(2)
    match made:
        case kind(start, end):
            assert (start, end) == (2, 7)
    for other in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert (other, type(other)) == (made, kind)


@BOTH
@pytest.mark.parametrize(
    "wrong",
    [
        lambda kind: kind(),
        lambda kind: kind(1, 2, 3, 4),
        lambda kind: kind(1, ende=2),
        lambda kind: kind._make([1]),
        lambda kind: setattr(kind(1), "start", 2),
        lambda kind: setattr(kind(1), "other", 2),
        lambda kind: kind(1)._replace(other=2),
    ],
)
def test_what_does_not_fit_is_refused(kind, wrong):
    with pytest.raises((TypeError, AttributeError, ValueError)):
        wrong(kind)


def test_a_single_field():
    assert One("a") == ("a",)
    assert repr(One("a")) == "One(only='a')"


@pytest.mark.parametrize("base", [NamedTuple, typing.NamedTuple])
def test_a_field_without_a_default_comes_first(base):
    with pytest.raises(TypeError):

        class _Wrong(base):
            start: int = 0
            end: int
