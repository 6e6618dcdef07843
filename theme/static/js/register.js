// The form that narrows a long table, the register or the log of requests: reads the index when somebody first asks, and shows the rows
// that fit. Words for readers come from the form and the templates of the page; what the index is made of, from outputs/public_register/index
// and outputs/requests/index. Without this file the lists by year, unit and so on hold every row.

const form = document.getElementById("narrow");
const field = document.getElementById("words");
const said = document.getElementById("narrowed");
const all = document.getElementById("entries");
const matches = document.getElementById("matches");
const more = document.getElementById("more");
const row = document.getElementById("match").content.querySelector("tr");
const unnumbered = document.getElementById("unnumbered")?.content;
const { index, rows: kind, ...words } = form.dataset;
const place = new URL(index, location.href);
const lang = document.documentElement.lang;
const STEP = 50;
const PAUSE = 200; // ms after the last keystroke
const DAY = 86_400_000; // ms

let loading; // a promise of what load() gives
let results = [];
let shown = 0;
let asked = 0; // answers that come after a newer question are dropped

const number = (value) => new Intl.NumberFormat(lang).format(value);
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
  return { ...contents, entries: parts.flatMap((part) => rows.read(part, contents).reverse()) };
}

const spoken = (foreign) => new Map(Object.entries(foreign).flatMap(([tag, places]) => places.map((at) => [at, tag])));

/** The entries of a part, whose columns count from the entry before. */
function entries(part, { access }) {
  const foreign = spoken(part.foreign);
  const codes = Object.keys(access);
  let day = 0;
  let given = 0;
  return part.title.map((title, at) => {
    const folder = part.folders[part.folder[at]];
    const [from, to] = [part.from[at], part.to[at]].map((body) => part.bodies[body] ?? "");
    day += part.entered[at] ?? 0;
    if (part.number[at] !== null) given += part.number[at];
    const numbered = part.number[at] === null ? 0 : given;
    const known = part.entered[at] !== null;
    return {
      title,
      from,
      to,
      number: numbered,
      lang: foreign.get(at),
      id: `${folder}/${part.stem[at]}`,
      section: folder.split("/")[0],
      kind: part.kind[at],
      unit: part.units[part.unit[at]] ?? "",
      access: codes[part.access[at]],
      days: part.days[at],
      entered: known ? new Date(day * DAY) : null,
      day: known ? new Date((day - part.days[at]) * DAY) : null,
      text: plain(`${numbered || ""} ${title} ${from} ${to}`),
    };
  });
}

/** The requests of a part: days count from the request before, or from the receipt. */
function requests(part) {
  const foreign = spoken(part.foreign);
  let day = 0;
  return part.title.map((title, at) => {
    const folder = part.folders[part.folder[at]];
    day += part.received[at];
    const after = (days) => (days < 0 ? null : new Date((day + days) * DAY));
    return {
      title,
      ref: part.ref[at],
      lang: foreign.get(at),
      id: `${folder}/${part.stem[at]}`,
      received: new Date(day * DAY),
      answered: after(part.answered[at]),
      due: after(part.due[at]),
      unit: part.units[part.unit[at]] ?? "",
      state: part.states[part.state[at]],
      requester: part.requesters[part.requester[at]] ?? "",
      remark: part.remarks[part.remark[at]] ?? "",
      ground: part.grounds[part.ground[at]] ?? "",
      late: part.late[at] === 1,
      text: plain(`${part.ref[at]} ${title}`),
    };
  });
}

/** What is asked for: words, and a value for each filter. */
function question() {
  const asking = new FormData(form);
  const values = Object.fromEntries([...asking].filter(([, value]) => value.trim()));
  return { ...values, parts: plain(values.q ?? "").split(/[^\p{L}\p{N}]+/u).filter(Boolean) };
}

/** Whether all words are there; a number may be that of an entry. */
const holds = ({ parts }, entry) => parts.every((part) => entry.text.includes(part) || entry.number === Number(part));

const entryFits = (asking, { term }) => (entry) =>
  (!asking.years || entry.entered?.getUTCFullYear() === Number(asking.years)) &&
  (!asking.units || entry.unit === asking.units) &&
  (!asking.sections || entry.section === asking.sections) &&
  (!asking.access || entry.access === asking.access) &&
  (!asking.late || entry.days > term) &&
  holds(asking, entry);

