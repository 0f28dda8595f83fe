// A Tiptap extension: the whole document is read after each pause in the typing, so that a name spelled two ways in two
// paragraphs is found. Marks are decorations, which the document never holds. onFindings gets what was found.
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

const key = new PluginKey("newslint");

// The text blocks in order. Offsets in a block's text are offsets in the document: each picture or line break is a character.
function blocksOf(doc) {
  const blocks = [];
  doc.descendants((node, pos, parent) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, "", (leaf) => (leaf.type.name === "hardBreak" ? "\n" : "\ufffc"));
    blocks.push({ id: String(blocks.length), text, role: roleOf(node, parent), at: pos + 1 });
    return false;
  });
  return blocks;
}

function roleOf(node, parent) {
  if (node.type.name === "heading") return node.attrs.level === 1 ? "headline" : undefined;
  return { listItem: "list", blockquote: "quote" }[parent.type.name];
}

// Where an offset of the whole text is, in which newslint has a blank line between blocks.
function position(blocks, offset) {
  let start = 0;
  for (const block of blocks) {
    if (offset <= start + block.text.length) return block.at + offset - start;
    start += block.text.length + 2;
  }
  return null;
}

function placed(row, blocks) {
  const { at } = blocks[Number(row.block)];
  const edits = ((row.fix && row.fix.edits) || []).map((edit) => (
    { from: position(blocks, edit.utf16_start), to: position(blocks, edit.utf16_end), words: edit.replacement }
  ));
  return { ...row, from: at + row.block_utf16_start, to: at + row.block_utf16_end, edits };
}

function moved(findings, mapping) {
  return findings.map((row) => ({
    ...row,
    from: mapping.map(row.from, 1),
    to: mapping.map(row.to, -1),
    edits: row.edits.map((edit) => ({ ...edit, from: mapping.map(edit.from, 1), to: mapping.map(edit.to, -1) })),
  }));
}

function marks(doc, findings) {
  return DecorationSet.create(doc, findings.filter(({ from, to }) => from < to).map(({ from, to, severity, message }) => (
    Decoration.inline(from, to, { class: `newslint ${severity}`, title: message })
  )));
}

export const Newslint = Extension.create({
  name: "newslint",

  addOptions() {
    return { server: "http://localhost:8000", token: "", pause: 400, onFindings: () => {}, onError: console.error };
  },

  addCommands() {
    return {
      // Makes the mend of a finding, in one step of the undo.
      mend: (finding) => ({ tr, dispatch }) => {
        const edits = [...finding.edits].sort((one, other) => other.from - one.from);
        if (dispatch) for (const { from, to, words } of edits) tr.insertText(words, from, to);
        return edits.length > 0;
      },
    };
  },

  addProseMirrorPlugins() {
    const { server, token, pause, onFindings, onError } = this.options;
    let timer = 0;
    let asking = null;

    async function ask(view) {
      if (asking) asking.abort();
      const { signal } = asking = new AbortController();
      const { doc } = view.state;
      const blocks = blocksOf(doc);
      const headers = { "Content-Type": "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}) };
      const body = JSON.stringify({ blocks: blocks.map(({ id, text, role }) => ({ id, text, role })) });
      try {
        const answer = await fetch(`${server}/api/check`, { method: "POST", headers, body, signal });
        const said = await answer.json();
        if (!answer.ok) throw new Error(said.title);
        // What was typed meanwhile has asked again.
        if (!view.isDestroyed && view.state.doc.eq(doc)) {
          view.dispatch(view.state.tr.setMeta(key, said.findings.map((row) => placed(row, blocks))));
        }
      } catch (error) {
        if (error.name !== "AbortError") onError(error);
      }
    }

    return [new Plugin({
      key,
      state: {
        init: () => ({ findings: [], marks: DecorationSet.empty }),
        apply(tr, old) {
          const findings = tr.getMeta(key) || (tr.docChanged ? moved(old.findings, tr.mapping) : old.findings);
          return findings === old.findings ? old : { findings, marks: marks(tr.doc, findings) };
        },
      },
      props: { decorations: (state) => key.getState(state).marks },
      view(view) {
        ask(view);
        return {
          update(now, before) {
            const { findings } = key.getState(now.state);
            if (findings !== key.getState(before).findings) onFindings(findings);
            if (now.state.doc.eq(before.doc)) return;
            clearTimeout(timer);
            timer = setTimeout(ask, pause, now);
          },
          destroy() {
            clearTimeout(timer);
            if (asking) asking.abort();
          },
        };
      },
    })];
  },
});
