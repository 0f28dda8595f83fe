"""An example plugin: two rules, and the view of the article that they share."""

from newslint.plugins.marks import hook
from newslint.plugins.packs import rules_in


@hook
def newslint_rules():
    """The rules of this package, by their paths; names that begin with _ are no rules."""
    return rules_in(__name__)
