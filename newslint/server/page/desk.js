// The desk's page: the copy on one side, the marked copy on the other. Only rows that changed are fetched and replaced.
import { read, switches } from "./page.js";

const byId = (id) => document.getElementById(id);
const [copy, sheet, cast, state, form] = ["copy", "sheet", "cast", "state"].map(byId)
  .concat(document.querySelector(".filters"));
const marked = read(byId("a1"));
const ticked = new Set(); // names of the cast that were ticked off
const ignored = new Set(); // keys of findings
const families = { off: new Set(), shown: "" };
let findings = {};
let checkedText = "";
let wordFile = null;
let token = "";
let asking = null;
let timer = 0;
let pause = 200; // milliseconds after the last key
let keepsVerdicts = true;

byId("stays").textContent = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname)
  ? "Your copy stays on this machine: it goes to newslint here and nowhere else, and is not kept."
  : `Your copy goes to newslint on ${location.host} and nowhere else, and is not kept.`;

async function ask(path, body, signal) {
  const headers = { "Content-Type": typeof body === "string" ? "application/json" : "application/octet-stream" };
  if (token) headers.Authorization = `Bearer ${token}`;
  const answer = await fetch(path, { method: "POST", body, headers, signal, credentials: "omit" });
  if (answer.status === 401) {
    await askToken();
    return ask(path, body, signal);
  }
  if (!answer.ok) {
    const said = await answer.json().catch(() => ({ title: answer.statusText }));
    throw new Error(said.title);
  }
  return answer;
}

function askToken() {
  const dialog = byId("ask");
  if (!dialog.open) dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => {
    token = byId("token").value.trim();
    resolve();
  }, { once: true }));
}

// ---- checking

function soon() {
  clearTimeout(timer);
  timer = setTimeout(check, pause);
}

async function check() {
  clearTimeout(timer);
  const text = copy.value;
  if (asking) asking.abort();
  const mine = asking = new AbortController();
  const began = performance.now();
  state.textContent = "reading …";
  try {
    const have = [...sheet.children].map((row) => row.dataset.key);
    const answer = await (await ask("api/draw", JSON.stringify({ text, have }), mine.signal)).json();
    if (mine.signal.aborted) return;
    checkedText = text;
    show(answer);
    state.textContent = "";
    pause = Math.min(Math.max(200, performance.now() - began), 1500);
  } catch (error) {
    if (error.name !== "AbortError") state.textContent = `Not checked: ${error.message}`;
  }
}

function show(answer) {
  findings = answer.findings;
  patch(answer.rows);
  const template = document.createElement("template");
  if (cast.dataset.html !== answer.cast) {
    cast.dataset.html = template.innerHTML = answer.cast;
    cast.replaceChildren(template.content);
    for (const row of cast.querySelectorAll(".cast > ul > li")) tickable(row);
  }
  manuals(answer.manuals);
  chips(answer.counts);
  byId("broken").hidden = !answer.errors.length;
  byId("broken").textContent = answer.errors.join("\n");
  for (const id of ["safe", "out"]) byId(id).disabled = !copy.value.trim();
  byId("safe").disabled = !Object.values(findings).some((finding) => finding.safe);
  number();
  byId("a1").hidden = !sheet.firstElementChild;
  marked.index();
  filter();
}

// The rows of the copy as they are now: those that are there already stay, and are only moved.
function patch(rows) {
  const old = new Map();
  for (const row of sheet.children) {
    if (old.has(row.dataset.key)) old.get(row.dataset.key).push(row);
    else old.set(row.dataset.key, [row]);
  }
  const drawn = new Map(rows.filter(([, html]) => html).map(([key, html]) => [key, html]));
  let next = sheet.firstElementChild;
  rows.forEach(([key], at) => {
    let row = (old.get(key) || []).shift();
    if (!row) {
      const template = document.createElement("template");
      template.innerHTML = drawn.get(key) || (sheet.querySelector(`[data-key="${key}"]`) || {}).outerHTML || "";
      row = template.content.firstElementChild;
      row.dataset.key = key;
      for (const note of row.querySelectorAll(".note")) buttons(note);
    }
    row.firstElementChild.id = `a1b${at}`;
    if (row === next) next = next.nextElementSibling;
    else sheet.insertBefore(row, next);
  });
  while (next) {
    const gone = next;
    next = next.nextElementSibling;
    gone.remove();
  }
}

