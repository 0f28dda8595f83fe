"""What a request of our own protocol asks for, read and held to its limits."""

from __future__ import annotations

import base64
import binascii
import datetime
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qsl

from newslint.model.block import Role
from newslint.model.named_tuple import NamedTuple
from newslint.server.checked import chosen
from newslint.server.copy import EditorBlock, blocks_of
from newslint.server.job import Job, RefusalError, parsed

SCOPES = ("auto", "article", "block")
FIXES = ("", "safe", "unsafe")


class Asked(NamedTuple):
    """A request to check. Just one of ``blocks``, ``data`` and ``text`` is there.

    ``name``: what the copy is called, and by its suffix the format; ``form``: that of the answer.
    """

    blocks: tuple[EditorBlock, ...] | None = None
    data: bytes | None = None
    text: str = ""
    name: str = ""
    form: str = "json"
    fix: str = ""
    scope: str = "auto"
    cast: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    date: datetime.date | None = None

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name.replace("\\", "/")).suffix.lower()[:16]


def asked_of(job: Job) -> Asked:
    """A JSON object; or, where the query names a file, that file itself. Raises RefusalError."""
    query = dict(parse_qsl(job.query, keep_blank_values=True))
    if query.get("name"):
        if not job.body:
            raise RefusalError(400, "the body is to be the file that `name` names")
        lists: dict[str, Any] = {key: query[key].split(",") for key in ("select", "ignore") if query.get(key)}
        return _with_options(
            {**query, **lists, "cast": query.get("cast", "") in ("1", "true", "yes")}, Asked(data=job.body)
        )
    also: dict[str, Any] = {key: query[key] for key in ("format", "fix", "scope", "date") if key in query}
    asked = {**also, **parsed(job)}
    kinds = [key for key in ("text", "blocks", "base64") if asked.get(key) is not None]
    if len(kinds) != 1:
        raise RefusalError(400, "one of `text`, `blocks` and `base64` is wanted, and only one")
    if kinds == ["blocks"]:
        return _with_options(asked, Asked(tuple(_block(row) for row in blocks_of(asked["blocks"]))))
    words = asked[kinds[0]]
    if not isinstance(words, str):
        raise RefusalError(400, f"`{kinds[0]}` is to be a text")
    if kinds == ["text"]:
        return _with_options(asked, Asked(text=words))
    try:
        return _with_options(asked, Asked(data=base64.b64decode(words, validate=True)))
    except (binascii.Error, ValueError):
        raise RefusalError(400, "`base64` is not in base64") from None


def _block(row: Mapping[str, Any]) -> EditorBlock:
    role = row.get("role")
    if role is not None and role not in list(Role):
        raise RefusalError(400, f"the `role` of a block is one of {', '.join(Role)}")
    return EditorBlock(row["id"], row["text"], role=Role(role) if role else None)


def _with_options(given: Mapping[str, Any], asked: Asked) -> Asked:
    name, form, fix, scope = (_text(given, key) for key in ("name", "format", "fix", "scope"))
    if scope and scope not in SCOPES:
        raise RefusalError(400, f"`scope` is one of {', '.join(SCOPES)}")
    if fix not in FIXES:
        raise RefusalError(400, "`fix` is safe or unsafe")
    if not isinstance(given.get("cast", False), bool):
        raise RefusalError(400, "`cast` is true or false")
    try:
        date = datetime.date.fromisoformat(_text(given, "date")) if given.get("date") else None
    except ValueError:
        raise RefusalError(400, "`date` is to be a date such as 2026-05-31") from None
    return asked._replace(
        name=name,
        form=form or "json",
        fix=fix,
        scope=scope or "auto",
        cast=bool(given.get("cast")),
        select=chosen(given.get("select"), "select"),
        ignore=chosen(given.get("ignore"), "ignore"),
        date=date,
    )


def _text(given: Mapping[str, Any], key: str) -> str:
    value = given.get(key)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > 1000:
        raise RefusalError(400, f"`{key}` is to be a text")
    return value
