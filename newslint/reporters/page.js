"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const wide = matchMedia("(min-width: 54.01rem)");
  const notes = all(".note");
  const marks = new Map();
  for (const mark of all("[data-n]:not(.no)")) {
    for (const key of mark.dataset.n.split(" ")) marks.set(key, [...(marks.get(key) || []), mark]);
  }
  let current = null;

  document.documentElement.classList.add("js");

  // Each note stands beside its mark, below the one before; the one that is looked at stands there whatever its
  // neighbours have to do.
  function lay() {
    const plans = all(".sheet").map((sheet) => {
      const top = sheet.getBoundingClientRect().top;
      const rows = all(".note:not([hidden])", sheet).map((note) => {
        const [mark = sheet] = marks.get(note.dataset.key) || [];
        const at = (mark.getClientRects()[0] || mark.getBoundingClientRect()).top;
        return { note, want: at - top - 4, height: note.offsetHeight + 8 };
      });
      rows.sort((one, other) => one.want - other.want);
      return { sheet, rows };
    });
    for (const { sheet, rows } of plans) {
      const chosen = rows.findIndex(({ note }) => note === current);
      let bottom = 0;
      for (const row of rows) {
        row.top = Math.max(row.want, bottom);
        bottom = row.top + row.height;
      }
      if (chosen >= 0) {
        let limit = rows[chosen].top = rows[chosen].want;
        for (let index = chosen - 1; index >= 0; index -= 1) {
          rows[index].top = Math.min(rows[index].top, limit - rows[index].height);
          limit = rows[index].top;
        }
        bottom = rows[chosen].top + rows[chosen].height;
        for (const row of rows.slice(chosen + 1)) {
          row.top = Math.max(row.want, bottom);
          bottom = row.top + row.height;
        }
      }
      for (const { note, top } of rows) {
        note.style.top = `${top}px`;
        // Pushed out above the article; they are back when nothing is chosen.
        note.classList.toggle("away", wide.matches && top < -60);
      }
      sheet.style.minHeight = wide.matches ? `${bottom}px` : "";
    }
  }

  function choose(note, scroll) {
    all(".on").forEach((element) => element.classList.remove("on"));
    current = note;
    if (note) {
      const key = note.dataset.key;
      note.classList.add("on");
      (marks.get(key) || []).forEach((mark) => mark.classList.add("on"));
      all(`[data-r~="${key}"]`).forEach((place) => place.classList.add("on"));
    }
    lay();
    if (note && scroll) {
      const [mark = note] = marks.get(note.dataset.key) || [];
      (wide.matches ? mark : note).scrollIntoView({ block: "center", behavior: "smooth" });
    }
  }

  function step(by) {
    const shown = notes.filter((note) => !note.hidden);
    if (!shown.length) return;
    const at = shown.indexOf(current);
    choose(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length], true);
  }

  function filter() {
    const off = (kind) => new Set(all(`[data-${kind}]:not(:checked)`, document.querySelector(".filters"))
      .map((box) => box.dataset[kind]));
    const [severities, families] = [off("severity"), off("family")];
    const hidden = new Set();
    for (const note of notes) {
      note.hidden = severities.has(note.dataset.severity) || families.has(note.dataset.family);
      if (note.hidden) hidden.add(note.dataset.key);
    }
    for (const mark of all("[data-n]")) {
      const gone = mark.dataset.n.split(" ").every((key) => hidden.has(key));
      mark.classList.toggle("off", gone);
      if (mark.classList.contains("no")) mark.hidden = gone;
    }
    document.getElementById("shown").textContent = hidden.size ? `${notes.length - hidden.size} shown` : "";
    if (current && current.hidden) choose(null);
    lay();
  }

  // Light up the words that a cast entry points at: offsets are code points of the block without its note numbers.
  function point(link) {
    const block = document.querySelector(link.getAttribute("href"));
    const [start, end] = link.dataset.at.split("-").map(Number);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = new Range();
    let passed = 0;
    let begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(".no")) continue;
      const points = [...node.data];
      const units = (count) => points.slice(0, count).join("").length;
      if (!begun && start < passed + points.length) {
        range.setStart(node, units(start - passed));
        begun = true;
      }
      if (begun && end <= passed + points.length) {
        range.setEnd(node, units(end - passed));
        break;
      }
      passed += points.length;
    }
    all(".flash").forEach((element) => element.classList.remove("flash"));
    if (window.Highlight && CSS.highlights) CSS.highlights.set("place", new Highlight(range));
    else block.classList.add("flash");
    block.scrollIntoView({ block: "center", behavior: "smooth" });
  }

  document.addEventListener("click", (event) => {
    const at = event.target;
    const link = at.closest("a[data-at]");
    if (link) {
      event.preventDefault();
      point(link);
      return;
    }
    if (at.closest("a, summary, input, label, button")) return;
    const note = at.closest(".note");
    const mark = at.closest("[data-n]");
    if (note) choose(note, false);
    else if (mark) {
      // A second click on words with several notes goes on to the next.
      const about = mark.dataset.n.split(" ").map((key) => document.getElementById(`n${key}`))
        .filter((one) => !one.hidden);
      if (about.length) choose(about[(about.indexOf(current) + 1) % about.length], false);
    } else if (current) choose(null);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "Escape") choose(null);
    else if (event.key === "Enter" && document.activeElement.matches(".note")) choose(document.activeElement, true);
  });

  // A rule's manual stands once on the page; a note that is opened shows a copy.
  document.addEventListener("toggle", (event) => {
    const why = event.target;
    const link = why.matches(".why[open]") && why.querySelector("a[href^='#rule-']");
    if (link) {
      const manual = document.getElementById(link.getAttribute("href").slice(1)).querySelector("div").cloneNode(true);
      const summary = why.querySelector("summary").textContent;
      if (manual.firstElementChild && manual.firstElementChild.textContent === summary) manual.firstElementChild.remove();
      link.parentElement.replaceWith(manual);
    }
    lay();
  }, true);

  const filters = document.querySelector(".filters");
  if (filters) {
    filters.addEventListener("change", filter);
    document.getElementById("next").addEventListener("click", () => step(1));
    document.getElementById("previous").addEventListener("click", () => step(-1));
    document.getElementById("print").addEventListener("click", () => window.print());
  }
  new ResizeObserver(lay).observe(document.body);
  lay();
})();
