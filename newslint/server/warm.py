"""Loads the rules and all that they use: imported in the process that processes with rules are forked from."""

import gc

from newslint.run.settings import Options
from newslint.server.checked import Desk

gc.set_threshold(50_000)
Desk(Options(no_config=True))
gc.freeze()  # so that the collector of a fork touches, and so copies, none of it
