"""A town that edits itself: a site of some sixty documents in three languages, and a seeded series of edits to it.

Every edit leaves a site without errors, so that a build after it has something to show. What an edit does to files is
written here plainly; whether the site is right after it is asked in the tests.
"""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from sajaro.paths import THEME
from tests import sites

LANGUAGES = ("ka", "en", "ru")
ZONE = "+04:00"
WORDS = {
    "ka": "წყალი გზა ხიდი სკოლა ბიუჯეტი კრება სოფელი საკრებულო მერია ბაზრობა ნაპირი წყარო ავტობუსი განათება".split(),
    "en": "water road bridge school budget meeting village council mayor fair bank spring bus light".split(),
    "ru": "вода дорога мост школа бюджет собрание село совет мэр ярмарка берег родник автобус свет".split(),
}
FREE = ("press-releases", "announcements", "events", "speeches", "pages", "faqs", "services")
"""Sections whose documents come, go and move; others refer to the rest."""


@cache
def picture(colour: int, width: int = 600) -> bytes:
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (width, width * 2 // 3), (colour * 7 % 256, colour * 31 % 256, 90)).save(file, "PNG")
    return file.getvalue()


@dataclass
class Doc:
    """A document: facts by name, texts by language (`title`, `summary`, other text fields, `body`); `bundle` where files lie beside it."""

    id: str
    facts: dict[str, Any]
    texts: dict[str, dict[str, Any]]
    bundle: bool = False

    @property
    def section(self) -> str:
        return self.id.split("/")[0]

    def path(self, lang: str) -> str:
        return f"{self.id}/index.{lang}.md" if self.bundle else f"{self.id}.{lang}.md"

    def file(self, lang: str) -> str:
        first = next(iter(sorted(self.texts, key=LANGUAGES.index)))
        texts = dict(self.texts[lang])
        body = texts.pop("body", "")
        fields = {"title": texts.pop("title"), **(self.facts if lang == first else {}), **texts}
        lines = [
            f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value is not None
        ]
        return "\n".join(("---", *lines, "---", "", body, ""))


@dataclass
class Town:
    """The site at `root`; `now` is the moment that its next build shows."""

    root: Path
    seed: int
    documents: dict[str, Doc] = field(default_factory=dict)
    beside: dict[str, bytes] = field(default_factory=dict)
    theme: dict[str, str] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    now: datetime = datetime(2026, 11, 22, 10, 30)
    log: list[str] = field(default_factory=list)
    _written: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self.options = {"languages": LANGUAGES, "now": None, "menu": ("press-releases", "events", "acts", "units")}
        self.number = 0
        for each in _documents(self):
            self.documents[each.id] = each
        self.topics = {
            "roads": ("გზები", "Roads", "Дороги"),
            "water": ("წყალი", "Water", ""),
            "budget": ("ბიუჯეტი", "", ""),
        }
        self.requests = {f"r-{n}": f"2026-0{n}-1{n}" for n in range(1, 5)}
        self.beside |= {
            "emblem.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64"><rect width="64" height="64"/></svg>',
            "press-releases/2026/bridge/bridge.png": picture(1),
            "press-releases/2026/bridge/plan.csv": b"a,b\n1,2\n",
            "media/bridge/one.png": picture(2),
            "disclosures/fuel/fuel.csv": b"car,litres\nA,10\n",
            "pages/view.png": picture(3),
        }
        self.write()

    # Writing.

    def write(self) -> None:
        """Lays the site on the disk; only what has changed is touched."""
        wanted = {f"content/{path}": content for path, content in self.beside.items()}
        wanted |= {f"theme/{path}": content.encode() for path, content in self.theme.items()}
        for each in self.documents.values():
            wanted |= {f"content/{each.path(lang)}": each.file(lang).encode() for lang in each.texts}
        rows = [f"{id},{','.join(titles)}" for id, titles in self.topics.items()]
        wanted["content/topics.csv"] = "\n".join(("id,title.ka,title.en,title.ru", *rows, "")).encode()
        rows = [f"{id},თხოვნა {id},Request {id},{day},{id.upper()},water" for id, day in self.requests.items()]
        wanted["content/requests/2026.csv"] = "\n".join(("id,title.ka,title.en,date,ref,topics", *rows, "")).encode()
        institution = {
            "name": {"ka": "ქალაქი", "en": "Town"},
            "emblem": "emblem.svg",
            "phone": self.options.get("phone", "+995 000 00 00 01"),
        }
        options = {name: value for name, value in self.options.items() if name != "phone"}
        wanted["pelicanconf.py"] = sites.conf(institution=institution, **options).encode()
        for path in set(self._written) - set(wanted):
            (self.root / path).unlink()
        changed = {path: content for path, content in wanted.items() if self._written.get(path) != content}
        sites.write(self.root, changed)
        self._written = wanted

    def copy(self, root: Path) -> Path:
        """The same site elsewhere, without store or output."""
        for name in ("content", "theme"):
            if (self.root / name).exists():
                shutil.copytree(self.root / name, root / name)
        shutil.copy(self.root / "pelicanconf.py", root)
        return root

    @property
    def moment(self) -> str:
        return self.now.isoformat() + ZONE

    # Editing.

    def edit(self) -> str:
        """One edit, chosen by chance; says what it was."""
        while True:
            found = self.random.choice(EDITS)
            done = found(self)
            if done:
                break
        self.log.append(done)
        self.write()
        return done

    def pick(self, *sections: str) -> Doc:
        return self.random.choice(
            [each for each in self.documents.values() if not sections or each.section in sections]
        )

    def words(self, lang: str, count: int) -> str:
        return " ".join(self.random.choice(WORDS[lang]) for _ in range(count)).capitalize()

    def replace(self, old: str, new: str) -> None:
        """Every mention of an id is another's from now on."""
        for each in self.documents.values():
            each.facts = _replaced(each.facts, old, new)
            each.texts = _replaced(each.texts, old, new)

    def forget(self, id: str) -> None:
        """Every mention of an id goes."""
        for each in self.documents.values():
            each.facts = _without(each.facts, id)
            for texts in each.texts.values():
                texts["body"] = texts.get("body", "").replace(f"(/{id})", "(/press-releases/2026/first)")

    def is_referred_to(self, id: str) -> bool:
        return any(id in json.dumps((each.facts, each.texts)) for each in self.documents.values() if each.id != id)


def _replaced(value: Any, old: str, new: str) -> Any:
    return json.loads(json.dumps(value).replace(old + '"', new + '"').replace(f"/{old})", f"/{new})"))


def _without(value: Any, id: str) -> Any:
    if isinstance(value, list):
        return [_without(each, id) for each in value if each != id]
    if isinstance(value, dict):
        return {name: _without(each, id) for name, each in value.items() if each not in (id, [id])}
    return value


# The town as it begins.


def _documents(town: Town) -> list[Doc]:
    made: list[Doc] = []

    def doc(
        id: str, languages: str, bundle: bool = False, texts: dict[str, dict[str, Any]] | None = None, **facts: Any
    ) -> None:
        said = {
            lang: {"title": f"{town.words(lang, 2)} {len(made)}", "body": town.words(lang, 9) + "."}
            for lang in languages.split()
        }
        for lang, more in (texts or {}).items():
            said[lang] |= more
        made.append(Doc(id, facts, said, bundle))

    for name in ("council", "administration", "press-office"):
        doc(f"units/{name}", "ka en", parent=None if name == "council" else "council", phone="+995 000 00 00 10")
    for name in ("ana-mtisdzireli", "giorgi-kheviskareli", "maia-tbiskari"):
        doc(
            f"people/{name}",
            "ka en",
            unit="administration",
            texts={"ka": {"role": "მოადგილე"}, "en": {"role": "Deputy"}},
        )
    for name in ("center", "upper"):
        doc(f"territories/{name}", "ka en ru", parent=None if name == "center" else "center")
    doc("press-releases", "ka en", bundle=True)
    doc("acts", "ka", bundle=True)
    doc("pages", "ka en", bundle=True, texts={"ka": {"body": "კეთილი იყოს.\n\n![ხედი](view.png)"}})
    doc("pages/about", "ka en", menu="footer")
    doc("pages/contact", "ka", menu="footer", order=2)
    doc("press-releases/2026/first", "ka en ru", date="2026-01-05", unit="press-office", topics=["water"])
    doc(
        "press-releases/2026/bridge",
        "ka en",
        bundle=True,
        date="2026-10-05 11:00",
        number="12",
        topics=["roads", "budget"],
        territories=["upper"],
        unit="press-office",
        contact="people/maia-tbiskari",
        image={"file": "bridge.png", "alt": "ხიდი"},
        attachments=[{"file": "plan.csv"}],
        related=["acts/2026/ordinance-2"],
        texts={"ka": {"quotes": [{"text": "კარგი ხიდი", "person": "ana-mtisdzireli"}]}},
    )
    for number in range(1, 13):
        day = date(2026, 11, 20) - timedelta(days=9 * number)
        link = f"[a](/press-releases/2026/first) [b](/events/2026/fair) {town.words('ka', 5)}"
        doc(
            f"press-releases/{day.year}/news-{number}",
            town.random.choice(("ka", "ka en", "en", "ka en ru")),
            date=day.isoformat(),
            topics=town.random.sample(["roads", "water", "budget"], number % 3),
            unit=town.random.choice(("press-office", "council")),
            territories=[town.random.choice(("center", "upper"))] if number % 2 else None,
        )
        next(iter(made[-1].texts.values()))["body"] = link
    doc("press-releases/2026/soon", "ka", date="2026-11-23")
    doc(
        "press-releases/2026/held",
        "ka en",
        date="2026-11-20",
        embargo="2026-11-22 18:00",
        related=["press-releases/2026/first"],
    )
    doc(
        "press-releases/2026/gone",
        "ka",
        date="2026-05-05",
        status="withdrawn",
        withdrawn={"date": "2026-06-06", "reason": "შეცდომა"},
    )
    doc(
        "announcements/2026/street",
        "ka en",
        date="2026-11-16",
        effective_from="2026-11-18",
        effective_to="2026-11-24",
        expires="2026-11-25",
    )
    doc("announcements/2026/old", "ka", date="2026-03-16", expires="2026-04-25")
    doc(
        "events/2026/fair",
        "ka en",
        date="2026-11-01",
        kind="exhibition",
        start="2026-11-22 09:00",
        end="2026-11-22 19:00",
        territory="center",
    )
    doc(
        "events/2026/session",
        "ka",
        date="2026-11-10",
        kind="session",
        start="2026-11-24 12:00",
        participants=["ana-mtisdzireli"],
        topics=["budget"],
    )
    doc(
        "events/2026/past",
        "ka en",
        date="2026-02-10",
        kind="briefing",
        start="2026-02-12 12:00",
        media=["media/bridge"],
    )
    doc("media/bridge", "ka", bundle=True, date="2026-10-06", kind="photo", files=[{"file": "one.png", "alt": "ხიდი"}])
    for number, more in enumerate(
        ({}, {"amends": ["2026/ordinance-1"]}, {"repeals": ["2026/ordinance-1"], "effective_from": "2026-11-23"}), 1
    ):
        doc(
            f"acts/2026/ordinance-{number}",
            "ka en" if number == 2 else "ka",
            date=f"2026-0{number}-15",
            kind="ordinance",
            number=str(number),
            issuer="council",
            topics=["budget"],
            **more,
        )
    doc(
        "acts/2026/ordinance-1/2026-02-20",
        "ka",
        date="2026-02-20",
        consolidates=["acts/2026/ordinance-1"],
        text="consolidated",
    )
    doc("alerts/storm", "ka en", severity="warning", **{"from": "2026-11-21 10:00", "until": "2026-11-23 12:00"})
    doc(
        "alerts/upper",
        "ka",
        severity="information",
        territories=["upper"],
        **{"from": "2026-11-22 12:00", "until": "2026-11-22 21:00"},
    )
    doc("services/certificate", "ka en", unit="administration", basis=["acts/2026/ordinance-2"], order=1)
    doc("faqs/pay", "ka en ru", order=1)
    doc("faqs/bus", "ka", order=2)
    doc("disclosures/fuel", "ka", bundle=True, date="2026-10-20", duty="5.6", period="2026-Q3", files=["fuel.csv"])
    doc("consultations/2026/budget", "ka en", date="2026-11-10", opens="2026-11-10", closes="2026-11-22", how="Write.")
    doc("speeches/2026/opening", "ka", date="2026-10-17", speaker="ana-mtisdzireli", event="events/2026/past")
    doc(
        "projects/school",
        "ka en",
        date="2026-07-24",
        stage="implementation",
        start="2026-08-10",
        end="2027-08-20",
        territory="upper",
    )
    doc("vacancies/2026/clerk", "ka", date="2026-11-09", position="მდივანი", deadline="2026-11-22 18:00")
    doc(
        "plans/work",
        "ka",
        date="2026-01-12",
        kind="work",
        period="2026",
        activities=[{"title": "შეხვედრა", "due": "2026-11-22", "evidence": ["events/2026/past"]}],
    )
    doc(
        "bulletins/2026/october",
        "ka",
        date="2026-11-03",
        series="B",
        issue="10",
        period={"from": "2026-10-01", "to": "2026-11-30"},
        query={"sections": ["press-releases"], "topics": ["roads"]},
    )
    doc("digests/2026/october", "ka", date="2026-11-04", month="2026-10")
    doc("partners/river", "ka en", kind="ngo")
    doc("proposals/2026/bench", "ka", date="2026-08-03", received="2026-07-14", territory="upper")
    return [each for each in made if _tidy(each)]


def _tidy(doc: Doc) -> bool:
    doc.facts = {name: value for name, value in doc.facts.items() if value not in (None, [])}
    return True


# Edits: each changes the town and says what it did, or returns nothing where it could not.

Edit = Callable[[Town], str]


def title(town: Town) -> str:
    each = town.pick()
    lang = town.random.choice(sorted(each.texts))
    town.number += 1
    each.texts[lang]["title"] = f"{town.words(lang, 3)} {town.number}"
    return f"title of {each.id} in {lang}"


def body(town: Town) -> str:
    each = town.pick()
    lang = town.random.choice(sorted(each.texts))
    parts = [
        town.words(lang, 12) + ".",
        f"## {town.words(lang, 2)}",
        f"- {town.words(lang, 3)}\n  - [x](/units/council)",
        "| a | b |\n|---|---|\n| 1 | 2 |",
    ]
    each.texts[lang]["body"] = "\n\n".join(town.random.sample(parts, town.random.randint(1, 4)))
    if each.id == "pages" and lang == "ka":
        each.texts[lang]["body"] += "\n\n![ხედი](view.png)"
    return f"body of {each.id} in {lang}"


def later_paragraph(town: Town) -> str:
    """A change that the summary does not show."""
    each = town.pick()
    lang = town.random.choice(sorted(each.texts))
    each.texts[lang]["body"] = each.texts[lang].get("body", "") + f"\n\n{town.words(lang, 4)}."
    return f"last paragraph of {each.id} in {lang}"


def summary(town: Town) -> str:
    each = town.pick()
    lang = town.random.choice(sorted(each.texts))
    each.texts[lang]["summary"] = None if each.texts[lang].get("summary") else town.words(lang, 6)
    return f"summary of {each.id} in {lang}"


def slug(town: Town) -> str:
    each = town.pick(*FREE)
    if each.bundle or each.id == "press-releases/2026/first":
        return ""
    town.number += 1
    old, new = each.id, each.id.rsplit("/", 1)[0] + f"/moved-{town.number}"
    del town.documents[old]
    if town.random.random() < 0.5:
        each.facts["aliases"] = [*each.facts.get("aliases", ()), f"/{old}/"]
    each.id = new
    town.documents[new] = each
    town.replace(old, new)
    return f"{old} is now {new}"


def translation(town: Town) -> str:
    each = town.pick()
    lang = town.random.choice(LANGUAGES)
    if lang in each.texts:
        if len(each.texts) == 1 or lang == min(each.texts, key=LANGUAGES.index):
            return ""
        del each.texts[lang]
        return f"no {lang} of {each.id} any more"
    if LANGUAGES.index(lang) < LANGUAGES.index(min(each.texts, key=LANGUAGES.index)):
        return ""
    each.texts[lang] = {"title": town.words(lang, 3), "body": town.random.choice(("", town.words(lang, 8)))}
    return f"{lang} of {each.id}"


def topic(town: Town) -> str:
    each = town.pick("press-releases", "events", "acts", "announcements")
    if "date" not in each.facts or each.facts.get("text") == "consolidated":
        return ""
    topics = town.random.sample(sorted(town.topics), town.random.randint(0, 2))
    each.facts |= {"topics": topics}
    _tidy(each)
    return f"topics of {each.id}: {topics}"


def topic_title(town: Town) -> str:
    town.number += 1
    id = town.random.choice(sorted(town.topics))
    town.topics[id] = (f"თემა {town.number}", *town.topics[id][1:])
    return f"title of topic {id}"


def delete(town: Town) -> str:
    each = town.pick(*FREE)
    if each.bundle or each.id == "press-releases/2026/first":
        return ""
    del town.documents[each.id]
    town.forget(each.id)
    return f"{each.id} is gone"


def add(town: Town) -> str:
    town.number += 1
    section = town.random.choice(("press-releases", "announcements", "events", "pages"))
    day = (town.now.date() - timedelta(days=town.random.randint(0, 400))).isoformat()
    facts: dict[str, Any] = {} if section == "pages" else {"date": day}
    if section == "events":
        facts |= {
            "kind": "conference",
            "start": (town.now + timedelta(hours=town.random.randint(-40, 40))).strftime("%Y-%m-%d %H:00"),
        }
    if section == "press-releases":
        facts |= {"topics": ["roads"], "related": [town.pick("press-releases", "acts").id]}
    lang = town.random.choice(LANGUAGES)
    id = f"{section}/added-{town.number}" if section == "pages" else f"{section}/2026/added-{town.number}"
    related = facts.get("related", [""])[0]
    if "/" not in related or _waits(town, related):
        facts.pop("related", None)
    town.documents[id] = Doc(
        id,
        facts,
        {lang: {"title": town.words(lang, 3), "body": f"[x](/press-releases/2026/first) {town.words(lang, 4)}"}},
    )
    return f"{id} is new"


def _waits(town: Town, id: str) -> bool:
    return town.documents[id].facts.get("status") == "draft"


def withdraw(town: Town) -> str:
    each = town.pick("press-releases", "announcements", "events", "acts", "people")
    if "/" not in each.id or each.id == "press-releases/2026/first":
        return ""
    if each.facts.get("status") == "withdrawn":
        each.facts.pop("status")
        each.facts.pop("withdrawn")
        return f"{each.id} is back"
    each.facts |= {"status": "withdrawn", "withdrawn": {"date": "2026-11-01", "reason": "შეცდომა"}}
    return f"{each.id} is withdrawn"


def draft(town: Town) -> str:
    each = town.pick(*FREE)
    if each.facts.get("status") == "draft":
        del each.facts["status"]
        return f"{each.id} is a draft no more"
    if "/" not in each.id or each.bundle or "status" in each.facts or town.is_referred_to(each.id):
        return ""
    each.facts["status"] = "draft"
    return f"{each.id} is a draft"


def expiry(town: Town) -> str:
    each = town.pick()
    if "/" not in each.id:
        return ""
    each.facts["expires"] = (town.now + timedelta(hours=town.random.randint(-30, 30))).strftime("%Y-%m-%d %H:%M")
    return f"{each.id} expires {each.facts['expires']}"


def embargo(town: Town) -> str:
    each = town.pick("press-releases", "events", "announcements")
    if "date" not in each.facts or each.bundle or each.id == "press-releases/2026/first":
        return ""
    each.facts["embargo"] = (town.now + timedelta(hours=town.random.randint(-20, 20))).strftime("%Y-%m-%d %H:00")
    return f"{each.id} is held until {each.facts['embargo']}"


def template(town: Town) -> str:
    name = town.random.choice(
        ("templates/document.html", "components/card/template.html", "templates/tombstone.html", "templates/list.html")
    )
    if name in town.theme and town.random.random() < 0.5:
        del town.theme[name]
        return f"own {name} is gone"
    town.number += 1
    whole = (THEME / name).read_text("utf-8")
    ending = "{% endmacro %}"
    mark = f"<!-- {town.number} -->\n"
    town.theme[name] = whole.replace(ending, mark + ending, 1) if ending in whole else whole + mark
    return f"own {name}"


def setting(town: Town) -> str:
    name, values = town.random.choice(
        (
            ("phone", ("+995 000 00 00 01", "+995 000 00 00 02")),
            ("menu", (("press-releases", "events", "acts", "units"), ("acts", "people"))),
            ("missing", ("show", "hide")),
        )
    )
    town.options[name] = next(each for each in values if each != town.options.get(name, values[0]))
    return f"setting {name}: {town.options[name]}"


def attachment(town: Town) -> str:
    path = town.random.choice(sorted(town.beside))
    town.number += 1
    if path.endswith(".png"):
        town.beside[path] = picture(town.number % 5, town.random.choice((300, 600)))
    elif path.endswith(".csv"):
        town.beside[path] = f"a,b\n{town.number},2\n".encode()
    else:
        town.beside[path] = (
            town.beside[path].replace(b"<rect ", b'<rect rx="%d" ' % town.number, 1)
            if b"rx=" not in town.beside[path]
            else (
                b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64"><circle r="9"/></svg>'
            )
        )
    return f"file {path}"


def clock(town: Town) -> str:
    """Some hours on, often over midnight, and sometimes back."""
    town.now += timedelta(hours=town.random.choice((2, 5, 9, 24, -20)), minutes=town.random.randint(0, 59))
    return f"it is {town.moment}"


def alert(town: Town) -> str:
    each = town.pick("alerts")
    each.facts["until"] = (town.now + timedelta(hours=town.random.randint(-3, 30))).strftime("%Y-%m-%d %H:00")
    each.facts["from"] = (town.now - timedelta(hours=town.random.randint(4, 9))).strftime("%Y-%m-%d %H:00")
    each.facts["territories"] = town.random.choice((["upper"], []))
    _tidy(each)
    return f"{each.id} until {each.facts['until']}"


EDITS: tuple[Edit, ...] = (
    title, title, body, later_paragraph, summary, slug, translation, translation, topic, topic_title, delete, add, add, withdraw, draft,
    expiry, embargo, template, setting, attachment, attachment, clock, clock, alert,
)  # fmt: skip
