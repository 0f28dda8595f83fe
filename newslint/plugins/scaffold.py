"""``newslint new FAMILY/NAME``: the first lines of a rule, of whichever kind, with examples that pass."""

from __future__ import annotations

import re
from pathlib import Path

from newslint.model.errors import NewslintError

_HEAD = '''\
kind      = "{kind}"
summary   = "Say what the rule is about in one line."
reference = "Our own style book"
severity  = "warning"  # error | warning | info
manual    = """
What it flags, why a desk cares, how to mend it."""
'''
# By kind: what stands below the head.
TOML = {
    "replace": """
[terms]
"in the near future" = "soon"

[[example]]
flags   = "They will vote [[in the near future]]."
becomes = "They will vote soon."
[[example]]
passes  = "They will vote soon."
[[example]]
passes  = "The future is near."
""",
    "avoid": """
[terms]
"iconic" = "say what it is known for"

[[example]]
flags  = "They met at the [[iconic]] bridge."
[[example]]
passes = "They met at the bridge of 1890."
[[example]]
passes = "“It is an iconic bridge,” she said."
""",
    "consistent": """groups    = [["healthcare", "health care"]]  # each is right, but one article keeps to one

[[example]]
flags  = "They spoke of healthcare. Then healthcare was cut. Later [[health care]] was restored."
[[example]]
passes = "They spoke of healthcare. Then healthcare was cut."
[[example]]
passes = "Their health care is good."
""",
    "names": """
[spellings]  # right = how it is not written
"Aasland" = ["Asland", "Åsland"]

[[example]]
flags  = "The mayor, Tove [[Asland]], opened the library."
[[example]]
passes = "The mayor, Tove Aasland, opened the library."
[[example]]
passes = "They came from as far as Oakland."
""",
    "line": '''whole     = """
read our special report
"""  # lines of the page that are no copy, in lower case, one a line

[[example]]
flags  = "The bridge opened on Monday.\\n\\n[[Read our special report]]\\n\\nIt will carry trams."
[[example]]
passes = "The bridge opened on Monday.\\n\\nThe council will read our special report, it said."
[[example]]
passes = "The bridge opened on Monday.\\n\\nIt will carry trams."
''',
}

# The package of a first Python rule: what installs it, and what brings its rules.
_PROJECT = """\
[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[project]
name = "{name}"
version = "1.0"
description = "Rules of our own for newslint."
requires-python = ">=3.11"
dependencies = ["newslint"]

[project.entry-points.newslint]
{package} = "{package}"

[tool.setuptools.packages.find]
include = ["{package}*"]
"""
_PACKAGE = '''\
"""Our rules: each .py and .toml file below this folder is one, by its path; style/our_words.py is style/our-words."""

from newslint.plugins.marks import hook
from newslint.plugins.packs import rules_in


@hook
def newslint_rules():
    """The rules of this package."""
    return rules_in(__name__)
'''
PYTHON = '''\
"""Say what the rule is about in one line."""

from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, flags, passes


class {name}(Rule):
    """Say what the rule is about in one line.

    What it flags, why a desk cares, how to mend it.
    """

    severity = Severity.WARNING
    reference = "Our own style book"
    examples = (
        flags("They met [[utterly]] late."),
        passes("They met late."),
        passes("“We met utterly late,” she said."),
    )
    words: frozenset[str] = frozenset({{"utterly"}})  # an option: [rules."{id}"] words = [...] in newslint.toml

    def check(self, article: Article) -> Iterator[Finding]:
        for token in article.tokens:
            if token.text.lower() in self.words:
                yield self.finding(token, f"“{{token.text}}” says nothing.", suggest="")
'''


def new_rule(rule_id: str, folder: Path, kind: str = "replace") -> Path:
    """Write the file of a new rule, and say where. ``kind``: one of TOML's, or python. Never overwrites.

    A Python rule goes into the package that ``folder`` is, or into one in it that pip can install.

    Raises NewslintError for a name that is none, or a file that is there or cannot be written.
    """
    if not re.fullmatch(r"[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)+", rule_id):
        raise NewslintError(rule_id, "a rule is named family/name, in lower case, digits and hyphens")
    if kind != "python":
        return _written(folder / (rule_id.replace("-", "_") + ".toml"), _HEAD.format(kind=kind) + TOML[kind])
    package = folder if (folder / "__init__.py").is_file() else _package(folder)
    name = "".join(part.capitalize() for part in rule_id.rpartition("/")[2].split("-"))
    path = _written(package / (rule_id.replace("-", "_") + ".py"), PYTHON.format(name=name, id=rule_id))
    for above in path.relative_to(package).parents[:-1]:  # setuptools takes a folder with this file for a package
        if not (package / above / "__init__.py").exists():
            _written(package / above / "__init__.py", f'"""Our rules about {above.name}."""\n')
    return path


def _package(folder: Path) -> Path:
    """The package in the folder of a plugin, which is made if it is not there."""
    slug = re.sub(r"[^a-z0-9]+", "_", folder.resolve().name.lower()).strip("_")
    package = folder / (slug if slug.startswith("newslint_") else f"newslint_{slug}")
    if not (package / "__init__.py").exists():
        name = package.name.replace("_", "-")
        _written(folder / "pyproject.toml", _PROJECT.format(name=name, package=package.name))
        _written(package / "__init__.py", _PACKAGE)
    return package


def _written(path: Path, text: str) -> Path:
    if path.exists():
        raise NewslintError(path.as_posix(), "exists already; choose another name")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise NewslintError(path.as_posix(), f"cannot be written: {error.strerror}") from None
    return path
