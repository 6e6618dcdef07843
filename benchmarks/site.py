"""The generated documents as a site of Sajaro, with the full theme or with the plain one that its peers have.

The plain theme is a site's own `theme/`, which stands before the engine's. With it go only the outputs that the peers have,
too, and those that no site can be without.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.generate import Document
from benchmarks.words import TERRITORIES, TONGUES, TOPICS, UNITS, Tongue

THEMES = Path(__file__).resolve().parent / "themes"
NOW = "2026-11-22"
NEEDED = ("home", "lists", "pages", "files", "pictures", "assets")
PLAIN = (*NEEDED, "feeds", "sitemap")
FULL = (*PLAIN, "redirects", "calendars", "acts", "public_register", "requests", "search", "robots", "icons")

_CONF = """\
from sajaro.site import Institution, Site

SITE = Site(
    institution=Institution(name={name!r}, email="town@town.example", phone="+995 000 00 00 01"),
    languages={languages!r},
    timezone="Asia/Tbilisi",
    menu=("press-releases", "announcements", "events", "acts", "register", "requests"),
    now={now!r},
)
SITEURL = "https://town.example"
PLUGINS = ["sajaro", *("sajaro.outputs." + name for name in {outputs!r})]
"""


def write(root: Path, documents: Iterable[Document], langs: tuple[str, ...], *, plain: bool = False) -> Path:
    """A site at `root` with these documents and what they refer to."""
    settings(root, langs, PLAIN if plain else FULL)
    if plain:
        shutil.copytree(THEMES / "sajaro", root / "theme")
    content = root / "content"
    for id, fields, body in standing(langs):
        for lang in langs:
            facts = fields.pop("facts", {}) if lang == langs[0] else {}
            put(content / f"{id}.{lang}.md", facts | {key: texts[lang] for key, texts in fields.items()}, body[lang])
    for each in documents:
        for lang in langs:
            text = each.texts[lang]
            said = {"title": text.title, "summary": text.summary}
            put(content / f"{each.id}.{lang}.md", said | (facts_of(each) if lang == langs[0] else {}), text.body)
    return root


def settings(root: Path, langs: tuple[str, ...], outputs: Iterable[str]) -> None:
    names = {lang: TONGUES[lang].town for lang in langs}
    (root / "content").mkdir(parents=True)
    conf = _CONF.format(name=names, languages=langs, now=NOW, outputs=tuple(outputs))
    (root / "pelicanconf.py").write_text(conf, "utf-8")


def facts_of(document: Document) -> dict[str, Any]:
    """What the original says for all languages, as front matter."""
    facts: dict[str, Any] = {
        "date": document.date.isoformat(),
        "unit": document.unit,
        "topics": list(document.topics),
        "territories": [document.territory],
    }
    if document.section == "events":
        facts |= {"kind": "public-meeting", "start": f"{document.date} 12:00", "end": f"{document.date} 14:00"}
    return facts


def standing(langs: tuple[str, ...]) -> Iterable[tuple[str, dict[str, Any], dict[str, str]]]:
    """Units, topics, territories and pages: id, fields by language (`facts` for all), bodies by language."""
    tongues = {lang: TONGUES[lang] for lang in langs}
    plain = {lang: " ".join(each for each in tongue.sentences if "{" not in each) for lang, tongue in tongues.items()}
    for section, names in (("units", UNITS), ("topics", TOPICS), ("territories", TERRITORIES)):
        for number, name in enumerate(names):
            titles = {lang: titles_of(tongue, section)[number] for lang, tongue in tongues.items()}
            yield f"{section}/{name}", {"title": titles}, plain
    for name, menu in (("index", "none"), ("about", "main"), ("contact", "footer")):
        titles = {lang: f"{tongue.town}: {name}" for lang, tongue in tongues.items()}
        yield f"pages/{name}", {"title": titles} | ({"facts": {"menu": menu}} if menu != "none" else {}), plain


def titles_of(tongue: Tongue, section: str) -> tuple[str, ...]:
    return {"units": tongue.units, "topics": tongue.topics, "territories": tongue.territories}[section]


def put(path: Path, fields: dict[str, Any], body: str) -> None:
    """A file with front matter, its values in YAML's flow style."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(front(fields, body), "utf-8")


def front(fields: dict[str, Any], body: str) -> str:
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    return "\n".join(("---", *lines, "---", "", body, ""))
