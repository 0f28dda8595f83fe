"""Rules from TOML files, checked: what is wrong in one is said in one line.

A file reads::

    kind     = "replace"                  # avoid | replace | consistent | names | line
    summary  = "Say it in fewer words."   # one line; `manual` may say more
    severity = "info"                     # error | warning | info; warning if left out
    reference = "where the usage is laid down"
    precedence = 50                       # 0 to 100: who speaks where two rules see one fault
    message  = "..."                      # {found} and {better} are filled in; a default for each kind
    safe     = true                       # replace: the change cannot alter the meaning
    status   = "draft"                    # draft: only in audits, or where asked for, as info | live | retired: never
    owner    = "Sports desk"              # who answers for it; `reason` says why there is such a rule
    since    = 2024-05-31                 # the day on which it went live
    scope    = {desk = ["sport"], language = "en-GB"}   # the copy that it is for; either may be left out
    [terms]                               # replace: found = better, or a list of betters; avoid: found = why
    "in order to" = "to"
    [[pattern]]                           # avoid, replace: a regular expression, run where `needs` was found
    regex = '(\\d+) per cent'
    needs = "per cent"                    # whole words that every match holds
    better = '\\1 percent'
    [[example]]
    flags   = "They met [[in order to]] vote."
    becomes = "They met to vote."
    [[example]]
    passes  = "They put the hall in order."

Terms are phrases, matched as whole words in any case; a term with capitals matches only with those capitals, and one
without them never as part of a name (with a capital in mid-sentence).
``consistent`` has ``groups``: lists of spellings of which one article uses one. ``names``: see name_packs.
``line`` has the lists of newslint.lines.LinePattern, each a text with one phrase a line, ``shapes`` and
``controls``, lists, and ``most_words``; {found} in its message is the line.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from newslint.disk.toml import tables
from newslint.english.page_words import CONTROL_NAMES
from newslint.kinds.limits import check_expression, check_phrases, check_template
from newslint.kinds.line import LISTS, LinePattern
from newslint.kinds.line_shapes import NAMES
from newslint.kinds.phrases import ConsistentRule, LineRule, Pattern, PhraseRule, fold
from newslint.kinds.standing import take_standing
from newslint.model.errors import NewslintError, nearest
from newslint.model.finding import Severity
from newslint.rule import ORDINARY, Example, Rule, flags, passes


def rule_from_toml(path: Path, rule_id: str, precedence: int = ORDINARY) -> Rule:
    """The rule that a TOML file describes.

    Raises NewslintError, naming the file and the mend, for anything that is not as the module says.
    """
    try:
        data = tables.read(path)
    except ValueError as error:
        raise NewslintError(str(path), f"not a readable TOML rule: {error}") from None
    try:
        return rule_from_data(data, rule_id, precedence)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        said = error.args[0] if isinstance(error, KeyError) and error.args else error
        raise NewslintError(str(path), " ".join(str(said).split())[:300]) from None


def rule_from_data(data: dict[str, Any], rule_id: str, precedence: int = ORDINARY) -> Rule:
    """The rule that parsed TOML describes; ``precedence`` if it does not say its own. ValueError says what is wrong."""
    kinds = _kinds()
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in kinds:
        hint = nearest(str(kind), list(kinds))
        raise ValueError(f"`kind` is {kind!r}, not one of {', '.join(kinds)}{hint}")
    if "summary" not in data:
        raise ValueError("`summary` is missing: one line that says what the rule is about")
    if "source" in data:
        raise ValueError("`source` is called `reference` now; rename the key")
    shared: dict[str, Any] = {
        "id": rule_id,
        "severity": _severity(data.pop("severity", "warning")),
        "reference": _string(data, "reference"),
        "examples": tuple(_example(row) for row in data.pop("example", ())),
        "reads_quotes": bool(data.pop("reads_quotes", False)),
        "standing": take_standing(data),
        "precedence": _precedence(data.pop("precedence", precedence)),
        "message": _message(data),
        "text": _string(data, "summary") + "\n\n" + _string(data, "manual"),
    }
    shared["text"] = shared["text"].strip()
    data.pop("kind")
    rule = kinds[kind](data, shared)
    if data:
        key = next(iter(data))
        raise ValueError(f"unknown key `{key}` for kind {kind!r}")
    return rule


def _kinds() -> dict[str, Callable[[dict[str, Any], dict[str, Any]], Rule]]:
    return {
        "avoid": lambda data, shared: _phrase_rule(data, shared, replaces=False),
        "replace": lambda data, shared: _phrase_rule(data, shared, replaces=True),
        "consistent": _consistent_rule,
        "names": _names_rule,
        "line": _line_rule,
    }


def _phrase_rule(data: dict[str, Any], shared: dict[str, Any], *, replaces: bool) -> PhraseRule:
    terms = data.pop("terms", {})
    if isinstance(terms, list):
        terms = {term: [] for term in terms}
    check_phrases("terms", terms)
    return PhraseRule(
        **shared,
        terms=tuple((term, _betters(better)) for term, better in terms.items()),
        patterns=tuple(_pattern(row) for row in data.pop("pattern", ())),
        replaces=replaces,
        safe=bool(data.pop("safe", False)),
    )


def _names_rule(data: dict[str, Any], shared: dict[str, Any]) -> Rule:
    from newslint.kinds.names import names_rule

    return names_rule(data, shared)


def _consistent_rule(data: dict[str, Any], shared: dict[str, Any]) -> ConsistentRule:
    return ConsistentRule(**shared, groups=tuple(check_phrases("groups", group) for group in data.pop("groups")))


def _line_rule(data: dict[str, Any], shared: dict[str, Any]) -> LineRule:
    def phrases(name: str) -> frozenset[str]:
        rows = map(str.strip, fold(_string(data, name)).splitlines())
        return frozenset([" ".join(row.split()) if "  " in row else row for row in rows if row])

    def named(key: str, known: frozenset[str]) -> frozenset[str]:
        names = frozenset(data.pop(key, ()))
        if unknown := names - known:
            raise ValueError(f"`{key}` holds {min(unknown)!r}, not one of {', '.join(sorted(known))}")
        return names

    if "words" in data:
        raise ValueError(f"`words` is a list of `controls` now, of {', '.join(sorted(CONTROL_NAMES))}")
    pattern = LinePattern(
        **{name: phrases(name) for name in LISTS},
        controls=named("controls", CONTROL_NAMES),
        shapes=named("shapes", NAMES),
        most_words=int(data.pop("most_words", LinePattern().most_words)),
    )
    return LineRule(**shared, pattern=pattern)


def _betters(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ValueError(f"a term's value is a text or a list of texts, not {value!r}")


def _pattern(row: dict[str, Any]) -> Pattern:
    unknown = set(row) - {"regex", "needs", "better", "message"}
    if unknown or "regex" not in row or "needs" not in row:
        raise ValueError("a [[pattern]] has regex, needs (whole words in every match), and may have better, message")
    check_expression(row["regex"])
    check_phrases("needs", (row["needs"],))
    return Pattern(row["regex"], row["needs"], _string(row, "better"), _message(row))


def _severity(value: object) -> Severity:
    try:
        return Severity(str(value))
    except ValueError:
        raise ValueError(f"`severity` is {value!r}, not error, warning or info") from None


def _precedence(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100:
        raise ValueError(f"`precedence` is {value!r}, not a whole number from 0 to 100")
    return value


def _message(data: dict[str, Any]) -> str:
    message = _string(data, "message")
    check_template(message)
    return message


def _string(data: dict[str, Any], key: str) -> str:
    value = data.pop(key, "")
    if not isinstance(value, str):
        raise ValueError(f"`{key}` is a text, not {value!r}")
    return value


def _example(row: dict[str, Any]) -> Example:
    markup = row.get("markup", "plain")
    if not all(isinstance(value, str) for value in row.values()) or markup not in ("plain", "markdown", "html"):
        raise ValueError("an [[example]] holds texts, and `markup` is plain, markdown or html")
    if "flags" in row:
        return flags(row["flags"], becomes=row.get("becomes"), markup=markup)
    if "passes" in row:
        return passes(row["passes"], markup=markup)
    raise ValueError("an [[example]] has `flags` or `passes`")
