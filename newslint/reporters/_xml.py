"""XML by hand: small, streamed, and safe for any character that an article may hold."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from newslint.model.expressions import expression
from newslint.model.printable import HIDDEN

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# Characters that XML 1.0 cannot hold in any form.
_FORBIDDEN = expression("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


# What it can hold, and a terminal should not get as it is.
_HIDDEN = expression(rf"[{HIDDEN.replace(chr(0) + '-' + chr(31), '')}]|(?<=#)#(?=\w*\[)")


def text(words: str) -> str:
    return _shown(escape(_FORBIDDEN.sub("\ufffd", words)))


def _shown(words: str) -> str:
    return _HIDDEN.sub(lambda match: f"&#{ord(match[0])};", words)


def tag(name: str, attributes: dict[str, object], *, empty: bool = False) -> str:
    """A start tag, or an empty element."""
    pairs = "".join(
        f" {key}={_shown(quoteattr(_FORBIDDEN.sub(chr(0xFFFD), str(value))))}" for key, value in attributes.items()
    )
    return f"<{name}{pairs}{'/' if empty else ''}>"
