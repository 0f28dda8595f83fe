"""Bytecode is kept from run to run, and taken only while it is whole, our own, and of the source that there is."""

import marshal
import os
import sys
from pathlib import Path
from zlib import crc32

import pytest
from command import QUIET, TWICE, newslint, write

from newslint.run import modules
from newslint.run.modules import Modules

HOSTILE = "open({mark!r}, 'w').close()\nvalue = 'hostile'\n"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of ours with one module, and a cache folder; the module is imported anew each time it is asked for."""
    folder = tmp_path / "newslint_rules"
    folder.mkdir()
    (folder / "tried.py").write_text("value = 'first'\n")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    import newslint_rules

    monkeypatch.setattr(newslint_rules, "__path__", [str(folder)])
    yield folder
    sys.modules.pop("newslint_rules.tried", None)


def imported():
    """The module's value in a program that has just started, and whether it came from the file."""
    sys.modules.pop("newslint_rules.tried", None)
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, Modules)]
    sys.path_importer_cache.clear()
    modules.bring()
    from importlib import import_module

    module = import_module("newslint_rules.tried")
    return module.value, isinstance(module.__loader__, modules._Loader)


def kept_file() -> Path:
    (found,) = (Path(os.environ["XDG_CACHE_HOME"]) / "newslint").glob("modules-*")
    return found


def test_the_next_run_takes_what_this_one_imported(package):
    assert imported() == ("first", False)
    modules.keep()
    assert imported() == ("first", True)
    module = sys.modules["newslint_rules.tried"]
    assert module.__file__ == str(package / "tried.py")
    assert module.__cached__.endswith(".pyc")


def test_a_source_that_has_changed_is_imported_anew_and_kept_anew(package):
    imported()
    modules.keep()
    (package / "tried.py").write_text("value = 'second one'\n")
    assert imported() == ("second one", False)
    modules.keep()
    assert imported() == ("second one", True)


def test_a_source_of_the_same_size_and_another_time_is_imported_anew(package):
    imported()
    modules.keep()
    (package / "tried.py").write_text("value = 'later'\n")
    os.utime(package / "tried.py", ns=(1, 1))
    assert imported() == ("later", False)


def test_a_module_that_lies_elsewhere_now_is_not_taken(package, monkeypatch, tmp_path):
    imported()
    modules.keep()
    (tmp_path / "other").mkdir()
    (tmp_path / "other/tried.py").write_text("value = 'other'\n")
    monkeypatch.setattr(sys.modules["newslint_rules"], "__path__", [str(tmp_path / "other")])
    assert imported() == ("other", False)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-9],
        lambda data: b"",
        lambda data: data[:2],
        lambda data: data[:-9] + b"\0" * 9,
        lambda data: data[:30] + b"\xff" + data[31:],
        lambda data: sealed(b"\xff" * 100),
        lambda data: sealed((5).to_bytes(8, "little") + marshal.dumps(7)),
        lambda data: sealed((50).to_bytes(8, "little") + marshal.dumps({"newslint_rules.tried": 1})),
    ],
)
def test_a_file_that_is_not_whole_is_made_anew(package, spoil):
    imported()
    modules.keep()
    path = kept_file()
    path.write_bytes(spoil(path.read_bytes()))
    assert imported() == ("first", False)
    modules.keep()
    assert imported() == ("first", True)


def sealed(data: bytes) -> bytes:
    return crc32(data).to_bytes(4, "little") + data


def with_hostile_code(package, mark) -> bytes:
    """A file, whole and of the right source, whose bytecode does what it should not."""
    path = kept_file()
    data = path.read_bytes()[4:]
    end = 8 + int.from_bytes(data[:8], "little")
    rows = marshal.loads(data[8:end])
    code = marshal.dumps(compile(HOSTILE.format(mark=str(mark)), str(package / "tried.py"), "exec"))
    rows = {"newslint_rules.tried": (*rows["newslint_rules.tried"][:5], 0, len(code))}
    table = marshal.dumps(rows)
    return sealed(len(table).to_bytes(8, "little") + table + code)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folder to the user")
