// The form that narrows a register: reads the index when somebody first asks, and shows the rows that fit. Words for readers come from the
// form and the templates of the page; how the index is written is told in plugins/sajaro/ledgers/index.py. Without this file the lists by
// year, unit and so on hold every row.

const form = document.getElementById("narrow");
const said = document.getElementById("narrowed");
const all = document.getElementById("entries");
const matches = document.getElementById("matches");
const more = document.getElementById("more");
const row = document.getElementById("match").content.querySelector("tr");
const { index, ...words } = form.dataset;
const place = new URL(index, location.href);
const lang = document.documentElement.lang;
const STEP = 50;
const PAUSE = 200; // ms after the last keystroke
const DAY = 86_400_000; // ms

let loading; // a promise of what load() gives
let results = [];
let shown = 0;
let asked = 0; // answers that come after a newer question are dropped

const figures = (value) => new Intl.NumberFormat(lang).format(value);
const json = async (address) => {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
};

/** Letters as they are compared: small, without marks over Latin ones. */
const plain = (text) =>
  text.normalize("NFKD").replace(/([A-Za-z])[\u0300-\u036f]+/g, "$1").normalize("NFC").toLowerCase().replaceAll("ı", "i");

async function load() {
  const contents = await json(place);
  const parts = await Promise.all(contents.parts.map((name) => json(new URL(`${name}.json`, place))));
  return { ...contents, rows: parts.flatMap((part) => read(part, contents).reverse()) };
}

/** What a column holds, row by row; `days` are those of the first column of days. */
function decoded(encoding, written, codes, days) {
  if (encoding === "code") return written.map((at) => codes[at] ?? "");
  if (encoding === "day") return written.map((since, at) => (since === null ? null : new Date((days[at] + since) * DAY)));
  if (encoding !== "count") return written;
  let last = 0;
  return written.map((step) => (step === null ? null : (last += step)));
}

/** The rows of a part. */
function read(part, { columns, sought }) {
  const foreign = new Map(Object.entries(part.foreign).flatMap(([tag, places]) => places.map((at) => [at, tag])));
  const [first] = Object.keys(columns);
  let day = 0;
  const days = part.columns[first].map((step) => (day += step ?? 0));
  const values = Object.entries(columns).map(([name, encoding]) => [
    name,
    name === first
      ? part.columns[name].map((step, at) => (step === null ? null : new Date(days[at] * DAY)))
      : decoded(encoding, part.columns[name], part.codes[name], days),
  ]);
  return part.title.map((title, at) => {
    const made = { title, lang: foreign.get(at), id: `${part.folders[part.folder[at]]}/${part.stem[at]}` };
    for (const [name, of] of values) made[name] = of[at];
    made.year = String(made[first]?.getUTCFullYear() ?? "");
    made.numbered = String(made.compact || made.number || "");
    made.text = plain([title, ...sought.map((name) => made[name] ?? "")].join(" "));
    return made;
  });
}

