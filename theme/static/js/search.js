// The search page: asks the index and draws what it finds. Words for readers come from the form's data-* attributes; where
// everything lies and how words are made alike, from the index (plugins/sajaro/outputs/search). Without this file the page
// is the way to the archives.

const form = document.getElementById("asking");
const field = document.getElementById("query");
const newest = document.getElementById("newest");
const list = document.getElementById("results");
const found = document.getElementById("found");
const more = document.getElementById("more");
const filters = document.getElementById("filters");
const archives = document.getElementById("archives");
const { index, ...words } = form.dataset;
const place = new URL(index, location.href);
const STEP = 10;
const PAUSE = 250; // ms after the last keystroke
const EXCERPT = 24; // words
const BEFORE = 4; // words before the first that was asked for
const FOREIGN = 0.5; // what a match counts in a document that is not in the reader's language
const RANKING = { termSimilarity: 4 }; // the word itself before words that only begin so

let engine; // a promise of what load() gives
let results = []; // ids
let shown = 0;
let asked = 0; // answers that come after a newer question are dropped

const number = (value) => new Intl.NumberFormat(document.documentElement.lang).format(value);
const json = async (address, options) => (await fetch(address, options)).json();

/** The shards are asked as one; `documents` knows the section, the day and the weight of each id. */
async function load() {
  const contents = await json(place, { cache: "no-cache" });
  const pagefind = await import(new URL("pagefind.js", new URL(contents.engine, place)));
  await pagefind.init();
  const documents = new Map();
  await Promise.all(
    contents.shards.map(async (shard) => {
      const [known] = await Promise.all([
        json(new URL(`${shard}/documents.json`, place), { cache: "no-cache" }),
        pagefind.mergeIndex(new URL(`${shard}/`, place).href, { ranking: RANKING }),
      ]);
      const foreign = new Set(known.foreign);
      for (const [section, days] of Object.entries(known.documents)) {
        for (const [id, day] of Object.entries(days)) {
          documents.set(`${shard}_${id}`, { section, day, year: day.slice(0, 4), weight: foreign.has(id) ? FOREIGN : 1 });
        }
      }
    }),
  );
  return { ...contents, pagefind, documents, stems: stemmer(contents.words) };
}

// Words.

/** A function that gives the stems of a text, as the index has them: each word by the rules of its script. */
function stemmer(rules) {
  const scripts = Object.entries(rules).map(([script, rule]) => [
    script === "other" ? /^/ : new RegExp(`\\p{Script=${script}}`, "u"),
    ruled(rule),
  ]);
  const rule = (word) => scripts.find(([script]) => script.test(/\p{L}/u.exec(word)?.[0] ?? ""))[1];
  const done = new Map();
  const stems = (word) => {
    if (!done.has(word)) done.set(word, rule(word)(word));
    return done.get(word);
  };
  return (text) => text.replaceAll("№", " ").normalize("NFKC").split(/\s+/).filter(Boolean).flatMap(stems);
}

/** The same by one language's rules; what they mean is told in plugins/sajaro/languages/search.py. */
function ruled({ folds, endings, known, minimum }) {
  const changed = new Map(known);
  const never = "(?!)";
  const parts = `(?:(${[...changed.keys()].join("|") || never})|(.{${minimum},}?))(?:${endings || never})?`;
  const shape = new RegExp(`^${parts}$`, "u");
  const stem = (word) => {
    const match = shape.exec(word);
    return match ? changed.get(match[1]) ?? match[2] : word;
  };
  return (text) => {
    text = text.replace(/[\u00ad\u055a-\u055f\u200b-\u200d\ufeff]/g, "").toLowerCase();
    for (const [from, to] of folds) text = text.replaceAll(from, to);
    text = text.normalize("NFD").replace(/([a-z])[\u0300-\u036f]+/g, "$1").normalize("NFC");
    return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
  };
}

/** The stems of a question; single letters only where there is nothing else. */
function wanted(query, stems) {
  const all = [...new Set(stems(query))];
  const telling = all.filter((stem) => stem.length > 1 || /\p{N}/u.test(stem));
  return telling.length ? telling : all;
}

// Asking.

/** Ids of the documents that have every word, with their scores. Each word is asked for alone: a shard that lacks one of
 * several words would answer for the others only. */
async function matches({ pagefind, documents }, asking) {
  const answers = await Promise.all(asking.map((stem) => pagefind.search(stem)));
  const [first, ...rest] = answers.map((answer) => new Map(answer.results.map(({ id, score }) => [id, score])));
  const scores = new Map();
  for (const [id, score] of first ?? []) {
    if (documents.has(id) && rest.every((other) => other.has(id))) {
      scores.set(id, documents.get(id).weight * rest.reduce((sum, other) => sum + other.get(id), score));
    }
  }
  return scores;
}

const groups = () => [...filters.querySelectorAll("[data-filter]")];
const chosen = (group) => group.querySelector("input:checked")?.value ?? "";

/** Whether a document passes the filters, all or all but one. */
const passes = (document_, but) =>
  groups().every((group) => group === but || !chosen(group) || document_[group.dataset.filter] === chosen(group));

function ordered(scores, documents) {
  const day = (id) => documents.get(id).day;
  const later = (one, other) => (day(one) < day(other)) - (day(one) > day(other));
  const better = (one, other) => scores.get(other) - scores.get(one);
  const [first, second] = newest.checked ? [later, better] : [better, later];
  return [...scores.keys()].sort((one, other) => first(one, other) || second(one, other));
}

