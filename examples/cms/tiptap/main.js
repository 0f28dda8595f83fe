// A page with the extension: newslint serve --allow-origin http://localhost:5173
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { Newslint } from "./newslint.js";

const notes = document.getElementById("notes");

function button(words, act) {
  const made = document.createElement("button");
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function show(findings) {
  notes.replaceChildren(...findings.map((finding) => {
    const row = document.createElement("li");
    const go = () => editor.chain().focus().setTextSelection({ from: finding.from, to: finding.to }).scrollIntoView().run();
    row.append(finding.message, " ", button("Show", go));
    if (finding.edits.length) {
      const words = finding.edits[0].words.trim();
      row.append(" ", button(words ? `Write “${words}”` : "Take it out", () => editor.chain().focus().mend(finding).run()));
    }
    return row;
  }));
}

const editor = new Editor({
  element: document.getElementById("editor"),
  extensions: [StarterKit, Newslint.configure({ server: "http://localhost:8000", onFindings: show })],
  content: `<h1>Bridge opens in Millbrook</h1>
    <p>Taras <strong>Brandtner</strong> spoke first. 🎉 Brandtner said the bridge would open.<br>Nobody else spoke.</p>
    <ul><li><p>Brandtner left early.</p></li></ul>
    <p>Brantdner returned.</p>`,
});
