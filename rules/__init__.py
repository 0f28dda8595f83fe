"""The standard rules, each by its path. They enter newslint as anybody's plugin does."""

import pluggy

from newslint.plugins.packs import rules_in

hookimpl = pluggy.HookimplMarker("newslint")


@hookimpl
def newslint_rules():
    return rules_in(__name__)
