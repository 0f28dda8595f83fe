"""``python -m newslint``: the command line."""

import sys

from newslint.commands.cli import console

sys.exit(console())
