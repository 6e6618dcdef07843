"""The artifact of a page: its head and main part are rendered, its frame is joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from sajaro.addresses import file_of
from sajaro.artifacts import Artifact, key
from sajaro.presenters.build import Build
from sajaro.presenters.chrome import Chromes
from sajaro.presenters.typography import bound
from sajaro.views import Head, Language


@dataclass(frozen=True, slots=True)
class Page:
    """A page's whole view: what it says of itself, which languages it has, what its main part shows."""

    lang: str
    head: Head
    languages: tuple[Language, ...]
    main: Any


def page(
    build: Build,
    place: str,
    lang: str,
    section: str,
    template: str,
    fingerprint: bytes,
    view: Callable[[], Page],
    *,
    permanent: bool = False,
    source: str = "",
    about: Iterable[str] = (),
) -> Artifact:
    """The artifact of a page at `place`, whose main part is drawn by `template`; `about` are the territories it is about, for
    their alerts."""
    return Artifact(
        path=file_of(place),
        fingerprint=key(build.base, build.theme.own_code("head.html", template), place, lang, fingerprint),
        view=view,
        render=partial(_render, build),
        code=partial(_code, build),
        permanent=permanent,
        source=source,
        frame=build.once(Chromes).frame(lang, section, frozenset(about)),
    )


def _render(build: Build, page: Page) -> bytes:
    theme = build.theme
    chrome = build.once(Chromes).chrome(page.lang, "")
    head = theme.render(page.lang, "templates/head.html", head=page.head, chrome=chrome)
    languages = str(theme.macro(page.lang, "languages")(page.languages))
    main = bound(theme.render(page.lang, f"templates/{page.main.template}", view=page.main))
    return "\0".join((head.strip("\n"), languages.strip("\n"), main.strip("\n"))).encode()


def _code(build: Build, page: Page) -> bytes:
    theme = build.theme
    around = theme.digest("templates/head.html", "components/languages/template.html")
    return key(build.engine, around, theme.code(page.main, page.lang), build.site.institution.name)
