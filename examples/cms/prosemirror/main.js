// The Guardian's plugin asks newslint: newslint serve --allow-origin http://localhost:5173
// The chunked adapter sends all blocks in one request, so that a name spelled two ways in two of them is found.
import {
  TyperighterChunkedAdapter, createBoundCommands, createOverlayView, createTyperighterPlugin,
} from "@guardian/prosemirror-typerighter";
import "@guardian/prosemirror-typerighter/dist/style.css";
import "prosemirror-view/style/prosemirror.css";
import { exampleSetup } from "prosemirror-example-setup";
import { schema } from "prosemirror-schema-basic";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

const adapter = new TyperighterChunkedAdapter("http://localhost:8000");
const { plugin, store } = createTyperighterPlugin({ adapter, requestMatchesOnDocModified: true });
const paragraphs = ["Taras Brandtner spoke first. Brandtner said the bridge would open.", "Brantdner left early."];
const doc = schema.node("doc", null, paragraphs.map((words) => schema.node("paragraph", null, [schema.text(words)])));
const view = new EditorView(document.getElementById("editor"), {
  state: EditorState.create({ doc, schema, plugins: [...exampleSetup({ schema, menuBar: false }), plugin] }),
});
const commands = createBoundCommands(view);
createOverlayView({ view, store, commands, overlayNode: document.getElementById("notes") });
commands.requestMatchesForDocument("first", []);
