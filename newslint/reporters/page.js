"use strict";

// The marked copy: marks in the text and notes beside them, as a report shows it once and the desk's page again and
// again. Nothing is measured but what has changed: to choose a note moves it and its neighbours, and reads nothing; and
// of notes far from what is seen it is known where they belong, but they are moved there when they come near.
export function read(root) {
  const all = (selector, from = root) => [...from.querySelectorAll(selector)];
  const wide = matchMedia("(min-width: 54.01rem)");
  const marks = new Map(); // key -> marks of the note
  const places = new Map(); // key -> related places
  let plans = []; // of each sheet: its notes in the order of their marks, with where they want to stand
  let notes = [];
  let lit = [];
  let current = null;
  let width = 0;
  let scrolled = 0; // how far, in pixels
  let tall = 0; // the window
  const came = new Set(); // notes whose height is known only now: a browser lays out those that are nearly seen
  const stands = new WeakMap(); // note -> the place that it was moved to

  document.documentElement.classList.add("js");

  function collect(map, elements, name) {
    map.clear();
    for (const element of elements) {
      for (const key of element.dataset[name].split(" ")) {
        if (map.has(key)) map.get(key).push(element);
        else map.set(key, [element]);
      }
    }
  }

  // What is there: after the text has changed.
  function index() {
    notes = all(".note");
    collect(marks, all("[data-n]:not(.no)"), "n");
    collect(places, all("[data-r]"), "r");
    if (current && !current.isConnected) current = document.getElementById(current.id);
    if (current) light(current);
  }

  // Where each note wants to stand, and how high it is: after the text, the window or what is shown has changed.
  function measure() {
    if (!wide.matches) {
      plans = [];
      for (const sheet of all(".sheet")) sheet.style.minHeight = "";
      for (const note of notes) note.classList.remove("away");
      return;
    }
    plans = [];
    const stories = root.matches(".story") ? [root] : all(".story");
    add((near.size ? [...near] : stories.slice(0, 1)).flatMap((story) => all(".sheet", story)));
    observer.disconnect();
    for (const story of stories) observer.observe(story);
  }

  // Of many articles those around the window are laid out. To ask another for its place would lay it out; the observer
  // knows without.
  const near = new Set();
  const observer = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (isIntersecting) near.add(target);
      else near.delete(target);
    }
    if (wide.matches && add([...near].flatMap((story) => all(".sheet", story)))) arrange();
  }, { rootMargin: "100%" });

  // Measure those of the sheets that are not measured since the last change; says whether there are such.
  function add(sheets) {
    const due = sheets.filter((sheet) => plans.every((plan) => plan.sheet !== sheet));
    scrolled = window.scrollY;
    tall = window.innerHeight;
    plans.push(...due.map((sheet) => {
      const { top } = sheet.getBoundingClientRect();
      const rows = all(".note:not([hidden])", sheet).map((note) => {
        const [mark = sheet] = marks.get(note.dataset.key) || [];
        const at = (mark.getClientRects()[0] || mark.getBoundingClientRect()).top;
        return { note, want: at - top - 4, height: note.offsetHeight + 8 };
      });
      return { sheet, start: top + scrolled, rows: rows.sort((one, other) => one.want - other.want) };
    }));
    return due.length > 0;
  }

  // Each note stands beside its mark, below the one before; the one that is looked at stands there whatever its
  // neighbours have to do.
  function arrange() {
    for (const { sheet, rows } of plans) {
      let bottom = 0;
      for (const row of rows) {
        row.top = Math.max(row.want, bottom);
        bottom = row.top + row.height;
      }
      const chosen = rows.findIndex(({ note }) => note === current);
      if (chosen >= 0) {
        let limit = rows[chosen].top = rows[chosen].want;
        for (let at = chosen - 1; at >= 0 && rows[at].top + rows[at].height > limit; at -= 1) {
          rows[at].top = limit - rows[at].height;
          limit = rows[at].top;
        }
        bottom = rows[chosen].top + rows[chosen].height;
        for (const row of rows.slice(chosen + 1)) {
          row.top = Math.max(row.want, bottom);
          bottom = row.top + row.height;
        }
      }
      const height = `${bottom}px`;
      if (sheet.style.minHeight !== height) sheet.style.minHeight = height;
    }
    settle();
  }

  // Moves the notes that are seen, or nearly so, to where they belong.
  function settle() {
    for (const { start, rows } of plans) {
      const seen = scrolled - start;
      const near = (at) => at > seen - tall && at < seen + 2 * tall;
      for (const { note, want, top } of rows) {
        const stood = stands.get(note);
        if (stood === top || !(near(top) || near(stood === undefined ? want : stood))) continue;
        stands.set(note, top);
        note.style.top = `${top}px`;
        // Pushed out above the article; they are back when nothing is chosen.
        if (top < -60 !== note.classList.contains("away")) note.classList.toggle("away");
      }
    }
  }

  function fit() {
    let changed = false;
    for (const { rows } of plans) {
      for (const row of rows) {
        if (!came.has(row.note)) continue;
        const height = row.note.offsetHeight + 8;
        changed = changed || height !== row.height;
        row.height = height;
      }
    }
    came.clear();
    if (changed) arrange();
  }

  function lay() {
    measure();
    arrange();
  }

  function light(note) {
    for (const element of lit) element.classList.remove("on");
    lit = note ? [note, ...(marks.get(note.dataset.key) || []), ...(places.get(note.dataset.key) || [])] : [];
    for (const element of lit) element.classList.add("on");
  }

  function choose(note, scroll) {
    light(note);
    current = note;
    if (note && wide.matches) add([note.closest(".sheet")]);
    arrange();
    if (note && scroll) {
      const [mark = note] = marks.get(note.dataset.key) || [];
      (wide.matches ? mark : note).scrollIntoView({ block: "center", behavior: "smooth" });
    }
  }

  function step(by) {
    const shown = notes.filter((note) => !note.hidden);
    if (!shown.length) return null;
    const at = shown.indexOf(current);
    choose(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length], true);
    return current;
  }

  // ``hides``: whether a note is not to be seen. Says how many are.
  function filter(hides) {
    const hidden = new Set();
    for (const note of notes) {
      const away = hides(note);
      if (note.hidden !== away) note.hidden = away;
      if (away) hidden.add(note.dataset.key);
    }
    for (const mark of all("[data-n]")) {
      const gone = hidden.size > 0 && mark.dataset.n.split(" ").every((key) => hidden.has(key));
      if (gone !== mark.classList.contains("off")) mark.classList.toggle("off");
      if (mark.classList.contains("no") && mark.hidden !== gone) mark.hidden = gone;
    }
    if (current && current.hidden) choose(null);
    lay();
    return notes.length - hidden.size;
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

  root.addEventListener("click", (event) => {
    const at = event.target;
    const link = at.closest("a[data-at]");
    if (link) {
      event.preventDefault();
      point(link);
      return;
    }
    if (at.closest("a, summary, input, label, button, textarea, dialog")) return;
    const note = at.closest(".note");
    const mark = at.closest("[data-n]");
    if (note) choose(note, false);
    else if (mark) {
      // A second click on words with several notes goes on to the next.
      const about = mark.dataset.n.split(" ").map((key) => document.getElementById(`n${key}`))
        .filter((one) => one && !one.hidden);
      if (about.length) choose(about[(about.indexOf(current) + 1) % about.length], false);
    } else if (current) choose(null);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("textarea, dialog, input:not([type=checkbox])")) return;
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "Escape") choose(null);
    else if (event.key === "Enter" && document.activeElement.matches(".note")) choose(document.activeElement, true);
  });

  // A rule's manual stands once on the page; a note that is opened shows a copy.
  root.addEventListener("toggle", (event) => {
    const why = event.target;
    if (!why.matches(".why")) return;
    const link = why.open && why.querySelector("a[href^='#rule-']");
    const home = link && document.getElementById(link.getAttribute("href").slice(1));
    if (home) {
      const manual = home.querySelector("div").cloneNode(true);
      const summary = why.querySelector("summary").textContent;
      if (manual.firstElementChild && manual.firstElementChild.textContent === summary) manual.firstElementChild.remove();
      link.parentElement.replaceWith(manual);
    }
    lay();
  }, true);

  new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    lay();
  }).observe(root);
  if (document.fonts) document.fonts.ready.then(lay);
  root.addEventListener("contentvisibilityautostatechange", (event) => {
    if (event.skipped) return;
    if (!came.size) requestAnimationFrame(fit);
    came.add(event.target);
  }, true);
  addEventListener("scroll", () => {
    scrolled = window.scrollY;
    settle();
  }, { passive: true });

  index();
  lay();
  // After the text has changed: ``index``, then ``filter``, which lays the notes.
  return { choose, filter, index, notes: () => notes, step, get current() { return current; } };
}

// The switches above a report or the desk's copy: which severities and families are shown.
export function switches(form, sheet, shown) {
  function change() {
    const off = (kind) => new Set([...form.querySelectorAll(`[data-${kind}]:not(:checked)`)].map((box) => box.dataset[kind]));
    const [severities, families] = [off("severity"), off("family")];
    const left = sheet.filter((note) => note.classList.contains("kept")
      || severities.has(note.dataset.severity) || families.has(note.dataset.family));
    shown.textContent = left < sheet.notes().length ? `${left} shown` : "";
  }
  form.addEventListener("change", change);
  return change;
}