function number() {
  [...sheet.querySelectorAll(".note")].forEach((note, at) => {
    const shown = note.querySelector(".kind b");
    if (shown.textContent !== `${at + 1}`) shown.textContent = at + 1;
  });
}

function button(words, act, title = "") {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  if (title) made.title = title;
  made.addEventListener("click", act);
  return made;
}

const written = (words) => (words.trim() ? `Write “${words.length > 60 ? `${words.slice(0, 59)}…` : words}”` : "Take it out");

function buttons(note) {
  const key = note.dataset.key;
  const { mends = [], everywhere = [] } = findings[key] || {};
  const row = document.createElement("p");
  row.className = "do";
  mends.forEach((mend, at) => row.append(button(written(mend.words), () => fix(key, findings[key].mends[at]))));
  everywhere.forEach((mend, at) => row.append(
    button(`${written(mend.words)} everywhere${mend.quoted ? ", in quotations too" : ""}`,
      () => fix(key, findings[key].everywhere[at])),
  ));
  row.append(button("Ignore", () => ignore(key, "ignored")), button("Wrong", () => ignore(key, "wrong"), "It is no fault"));
  note.append(row);
}

// ---- what an editor does

function write(start, end, words) {
  copy.focus({ preventScroll: true });
  copy.setSelectionRange(start, end);
  // The browser's own undo knows of it so.
  const done = words ? document.execCommand("insertText", false, words) : document.execCommand("delete");
  if (!done) copy.setRangeText(words, start, end, "end");
  byId("undo").disabled = false;
}

function mend(edits) {
  if (copy.value !== checkedText || !edits.length) {
    soon();
    return false;
  }
  const sorted = [...edits].sort((one, two) => one[0] - two[0] || one[1] - two[1]);
  const start = sorted[0][0];
  let words = "";
  let at = start;
  for (const [from, to, replacement] of sorted) {
    if (from < at) continue;
    words += copy.value.slice(at, from) + replacement;
    at = to;
  }
  write(start, at, words);
  check();
  return true;
}

function fix(key, choice) {
  const at = marked.notes().findIndex((note) => note.dataset.key === key);
  if (!choice || !mend(choice.edits)) return;
  verdict(key, "accepted");
  copy.blur();
  const rest = marked.notes().slice(at + 1).find((note) => !note.hidden);
  if (rest) {
    marked.choose(rest, false);
    rest.focus({ preventScroll: true });
  }
}

function ignore(key, how) {
  ignored.add(key);
  verdict(key, how);
  marked.step(1);
  filter();
}

function undo() {
  copy.focus({ preventScroll: true });
  document.execCommand("undo");
  copy.blur();
  check();
}

async function verdict(key, how) {
  if (!keepsVerdicts || !findings[key]) return;
  const body = JSON.stringify({ rule: findings[key].rule, verdict: how });
  try {
    await ask("api/feedback", body);
  } catch {
    keepsVerdicts = false; // the server was not told to
  }
}

function safe() {
  mend(Object.values(findings).filter((one) => one.safe).flatMap((one) => one.mends[0].edits));
}

async function open(file) {
  state.textContent = "reading …";
  try {
    const data = await file.arrayBuffer();
    const plain = /\.(txt|text)$/i.test(file.name);
    const text = plain
      ? new TextDecoder().decode(data)
      : (await (await ask(`api/read?name=${encodeURIComponent(file.name)}`, data)).json()).text;
    wordFile = /\.docx$/i.test(file.name) ? { name: file.name, data } : null;
    byId("word").hidden = !wordFile;
    write(0, copy.value.length, text.replace(/\r\n?/g, "\n"));
    copy.setSelectionRange(0, 0);
    copy.scrollTop = 0;
    copy.blur();
    await check();
  } catch (error) {
    state.textContent = `${file.name}: ${error.message}`;
  }
}

