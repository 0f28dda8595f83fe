"use strict";
// Finds pages that hold every word of a question; those with it in their title first. Nothing leaves the browser.
(() => {
  const box = document.querySelector(".search");
  const input = box.querySelector("input");
  const list = box.querySelector("ol");
  const up = document.body.dataset.up;
  box.hidden = false;

  function find(question) {
    const words = question.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const rows = [];
    for (const page of window.PAGES) {
      const title = page.t.toLowerCase();
      const text = page.x.toLowerCase();
      if (!words.every((word) => title.includes(word) || text.includes(word))) continue;
      const score = words.reduce((sum, word) => sum + (title.includes(word) ? 10 : 1), title === question ? 50 : 0);
      rows.push({ page, score, at: text.indexOf(words[0]) });
    }
    return rows.sort((one, two) => two.score - one.score).slice(0, 20);
  }

  input.addEventListener("input", () => {
    list.replaceChildren(...find(input.value).map(({ page, at }) => {
      const item = document.createElement("li");
      const link = item.appendChild(document.createElement("a"));
      link.href = up + page.u;
      link.textContent = page.t;
      const about = link.appendChild(document.createElement("small"));
      about.textContent = page.x.slice(Math.max(0, at - 30), Math.max(0, at) + 90);
      return item;
    }));
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && list.querySelector("a")) list.querySelector("a").click();
    if (event.key === "Escape") { input.value = ""; list.replaceChildren(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== input) { event.preventDefault(); input.focus(); }
  });
})();
