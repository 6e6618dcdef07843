// Lets readers sort tables that ask for it: each head becomes a button. Figures are sorted by their value, days by their date, words as
// the page's language does; empty cells stay last, rows that sum up others (no value in their head) where they are.

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

/** What a cell is sorted by: a number, a day as text, or its words. */
function worth(cell) {
  const only = cell.querySelector(":scope > :only-child");
  if (only?.matches("data")) return Number(only.value);
  return only?.dateTime ?? cell.textContent.trim();
}

function order(one, other, down) {
  if (one === "" || other === "") return (one === "") - (other === "");
  const found = typeof one === "number" && typeof other === "number" ? one - other : collator.compare(one, other);
  return down ? -found : found;
}

function sort(table, head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => [worth(row.cells[head.cellIndex]), row]);
  rows.sort(([one], [other]) => order(one, other, down));
  body.append(...rows.map(([, row]) => row));
}

for (const table of document.querySelectorAll("table[data-sort]")) {
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(table, head));
  }
}
