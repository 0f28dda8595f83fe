"""What the single-file program starts."""

import sys
from multiprocessing import freeze_support

freeze_support()  # a process of newslint's own pool, not a user's call

from newslint.commands.cli import console  # noqa: E402

sys.exit(console())
