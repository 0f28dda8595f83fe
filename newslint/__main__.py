"""``python -m newslint``: the command line."""

import sys

from newslint.commands.cli import main

sys.exit(main())
