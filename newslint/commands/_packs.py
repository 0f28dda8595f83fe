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
    path = find_config(Path.cwd()) or Path(FILE_NAME).absolute()
    old = read_file(path) if path.exists() else None
    name = _name_in(folder, path.parent)
    replace_file(path, with_text((old or b"").decode(), "packs", name).encode(), read=old)
    return f'"{name}" is now one of the packs of {here(path).as_posix()}: newslint check uses it'


def advice(folder: Path) -> str:
    """How to put a folder of rules to use."""
    path = find_config(Path.cwd()) or Path(FILE_NAME).absolute()
    where = here(path).as_posix()
    return f'not in use here: add packs = ["{_name_in(folder, path.parent)}"] to {where}'


def _name_in(folder: Path, root: Path) -> str:
    resolved, base = folder.resolve(), root.resolve()
    return (resolved.relative_to(base) if resolved.is_relative_to(base) else resolved).as_posix()
