"""The parts of an article: paragraphs and what stands around them, each with its role on the page."""

from enum import StrEnum

from newslint.model.named_tuple import NamedTuple


class Role(StrEnum):
    """What a block is for. Only ``BODY`` and ``QUOTE`` are running prose."""

    HEADLINE = "headline"  # also crossheads within the story
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"  # a line of its own; a dateline that opens a paragraph stays in the body
    BODY = "body"
    CAPTION = "caption"
    LIST = "list"
    QUOTE = "quote"  # a block quotation
    TABLE = "table"
    FURNITURE = "furniture"  # what belongs on the page but not in the story: labels, credits, corrections


class Block(NamedTuple):
    """One paragraph, heading, list item, caption ... of the clean text, without the white space around it.

    ``marked`` says that the markup gave the role (a Markdown heading, ``<figcaption>``), so nobody needs to guess.
    """

    start: int
    end: int
    role: Role = Role.BODY
    marked: bool = False

    @property
    def is_prose(self) -> bool:
        return self.role is Role.BODY or self.role is Role.QUOTE