@pytest.mark.parametrize("mode", [0o666, 0o620, 0o602])
def test_a_file_that_others_may_write_is_not_taken_and_made_anew(package, tmp_path, mode):
    imported()
    modules.keep()
    path = kept_file()
    path.write_bytes(with_hostile_code(package, tmp_path / "mark"))
    path.chmod(mode)
    assert imported() == ("first", False)
    assert not (tmp_path / "mark").exists()
    modules.keep()
    assert imported() == ("first", True)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_of_another_user_is_not_taken(package, tmp_path):
    imported()
    modules.keep()
    path = kept_file()
    path.write_bytes(with_hostile_code(package, tmp_path / "mark"))
    os.chown(path, 12345, 12345)
    assert imported() == ("first", False)
    assert not (tmp_path / "mark").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_a_link_in_its_place_is_not_followed(package, tmp_path):
    imported()
    modules.keep()
    path = kept_file()
    (tmp_path / "elsewhere").write_bytes(with_hostile_code(package, tmp_path / "mark"))
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere")
    assert imported() == ("first", False)
    assert not (tmp_path / "mark").exists()


def test_nothing_of_the_copys_folder_is_taken(tmp_path):
    """A checkout that brings a cache folder, and a file of the name and form that ours has."""
    write(tmp_path / "a.txt", TWICE)
    env = {"XDG_CACHE_HOME": str(tmp_path / "home"), "PYTHONDONTWRITEBYTECODE": ""}
    newslint("check", "a.txt", cwd=tmp_path, env=env)
    (ours,) = (tmp_path / "home/newslint").glob("modules-*")
    before = ours.read_bytes()
    for place in (".newslint_cache", ".cache/newslint", "theirs/newslint"):
        folder = tmp_path / place
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ours.name).write_bytes(sealed(b"\xff" * 100))
    env |= {"XDG_CACHE_HOME": "theirs", "HOME": str(tmp_path / "user")}  # a folder beside the copy is none to trust
    code, out, err = newslint("check", "a.txt", cwd=tmp_path, env=env)
    assert (code, err) == (1, "")
    assert "a.txt:1:27" in out
    assert (tmp_path / "theirs/newslint" / ours.name).read_bytes() == sealed(b"\xff" * 100)
    (kept,) = (tmp_path / "user/.cache/newslint").glob("modules-*")
    assert len(kept.read_bytes()) == len(before)


def test_findings_are_the_same_with_kept_modules(tmp_path):
    write(tmp_path / "a.txt", TWICE + QUIET)
    env = {"XDG_CACHE_HOME": str(tmp_path / "home"), "PYTHONDONTWRITEBYTECODE": ""}
    first = newslint("check", "--format", "jsonl", "a.txt", cwd=tmp_path, env=env)
    (kept,) = (tmp_path / "home/newslint").glob("modules-*")
    before = kept.stat().st_mtime_ns
    assert newslint("check", "--format", "jsonl", "a.txt", cwd=tmp_path, env=env) == first
    assert kept.stat().st_mtime_ns == before, "a second run of the same copy imports nothing else"


def test_python_told_to_keep_no_bytecode_keeps_none(tmp_path):
    write(tmp_path / "a.txt", TWICE)
    env = {"XDG_CACHE_HOME": str(tmp_path / "home"), "PYTHONDONTWRITEBYTECODE": "1"}
    newslint("check", "a.txt", cwd=tmp_path, env=env)
    assert not list((tmp_path / "home/newslint").glob("modules-*"))


def test_of_many_installations_the_oldest_files_go(package, tmp_path):
    imported()
    modules.keep()
    folder = kept_file().parent
    for number in range(20):
        (folder / f"modules-old-{number}").write_bytes(b"")
        os.utime(folder / f"modules-old-{number}", (number, number))
    (package / "tried.py").write_text("value = 'second one'\n")
    imported()
    modules.keep()
    names = {path.name for path in folder.glob("modules-*")}
    assert len(names) == 8
    assert "modules-old-19" in names
    assert "modules-old-0" not in names
    assert imported() == ("second one", True)
