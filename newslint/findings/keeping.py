"""Where a comment stands that keeps a finding: in Markdown, MDX and HTML, for the command line and editors alike."""

from newslint.article import Article
from newslint.findings.report import Located
from newslint.model.block import Role
from newslint.model.finding import Edit
from newslint.model.span import Span

_WITH_COMMENTS = frozenset(("markdown", "html"))


def keeping(finding: Located, article: Article, source: str, *, mdx: bool) -> Edit | None:
    """The edit of the file that writes the comment; None for copy that cannot carry one.

    It stands in a line before the paragraph; within the paragraph where another stands on the same line, in a table,
    whose rows no line may part, and in a field. ``mdx``: comments are those of JSX.
    """
    if article.document.markup not in _WITH_COMMENTS:
        return None
    words = f"{{/* newslint: ignore {finding.rule} */}}" if mdx else f"<!-- newslint: ignore {finding.rule} -->"
    start, role, before = finding.place.start, Role.BODY, 0
    for block in article.blocks:
        place = article.source_map.to_source(block)
        if place.start <= start < place.end:
            start, role = place.start, block.role
            break
        if place.end <= start:
            before = max(before, place.end)
    begin = source.rfind("\n", 0, start) + 1
    if finding.place.field or role is Role.TABLE or before > begin:
        return Edit(Span(start, start), words)
    return Edit(Span(begin, begin), f"{words}\n")


def is_mdx(name: str, dialect: str) -> bool:
    """Whether a Markdown file is MDX: by its name, or by the dialect of the config."""
    return name.lower().endswith(".mdx") or dialect == "mdx"
