// The form that narrows a register of acts: reads the index when somebody first asks, and shows what fits. Words for readers come
// from the form and the templates of the page; what the index is made of, from plugins/sajaro/outputs/acts/index.
// Without this file the lists by year, kind, issuer and state hold every act.

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
  return { ...contents, entries: parts.flatMap(entries) };
}

function entries({ codes, ...part }) {
  return part.title.map((title, at) => ({
    title,
    id: part.id[at],
    lang: part.lang[at] || undefined,
    number: part.number[at],
    compact: part.compact[at] || part.number[at],
    day: dated(part.day[at]),
    entry: dated(part.entry[at]),
    kinds: codes.kinds[part.kinds[at]],
    units: codes.units[part.units[at]],
    states: codes.states[part.states[at]],
    text: plain(title),
  }));
}

const dated = (days) => (days === null ? null : new Date(days * DAY));

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

/** Whether an act has a number: «45/2018» is also 45 of 2018, a bare figure may stand in the title. */
const has = (entry, { sign, number, after }) =>
  after
    ? entry.compact === `${number}/${after}` || (entry.compact === number && entry.day?.getUTCFullYear() === Number(after))
    : entry.compact === number || entry.compact.startsWith(`${number}/`) || (!sign && (entry.text.includes(number) || entry.day?.getUTCFullYear() === Number(number)));

const fits = (asking) => (entry) =>
  (!asking.years || entry.day?.getUTCFullYear() === Number(asking.years)) &&
  ["kinds", "units", "states"].every((name) => !asking[name] || entry[name] === asking[name]) &&
  asking.numbers.every((number) => has(entry, number)) &&
  asking.parts.every((part) => entry.text.includes(part));

async function narrow() {
  const ticket = ++asked;
  const { parts, numbers, ...asking } = question();
  const address = new URLSearchParams(asking);
  history.replaceState(null, "", address.size ? `?${address}` : location.pathname);
  if (!address.size) return rest();
  matches.ariaBusy = true;
  try {
    const loaded = await (loading ??= load());
    if (ticket !== asked) return;
    results = loaded.entries.filter(fits({ ...asking, parts, numbers }));
    shown = 0;
    const made = all.querySelector(".ledger").cloneNode(true);
    made.querySelector("tbody").replaceChildren();
    matches.replaceChildren(made);
    draw(loaded);
    const count = new Intl.NumberFormat(lang).format(results.length);
    said.textContent = results.length ? words.found.replace("{count}", count) : words.none;
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

function drawn(entry, { base, names, languages }) {
  const made = row.cloneNode(true);
  const part = (name) => made.querySelector(`[data-of="${name}"]`);
  const link = part("title");
  link.textContent = entry.title;
  link.href = new URL(`${entry.lang ?? lang}/acts/${entry.id}/`, new URL(base, place));
  if (entry.lang) {
    link.lang = link.hreflang = part("lang").lang = entry.lang;
    part("lang").textContent = languages[entry.lang];
  } else part("lang").remove();
  part("number").textContent = entry.number;
  for (const name of ["kinds", "units"]) part(name).textContent = names[name][entry[name]] ?? "";
  const [word, tone] = names.states[entry.states];
  part("states").textContent = word;
  part("states").classList.add(tone);
  for (const name of ["day", "entry"]) {
    const time = part(name);
    if (!entry[name]) time.remove();
    else {
      time.dateTime = entry[name].toISOString().slice(0, 10);
      time.textContent = time.dateTime.split("-").reverse().join(".");
    }
  }
  return made;
}

function draw(loaded) {
  const rows = results.slice(shown, (shown += STEP)).map((entry) => drawn(entry, loaded));
  matches.querySelector("tbody").append(...rows);
  more.hidden = shown >= results.length;
  return rows[0];
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
  if (control) control.value = value;
}
form.hidden = false;
if (location.search) narrow();
