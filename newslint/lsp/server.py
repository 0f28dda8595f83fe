"""The server: open documents, linted as they change, and what is said of them to the editor."""

from __future__ import annotations

import asyncio
import gc
import time
from dataclasses import replace

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from newslint.findings.report import FileReport
from newslint.lsp.aside import AnsweringProtocol, aside, private_folder
from newslint.lsp.buffer import Buffer, NoPositionError
from newslint.lsp.diagnostics import diagnostics
from newslint.lsp.session import Document, Preferences, Session, path_of
from newslint.manual.place import Build, OwnCopy
from newslint.model.errors import NewslintError
from newslint.run.deadline import deadline
from newslint.settings.manual import rule_page
from newslint.version import VERSION

# A text that takes long to lint waits as long again for the typing to pause, at most this many seconds.
_PATIENCE = 0.5
_QUICK = 0.05
# Characters; a text of this length takes a few hundredths of a second.
_SHORT = 20_000
# Seconds that a text may take to be linted.
_ALLOWED = 20.0


class NewslintServer(LanguageServer):
    """Lints the last version of each open document: a short one at once, long ones one at a time in a thread."""

    def __init__(self, manual: Build | None = None) -> None:
        super().__init__("newslint", VERSION, protocol_cls=AnsweringProtocol)
        self.session = Session(own=OwnCopy(manual) if manual else None)
        self.pulls = False
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._lock = asyncio.Lock()  # held while a long text is linted
        self._frozen = False
        self._building: asyncio.Future[None] | None = None
        self.code = 1
        self.watching: asyncio.Task[None] | None = None

    # Documents

    def open(self, item: types.TextDocumentItem) -> None:
        encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        buffer = Buffer(item.text, encoding)
        self.session.documents[item.uri] = Document(item.uri, path_of(item.uri, item.language_id), buffer, item.version)
        self.schedule(item.uri)

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        document = self.session.documents.get(params.text_document.uri)
        if document is None:
            return
        for change in params.content_changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                try:
                    document.buffer.replace(change.range, change.text)
                except NoPositionError as error:
                    self._say(f"{document.path.name}: the editor sent a change that cannot be: {error}")
            else:
                document.buffer.text = change.text
        document.version = params.text_document.version
        self.schedule(document.uri)

    def close(self, uri: str) -> None:
        self.session.documents.pop(uri, None)
        task = self._tasks.pop(uri, None)
        if task:
            task.cancel()
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    # Linting

    def schedule(self, uri: str) -> None:
        """See that the document's last version gets linted; a linting under way is followed by another."""
        task = self._tasks.get(uri)
        if task is None or task.done():
            self._tasks[uri] = asyncio.get_running_loop().create_task(self._lint_until_current(uri))

    async def current(self, uri: str) -> Document | None:
        """The document once its last version is linted."""
        document = self.session.documents.get(uri)
        if document is not None and document.linted != document.version:
            self.schedule(uri)
            await self._tasks[uri]
        return self.session.documents.get(uri)

    async def _lint_until_current(self, uri: str) -> None:
        while (document := self.session.documents.get(uri)) and document.linted != document.version:
            # A short text took long only because the rules were being loaded.
            if document.seconds > _QUICK and len(document.buffer.text) >= _SHORT:
                await asyncio.sleep(min(document.seconds, _PATIENCE))
            version, text = document.version, document.buffer.text
            began = time.perf_counter()
            if len(text) < _SHORT and 0.0 < document.seconds < _QUICK:  # quicker than handing it to a thread
                read, trouble, found = self._read(document, text)
            elif len(text) < _SHORT:  # never behind a long text in the queue
                read, trouble, found = await aside(self._read, document, text)
            else:
                async with self._lock:
                    read, trouble, found = await aside(self._read, document, text)
            document.seconds = time.perf_counter() - began
            if self.session.documents.get(uri) is not document or document.version != version:
                continue  # stale
            document.linted, document.article, document.report = version, read.article, read.report
            document.positions = read.positions
            if trouble:
                self._say(trouble)
            if not self.pulls:
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))
            self._freeze()
            if build := self.session.complete_manual(document.path, read.report or FileReport("")):
                self._building = asyncio.ensure_future(aside(build))

    def _read(self, document: Document, text: str) -> tuple[Document, str, list[types.Diagnostic]]:
        """(the document as this text has it, trouble with the settings, what to publish). Runs in any thread."""
        try:
            with deadline(document.path.as_posix(), _ALLOWED):
                article, report, trouble = self.session.read(document.path, text)
        except NewslintError as error:
            article, report, trouble = None, FileReport(document.path.as_posix(), errors=(str(error),)), ""
        read = replace(document, article=article, report=report, positions=Buffer(text, document.buffer.encoding))
        return read, trouble, [] if self.pulls else diagnostics(read)

    def _freeze(self) -> None:
        """After the first linting: libraries and rules are there to stay, so the collector need not walk them again."""
        if not self._frozen:
            self._frozen = True
            gc.freeze()

    def relint(self) -> None:
        """Lint everything again: the settings have changed."""
        for document in self.session.documents.values():
            document.linted = None
            self.schedule(document.uri)
        if self.pulls:
            self.workspace_diagnostic_refresh(None)

    def _say(self, trouble: str) -> None:
        """Show what is wrong, once."""
        if trouble not in self.session.troubles:
            self.session.troubles.add(trouble)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"newslint: {trouble}"))

    def prefer(self, given: object) -> None:
        preferences = Preferences.of(given)
        if preferences != self.session.preferences:
            self.session.preferences = preferences
            self.session.reload()
            self.relint()

    async def explain(self, rule_id: str) -> str:
        """A rule's page, shown in the editor where it can show a file."""
        files = {file.id: file for file in self.session.rule_files()}
        if rule_id not in files:
            raise NewslintError(rule_id, "no such rule")
        page = rule_page(files[rule_id].load())
        window = self.client_capabilities.window
        if window and window.show_document and window.show_document.support:
            path = private_folder() / f"{rule_id.replace('/', '-')}.md"
            path.write_text(page, encoding="utf-8")
            await self.window_show_document_async(types.ShowDocumentParams(path.as_uri(), take_focus=True))
        else:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Info, page))
        return page
