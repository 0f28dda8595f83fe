"""What is wrong, on standard error."""

import sys

from newslint.model.printable import printable


def complain(error: object) -> None:
    """Print one line, whatever somebody's file name or words in it hold."""
    print(f"newslint: {printable(str(error))}", file=sys.stderr)
