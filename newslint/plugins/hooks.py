"""The three hooks that plugins may implement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from newslint.plugins.packs import RuleFile
    from newslint.readers import Reader
    from newslint.reporters import Reporter
    from newslint.rule import Rule

hookspec = pluggy.HookspecMarker("newslint")


@hookspec
def newslint_rules() -> Iterable[Rule | RuleFile]:  # type: ignore[empty-body]
    """Rules with their ids set; ``rules_in(__name__)`` gives those of a package by their paths."""


@hookspec
def newslint_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """Readers of further formats."""


@hookspec
def newslint_reporters() -> Iterable[Reporter]:  # type: ignore[empty-body]
    """Reporters for further output formats."""
