"""An example plugin: every rule file below this package becomes a rule."""

import pluggy

from newslint.plugins.packs import rules_in

hookimpl = pluggy.HookimplMarker("newslint")


@hookimpl
def newslint_rules():
    """The rules of this package, by their paths: names/street.py is names/street."""
    return rules_in(__name__)
