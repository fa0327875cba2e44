/**
 * Searching and filtering of the table of changes. Without it the page shows all of them; with it 200 at a time, so
 * that ten thousand rows are laid out only when somebody asks for them.
 */
export const PLAN_SCRIPT = `
(() => {
  "use strict";
  const PAGE = 200;
  const get = (id) => document.getElementById(id);
  const filters = get("filters");
  if (!filters) return;
  const rows = Array.from(document.querySelectorAll("#changes > tbody > tr"));
  const search = get("search");
  const selects = ["sync", "action", "risk", "field"].map(get).filter(Boolean);
  const format = new Intl.NumberFormat("en-US");
  const texts = new Map();
  let room = PAGE;

  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };

  const matches = (row, words) =>
    selects.every(({ id, value }) => value === "" || row.dataset[id].split(" ").includes(value)) &&
    words.every((word) => textOf(row).includes(word));

  const draw = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const found = rows.filter((row) => matches(row, words));
    const kept = new Set(found);
    const shown = new Set(found.slice(0, room));
    for (const row of rows) {
      row.hidden = !kept.has(row);
      row.classList.toggle("later", !shown.has(row));
    }
    const filtered = words.length > 0 || selects.some(({ value }) => value !== "");
    get("count").textContent = filtered
      ? format.format(found.length) + " of " + format.format(rows.length)
      : format.format(rows.length) + (rows.length === 1 ? " change" : " changes");
    get("reset").hidden = !filtered;
    get("none").hidden = found.length > 0;
    get("more").hidden = shown.size === found.length;
    get("more").textContent =
      "Show " + format.format(Math.min(PAGE, found.length - shown.size)) + " more of " +
      format.format(found.length - shown.size);
  };

  const restart = () => {
    room = PAGE;
    draw();
  };

  const reset = () => {
    search.value = "";
    for (const select of selects) select.value = "";
    restart();
    search.focus();
  };

  search.addEventListener("input", restart);
  for (const select of selects) select.addEventListener("change", restart);
  get("reset").addEventListener("click", reset);
  get("more").addEventListener("click", () => {
    room += PAGE;
    draw();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape" && event.target === search) reset();
  });

  filters.hidden = false;
  draw();
})();
`;