// A number as people write it: with a sign or without, with the year after a stroke or without.
const NUMBER = /(№|#|(?<!\p{L})(?:no|nr|n|ბრ|say)[.°º]?)?\s*(?<!\p{N})0*(\p{N}+(?:-\p{N}+)*)(?:\s*\/\s*(\p{N}+))?(?!\p{N})/giu;

/** What is asked for: numbers, words, and a value for each filter. */
function question() {
  const values = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
  const numbers = [];
  const rest = (values.q ?? "").replace(NUMBER, (_, sign, number, after) => {
    numbers.push({ sign, number, after });
    return " ";
  });
  return { ...values, numbers, parts: plain(rest).split(/[^\p{L}\p{N}]+/u).filter(Boolean) };
}

/** Whether a row has a number: «45/2018» is also 45 of 2018, a bare figure may stand in the words or be the year. */
const has = ({ numbered, year, text }, { sign, number, after }) =>
  after
    ? numbered === `${number}/${after}` || (numbered === number && year === after)
    : numbered === number || numbered.startsWith(`${number}/`) || (!sign && (text.includes(number) || year === number));

const fits = ({ q, numbers, parts, years, late, ...values }) => (entry) =>
  (!years || entry.year === years) &&
  (!late || entry.late) &&
  Object.entries(values).every(([name, value]) => entry[name] === value) &&
  numbers.every((number) => has(entry, number)) &&
  parts.every((part) => entry.text.includes(part));

async function narrow() {
  const ticket = ++asked;
  const { numbers, parts, ...asking } = question();
  const address = new URLSearchParams(asking);
  history.replaceState(null, "", address.size ? `?${address}` : location.pathname);
  if (!address.size) return rest();
  matches.ariaBusy = true;
  try {
    const loaded = await (loading ??= load());
    if (ticket !== asked) return;
    results = loaded.rows.filter(fits({ ...asking, numbers, parts }));
    shown = 0;
    matches.replaceChildren(table());
    draw(loaded);
    said.textContent = results.length ? words.found.replace("{count}", figures(results.length)) : words.none;
    all.hidden = true;
    matches.hidden = results.length === 0;
  } catch (problem) {
    console.error(problem);
    loading = undefined; // so that the next question tries again
    rest();
    said.textContent = words.failed;
  }
  matches.ariaBusy = false;
}

/** The page as it came. */
function rest() {
  said.textContent = "";
  all.hidden = false;
  matches.hidden = more.hidden = true;
}

/** A table like that of the page, without its rows, and without columns that the index does not hold. */
function table() {
  const made = all.querySelector(".ledger").cloneNode(true);
  const head = made.querySelector("thead tr");
  made.querySelector("tbody").replaceChildren();
  while (head.children.length > row.children.length) head.lastElementChild.remove();
  return made;
}

function drawn(entry, { base, names, languages }) {
  const made = row.cloneNode(true);
  for (const part of made.querySelectorAll("[data-of]")) {
    const name = part.dataset.of;
    const value = name === "lang" ? languages[entry.lang] : names[name] ? names[name][entry[name]] : entry[name];
    if (value) write(part.querySelector("[data-value]") ?? part, value, names[name] ? undefined : entry.lang);
    else part.remove();
  }
  for (const part of made.querySelectorAll("[data-without]")) if (entry[part.dataset.without]) part.remove();
  const link = made.querySelector("a");
  link.href = new URL(`${entry.lang ?? lang}/${entry.id}/`, new URL(base, place));
  if (entry.lang) link.hreflang = entry.lang;
  return made;
}

/** Puts a value into its element: a day, a number, a word with its tone, a text in its language, or just that it is so. */
function write(element, value, tongue) {
  if (value === 1 && element.dataset.of === "late") return;
  if (value instanceof Date) {
    element.dateTime = value.toISOString().slice(0, 10);
    element.textContent = element.dateTime.split("-").reverse().join(".");
  } else if (Array.isArray(value)) {
    element.textContent = value[0];
    element.classList.add(value[1]);
  } else {
    element.textContent = typeof value === "number" ? figures(value) : value;
    if (tongue) element.lang = tongue;
  }
}

function draw(loaded) {
  const made = results.slice(shown, (shown += STEP)).map((entry) => drawn(entry, loaded));
  matches.querySelector("tbody").append(...made);
  more.hidden = shown >= results.length;
  return made[0];
}

let waiting;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(narrow, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  narrow();
});
form.addEventListener("reset", () => setTimeout(narrow));
more.addEventListener("click", async () => {
  draw(await loading)?.querySelector("a").focus();
});

for (const [name, value] of new URLSearchParams(location.search)) {
  const control = form.elements.namedItem(name);
  if (control?.type === "checkbox") control.checked = true;
  else if (control) control.value = value;
}
form.hidden = false;
if (location.search) narrow();
