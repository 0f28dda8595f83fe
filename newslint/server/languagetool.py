"""LanguageTool's HTTP API, version 2: what its many clients send, and what they need of an answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from newslint.findings.report import Located, rule_page
from newslint.model.named_tuple import NamedTuple
from newslint.server.checked import Checked, Desk, replacements, title
from newslint.server.copy import annotated
from newslint.server.issues import category_of, shouted
from newslint.server.job import Answer, Job, RefusalError, dumped, fields
from newslint.server.units import Utf16, length
from newslint.version import VERSION

_MOST_REPLACEMENTS = 10
# Characters around a finding that its context holds, as many as LanguageTool gives.
_AROUND = 40
LANGUAGES = {
    "en": "English",
    "en-AU": "English (Australian)",
    "en-CA": "English (Canada)",
    "en-GB": "English (GB)",
    "en-NZ": "English (New Zealand)",
    "en-US": "English (US)",
    "en-ZA": "English (South African)",
}
_BY_NAME = {code.lower(): code for code in LANGUAGES}


def refusal(status: int, why: str) -> Answer:
    """LanguageTool says in plain text what is wrong."""
    words = why if why.startswith("Error: ") else f"Error: {why}"
    return Answer(words.encode("utf-8", "replace"), "text/plain; charset=utf-8", status)


def languages() -> Answer:
    return Answer(
        dumped([{"name": name, "code": code.partition("-")[0], "longCode": code} for code, name in LANGUAGES.items()])
    )


def check(desk: Desk, job: Job) -> Answer:
    """``/v2/check``: a form or a query. Raises RefusalError."""
    asked = fields(job)
    language = _language(asked)
    if "text" in asked and "data" in asked:
        raise RefusalError(400, "Error: Set only 'text' or 'data' parameter, not both")
    only = _Choice.of(asked).heard(desk)
    if "text" in asked:
        checked = desk.text(asked["text"], only=only)
    elif "data" in asked:
        source, document = annotated(_annotation(asked["data"]))
        checked = desk.documents(source, (document,), only=only)
    else:
        raise RefusalError(400, "Error: Missing 'text' or 'data' parameter")
    shown = {"name": LANGUAGES[language], "code": language}
    detected = {**shown, "confidence": 0.99, "source": "newslint"}
    return checked.answer(
        dumped(
            {
                "software": _software(),
                "warnings": {"incompleteResults": bool(checked.report.errors)},
                "language": {"name": shown["name"], "code": language, "detectedLanguage": detected},
                "matches": _matches(desk, checked),
            }
        )
    )


def _software() -> dict[str, Any]:
    return {
        "name": "newslint",
        "version": VERSION,
        "buildDate": "2026-11-28 00:00:00 +0000",
        "apiVersion": 1,
        "premium": False,
        "status": "",
    }


def _language(asked: Mapping[str, str]) -> str:
    """The code of the language to check. Raises RefusalError for one that is not English."""
    said = asked.get("language", "").strip()
    if not said:
        raise RefusalError(400, "Error: Missing 'language' parameter, e.g. 'language=en-US'")
    if said.lower() == "auto":
        wanted = (code.strip().lower() for code in asked.get("preferredVariants", "").split(","))
        return next((_BY_NAME[code] for code in wanted if code in _BY_NAME and code != "en"), "en-US")
    if said.lower() not in _BY_NAME:
        why = f"'{said[:20]}' is not a language code known to newslint. Supported codes are: {', '.join(LANGUAGES)}"
        raise RefusalError(400, f"Error: {why}")
    return _BY_NAME[said.lower()]


def _annotation(data: str) -> object:
    """The parts of the parameter ``data``; where it holds a plain text, that. Raises RefusalError."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise RefusalError(400, "Error: 'data' is not JSON") from None
    if isinstance(value, dict) and isinstance(value.get("text"), str) and "annotation" not in value:
        return [{"text": value["text"]}]
    if not isinstance(value, dict) or "annotation" not in value:
        raise RefusalError(400, "Error: 'data' is to be an object with an 'annotation' or a 'text'")
    return value["annotation"]


class _Choice(NamedTuple):
    """Which rules a client wants, by our ids or in LanguageTool's manner; those that we do not know are passed over."""

    enabled: frozenset[str]
    disabled: frozenset[str]
    only: bool

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> _Choice:
        def both(word: str) -> frozenset[str]:
            listed = f"{asked.get(f'{word}Rules', '')},{asked.get(f'{word}Categories', '')}"
            return frozenset(item.strip().upper() for item in listed.split(",") if item.strip())

        enabled, disabled = both("enabled"), both("disabled")
        only = asked.get("enabledOnly", "").strip().lower() in ("true", "yes")
        if only and disabled:
            raise RefusalError(400, "Error: You cannot specify disabled rules or categories using enabledOnly=true")
        if only and not enabled:
            raise RefusalError(400, "Error: You must specify enabled rules or categories using enabledOnly=true")
        return cls(enabled, disabled, only)

    def heard(self, desk: Desk) -> Callable[[str], bool] | None:
        if not (self.only or self.disabled):
            return None

        def heard(rule_id: str) -> bool:
            family = rule_id.partition("/")[0].upper()
            category = category_of(desk.files[rule_id].issue).id
            rules = {rule_id.upper(), shouted(rule_id)}
            if self.only:
                return bool({*rules, family, category} & self.enabled)
            if rules & self.disabled:
                return False
            return bool(rules & self.enabled) or not {family, category} & self.disabled

        return heard


def _matches(desk: Desk, checked: Checked) -> list[dict[str, Any]]:
    units = Utf16(checked.source)
    return [_match(desk, checked, finding, units) for finding in checked.findings]


def _match(desk: Desk, checked: Checked, finding: Located, units: Utf16) -> dict[str, Any]:
    source = checked.source
    span, choices = replacements(finding, source)
    rule = desk.rules[finding.rule]
    manual = desk.settings.config.manual
    category = category_of(desk.files[finding.rule].issue)
    begin, stop = units.of(span.start), units.of(span.end)
    left, right = max(span.start - _AROUND, 0), min(span.end + _AROUND, len(source))
    lead = "..." if left else ""
    before = lead + " ".join(source[left : span.start].split("\n"))
    context = before + " ".join(source[span.start : right].split("\n")) + ("..." if right < len(source) else "")
    return {
        "message": finding.message,
        "shortMessage": title(finding.rule),
        "replacements": [{"value": words} for words in choices[:_MOST_REPLACEMENTS]],
        "offset": begin,
        "length": stop - begin,
        "context": {"text": context, "offset": length(before), "length": stop - begin},
        "sentence": checked.sentence(finding),
        "type": {"typeName": _TYPES.get(category.id, "Other")},
        "rule": {
            "id": finding.rule,
            "description": rule.summary,
            "issueType": category.issue_type,
            "category": {"id": category.id, "name": category.name},
            **({"urls": [{"value": rule_page(manual, finding.rule)}]} if manual else {}),
            "isPremium": False,
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


# What the colours of LanguageTool's own add-ons go by.
_TYPES = {"TYPOS": "UnknownWord", "STYLE": "Hint"}