const requestFits = (asking) => (request) =>
  (!asking.years || request.received.getUTCFullYear() === Number(asking.years)) &&
  (!asking.units || request.unit === asking.units) &&
  (!asking.outcomes || (request.state === "overdue" ? "pending" : request.state) === asking.outcomes) &&
  (!asking.requesters || request.requester === asking.requesters) &&
  (!asking.late || request.late) &&
  holds(asking, request);

async function narrow() {
  const ticket = ++asked;
  const { parts, ...asking } = question();
  const address = new URLSearchParams(asking);
  history.replaceState(null, "", address.size ? `?${address}` : location.pathname);
  if (!address.size) return rest();
  matches.ariaBusy = true;
  try {
    const loaded = await (loading ??= load());
    if (ticket !== asked) return;
    results = loaded.entries.filter(rows.fits({ ...asking, parts }, loaded));
    shown = 0;
    matches.replaceChildren(table());
    draw(loaded);
    said.textContent = results.length ? words.found.replace("{count}", number(results.length)) : words.none;
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

/** A table like that of the page, without its entries. */
function table() {
  const made = all.querySelector(".ledger").cloneNode(true);
  made.querySelector("tbody").replaceChildren();
  if (rows.short) made.querySelector("thead tr").lastElementChild.remove();
  return made;
}

function dated(cell, date) {
  const time = cell.querySelector("time");
  if (!date) return time.remove();
  time.dateTime = date.toISOString().slice(0, 10);
  time.textContent = time.dateTime.split("-").reverse().join(".");
}

/** The link of a row, in the language that it leads to. */
function linked(head, entry, { base, languages }) {
  const link = head.querySelector("a");
  const tongue = head.querySelector(".tongue");
  link.textContent = entry.title;
  link.href = new URL(`${entry.lang ?? lang}/${entry.id}/`, new URL(base, place));
  if (entry.lang) {
    link.lang = link.hreflang = tongue.lang = entry.lang;
    tongue.textContent = languages[entry.lang];
  } else tongue.remove();
}

function tell(head, ...parts) {
  for (const part of parts) {
    if (part) head.querySelector(".ledger-meta").append(Object.assign(document.createElement("span"), { textContent: part }), " ");
  }
}

function drawnEntry(entry, contents) {
  const { units, sections, access, kinds, term } = contents;
  const made = row.cloneNode(true);
  const [numbered, day, head, open, entered] = made.children;
  numbered.append(entry.number ? number(entry.number) : unnumbered.cloneNode(true));
  dated(day, entry.day);
  dated(entered, entry.entered);
  linked(head, entry, contents);
  const own = entry.section === "register" ? "" : sections[entry.section];
  tell(head, kinds[entry.kind], own, units[entry.unit]);
  for (const party of head.querySelectorAll(".ledger-party")) {
    const name = entry[party.dataset.side];
    if (name) party.lastElementChild.textContent = name;
    else party.remove();
  }
  const [word, tone] = access[entry.access];
  open.firstElementChild.textContent = word;
  open.firstElementChild.classList.add(tone);
  if (term === null || entry.days <= term) entered.querySelector(".ledger-late").remove();
  if (entry.days) entered.querySelector(".ledger-days").lastElementChild.textContent = number(entry.days);
  else entered.querySelector(".ledger-days").remove();
  return made;
}

function drawnRequest(request, contents) {
  const made = row.cloneNode(true);
  const [ref, received, head, outcome, answer] = made.children;
  ref.textContent = request.ref;
  dated(received, request.received);
  linked(head, request, contents);
  tell(head, contents.requesters[request.requester], contents.units[request.unit]);
  const [word, tone] = contents.states[request.state];
  outcome.firstElementChild.textContent = word;
  outcome.firstElementChild.classList.add(tone);
  const ground = outcome.querySelector(".ledger-ground");
  ground.textContent = request.ground;
  if (!request.ground) ground.remove();
  else if (request.lang) ground.lang = request.lang;
  dated(answer, request.answered ?? request.due);
  if (!request.due) answer.querySelector(".gloss").remove();
  const remark = answer.querySelector(".ledger-late");
  remark.firstElementChild.textContent = request.remark;
  if (request.late) remark.firstElementChild.classList.add("state", "severe");
  if (!request.remark) remark.remove();
  return made;
}

const rows =
  kind === "requests"
    ? { read: requests, fits: requestFits, drawn: drawnRequest }
    : { read: entries, fits: entryFits, drawn: drawnEntry, short: true };

function draw(loaded) {
  const made = results.slice(shown, (shown += STEP)).map((entry) => rows.drawn(entry, loaded));
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
