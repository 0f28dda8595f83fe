"""Capitals in a desk's own lists: a name is met in every form but the right one."""

import pytest
from command import rows, write

BRIDGE = 'kind = "replace"\nsummary = "S."\n[terms]\n"aske bridge" = "Aske Bridge"\n'
NAMES = 'kind = "names"\nsummary = "S."\n[spellings]\n"Aske Bridge" = ["Aske bridge", "aske bridge", "aske Bridge"]\n'


@pytest.fixture(params=[BRIDGE, NAMES], ids=["replace", "names"])
def desk(request, tmp_path):
    write(tmp_path / "newslint.toml", 'packs = ["house"]\nselect = ["style/bridge"]\n')
    write(tmp_path / "house/style/bridge.toml", request.param)
    return tmp_path


@pytest.mark.parametrize("words", ["Aske bridge", "aske bridge", "aske Bridge"])
def test_each_wrong_form_is_met(desk, words):
    write(desk / "a.txt", f"They closed the {words} on Monday.\n")
    (row,) = rows("a.txt", cwd=desk)
    assert (row["rule"], row["line"], row["column"]) == ("style/bridge", 1, len("They closed the ") + 1)
    assert row["message"] == f"Write “Aske Bridge” for “{words}”."


@pytest.mark.parametrize("copy", ["Aske Bridge to close\n\nThe Aske Bridge is shut.\n", "ASKE BRIDGE TO CLOSE\n"])
def test_the_right_form_is_silent(desk, copy):
    write(desk / "a.txt", copy)
    assert rows("a.txt", cwd=desk) == []
