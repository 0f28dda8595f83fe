"""The features of the server: which message of the protocol is answered by what."""

from __future__ import annotations

import asyncio
import logging
import sys
from contextlib import suppress
from typing import Any, BinaryIO, cast

from lsprotocol import types

from newslint.lsp.actions import EXPLAIN, FIX_ALL, code_actions, fix_all
from newslint.lsp.aside import Input, answer, watch
from newslint.lsp.diagnostics import diagnostics
from newslint.lsp.server import NewslintServer
from newslint.lsp.session import Preferences
from newslint.lsp.views import document_symbols, hover, inlay_hints
from newslint.manual.place import Build


def serve(manual: Build | None = None) -> int:
    """Speak the protocol on standard input and output until the client ends or vanishes; the log goes to stderr.

    ``manual``: builds the user's own copy of the manual, for links where the desk has none. Returns the exit code: 0
    after a request to shut down, else 1.
    """
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    server = build(manual)
    with suppress(SystemExit):
        server.start_io(cast(BinaryIO, Input(sys.stdin.buffer)))
    return server.code


def build(manual: Build | None = None) -> NewslintServer:
    """The server with its features."""
    server = NewslintServer(manual)
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