async function word() {
  try {
    const name = encodeURIComponent(wordFile.name);
    save(wordFile.name, await (await ask(`api/check?format=docx&name=${name}`, wordFile.data)).blob());
  } catch (error) {
    state.textContent = error.message;
  }
}

function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

// ---- what is shown

function filter() {
  form.dispatchEvent(new Event("change"));
  const left = marked.notes().filter((note) => !ignored.has(note.dataset.key)).length;
  byId("heading").textContent = !copy.value.trim() ? "Paste your copy"
    : `${left || "No"} finding${left === 1 ? "" : "s"}`;
}

function chips(counts) {
  const names = {};
  for (const { rule } of Object.values(findings)) {
    const family = rule.split("/")[0];
    names[family] = (names[family] || 0) + 1;
  }
  const rows = [...["error", "warning", "info"].filter((name) => counts[name]).map((name) => ["severity", name, counts[name]]),
    ...Object.keys(names).sort().map((name) => ["family", name, names[name]])];
  const now = JSON.stringify(rows);
  if (families.shown === now) return;
  families.shown = now;
  form.replaceChildren(...rows.map(([kind, name, count]) => {
    const label = document.createElement("label");
    label.className = kind === "severity" ? `chip ${name}` : "chip";
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", checked: !families.off.has(name) });
    box.dataset[kind] = name;
    box.addEventListener("change", () => families.off[box.checked ? "delete" : "add"](name));
    const number = document.createElement("b");
    number.textContent = count;
    label.append(box, name, " ", number);
    return label;
  }));
}

function manuals(found) {
  const home = byId("rules");
  home.hidden = !Object.keys(found).length;
  for (const old of home.querySelectorAll(".rule")) if (!(old.dataset.rule in found)) old.remove();
  for (const [rule, html] of Object.entries(found)) {
    if (byId(`rule-${rule}`)) continue;
    const template = document.createElement("template");
    template.innerHTML = '<section class="rule"><h3></h3><div></div></section>';
    const made = template.content.firstElementChild;
    made.id = `rule-${rule}`;
    made.dataset.rule = made.firstElementChild.textContent = rule;
    made.lastElementChild.innerHTML = html;
    home.append(made);
  }
}

function tickable(row) {
  const box = row.querySelector("input");
  if (!box) return;
  const name = row.querySelector("strong").textContent;
  box.checked = ticked.has(name);
  box.addEventListener("change", () => ticked[box.checked ? "add" : "delete"](name));
}

switches(form, { ...marked, filter: (hides) => marked.filter((note) => ignored.has(note.dataset.key) || hides(note)) },
  byId("shown"));

// ---- listening

copy.addEventListener("input", () => {
  byId("undo").disabled = false;
  soon();
});
byId("safe").addEventListener("click", safe);
byId("undo").addEventListener("click", undo);
byId("word").addEventListener("click", word);
byId("print").addEventListener("click", () => window.print());
byId("out").addEventListener("click", async () => {
  await navigator.clipboard.writeText(copy.value);
  state.textContent = "The text is in the clipboard.";
});
byId("file").addEventListener("change", (event) => event.target.files[0] && open(event.target.files[0]));
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    if (name === "drop" && event.dataTransfer.files[0]) open(event.dataTransfer.files[0]);
  });
}
document.addEventListener("keydown", (event) => {
  if (event.target === copy && event.key === "Escape") copy.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("textarea, dialog")) return;
  const key = marked.current && marked.current.dataset.key;
  const found = findings[key];
  if (event.key === "u") undo();
  else if (!found) return;
  else if (event.key === "f") fix(key, found.mends[0]);
  else if (event.key === "i") ignore(key, "ignored");
  else if (event.key === "e") {
    event.preventDefault();
    copy.focus();
    copy.setSelectionRange(found.start, found.end);
  }
});
if (copy.value) check();
