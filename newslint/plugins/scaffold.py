"""``newslint new FAMILY/NAME``: the first lines of a rule."""

from __future__ import annotations

import re
from pathlib import Path

from newslint.model.errors import NewslintError

TOML = '''\
kind    = "replace"
summary = "Say what the rule is about in one line."
reference = "Our own style book"
manual  = """
What it flags, why a desk cares, how to mend it."""

[terms]
"in the near future" = "soon"

[[example]]
flags   = "They will vote [[in the near future]]."
becomes = "They will vote soon."
[[example]]
passes  = "They will vote soon."
[[example]]
passes  = "The future is near."
'''

PYTHON = '''\
"""Say what the rule is about in one line."""

from collections.abc import Iterator

from newslint import Article, Finding, Rule, flags, passes


class {name}(Rule):
    """Say what the rule is about in one line.

    What it flags, why a desk cares, how to mend it.
    """

    reference = "Our own style book"
    examples = (
        flags("They met [[utterly]] late."),
        passes("They met late."),
        passes("“We met utterly late,” she said."),
    )
    words: frozenset[str] = frozenset({{"utterly"}})

    def check(self, article: Article) -> Iterator[Finding]:
        for token in article.tokens:
            if token.text.lower() in self.words:
                yield self.finding(token, f"“{{token.text}}” says nothing.", suggest="")
'''


def new_rule(rule_id: str, folder: Path, *, python: bool) -> Path:
    """Write the file of a new rule, and say where. Never overwrites."""
    if not re.fullmatch(r"[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)+", rule_id):
        raise NewslintError(rule_id, "a rule is named family/name, in lower case, digits and hyphens")
    path = folder / (rule_id.replace("-", "_") + (".py" if python else ".toml"))
    if path.exists():
        raise NewslintError(str(path), "exists already; choose another name")
    name = "".join(part.capitalize() for part in rule_id.rpartition("/")[2].split("-"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PYTHON.format(name=name) if python else TOML, encoding="utf-8")
    except OSError as error:
        raise NewslintError(str(path), f"cannot be written: {error.strerror}") from None
    return path
