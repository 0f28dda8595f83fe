"""HTML as Word, Google Docs and LibreOffice save it: what in it stands for a list's bullet, a comment, a footnote."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.model.block import Role
from newslint.model.expressions import expression

# Word's and Google's classes of paragraphs.
CLASSES = {
    "msotitle": Role.HEADLINE,
    "msosubtitle": Role.STANDFIRST,
    **dict.fromkeys(("msocaption", "msofootnotetext", "msoendnotetext"), Role.CAPTION),
    **dict.fromkeys(("msoquote", "msointensequote"), Role.QUOTE),
    **dict.fromkeys(("msoheader", "msofooter"), Role.FURNITURE),
}
# What a style says is not printed: a bullet, a comment and what points to it, hidden text.
_HIDDEN = expression(r"display:none|mso-list:ignore|mso-element:comment|mso-special-character:comment|mso-hide:all")
# The end of a link from the copy to a comment or a note, and from there back.
_POINTER = expression(r"#(?:cmnt|ftnt|_ftn|_edn|_msocom|_msoanchor|sdfootnote|sdendnote)(?:_?ref)?_?\d+(?:anc|sym)?")
_NOTE = expression(r"(?:ftnt|_ftn|_edn|sdfootnote|sdendnote)\d+(?:sym)?")
_COMMENT = expression(r"cmnt\d+|_com_\d+")


def is_hidden(style: str) -> bool:
    return _HIDDEN.search(style.replace(" ", "").lower()) is not None


def is_pointer(attributes: Mapping[str, str | None]) -> bool:
    """Whether a link is the number of a note or a comment: no copy."""
    return _POINTER.fullmatch(attributes.get("href") or "") is not None


def note_begun(attributes: Mapping[str, str | None]) -> Role | None:
    """What an anchor says that its paragraph is: CAPTION for a footnote, FURNITURE for a comment in the margin."""
    name = attributes.get("id") or attributes.get("name") or ""
    if _NOTE.fullmatch(name):
        return Role.CAPTION
    return Role.FURNITURE if _COMMENT.fullmatch(name) else None


def maker(name: str, attributes: Mapping[str, str | None]) -> str:
    """The office program that an element says has written the page: google, word, any other; "" for none."""
    if name == "html":
        return "word" if "xmlns:w" in attributes else ""
    if name == "body":
        return "google" if "doc-content" in (attributes.get("class") or "").split() else ""
    if name == "meta":
        made = (attributes.get("content") or "").lower()
        is_maker = (attributes.get("name") or "").lower() == "generator"
        return "office" if is_maker and made.startswith(("microsoft word", "libreoffice")) else ""
    return "pasted" if (attributes.get("id") or "").startswith("docs-internal-guid") else ""
