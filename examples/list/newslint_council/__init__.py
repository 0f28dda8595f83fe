"""An example plugin: a list of names, kept in one place and installed on every desk that covers the council.

The list is a TOML file, as in a folder of `packs`; a package needs only this hook to bring it.
"""

from newslint.plugins.marks import hook
from newslint.plugins.packs import rules_in


@hook
def newslint_rules():
    """The lists of this package: names/council.toml is names/council."""
    return rules_in(__name__)
