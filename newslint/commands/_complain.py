"""What is wrong, on standard error."""

import sys

from newslint.model.printable import printable

# Characters of a line; a config may hold a value of megabytes.
_LONGEST = 2_000


def complain(error: object) -> None:
    """Print one line, whatever somebody's file name or words in it hold."""
    words = str(error)
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST - 200]} ... {words[-199:]}"
    print(f"newslint: {printable(words)}", file=sys.stderr)
