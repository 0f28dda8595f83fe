"""Packs that were brought from elsewhere: put in place, and never used unless they are what the lock says."""

from __future__ import annotations

import shutil
from pathlib import Path

from newslint.model.errors import NewslintError
from newslint.plugins.packs import id_of, rules_from
from newslint.run.fetching import Fetched, Source, fetched, folder_files, hash_of
from newslint.settings.config import PACKS_NAME
from newslint.settings.pack_lock import LOCK_NAME, Locked, load_lock, save_lock


def folder_of(root: Path, name: str) -> Path:
    """Where a pack lies. ``root``: the folder of the config."""
    return root / PACKS_NAME / name


def check_locked(pack: Path) -> None:
    """Raise NewslintError for a pack that was brought from elsewhere and is not what the lock says; others pass."""
    if pack.parent.name != PACKS_NAME:
        return
    locked = load_lock(pack.parent.parent).get(pack.name)
    if locked is None:
        raise NewslintError(str(pack), f"is not in {LOCK_NAME}; newslint packs add brings it again")
    if not pack.is_dir():
        raise NewslintError(str(pack), f"is not there; newslint packs update --locked {pack.name} brings it")
    found = hash_of(folder_files(pack))
    if found != locked.hash:
        raise NewslintError(
            str(pack),
            f"is {found[:19]}…, not {locked.hash[:19]}… as {LOCK_NAME} has it; newslint packs update --locked",
        )


def install(root: Path, name: str, source: Source, *, expected: str = "", kept: Source | None = None) -> Fetched:
    """Bring a pack, check that all its rules can be loaded, put it in place and lock it.

    ``expected``: the hash that it must have. ``kept``: the source as the lock is to have it. Raises NewslintError,
    with everything as it was.
    """
    pack = fetched(source)
    if expected and pack.hash != expected:
        raise NewslintError(source.place, f"gives {pack.hash}, not {expected}; nothing is changed")
    target = folder_of(root, name)
    part = target.with_name(f".{name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        for path, data in pack.files.items():
            place = part / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        _load_all(part, source)
        old = load_lock(root)
        shutil.rmtree(target, ignore_errors=True)
        part.rename(target)
        locked = Locked(*(kept or source), pack.commit, pack.hash)
        save_lock(root, {**old, name: locked})
    except OSError as error:
        raise NewslintError(str(target), f"cannot be written: {error.strerror or error}") from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return pack


def _load_all(folder: Path, source: Source) -> None:
    try:
        for file in rules_from(folder):
            if "/" not in file.id:
                raise NewslintError(file.path or "", f"lies in no family, such as style/{file.id}.toml")
            file.load()
    except NewslintError as error:
        at = error.culprit.removeprefix(f"{folder}/")
        raise NewslintError(source.place, f"{at}: {error.message}; nothing is changed") from None


def rule_ids(files: dict[str, bytes]) -> dict[str, bytes]:
    """The rules of a pack: their ids, and the bytes of their files."""
    return {
        id_of(tuple(path.removesuffix(".toml").split("/"))): data
        for path, data in files.items()
        if path.endswith(".toml") and not any(part.startswith("_") for part in path.split("/"))
    }
