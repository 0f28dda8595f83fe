"""What an editor offers at a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from lsprotocol import types

from newslint.disk.reading import read_text
from newslint.findings.everywhere import everywhere
from newslint.findings.fixes import fix_text
from newslint.findings.keeping import is_mdx, keeping
from newslint.findings.report import Located
from newslint.lsp.buffer import Buffer
from newslint.lsp.diagnostics import diagnostic
from newslint.lsp.session import Document, Session
from newslint.model.errors import NewslintError
from newslint.model.finding import Safety
from newslint.model.span import Span
from newslint.settings.config import FILE_NAME
from newslint.settings.config_file import find_config
from newslint.settings.edits import with_name, with_suppression

EXPLAIN = "newslint.explain"
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.newslint"


def code_actions(session: Session, document: Document, where: types.Range) -> Iterator[types.CodeAction]:
    """The actions for the findings that touch a range of the document."""
    if document.article is None or document.linted != document.version:
        return
    start, end = document.buffer.offset(where.start), document.buffer.offset(where.end)
    for finding in document.findings:
        if finding.place.start <= end and start <= finding.place.end:
            yield from _mends(document, finding)
            yield from _names(document, finding)
            yield from _ignore(session, document, finding)
            yield types.CodeAction(
                f"Explain {finding.rule}", command=types.Command("Explain", EXPLAIN, arguments=[finding.rule])
            )
    yield from fix_all(session, document)


def fix_all(session: Session, document: Document) -> Iterator[types.CodeAction]:
    """All safe fixes at once, where there are any."""
    if not any(finding.fix and finding.fix.safety is Safety.SAFE for finding in document.findings):
        return
    text = document.buffer.text
    mended = fix_text(text, lambda source: session.read(document.path, source)[1].findings).text
    if mended != text:
        whole = types.TextEdit(document.buffer.range(Span(0, len(text))), mended)
        yield _action("Fix all that is safe to fix", FIX_ALL, document, [whole])


def _mends(document: Document, finding: Located) -> Iterator[types.CodeAction]:
    fix = finding.fix
    if fix is None:
        return
    for choice in fix.choices():
        edits = [types.TextEdit(document.buffer.range(edit.span), edit.replacement) for edit in choice]
        yield _action(_title(choice[0].replacement), types.CodeActionKind.QuickFix, document, edits, finding)


def _title(words: str) -> str:
    return f"Write “{words}”" if words.strip() else "Take this out"


def _names(document: Document, finding: Located) -> Iterator[types.CodeAction]:
    """For a name in two forms: one spelling for every mention, outside quotations or everywhere; and the house list."""
    name = everywhere(finding, [document.article] if document.article else [], document.buffer.text)
    if name is None:
        return
    odd, right = name.odd, name.right
    outside, inside = (
        [types.TextEdit(document.buffer.range(edit.span), edit.replacement) for edit in edits]
        for edits in (name.outside, name.inside)
    )
    if outside:
        yield _action(f"Write “{right}” everywhere", types.CodeActionKind.QuickFix, document, outside, finding)
    if inside:
        title = f"Write “{right}” everywhere, inside quotations too"
        yield _action(title, types.CodeActionKind.QuickFix, document, [*outside, *inside], finding)
    for form in (right, odd):
        yield from _config_action(document, f"Add “{form}” to the house names", partial(_with_name, form), finding)


def _ignore(session: Session, document: Document, finding: Located) -> Iterator[types.CodeAction]:
    """A comment where the format has comments, else an entry of the config."""
    article = document.article
    title = f"Ignore {finding.rule} here"
    mdx = is_mdx(document.path.name, session.markdown(document.path))
    comment = article and keeping(finding, article, document.buffer.text, mdx=mdx)
    if comment:
        edit = types.TextEdit(document.buffer.range(comment.span), comment.replacement)
        yield _action(title, types.CodeActionKind.QuickFix, document, [edit], finding)
        return
    words = document.buffer.text[finding.place.start : finding.place.end]
    entry = {"file": document.path.name, "rule": finding.rule, "words": words}
    yield from _config_action(
        document, title, lambda old, project: with_suppression(old, entry, project=project), finding
    )


def _with_name(name: str, old: str, project: bool) -> str:
    return with_name(old, name)


def _config_action(
    document: Document, title: str, change: Callable[[str, bool], str], finding: Located
) -> Iterator[types.CodeAction]:
    """An edit of the config nearest to the document, or of a new one beside it; none where a program cannot make it."""
    folder = document.path.absolute().parent
    try:
        found = find_config(folder)
        path = found or folder / FILE_NAME
        old = read_text(path) if found else ""
        new = change(old, path.name != FILE_NAME)
    except (NewslintError, OSError, ValueError):
        return
    uri = Path(path).as_uri()
    buffer = Buffer(old, document.buffer.encoding)
    edit = types.TextEdit(buffer.range(Span(0, len(old))), new)
    changes: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = []
    if not path.exists():
        changes.append(types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True)))
    identifier = types.OptionalVersionedTextDocumentIdentifier(uri)
    changes.append(types.TextDocumentEdit(identifier, [edit]))
    yield types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(document, finding)],
        edit=types.WorkspaceEdit(document_changes=changes),
    )


def _action(
    title: str,
    kind: str,
    document: Document,
    edits: list[types.TextEdit],
    finding: Located | None = None,
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=kind,
        diagnostics=[diagnostic(document, finding)] if finding else None,
        edit=types.WorkspaceEdit(changes={document.uri: edits}),
    )
