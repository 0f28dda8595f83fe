const sheet = read(document.body);
const filters = document.querySelector(".filters");
if (filters) {
  switches(filters, sheet, document.getElementById("shown"));
  document.getElementById("next").addEventListener("click", () => sheet.step(1));
  document.getElementById("previous").addEventListener("click", () => sheet.step(-1));
  document.getElementById("print").addEventListener("click", () => window.print());
}
