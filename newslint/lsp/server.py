"""The server: what comes from the editor, and what goes back."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
import time
from contextlib import suppress
from dataclasses import replace
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from newslint.findings.report import FileReport
from newslint.lsp.actions import EXPLAIN, FIX_ALL, code_actions, fix_all
from newslint.lsp.aside import AnsweringProtocol, answer, aside, private_folder, watch
from newslint.lsp.buffer import Buffer, NoPositionError
from newslint.lsp.diagnostics import diagnostics
from newslint.lsp.session import Document, Preferences, Session, path_of
from newslint.lsp.views import document_symbols, hover, inlay_hints
from newslint.model.errors import NewslintError
from newslint.run.deadline import deadline_in_thread
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

    def __init__(self) -> None:
        super().__init__("newslint", VERSION, protocol_cls=AnsweringProtocol)
        self.session = Session()
        self.pulls = False
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._lock = asyncio.Lock()  # held while a long text is linted
        self._frozen = False
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

    def _read(self, document: Document, text: str) -> tuple[Document, str, list[types.Diagnostic]]:
        """(the document as this text has it, trouble with the settings, what to publish). Runs in any thread."""
        try:
            with deadline_in_thread(document.path.as_posix(), _ALLOWED):
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
        from newslint.commands.explain import explain

        files = {file.id: file for file in self.session.rule_files()}
        if rule_id not in files:
            raise NewslintError(rule_id, "no such rule")
        page = explain(files[rule_id].load())
        window = self.client_capabilities.window
        if window and window.show_document and window.show_document.support:
            path = private_folder() / f"{rule_id.replace('/', '-')}.md"
            path.write_text(page, encoding="utf-8")
            await self.window_show_document_async(types.ShowDocumentParams(path.as_uri(), take_focus=True))
        else:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Info, page))
        return page


def serve() -> int:
    """Speak the protocol on standard input and output until the client ends or vanishes; the log goes to stderr.

    Returns the exit code: 0 after a request to shut down, else 1.
    """
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    server = build()
    with suppress(SystemExit):
        server.start_io()
    return server.code


def build() -> NewslintServer:
    """The server with its features."""
    server = NewslintServer()
    _follow_settings(server)
    _follow_documents(server)
    _answer(server)
    return server


def _follow_settings(server: NewslintServer) -> None:
    """The session, and the settings that hold in it."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.session.preferences = Preferences.of(params.initialization_options)
        server.session.reload()
        text_document = params.capabilities.text_document
        server.pulls = bool(text_document and text_document.diagnostic)

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        if server.process_id:
            server.watching = asyncio.get_running_loop().create_task(watch(server.process_id))
        workspace = server.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        if watched and watched.dynamic_registration:
            watchers = [types.FileSystemWatcher(f"**/{name}") for name in ("*.toml", "*baseline*.jsonl")]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            registration = types.Registration("newslint-config", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await server.client_register_capability_async(types.RegistrationParams([registration]))

    @server.feature(types.SHUTDOWN)
    def shutdown(_: None) -> None:
        server.code = 0

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched_files(_: types.DidChangeWatchedFilesParams) -> None:
        server.session.reload()
        server.relint()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configuration(params: types.DidChangeConfigurationParams) -> None:
        given: Any = params.settings
        workspace = server.client_capabilities.workspace
        if not given and workspace and workspace.configuration:
            item = types.ConfigurationItem(section="newslint")
            given = (await server.workspace_configuration_async(types.ConfigurationParams([item])))[0]
        server.prefer(given)


def _follow_documents(server: NewslintServer) -> None:
    """Documents opened, changed, saved and closed."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def did_open(params: types.DidOpenTextDocumentParams) -> None:
        server.open(params.text_document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(params: types.DidChangeTextDocumentParams) -> None:
        server.change(params)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(params: types.DidSaveTextDocumentParams) -> None:
        if params.text_document.uri in server.session.documents:
            server.schedule(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def did_close(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)


def _answer(server: NewslintServer) -> None:
    """What an editor asks about a document, and about a rule."""

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=False, identifier="newslint"),
    )
    async def pull(params: types.DocumentDiagnosticParams) -> types.RelatedFullDocumentDiagnosticReport:
        document = await server.current(params.text_document.uri)
        return types.RelatedFullDocumentDiagnosticReport(diagnostics(document) if document else [])

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL]),
    )
    async def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        document = await server.current(params.text_document.uri)
        if document is None:
            return []
        only = params.context.only
        none: list[types.CodeAction] = []
        if only and all(kind.startswith(types.CodeActionKind.Source) for kind in only):
            found = await answer(none, lambda: list(fix_all(server.session, document)))
        else:
            found = await answer(none, lambda: list(code_actions(server.session, document, params.range)))
        return [action for action in found if not only or _asked(action.kind, only)]

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def on_hover(params: types.HoverParams) -> types.Hover | None:
        document = await server.current(params.text_document.uri)
        return await answer(None, hover, server.session, document, params.position) if document else None

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        document = await server.current(params.text_document.uri)
        return await answer([], document_symbols, document) if document else []

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        document = await server.current(params.text_document.uri)
        if document is None or not server.session.preferences.speakers:
            return []
        return await answer([], inlay_hints, document, params.range)

    @server.command(EXPLAIN)
    async def explain(rule: str) -> str:
        return await server.explain(rule)


def _asked(kind: str | None, only: Any) -> bool:
    """Whether an action's kind is one of those asked for, or lies below one; an action without kind always is."""
    return kind is None or any(kind == asked or kind.startswith(f"{asked}.") for asked in only)
