"""The generated documents as a site of plain Pelican, in more than one language with the plugin i18n_subsites.

Sections are categories; topics, units and territories are tags. What Pelican does not do of itself is left out: lists of a
section by year, topic, unit and territory, pages within a year, JSON Feed (it makes RSS instead), a contents list.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from benchmarks.generate import LINK, Document
from benchmarks.site import THEMES, standing
from benchmarks.words import TONGUES

NAME = "pelican"

_CONF = """\
SITENAME = {name!r}
SITEURL = "https://town.example"
DEFAULT_LANG = {first!r}
TIMEZONE = "Asia/Tbilisi"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
THEME = "theme"
PATH = "content"
ARTICLE_PATHS = ["press-releases", "announcements", "events"]
PAGE_PATHS = ["pages"]
ARTICLE_URL = "{{category}}/{{date:%Y}}/{{slug}}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
ARTICLE_LANG_URL = "{{lang}}/" + ARTICLE_URL
ARTICLE_LANG_SAVE_AS = ARTICLE_LANG_URL + "index.html"
PAGE_URL = "{{slug}}/"
PAGE_SAVE_AS = PAGE_URL + "index.html"
CATEGORY_URL = "{{slug}}/"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
TAG_URL = "tags/{{slug}}/"
TAG_SAVE_AS = TAG_URL + "index.html"
YEAR_ARCHIVE_URL = "{{date:%Y}}/"
YEAR_ARCHIVE_SAVE_AS = YEAR_ARCHIVE_URL + "index.html"
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
TEMPLATE_EXTENSIONS = [".html", ".xml"]
DEFAULT_PAGINATION = 30
PAGINATED_TEMPLATES = {{"category": 30, "tag": 30}}
FEED_MAX_ITEMS = 30
FEED_ALL_ATOM, FEED_ALL_RSS = "feed.atom", "feed.rss"
CATEGORY_FEED_ATOM, CATEGORY_FEED_RSS = "{{slug}}/feed.atom", "{{slug}}/feed.rss"
TAG_FEED_ATOM, TAG_FEED_RSS = "tags/{{slug}}/feed.atom", "tags/{{slug}}/feed.rss"
RSS_FEED_SUMMARY_ONLY = False
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
PLUGINS = {plugins!r}
I18N_SUBSITES = {subsites!r}
"""


def write(root: Path, documents: Iterable[Document], langs: tuple[str, ...]) -> Path:
    """A site at `root` with these documents."""
    shutil.copytree(THEMES / NAME, root / "theme")
    content = root / "content"
    for each in documents:
        tags = ", ".join((*each.topics, each.unit, each.territory))
        for lang, text in each.texts.items():
            facts = {"Date": each.date, "Category": each.section, "Tags": tags, "Summary": text.summary}
            body = LINK.sub(rf"({{filename}}/\1.{lang}.md)", text.body)
            _put(content / f"{each.id}.{lang}.md", lang, text.title, facts, body)
    for id, fields, body in standing(langs):
        if id.startswith("pages/"):
            for lang in langs:
                _put(content / f"{id}.{lang}.md", lang, fields["title"][lang], {}, body[lang])
    (root / "pelicanconf.py").write_text(_conf(langs), "utf-8")
    return root


def command(program: Path, root: Path) -> list[str | Path]:
    """A full build, which fails where Pelican would only log an error."""
    return [
        program,
        "-m",
        "pelican",
        root / "content",
        "-s",
        root / "pelicanconf.py",
        "-o",
        output(root),
        "--fatal=errors",
    ]


def output(root: Path) -> Path:
    return root / "output"


def _conf(langs: tuple[str, ...]) -> str:
    first, *others = langs
    subsites = {lang: {"SITENAME": TONGUES[lang].town} for lang in others}
    plugins = ["i18n_subsites"] if others else []
    return _CONF.format(name=TONGUES[first].town, first=first, plugins=plugins, subsites=subsites)


def _put(path: Path, lang: str, title: str, facts: dict[str, object], body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    head = {"Title": title, "Lang": lang, "Slug": path.name.split(".")[0]} | facts
    lines = (f"{name}: {value}" for name, value in head.items())
    path.write_text("\n".join((*lines, "", body, "")), "utf-8")
