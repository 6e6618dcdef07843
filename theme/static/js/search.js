// The search page: asks Pagefind's index and draws what it finds. All words come from the form's data-* attributes,
// all addresses too. Without this file the page is the way to the archives.

const form = document.getElementById("asking");
const field = document.getElementById("query");
const list = document.getElementById("results");
const found = document.getElementById("found");
const more = document.getElementById("more");
const filters = document.getElementById("filters");
const archives = document.getElementById("archives");
const { bundle, base, normaliser, ...words } = form.dataset;
const STEP = 10;
const PAUSE = 250; // ms after the last keystroke

let engine; // a promise of { pagefind, normalise }
let results = [];
let shown = 0;
let asked = 0; // answers that come after a newer question are dropped

async function load() {
  const pagefind = await import(new URL(`${bundle}pagefind.js`, location.href));
  await pagefind.options({ baseUrl: base, excerptLength: 28 });
  await pagefind.init();
  const normalise = normaliser ? (await import(new URL(normaliser, location.href))).default : (query) => query;
  return { pagefind, normalise };
}

const fields = () => [...filters.querySelectorAll("fieldset")];
const chosen = (group) => group.querySelector("input:checked")?.value ?? "";

/** The part of an address that says what is being looked for. */
function remember(query) {
  const asking = new URLSearchParams();
  if (query) asking.set("q", query);
  for (const group of fields()) if (chosen(group)) asking.set(group.dataset.filter, chosen(group));
  history.replaceState(null, "", asking.size ? `?${asking}` : location.pathname);
}

function choice(group, value, text, checked) {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "radio", name: group.dataset.filter, value, checked });
  const count = Object.assign(document.createElement("span"), { className: "figure" });
  label.append(input, document.createElement("span"), count);
  label.children[1].textContent = text;
  group.append(label);
}

/** Draws each filter's values once; later only their counts change, so that nothing moves. */
function drawFilters(values) {
  const asking = new URLSearchParams(location.search);
  for (const group of fields()) {
    const names = Object.keys(values[group.dataset.filter] ?? {});
    if (group.dataset.filter === "year") names.sort().reverse();
    const current = asking.get(group.dataset.filter) ?? "";
    choice(group, "", words.any, !names.includes(current));
    for (const name of names) choice(group, name, name, name === current);
    group.hidden = names.length < 2;
  }
  filters.hidden = fields().every((group) => group.hidden);
}

function count(values) {
  for (const group of fields()) {
    for (const input of group.querySelectorAll("input[value]:not([value=''])")) {
      input.parentElement.lastElementChild.textContent = values[group.dataset.filter]?.[input.value] ?? 0;
    }
  }
}

/** An excerpt as text and marks only, whatever mark-up it holds. */
function excerpt(markup) {
  const line = Object.assign(document.createElement("p"), { className: "small" });
  for (const node of new DOMParser().parseFromString(markup, "text/html").body.childNodes) {
    const part = node.nodeName === "MARK" ? document.createElement("mark") : document.createElement("span");
    part.textContent = node.textContent;
    line.append(part.nodeName === "MARK" ? part : part.textContent);
  }
  return line;
}

function entry(document_) {
  const item = Object.assign(document.createElement("li"), { className: "card" });
  const meta = Object.assign(document.createElement("p"), { className: "card-meta" });
  for (const text of [document_.meta.date, document_.meta.kind]) {
    if (text) meta.append(Object.assign(document.createElement("span"), { textContent: text }));
  }
  const title = Object.assign(document.createElement("p"), { className: "card-title" });
  title.append(Object.assign(document.createElement("a"), { href: document_.url, textContent: document_.meta.title }));
  item.append(meta, title, excerpt(document_.excerpt));
  return item;
}

async function draw(ticket) {
  const documents = await Promise.all(results.slice(shown, shown + STEP).map((result) => result.data()));
  if (ticket !== asked) return;
  if (!shown) list.replaceChildren();
  const first = documents.length ? entry(documents[0]) : null;
  list.append(...(first ? [first, ...documents.slice(1).map(entry)] : []));
  shown += documents.length;
  more.hidden = shown >= results.length;
  return first;
}

async function search() {
  const ticket = ++asked;
  const query = field.value.trim();
  remember(query);
  if (!query) {
    results = [];
    list.replaceChildren();
    found.textContent = "";
    more.hidden = true;
    archives?.removeAttribute("hidden");
    return;
  }
  try {
    const { pagefind, normalise } = await (engine ??= start());
    const wanted = Object.fromEntries(fields().map((group) => [group.dataset.filter, chosen(group)]).filter(([, value]) => value));
    const answer = await pagefind.search(normalise(query), { filters: wanted });
    if (ticket !== asked) return;
    results = answer.results;
    shown = 0;
    count(answer.filters);
    await draw(ticket);
    if (ticket !== asked) return;
    archives?.toggleAttribute("hidden", results.length > 0);
    found.textContent = results.length
      ? words.found.replace("{count}", new Intl.NumberFormat(document.documentElement.lang).format(results.length))
      : words.none;
  } catch (problem) {
    console.error(problem);
    found.textContent = words.failed;
  }
}

async function start() {
  const loaded = await load();
  drawFilters(await loaded.pagefind.filters());
  return loaded;
}

let waiting;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  search();
});
filters.addEventListener("change", search);
more.addEventListener("click", async () => (await draw(asked))?.querySelector("a").focus());

field.value = new URLSearchParams(location.search).get("q") ?? "";
if (field.value) search();
else field.addEventListener("focus", () => (engine ??= start()).catch(() => {}), { once: true });
