"""The generated documents as a site of Hugo: the same pages at the same addresses, the same lists and feeds.

What Sajaro has of itself Hugo is told: lists of a section by topic, unit and territory are taxonomies, years are sections
within sections, units and topics have their titles, and Atom and JSON feeds their templates.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from benchmarks.generate import LINK, Document
from benchmarks.site import THEMES, put, standing
from benchmarks.words import TONGUES

NAME = "hugo"
SECTIONS = ("press-releases", "announcements", "events")
FACETS = ("topics", "units", "territories")

_CONF = """\
baseURL = "https://town.example/"
defaultContentLanguage = "{first}"
defaultContentLanguageInSubdir = true
timeZone = "Asia/Tbilisi"

[pagination]
pagerSize = 30
disableAliases = true

[markup.goldmark.renderHooks.link]
useEmbedded = "always"

[mediaTypes."application/atom+xml"]
suffixes = ["atom"]
[mediaTypes."application/feed+json"]
suffixes = ["json"]
[outputFormats.atom]
mediaType = "application/atom+xml"
baseName = "feed"
isPlainText = true
[outputFormats.jsonfeed]
mediaType = "application/feed+json"
baseName = "feed"
isPlainText = true
[outputs]
home = ["html", "atom", "jsonfeed"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]

[taxonomies]
{taxonomies}
{languages}
"""


def write(root: Path, documents: Iterable[Document], langs: tuple[str, ...]) -> Path:
    """A site at `root` with these documents."""
    shutil.copytree(THEMES / NAME, root)
    (root / "static").mkdir()
    (root / "static" / "site.css").write_text("body { max-width: 60rem }\n", "utf-8")
    (root / "hugo.toml").write_text(_conf(langs), "utf-8")
    years: set[tuple[str, int]] = set()
    for each in documents:
        years.add((each.section, each.year))
        _document(root / "content", each)
    _lists(root / "content", years, langs)
    return root


def command(program: Path, root: Path) -> list[str | Path]:
    """A full build."""
    return [program, "build", "--source", root, "--quiet", "--cacheDir", root / "cache"]


def output(root: Path) -> Path:
    return root / "public"


def _conf(langs: tuple[str, ...]) -> str:
    names = [*FACETS, *(f"{section}-by-{facet}" for section in SECTIONS for facet in FACETS)]
    return _CONF.format(
        first=langs[0],
        taxonomies="\n".join(f'"{name}" = "{name}"' for name in names),
        languages="\n".join(
            f'[languages.{lang}]\ntitle = "{TONGUES[lang].town}"\nlanguageName = "{lang}"\nweight = {number}'
            for number, lang in enumerate(langs, 1)
        ),
    )


def _document(content: Path, document: Document) -> None:
    facets = {"topics": list(document.topics), "units": [document.unit], "territories": [document.territory]}
    facts = {"date": document.date.isoformat()} | facets
    facts |= {f"{document.section}-by-{facet}": names for facet, names in facets.items()}
    for lang, text in document.texts.items():
        body = LINK.sub(r"(/\1)", text.body)
        put(content / f"{document.id}.{lang}.md", {"title": text.title, "description": text.summary} | facts, body)


def _lists(content: Path, years: set[tuple[str, int]], langs: tuple[str, ...]) -> None:
    feeds = {"outputs": ["html", "atom", "jsonfeed"]}
    for lang in langs:
        for section in SECTIONS:
            put(content / section / f"_index.{lang}.md", {"title": section} | feeds, "")
        for section, year in years:
            put(content / section / str(year) / f"_index.{lang}.md", {"title": str(year)}, "")
        for id, fields, body in standing(langs):
            section, name = id.split("/")
            more = feeds if section == "topics" else {}
            path = f"{name}.{lang}.md" if section == "pages" else f"{section}/{name}/_index.{lang}.md"
            if name != "index":
                put(content / path, {"title": fields["title"][lang]} | more, body[lang])
