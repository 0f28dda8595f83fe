"""Share rules between desks: bring packs of TOML rules from a folder, a zip or a git repository, pinned by their hash.

They lie in .newslint-packs beside the config, and newslint.lock says what they are. A pack holds no code.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from newslint.commands._packs import put_to_use_in
from newslint.commands._shared import counted, here
from newslint.model.errors import NewslintError, nearest
from newslint.model.printable import json_safe, printable
from newslint.plugins.loading import load_plugins
from newslint.run.fetching import Source, folder_files, source_of
from newslint.run.installed_packs import check_locked, folder_of, install, rule_ids
from newslint.settings.config_file import find_config
from newslint.settings.pack_lock import LOCK_NAME, Locked, load_lock

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", required=True, metavar="STEP")
    add = steps.add_parser("add", help="bring a pack, lock it and put it to use")
    add.add_argument("source", help="a folder, a zip, or the https, ssh or file URL of a git repository")
    add.add_argument("--name", default="", help="what to call it here (default: from the source)")
    add.add_argument("--ref", default="", help="of a git repository: a branch, tag or commit (default: its head)")
    add.add_argument("--folder", default="", help="the part of the source that is the pack")
    add.add_argument("--hash", default="", metavar="sha256:...", help="refuse it if it is another than this")
    update = steps.add_parser("update", help="bring packs anew, and lock what they are now")
    update.add_argument("names", nargs="*", metavar="NAME", help="default: all")
    update.add_argument("--locked", action="store_true", help="refuse whatever is not what the lock says")
    listed = steps.add_parser("list", help="list the packs, and whether they are what the lock says")
    listed.add_argument("--format", choices=["text", "json"], default="text")


def run(arguments: argparse.Namespace) -> int:
    steps = {"add": _add, "update": _update, "list": _list}
    return steps[arguments.step](arguments)


def _root() -> Path:
    """The folder of the config that holds here, or this one."""
    found = find_config(Path.cwd())
    return found.parent if found else Path.cwd()


def _add(arguments: argparse.Namespace) -> int:
    root = _root()
    source = source_of(arguments.source, arguments.ref, arguments.folder)
    if source.kind != "git":
        source = source._replace(place=str(Path(source.place).resolve()))
    name = arguments.name or _name_of(arguments.folder or arguments.source)
    if not _NAME.fullmatch(name):
        raise NewslintError("--name", f"{name!r} is no name of a pack: small letters, figures and hyphens")
    known = load_lock(root).get(name)
    if known and (known.source, known.folder) != (_kept(root, source).place, source.folder):
        raise NewslintError(name, f"is a pack from {known.source} already; give another --name")
    expected = arguments.hash or (known.hash if known else "")
    try:
        pack = install(root, name, source, expected=expected, kept=_kept(root, source))
    except NewslintError as error:
        if known and not arguments.hash and "not sha256:" in error.message:
            raise NewslintError(name, f"has changed at its source; newslint packs update {name} takes it") from None
        raise
    _told(name, pack.files, {})
    print(f"{pack.hash}{f' at {pack.commit[:12]}' if pack.commit else ''}")
    print(put_to_use_in("packs", folder_of(root, name)))
    return 0


def _from(root: Path, source: Source) -> Source:
    """A source whose path is meant from the config's folder, to be read from here."""
    if source.kind == "git":
        return source
    return source._replace(place=str(root / source.place))


def _kept(root: Path, source: Source) -> Source:
    """A source as the lock has it: a path below the config's folder is meant from there."""
    place = Path(source.place)
    if source.kind == "git" or not place.is_relative_to(root):
        return source
    return source._replace(place=place.relative_to(root).as_posix())


def _name_of(given: str) -> str:
    last = re.split(r"[/\\:]", given.rstrip("/\\"))[-1]
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"\.(zip|git)$", "", last.lower())).strip("-")


def _update(arguments: argparse.Namespace) -> int:
    root = _root()
    packs = load_lock(root)
    if not packs:
        raise NewslintError(here(root / LOCK_NAME).as_posix(), "names no packs; newslint packs add SOURCE brings one")
    for name in arguments.names:
        if name not in packs:
            raise NewslintError(name, f"no such pack{nearest(name, list(packs))}; see newslint packs list")
    for name in arguments.names or packs:
        locked = packs[name]
        kept = Source(locked.kind, locked.source, locked.ref, locked.folder)
        before = _files(folder_of(root, name))
        meant, expected = _from(root, kept), ""
        if arguments.locked:  # a branch may have gone on meanwhile
            meant, expected = meant._replace(ref=locked.commit), locked.hash
        pack = install(root, name, meant, expected=expected, kept=kept)
        if pack.hash == locked.hash:
            print(f"{name}: is as {LOCK_NAME} has it")
        else:
            _told(name, pack.files, before)
    return 0


def _files(folder: Path) -> dict[str, bytes]:
    try:
        return folder_files(folder)
    except NewslintError:  # gone, or changed beyond use
        return {}


def _told(name: str, files: dict[str, bytes], before: dict[str, bytes]) -> None:
    """Say what a pack brings, and which rules of newslint's own it takes the place of."""
    rules, had = rule_ids(files), rule_ids(before)
    parts = [counted(len(rules), "rule")]
    if had:
        new, gone = sorted(rules.keys() - had.keys()), sorted(had.keys() - rules.keys())
        changed = sorted(rule for rule in rules.keys() & had.keys() if rules[rule] != had[rule])
        groups = (("new", new), ("changed", changed), ("gone", gone))
        parts += [f"{what}: {', '.join(group)}" for what, group in groups if group]
    print(printable(f"{name}: {'; '.join(parts)}"))
    for rule in sorted(rules.keys() & {file.id for file in load_plugins().rules}):
        print(printable(f"{name}: takes the place of the standard rule {rule}"))


def _list(arguments: argparse.Namespace) -> int:
    root = _root()
    packs = load_lock(root)
    rows = [{"pack": name, **_state(root, name), **_said(locked)} for name, locked in packs.items()]
    if arguments.format == "json":
        print(json_safe(json.dumps(rows, ensure_ascii=False, indent=1)))
    else:
        for row in rows:
            at = row.get("commit", "")[:12] or row.get("ref", "")
            where = f"{row['source']}{f' at {at}' if at else ''}"
            print(printable(f"{row['pack']}  {row['state']}  {where}  {row['hash'][:19]}…"))
    return 2 if any(row["state"] != "as locked" for row in rows) else 0


def _said(locked: Locked) -> dict[str, str]:
    return {key: value for key, value in locked._asdict().items() if value}


def _state(root: Path, name: str) -> dict[str, str]:
    try:
        check_locked(folder_of(root, name))
    except NewslintError as error:
        return {"state": error.message}
    return {"state": "as locked"}
