"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const card = document.getElementById("card");
  const form = document.querySelector(".filters");
  let held = null; // the mark whose card stays open until it is closed

  function light(report, number, on) {
    for (const mark of all("[data-claims]", report))
      if (mark.dataset.claims.split(" ").includes(number)) mark.classList.toggle("on", on);
    document.getElementById(`${report.id}-row-${number}`)?.classList.toggle("on", on);
  }
  function clear() {
    for (const lit of all(".on:not(span.on > *)")) if (lit.matches("[data-claims], tr")) lit.classList.remove("on");
    card.hidden = true;
    held = null;
  }
  function place(mark) {
    const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const width = card.offsetWidth, height = card.offsetHeight, edge = 8;
    const left = Math.min(Math.max(edge, box.left), document.documentElement.clientWidth - width - edge);
    const below = box.bottom + edge + height <= window.innerHeight || box.top < height + edge;
    card.style.left = `${left + window.scrollX}px`;
    card.style.top = `${(below ? box.bottom + edge : box.top - height - edge) + window.scrollY}px`;
  }
  function open(mark) {
    clear();
    const report = mark.closest(".report"), number = mark.dataset.claim;
    const content = document.getElementById(`${report.id}-card-${number}`);
    if (!content) return;
    card.replaceChildren(content.content.cloneNode(true));
    card.hidden = false;
    light(report, number, true);
    place(mark);
  }
  for (const mark of all("a.figure[data-claim], .content[data-claim]")) {
    mark.addEventListener("mouseenter", () => held || open(mark));
    mark.addEventListener("mouseleave", () => held || clear());
    mark.addEventListener("focus", () => { if (!held && mark.matches(":focus-visible")) open(mark); });
    mark.addEventListener("blur", () => held || clear());
    mark.addEventListener("click", (event) => {
      event.preventDefault();
      if (held === mark) return clear();
      open(mark);
      held = mark;
    });
    mark.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); mark.click(); }
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const back = held;
    clear();
    back?.focus();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#card, a.figure, .content[data-claim]")) clear();
  });
  for (const row of all("tbody tr")) {
    row.addEventListener("mouseenter", () => held || light(row.closest(".report"), row.dataset.claim, true));
    row.addEventListener("mouseleave", () => held || light(row.closest(".report"), row.dataset.claim, false));
  }

  const key = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
  function sort(head) {
    const table = head.closest("table"), column = head.cellIndex;
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of all("th", table)) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = all("tbody tr", table).sort((one, two) => {
      const a = key(one, column), b = key(two, column);
      if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1; // what is not said comes last
      const order = isNaN(a) || isNaN(b) ? a.localeCompare(b, undefined, { numeric: true }) : a - b;
      return down ? -order : order;
    });
    table.tBodies[0].append(...rows);
  }
  for (const head of all("th[data-key]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sort(head));
    head.replaceChildren(button);
  }

  let source = "";
  function filter() {
    const words = form.words.value.toLowerCase().split(/\s+/).filter(Boolean), kind = form.kind.value;
    let shown = 0, total = 0;
    for (const report of all(".report")) {
      const title = report.querySelector("h2").textContent.toLowerCase();
      let here = 0;
      for (const row of all("tbody tr", report)) {
        const text = row.textContent.toLowerCase();
        const fits = (!kind || row.dataset.kind === kind || (kind === "fails" && row.dataset.worst === "fails")
            || (kind === "found" && row.dataset.worst)) && (!source || row.dataset.source === source)
          && words.every((word) => text.includes(word) || title.includes(word));
        row.hidden = !fits;
        total += 1;
        here += fits;
      }
      shown += here;
      report.hidden = (words.length || kind || source) && !here;
    }
    form.shown.value = shown === total ? `${total} claims` : `${shown} of ${total} claims`;
  }
  for (const chip of all("button.source"))
    chip.addEventListener("click", () => {
      source = source === chip.dataset.source ? "" : chip.dataset.source;
      for (const other of all("button.source"))
        other.setAttribute("aria-pressed", String(other.dataset.source === source));
      filter();
    });
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
});