async function search() {
  const ticket = ++asked;
  const query = field.value.trim();
  list.ariaBusy = true;
  try {
    const loaded = await (engine ??= start());
    const asking = wanted(query, loaded.stems);
    const scores = await matches(loaded, asking);
    if (ticket !== asked) return;
    remember(query);
    const { documents } = loaded;
    count(asking.length ? [...scores.keys()].map((id) => documents.get(id)) : [...documents.values()]);
    results = ordered(scores, documents).filter((id) => passes(documents.get(id)));
    shown = 0;
    await draw(ticket, loaded, asking);
    if (ticket !== asked) return;
    found.textContent = !query ? "" : results.length ? words.found.replace("{count}", number(results.length)) : words.none;
  } catch (problem) {
    console.error(problem);
    found.textContent = words.failed;
  }
  archives?.toggleAttribute("hidden", found.textContent !== words.failed && results.length > 0);
  list.ariaBusy = false;
}

/** The part of an address that says what is being looked for. */
function remember(query) {
  const asking = new URLSearchParams();
  if (query) asking.set("q", query);
  for (const group of groups()) if (chosen(group)) asking.set(group.dataset.filter, chosen(group));
  if (newest.checked) asking.set("newest", "");
  history.replaceState(null, "", asking.size ? `?${asking}` : location.pathname);
}

// Drawing.

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** Draws each filter's values once, in an order that stays; later their counts change. */
function drawFilters({ documents, sections }) {
  const asking = new URLSearchParams(location.search);
  const all = [...documents.values()];
  const names = {
    section: Object.entries(sections).filter(([section]) => all.some((each) => each.section === section)),
    year: [...new Set(all.map((each) => each.year))].filter(Boolean).sort().reverse().map((year) => [year, year]),
  };
  for (const group of groups()) {
    const values = names[group.dataset.filter];
    const current = asking.get(group.dataset.filter) ?? "";
    for (const [value, text] of [["", words.any], ...values]) {
      const input = { type: "radio", name: group.dataset.filter, value, checked: value === current };
      group.append(element("label", {}, element("input", input), element("span", { textContent: text }), element("span", { className: "figure" })));
    }
    group.querySelector("input:checked") ?? (group.querySelector("input").checked = true);
    group.hidden = values.length < 2;
  }
  filters.hidden = false;
}

/** How many of the documents found each value of a filter leaves, with the other filters as they are; values that leave
 * none stand aside, unless they are chosen. */
function count(documents) {
  for (const group of groups()) {
    const left = documents.filter((each) => passes(each, group));
    for (const input of group.querySelectorAll("input")) {
      const of = input.value ? left.filter((each) => each[group.dataset.filter] === input.value) : left;
      input.parentElement.lastElementChild.textContent = number(of.length);
      input.parentElement.hidden = input.value && !of.length && !input.checked;
    }
  }
}

/** The stretch of a text with the most of the words asked for, these marked; its beginning where there is none. */
function excerpt(text, asking, stems) {
  const all = text.split(/\s+/);
  const hits = all.map((word) => stems(word).some((stem) => asking.some((each) => stem.startsWith(each))));
  let start = 0;
  let most = 0;
  hits.forEach((hit, at) => {
    const many = hit ? hits.slice(at, at + EXCERPT - BEFORE).filter(Boolean).length : 0;
    if (many > most) [start, most] = [at - BEFORE, many];
  });
  start = Math.max(0, start);
  const line = element("p", { className: "card-summary" }, start ? "… " : "");
  all.slice(start, start + EXCERPT).forEach((word, at) => {
    line.append(hits[start + at] ? element("mark", { textContent: word }) : word, " ");
  });
  if (start + EXCERPT < all.length) line.append("…");
  return line;
}

function entry(document_, { base, sections, stems }, asking) {
  const { lang, language, date, kind, section, title, text } = document_;
  const meta = element("p", { className: "card-meta" });
  for (const [className, textContent] of [["when", date], ["kind", kind || sections[section]]]) {
    if (textContent) meta.append(element("span", { className, textContent }), " ");
  }
  if (kind) meta.append(element("span", { className: "section", textContent: sections[section] }));
  const link = element("a", { href: new URL(document_.place, new URL(base, place)).href, textContent: title });
  const heading = element("p", { className: "card-title" }, link);
  const summary = excerpt(text, asking, stems);
  if (lang) {
    Object.assign(link, { lang, hreflang: lang });
    heading.append(" ", element("span", { className: "tongue", textContent: language, lang }));
    summary.lang = lang;
  }
  return element("li", { className: "card" }, meta, element("div", { className: "card-body" }, heading, summary));
}

async function draw(ticket, loaded, asking) {
  const from = shown;
  const ids = results.slice(from, (shown += STEP));
  const documents = await Promise.all(
    ids.map((id) => {
      const [shard, name] = id.split("_");
      return json(new URL(`${shard}/texts/${name}.json`, place));
    }),
  );
  if (ticket !== asked) return null;
  if (!from) list.replaceChildren();
  const entries = documents.map((each) => entry(each, loaded, asking));
  list.append(...entries);
  more.hidden = shown >= results.length;
  return entries[0];
}

async function start() {
  try {
    const loaded = await load();
    drawFilters(loaded);
    return loaded;
  } catch (problem) {
    engine = undefined; // so that the next question tries again
    throw problem;
  }
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
more.addEventListener("click", async () => {
  const loaded = await engine;
  const first = await draw(asked, loaded, wanted(field.value, loaded.stems));
  first?.querySelector("a").focus();
});

const asking = new URLSearchParams(location.search);
field.value = asking.get("q") ?? "";
newest.checked = asking.has("newest");
if (field.value) search();
else field.addEventListener("focus", () => search(), { once: true });
