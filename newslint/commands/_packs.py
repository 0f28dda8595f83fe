"""Whether the config that holds here uses a folder of rules, and how it is told to."""

from __future__ import annotations

from pathlib import Path

from newslint.commands._shared import here
from newslint.disk.reading import read_file
from newslint.disk.writing import replace_file
from newslint.settings.config import FILE_NAME
from newslint.settings.config_file import find_config, load_config
from newslint.settings.edits import with_text


def pack_of_config() -> Path | None:
    """The first folder of rules that the config names, from here; None if it names none."""
    found = find_config(Path.cwd())
    if found is None:
        return None
    config = load_config(found)
    return here(config.root / config.packs[0]) if config.packs else None


def in_use(folder: Path) -> bool:
    """Whether the config that holds here names a folder, or one that it lies in."""
    found = find_config(Path.cwd())
    if found is None:
        return False
    config = load_config(found)
    packs = [(config.root / pack).resolve() for pack in config.packs]
    return any(folder.resolve().is_relative_to(pack) for pack in packs)


def below_here(folder: Path) -> bool:
    """Whether a folder lies below this one, so that what holds here may be told of it."""
    return folder.resolve().is_relative_to(Path.cwd())


def put_to_use(folder: Path) -> str:
    """Add a folder to the `packs` of the nearest config, or of a new one here; says what was done."""
    return _added("packs", folder)


def put_to_use_in(key: str, path: Path) -> str:
    """Add a path to a list of the nearest config, if it lies below this folder; says what was done, or what to do."""
    found = find_config(Path.cwd())
    named = load_config(found) if found else None
    known = getattr(named, key.replace("-", "_"), ())
    if named and any((named.root / name).resolve() == path.resolve() for name in known):
        return f"{here(named.root / FILE_NAME).as_posix()} uses it"
    return _added(key, path) if below_here(path) else _how_to_add(key, path)


def _added(key: str, added: Path) -> str:
    path = find_config(Path.cwd()) or Path(FILE_NAME).absolute()
    old = read_file(path) if path.exists() else None
    name = _name_in(added, path.parent)
    replace_file(path, with_text((old or b"").decode(), key, name).encode(), read=old)
    return f'"{name}" is now one of the {key} of {here(path).as_posix()}: newslint check uses it'


def advice(folder: Path) -> str:
    """How to put a folder of rules to use."""
    return _how_to_add("packs", folder)


def _how_to_add(key: str, added: Path) -> str:
    path = find_config(Path.cwd()) or Path(FILE_NAME).absolute()
    where = here(path).as_posix()
    return f'not in use here: add {key} = ["{_name_in(added, path.parent)}"] to {where}'


def _name_in(folder: Path, root: Path) -> str:
    resolved, base = folder.resolve(), root.resolve()
    return (resolved.relative_to(base) if resolved.is_relative_to(base) else resolved).as_posix()
