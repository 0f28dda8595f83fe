"""UTF-16 offsets."""

from hypothesis import given
from hypothesis import strategies as st

from newslint.server.units import Utf16, length


@given(st.text(st.sampled_from("ab😀é𝄞\n")))
def test_offsets_are_those_of_utf_16_and_lead_back(text):
    units = Utf16(text)
    for offset in range(len(text) + 1):
        assert units.of(offset) == len(text[:offset].encode("utf-16-le")) // 2
        assert units.back(units.of(offset)) == offset
    assert length(text) == units.of(len(text))


def test_within_a_pair_is_before_it():
    assert [Utf16("a😀b").back(units) for units in range(5)] == [0, 1, 1, 2, 3]
