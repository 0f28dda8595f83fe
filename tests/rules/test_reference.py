"""What a rule rests on is its reference; the old name is refused with the new one."""

from command import newslint, write

PACK = 'kind = "avoid"\nsummary = "No."\n{} = "Our style book"\nterms = ["utterly"]\n'


def test_a_pack_s_reference_is_shown(tmp_path):
    write(tmp_path / "newslint.toml", 'packs = ["pack"]\n')
    write(tmp_path / "pack" / "house" / "utterly.toml", PACK.format("reference"))
    assert "Reference: Our style book\n" in newslint("explain", "house/utterly", cwd=tmp_path)[1]


def test_the_old_key_is_refused_with_the_new_name(tmp_path):
    path = write(tmp_path / "pack" / "house" / "utterly.toml", PACK.format("source"))
    code, _, err = newslint("test", path.parent.parent, cwd=tmp_path)
    assert code == 2
    assert err.count("\n") == 1
    assert "utterly.toml: `source` is called `reference` now; rename the key" in err
