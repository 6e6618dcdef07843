"""The gallery of components in every language: what the theme is made of, drawn from each component's examples."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from markupsafe import Markup

from sajaro import examples
from sajaro.artifacts import Artifact, key
from sajaro.fields import N_
from sajaro.languages import language
from sajaro.outputs import register
from sajaro.presenters.build import Build
from sajaro.presenters.page import Page, page
from sajaro.views import Components, Example, Head, Link, Specimen

__all__ = ["artifacts", "register"]

PLACE = "components/"


def artifacts(build: Build) -> Iterator[Artifact]:
    folders = _folders(build)
    written = key(*(path.read_bytes() for folder in folders for path in sorted(folder.glob("examples.yaml"))))
    for lang in build.site.languages:
        yield page(
            build, f"{lang}/{PLACE}", lang, "", "components.html", key(PLACE, written), partial(_view, build, lang)
        )
    for folder in build.theme.folders[::-1]:
        for path in sorted((folder / "static" / "examples").glob("*.*")):
            content = path.read_bytes()
            yield Artifact(
                f"assets/examples/{path.name}",
                key(content),
                partial(str, path.name),
                _content(content),
                lambda _: b"example",
            )


def _content(content: bytes):
    return lambda _: content


def _folders(build: Build) -> list[Path]:
    found: dict[str, Path] = {}
    for folder in reversed(build.theme.folders):
        found |= {path.parent.name: path.parent for path in folder.glob("components/*/examples.yaml")}
    return [folder for _, folder in sorted(found.items())]


def _view(build: Build, lang: str) -> Page:
    reading = build.reading(lang)
    title = reading.word(N_("Components"))
    crumbs = (Link(build.places.to(f"{lang}/"), reading.word(N_("Home"))),)
    main = Components(crumbs, title, tuple(_specimen(build, folder) for folder in _folders(build)))
    head = Head(title, "", build.places.whole(f"{lang}/{PLACE}"), build.alternates_everywhere(PLACE), indexed=False)
    return Page(lang, head, build.everywhere(lang, PLACE), main)


def _specimen(build: Build, folder: Path) -> Specimen:
    criteria, found = examples.examples(folder, build.places.to("assets/").removesuffix("/"))
    drawn = tuple(
        Example(name, lang, language(lang).direction, Markup(build.theme.macro(lang, folder.name)(view)))
        for name, lang, view in found
    )
    return Specimen(folder.name, criteria, drawn)
