"""The keys of a TOML rule that say how it stands: status, owner, reason, since, scope."""

from __future__ import annotations

import datetime
from typing import Any

from newslint.model.errors import nearest
from newslint.model.standing import LIVE, ORDINARY_STANDING, STATUSES, Standing

_KEYS = ("status", "owner", "reason", "since", "scope")
_SCOPE = ("desk", "language")


def take_standing(data: dict[str, Any]) -> Standing:
    """The standing that parsed TOML describes; its keys are taken out. ValueError says what is wrong."""
    said = {key: data.pop(key) for key in _KEYS if key in data}
    if not said:
        return ORDINARY_STANDING
    status = said.get("status", LIVE)
    if status not in STATUSES:
        raise ValueError(f"`status` is {status!r}, not one of {', '.join(STATUSES)}{nearest(str(status), STATUSES)}")
    for key in ("owner", "reason"):
        if not isinstance(said.get(key, ""), str):
            raise ValueError(f"`{key}` is a text, not {said[key]!r}")
    return Standing(
        status, said.get("owner", ""), said.get("reason", ""), _day(said.get("since")), *_scope(said.get("scope", {}))
    )


def _day(value: object) -> datetime.date | None:
    if isinstance(value, datetime.datetime) or not isinstance(value, str | datetime.date | None):
        raise ValueError(f"`since` is a day such as 2024-05-31, not {value!r}")
    if not isinstance(value, str):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"`since` is a day such as 2024-05-31, not {value!r}") from None


def _scope(value: object) -> tuple[tuple[str, ...], str]:
    if not isinstance(value, dict):
        raise ValueError(f'`scope` is a table such as {{desk = "sport", language = "en-GB"}}, not {value!r}')
    for key in value:
        if key not in _SCOPE:
            raise ValueError(f"`scope` has desk and language, no `{key}`{nearest(str(key), _SCOPE)}")
    desks, language = value.get("desk", []), value.get("language", "")
    desks = [desks] if isinstance(desks, str) else desks
    if not isinstance(desks, list) or not all(isinstance(desk, str) and desk.strip() for desk in desks):
        raise ValueError(f"`scope.desk` is a text or a list of texts, not {desks!r}")
    if not isinstance(language, str):
        raise ValueError(f"`scope.language` is a language tag such as en-GB, not {language!r}")
    return tuple(desks), language
