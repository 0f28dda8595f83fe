"""The language server, spoken to as an editor does, through the installed command."""

import asyncio
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

pytest.importorskip("pygls", reason="needs newslint[lsp]")
from command import TWICE, newslint, write
from lsprotocol import types

pytest_lsp = pytest.importorskip("pytest_lsp", reason="needs pytest-lsp")
PLAIN = types.ClientCapabilities()
NAMES = (
    "Taras Brandtner spoke first. Brandtner said the bridge would open.\n\n"
    "“I saw Brantdner there,” a clerk said. Brandtner left early. Brantdner returned.\n"
)


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory):
    """Where the user's own copy of the manual is built."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("cache")))
        yield


class Editor:
    """A client that keeps what the server sends."""

    def __init__(self, folder):
        self.folder = folder
        self.client = pytest_lsp.LanguageClient()
        self.published = asyncio.Queue()
        self.messages = asyncio.Queue()
        self.shown = []
        self.registered = []
        self.refreshed = asyncio.Event()
        client = self.client

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params):
            self.published.put_nowait(params)

        @client.feature(types.WINDOW_SHOW_MESSAGE)
        def message(params):
            self.messages.put_nowait(params.message)

        @client.feature(types.WINDOW_SHOW_DOCUMENT)
        def show(params):
            self.shown.append(params.uri)
            return types.ShowDocumentResult(True)

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params):
            self.registered += params.registrations

        @client.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)
        def refresh(_):
            self.refreshed.set()

    async def start(self, capabilities=PLAIN, options=None):
        text_document = capabilities.text_document
        self.pulls = bool(text_document and text_document.diagnostic)
        await self.client.start_io(sys.executable, "-m", "newslint", "lsp")
        params = types.InitializeParams(capabilities, root_uri=self.folder.as_uri(), initialization_options=options)
        result = await self.client.initialize_session(params)
        return result.capabilities

    def uri(self, name):
        return (self.folder / name).as_uri()

    def open(self, name, text, language="plaintext"):
        uri = name if ":" in name else self.uri(name)
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def edit(self, uri, version, text, where=None):
        change = (
            types.TextDocumentContentChangePartial(where, text)
            if where
            else types.TextDocumentContentChangeWholeDocument(text)
        )
        identifier = types.VersionedTextDocumentIdentifier(version, uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))

    async def diagnostics(self, version=1):
        while True:
            params = await asyncio.wait_for(self.published.get(), 20)
            if params.version == version:
                return list(params.diagnostics)

    async def actions(self, uri, where, only=None):
        context = types.CodeActionContext([], only=only)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), where, context)
        return {action.title: action for action in await self.client.text_document_code_action_async(params)}

    async def stop(self):
        await asyncio.wait_for(self.client.shutdown_session(), 10)
        await self.client.stop()


def with_editor(scenario):
    """Runs ``scenario(editor, folder)`` with a server and ends it."""

    def test(tmp_path):
        async def run():
            editor = Editor(tmp_path)
            try:
                await asyncio.wait_for(scenario(editor, tmp_path), 60)
            finally:
                await editor.stop()

        asyncio.run(run())

    test.__name__, test.__doc__ = scenario.__name__, scenario.__doc__
    return test


def applied(text, edits):
    """The text with LSP edits made, for ASCII and one-line cases."""
    lines = text.split("\n")

    def offset(position):
        return sum(len(line) + 1 for line in lines[: position.line]) + position.character

    for edit in sorted(edits, key=lambda edit: -offset(edit.range.start)):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


@with_editor
async def test_findings_come_on_open_and_go_when_mended(editor, folder):
    await editor.start()
    uri = editor.open("a.txt", TWICE)
    (found,) = await editor.diagnostics()
    assert (found.code, found.source, found.severity) == (
        "sentences/repeated-word",
        "newslint",
        types.DiagnosticSeverity.Warning,
    )
    page = Path(url2pathname(urlsplit(found.code_description.href).path))
    while not page.is_file():  # the manual is built while the editor shows the findings
        await asyncio.sleep(0.1)
    assert "sentences/repeated-word" in page.read_text(encoding="utf-8")
    assert found.range.start == types.Position(0, 26)
    editor.edit(uri, 2, "", types.Range(types.Position(0, 26), types.Position(0, 29)))
    assert await editor.diagnostics(2) == []


@with_editor
async def test_only_the_last_version_counts(editor, folder):
    await editor.start()
    uri = editor.open("a.txt", TWICE)
    for version in range(2, 40):
        editor.edit(uri, version, TWICE + "\nThe the end.\n" * (version == 39))
    found = await editor.diagnostics(39)
    assert [row.range.start.line for row in found] == [0, 4]


@with_editor
async def test_closing_takes_the_findings_away(editor, folder):
    await editor.start()
    uri = editor.open("a.txt", TWICE)
    await editor.diagnostics()
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    assert await editor.diagnostics(None) == []


@with_editor
async def test_related_places_point_to_the_other_spelling(editor, folder):
    await editor.start()
    editor.open("a.txt", NAMES)
    found = [row for row in await editor.diagnostics() if row.code == "names/inconsistent-spelling"]
    assert found
    assert all(other.location.uri == editor.uri("a.txt") for other in found[0].related_information)


@with_editor
async def test_boilerplate_is_shown_as_unnecessary(editor, folder):
    await editor.start()
    editor.open(
        "a.txt", "The council met on Monday to vote on the bridge, and it agreed.\n\nSign up for our newsletter\n"
    )
    (found,) = await editor.diagnostics()
    assert list(found.tags) == [types.DiagnosticTag.Unnecessary]


@with_editor
async def test_one_spelling_everywhere_asks_before_quotations(editor, folder):
    await editor.start()
    uri = editor.open("a.txt", NAMES)
    found = [row for row in await editor.diagnostics() if row.code == "names/inconsistent-spelling"]
    actions = await editor.actions(uri, found[-1].range)
    outside = actions["Write “Brandtner” everywhere"].edit.changes[uri]
    everywhere = actions["Write “Brandtner” everywhere, inside quotations too"].edit.changes[uri]
    assert applied(NAMES, outside).count("Brantdner") == 1
    assert "I saw Brantdner there" in applied(NAMES, outside)
    assert "Brantdner" not in applied(NAMES, everywhere)


@with_editor
async def test_ignore_here_writes_the_comment_of_the_format(editor, folder):
    await editor.start()
    uri = editor.open("a.md", f"# Bridge\n\n{TWICE}", "markdown")
    (found,) = await editor.diagnostics()
    action = (await editor.actions(uri, found.range))["Ignore sentences/repeated-word here"]
    text = applied(f"# Bridge\n\n{TWICE}", action.edit.changes[uri])
    assert text.startswith("# Bridge\n\n<!-- newslint: ignore sentences/repeated-word -->\nThe council")
    editor.edit(uri, 2, text)
    assert await editor.diagnostics(2) == []


@with_editor
async def test_ignore_here_in_plain_text_goes_into_the_config(editor, folder):
    await editor.start()
    uri = editor.open("a.txt", TWICE)
    (found,) = await editor.diagnostics()
    action = (await editor.actions(uri, found.range))["Ignore sentences/repeated-word here"]
    create, change = action.edit.document_changes
    assert create.uri == change.text_document.uri == editor.uri("newslint.toml")
    write(folder / "newslint.toml", change.edits[0].new_text)
    event = types.FileEvent(create.uri, types.FileChangeType.Created)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert await editor.diagnostics() == []


@with_editor
async def test_a_name_is_added_to_the_house_names(editor, folder):
    write(folder / "newslint.toml", 'names = ["Kuzio"]\n')
    await editor.start()
    uri = editor.open("a.txt", NAMES)
    found = [row for row in await editor.diagnostics() if row.code == "names/inconsistent-spelling"]
    action = (await editor.actions(uri, found[-1].range))["Add “Brandtner” to the house names"]
    (change,) = action.edit.document_changes
    assert change.edits[0].new_text == 'names = ["Brandtner", "Kuzio"]\n'


@with_editor
async def test_fix_all_makes_the_safe_fixes(editor, folder):
    await editor.start()
    text = "The cafÃ© closed on Monday, and the café opened again on Friday.\n"
    uri = editor.open("a.txt", text)
    await editor.diagnostics()
    top = types.Range(types.Position(0, 0), types.Position(0, 0))
    actions = await editor.actions(uri, top, [types.CodeActionKind.SourceFixAll])
    (action,) = actions.values()
    assert action.kind == "source.fixAll.newslint"
    assert action.edit.changes[uri][0].new_text == text.replace("cafÃ©", "café")


@with_editor
async def test_a_rule_is_explained(editor, folder):
    window = types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(True))
    await editor.start(types.ClientCapabilities(window=window))
    params = types.ExecuteCommandParams("newslint.explain", arguments=["sentences/repeated-word"])
    page = await editor.client.workspace_execute_command_async(params)
    assert page.startswith("# sentences/repeated-word")
    assert editor.shown[0].endswith(".md")


@with_editor
async def test_hover_says_who_it_is_and_what_the_rule_says(editor, folder):
    await editor.start()
    uri = editor.open("a.txt", NAMES)
    await editor.diagnostics()
    identifier = types.TextDocumentIdentifier(uri)
    name = await editor.client.text_document_hover_async(types.HoverParams(identifier, types.Position(0, 2)))
    assert "**Taras Brandtner**" in name.contents.value
    assert "line 1" in name.contents.value
    nothing = await editor.client.text_document_hover_async(types.HoverParams(identifier, types.Position(0, 18)))
    assert nothing is None


@with_editor
async def test_symbols_are_the_cast_and_the_quotations(editor, folder):
    await editor.start()
    uri = editor.open("a.txt", NAMES)
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    names = [symbol.name for symbol in await editor.client.text_document_document_symbol_async(params)]
    assert "Taras Brandtner" in names
    assert "I saw Brantdner there," in names


@with_editor
async def test_speakers_are_hinted_only_when_asked_for(editor, folder):
    await editor.start()
    uri = editor.open("a.txt", "Ada Wren chairs the council.\n\n“We will vote,” Wren said.\n")
    whole = types.Range(types.Position(0, 0), types.Position(9, 0))
    params = types.InlayHintParams(types.TextDocumentIdentifier(uri), whole)
    assert not await editor.client.text_document_inlay_hint_async(params)
    settings = types.DidChangeConfigurationParams({"newslint": {"speakers": True}})
    editor.client.workspace_did_change_configuration(settings)
    (hint,) = await editor.client.text_document_inlay_hint_async(params)
    assert hint.label.strip() == "Ada Wren"


@with_editor
async def test_pulled_diagnostics(editor, folder):
    text_document = types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())
    await editor.start(types.ClientCapabilities(text_document=text_document))
    uri = editor.open("a.txt", TWICE)
    params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
    report = await editor.client.text_document_diagnostic_async(params)
    assert [row.code for row in report.items] == ["sentences/repeated-word"]
    assert editor.published.empty()


@with_editor
async def test_settings_select_rules(editor, folder):
    await editor.start(options={"select": ["names"]})
    editor.open("a.txt", TWICE)
    assert await editor.diagnostics() == []


@with_editor
async def test_each_root_has_its_own_config(editor, folder):
    write(folder / "news" / "newslint.toml", 'select = ["names"]\n')
    write(folder / "sport" / "newslint.toml", 'select = ["sentences"]\n')
    await editor.start()
    families = []
    for desk in ("news", "sport", "news"):
        editor.open(f"{desk}/{len(families)}.txt", f"{NAMES}\n{TWICE}")
        families.append({row.code.split("/")[0] for row in await editor.diagnostics()})
    assert families == [{"names"}, {"sentences"}, {"names"}]


@with_editor
async def test_a_bad_config_is_shown_and_the_last_good_one_stays(editor, folder):
    write(folder / "newslint.toml", 'ignore = ["sentences"]\n')
    capability = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    workspace = types.WorkspaceClientCapabilities(did_change_watched_files=capability)
    await editor.start(types.ClientCapabilities(workspace=workspace))
    editor.open("a.txt", TWICE)
    assert await editor.diagnostics() == []
    assert [row.method for row in editor.registered] == ["workspace/didChangeWatchedFiles"]
    event = types.FileEvent(editor.uri("newslint.toml"), types.FileChangeType.Changed)
    for key in ("ignor", "ignores"):  # saved twice before it is mended
        write(folder / "newslint.toml", f'{key} = ["sentences"]\n')
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        assert await editor.diagnostics() == []
        assert 'did you mean "ignore"?' in await asyncio.wait_for(editor.messages.get(), 10)


@with_editor
async def test_what_the_baseline_knows_is_not_shown(editor, folder):
    write(folder / "desk/newslint.toml", 'manual = "https://desk.example/m"\n')
    write(folder / "desk/old/a.txt", TWICE)
    assert newslint("baseline", "desk", "--config", "desk/newslint.toml", cwd=folder)[0] == 0
    await editor.start()
    uri = editor.open("desk/old/a.txt", TWICE)
    assert await editor.diagnostics() == []
    editor.edit(uri, 2, f"{TWICE}\nIt was was so.\n")
    (new,) = await editor.diagnostics(2)
    assert new.range.start.line == 4
    assert new.code_description.href == "https://desk.example/m/rules/sentences/repeated-word.html"


@with_editor
async def test_untitled_buffers_are_read_as_their_language(editor, folder):
    await editor.start()
    editor.open("untitled:Untitled-1", f"---\ntitle: Bridge\n---\n\n{TWICE}", "markdown")
    (found,) = await editor.diagnostics()
    assert found.range.start.line == 4


@pytest.mark.parametrize("encoding", list(types.PositionEncodingKind))
def test_position_encodings_are_negotiated(tmp_path, encoding):
    async def scenario(editor, folder):
        general = types.GeneralClientCapabilities(position_encodings=[encoding])
        capabilities = await editor.start(types.ClientCapabilities(general=general))
        assert capabilities.position_encoding == encoding
        editor.open("a.txt", "😀 They met to to vote.\n")
        (found,) = await editor.diagnostics()
        width = {"utf-8": 4, "utf-16": 2, "utf-32": 1}[encoding]
        assert found.range.start.character == width + len(" They met ")

    with_editor(scenario)(tmp_path)


@with_editor
async def test_a_long_article_does_not_hold_up_the_editor(editor, folder):
    await editor.start()
    editor.open("long.txt", "The council met on Monday and it agreed on the bridge. " * 10 + "\n\n" + NAMES * 2000)
    began = time.monotonic()
    page = types.ExecuteCommandParams("newslint.explain", arguments=["sentences/repeated-word"])
    await editor.client.workspace_execute_command_async(page)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("name", ["neovim", "visual_studio_code", "emacs"])
def test_real_editors_capabilities_are_understood(tmp_path, name):
    async def scenario(editor, folder):
        await editor.start(pytest_lsp.client_capabilities(name))
        uri = editor.open("a.txt", TWICE)
        if editor.pulls:
            params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
            found = (await editor.client.text_document_diagnostic_async(params)).items
        else:
            found = await editor.diagnostics()
        assert [row.code for row in found] == ["sentences/repeated-word"]

    with_editor(scenario)(tmp_path)


def test_a_client_that_vanishes_ends_the_server(tmp_path):
    import subprocess

    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    server = subprocess.Popen([sys.executable, "-m", "newslint", "lsp"], **pipes)
    time.sleep(1)
    server.stdin.close()
    server.wait(timeout=10)
    server.stdout.close()
    server.stderr.close()
