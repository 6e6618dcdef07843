"""Search: a page in each language, and an index for each that holds every document, in that language or in the one there is.

An index lies in shards (`shards`), each an artifact of its own; the browser asks all of them and puts their answers together
(`theme/static/js/search.js`). A build with `--no-search` has no index: what lay there goes, and the page leads to the archives.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache, partial
from hashlib import blake2b
from typing import Any

from sajaro.artifacts import Artifact, Files, key
from sajaro.engine import code_of
from sajaro.fields import N_
from sajaro.library import fields_of
from sajaro.outputs import register
from sajaro.outputs.search import pagefind
from sajaro.outputs.search.records import Record, named, record
from sajaro.outputs.search.words import Words
from sajaro.plain import plain
from sajaro.presenters.build import Build
from sajaro.presenters.listed import listed
from sajaro.presenters.page import Page, page
from sajaro.read import Document
from sajaro.shards import shards
from sajaro.types import BY_SECTION
from sajaro.views import Choice, Head, Link, Search

__all__ = ["artifacts", "register"]

_STOPS = tuple(".!?…:;։՝,—–")
ENGINE = "pagefind/"
"""The folder of what browsers run, the same for all languages."""


def artifacts(build: Build) -> Iterator[Artifact]:
    for lang in build.site.languages:
        yield _page(build, lang)
    if not build.search:
        return
    code = code_of("outputs/search")
    yield Artifact(ENGINE, key(ENGINE, code), tuple, lambda _: pagefind.engine(), lambda _: code)
    found = [(each, named(build.library, each)) for each in build.published if "/" in each.id]
    for lang in build.site.languages:
        yield from _index(
            build, lang, {each.id: (each, about) for each, about in found if not build.reading(lang).hidden(each)}
        )


# The index of a language.


def _index(build: Build, lang: str, found: dict[str, tuple[Document, tuple[Document, ...]]]) -> Iterator[Artifact]:
    library = build.library
    divided = shards((at, id) for at, id in library.positions if id in found)
    title = cache(lambda id: fields_of(library.documents[id], lang)[0].title)
    words = Words(lang, build.site.languages)
    base = key("search", build.engine, build.theme.words(lang), build.site.languages, build.site.act_kinds, lang)
    code = key(code_of("outputs/search"), code_of("languages"))
    for name, ids in divided.items():
        documents = tuple(found[id] for id in ids)
        yield Artifact(
            path=f"{lang}/search/{name}/",
            fingerprint=partial(_fingerprint, key(base, name), documents, lang, title),
            view=partial(_records, build, lang, documents),
            render=partial(_shard, name, words),
            code=lambda _, name=name: key(code, lang, build.site.languages, name),
        )
    yield _contents(build, lang, list(divided), words)


def _fingerprint(
    base: bytes, documents: tuple[tuple[Document, tuple[Document, ...]], ...], lang: str, title: Callable[[str], str]
) -> bytes:
    """What records are made of: the documents, and the titles of what they name."""
    said: list[object] = []
    for document, about in documents:
        spoken = document.editions.get(lang, document.source)
        said += (document.id, spoken.lang, spoken.digest, document.source.digest, [title(each.id) for each in about])
    return key(base, *said)


def _records(
    build: Build, lang: str, documents: tuple[tuple[Document, tuple[Document, ...]], ...]
) -> tuple[Record, ...]:
    return tuple(record(build, each, lang, about) for each, about in documents)


def _shard(name: str, words: Words, records: tuple[Record, ...]) -> Files:
    """The files of a shard: Pagefind's, `texts/<id>.json` to show a result, and `documents.json`, which tells of each id its
    section, its day, and whether it is in another language than the readers'."""
    shown = {_digest(text): (each, text) for each in records for text in [_shown(each)]}
    files, keys = pagefind.index(name, (_entry(digest, each, words) for digest, (each, _) in shown.items()))
    documents: dict[str, dict[str, str]] = {}
    foreign = []
    for id, digest in sorted(keys.items()):
        each, text = shown[digest]
        short = id.removeprefix(f"{name}_")
        files[f"texts/{short}.json"] = text
        documents.setdefault(each.section, {})[short] = each.day
        if each.lang:
            foreign.append(short)
    files["documents.json"] = _json({"documents": documents, "foreign": foreign})
    return files


def _entry(digest: str, record: Record, words: Words) -> pagefind.Entry:
    """A stem counts once for each text that holds it: enough to tell what a document is about from what it mentions."""
    title = words.stems(f"{record.title} {record.kind}")
    return pagefind.Entry(
        digest, title, [stem for text in (*record.labels, *record.texts) for stem in words.stems(text)]
    )


def _shown(record: Record) -> bytes:
    """A result as the browser gets it."""
    names = ("place", "section", "title", "kind", "date", "lang", "language")
    return _json(
        {name: value for name in names if (value := getattr(record, name))} | {"text": _excerpted(record.texts)}
    )


def _excerpted(texts: tuple[str, ...]) -> str:
    """Texts in a row, as excerpts show them: after what ends without a stop, like a heading or a cell, a dot keeps the next apart."""
    said = [text if text.endswith(_STOPS) else f"{text} ·" for text in texts[:-1]]
    return "\n".join((*said, *texts[-1:]))


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _contents(build: Build, lang: str, names: list[str], words: Words) -> Artifact:
    """What the browser reads first: where everything lies, how words are made alike, what sections are called."""
    reading = build.reading(lang)
    contents = {
        "engine": build.places.to(ENGINE),
        "base": build.places.to(""),
        "shards": names,
        "sections": {section: reading.word(model.plural) for section, model in BY_SECTION.items()},
        "words": words.rules(),
    }
    view = _json(contents)
    path = f"{lang}/search/index.json"
    return Artifact(path, key(path, view), lambda: view, bytes, lambda _: b"")


# The page.


@plain
class _View:
    build: Build
    lang: str
    archives: tuple[Choice, ...]

    def __call__(self) -> Page:
        build, lang = self.build, self.lang
        title = build.reading(lang).word(N_("Search"))
        index = build.places.to(f"{lang}/search/index.json") if build.search else ""
        main = Search(title, index, build.assets.script("search.js"), self.archives)
        head = Head(
            title,
            f"{title}. {build.title(lang)}",
            build.places.whole(f"{lang}/search/"),
            build.alternates_everywhere("search/"),
        )
        return Page(lang, head, build.everywhere(lang, "search/"), main)


def _page(build: Build, lang: str) -> Artifact:
    archives = tuple(_archives(build, lang))
    shown = key("search", archives, build.search, build.assets.script("search.js"))
    return page(build, f"{lang}/search/", lang, "search", "search.html", shown, _View(build, lang, archives))


def _archives(build: Build, lang: str) -> Iterator[Choice]:
    """All sections, and the years of those in the menu."""
    reading, library, to = build.reading(lang), build.library, build.places.to
    found = listed(build)
    sections = {section: BY_SECTION[section].plural for section in found if section != "pages"}
    yield Choice(
        reading.word(N_("All sections")),
        tuple(
            (Link(to(f"{lang}/{each}/"), reading.word(plural)), len(found[each])) for each, plural in sections.items()
        ),
    )
    for section in build.site.menu:
        years = library.years.get(section, {})
        if len(years) > 1:
            links = (
                (Link(to(f"{lang}/{section}/{year}/"), str(year)), len(documents)) for year, documents in years.items()
            )
            yield Choice(reading.word(sections[section]), tuple(links))
