"""Earlier addresses: a small page at each alias that leads on at once, without a server's help.

An alias with a language before it, `/ka/acts/2026/old/`, is that one address and leads to the document in that language, or to the
original. One without, `/acts/2026/old/`, stands for all that a renamed document had: the page of the same path in each of its
languages leads to that language, and the path itself to the original. Aliases are paths of this site, below SITEURL; one
that ends in `.html` is a file, any other a folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape

from sajaro import addresses
from sajaro.artifacts import Artifact, key
from sajaro.fields import N_
from sajaro.outputs import register
from sajaro.plain import plain
from sajaro.presenters.build import Build
from sajaro.presenters.characters import printable
from sajaro.read import Document

__all__ = ["artifacts", "register"]


@plain
class Redirect:
    """A page that leads on: `url` from the host's root, `canonical` with scheme and host. `words` is the language of `moved`."""

    lang: str
    direction: str
    words: str
    moved: str
    title: str
    title_lang: str
    url: str
    canonical: str


def artifacts(build: Build) -> Iterator[Artifact]:
    library = build.library
    documents = [each for id, each in library.documents.items() if id not in library.withheld]
    for document in (*documents, *library.introductions.values()):
        for place, lang in places(document, build.site.languages).items():
            edition = document.editions[lang]
            yield Artifact(
                path=place,
                fingerprint=key(build.base, place, document.id, lang, edition.front),
                view=partial(_redirect, build, document, lang),
                render=_page,
                code=partial(_code, build.engine),
                permanent=True,
                source=edition.file,
            )


def _code(engine: bytes, _: Redirect) -> bytes:
    return key(engine, "redirect")


def places(document: Document, languages: tuple[str, ...]) -> dict[str, str]:
    """The output files of a document's aliases, and the language that each leads to."""
    found: dict[str, str] = {}
    for alias in document.gist.aliases:
        path = addresses.file_of_alias(alias)
        if path is None:
            continue
        lang = path.split("/")[0]
        if lang in languages:
            found[path] = lang if lang in document.editions else document.original
        else:
            found |= {path: document.original, **{f"{tag}/{path}": tag for tag in document.editions}}
    return found


def _redirect(build: Build, document: Document, lang: str) -> Redirect:
    reading = build.reading(lang, document)
    title = document.editions[lang].fields.title
    place = addresses.document(document.id, lang)
    return Redirect(
        lang=lang,
        direction=reading.language.direction,
        words=reading.words.lang,
        moved=reading.word(N_("This page has moved")),
        title=printable(title),
        title_lang=getattr(title, "lang", lang),
        url=build.places.to(place),
        canonical=build.places.whole(place),
    )


def _page(redirect: Redirect) -> bytes:
    url, title = escape(redirect.url), escape(redirect.title)
    words = "" if redirect.words == redirect.lang else f' lang="{redirect.words}"'
    title_lang = "" if redirect.title_lang == redirect.lang else f' lang="{redirect.title_lang}"'
    return f"""\
<!DOCTYPE html>
<html lang="{redirect.lang}" dir="{redirect.direction}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={url}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="{escape(redirect.canonical)}">
</head>
<body>
<main>
<h1{words}>{escape(redirect.moved)}</h1>
<p><a href="{url}"{title_lang}>{title}</a></p>
</main>
</body>
</html>
""".encode()
