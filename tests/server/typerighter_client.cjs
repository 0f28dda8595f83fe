// The Guardian's plugin in a real ProseMirror under jsdom: types nothing, asks the server, prints the matches.
// node typerighter_client.cjs MODULES ADDRESS PARAGRAPH...
const path = require("path");
const [modules, address, ...paragraphs] = process.argv.slice(2);
const load = (name) => require(path.join(modules, name));
const { JSDOM } = load("jsdom");
const { window } = new JSDOM("<!doctype html><div id=editor></div>", { url: `${address}/`, pretendToBeVisual: true });
for (const name of ["window", "document", "navigator", "MutationObserver", "Node", "HTMLElement", "Element", "getComputedStyle",
  "Range", "DOMParser", "requestAnimationFrame", "cancelAnimationFrame", "CustomEvent", "Event"]) {
  Object.defineProperty(globalThis, name, { value: name === "window" ? window : window[name], configurable: true });
}
window.document.getSelection = () => ({ rangeCount: 0, removeAllRanges() {}, addRange() {} });
const { schema } = load("prosemirror-schema-basic");
const { EditorState } = load("prosemirror-state");
const { EditorView } = load("prosemirror-view");
const { createTyperighterPlugin, TyperighterChunkedAdapter, createBoundCommands } = load("@guardian/prosemirror-typerighter");

const doc = schema.node("doc", null, paragraphs.map((words) => schema.node("paragraph", null, [schema.text(words)])));
const { plugin } = createTyperighterPlugin({ adapter: new TyperighterChunkedAdapter(address, 10) });
const view = new EditorView(window.document.getElementById("editor"), {
  state: EditorState.create({ doc, schema, plugins: [plugin] }),
});
createBoundCommands(view).requestMatchesForDocument("one", []);

const end = Date.now() + 30000;
(function wait() {
  const state = plugin.getState(view.state);
  const { currentMatches } = state;
  if (currentMatches.length || Date.now() > end) {
    console.log(JSON.stringify(currentMatches.map((match) => ({
      rule: match.ruleId,
      words: view.state.doc.textBetween(match.from, match.to),
      correct: match.markAsCorrect,
      suggestions: match.suggestions.map(({ text }) => text),
    }))));
    process.exit(0);
  }
  setTimeout(wait, 50);
})();
