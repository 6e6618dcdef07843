"""The artifact of a page: its head and main part are rendered, its frame is joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from sajaro.addresses import file_of
from sajaro.artifacts import Artifact, Sheaf, key
from sajaro.plain import plain
from sajaro.presenters.build import Build
from sajaro.presenters.chrome import Chromes
from sajaro.presenters.typography import bound
from sajaro.views import Head, Language


@plain
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
    fingerprint: bytes | Callable[[], bytes],
    view: Callable[[], Page],
    *,
    permanent: bool = False,
    source: str = "",
    about: Iterable[str] = (),
) -> Artifact:
    """The artifact of a page at `place`, whose main part is drawn by `template`; `about` are the territories it is about, for
    their alerts."""
    drawing = build.once(Drawing)
    return Artifact(
        path=file_of(place),
        fingerprint=partial(drawing.fingerprint, template, lang, place, fingerprint),
        view=view,
        render=drawing.render,
        code=drawing.code,
        permanent=permanent,
        source=source,
        frame=partial(drawing.chromes.frame, lang, section, frozenset(about), place),
    )


def pages(
    build: Build,
    name: str,
    templates: tuple[str, ...],
    said: Callable[[], Iterable[bytes]],
    open: Callable[[], Iterable[Artifact]],
) -> Sheaf:
    """A sheaf of pages that are drawn by one of `templates`; `said` changes with whatever else they depend on."""
    drawing = build.once(Drawing)
    return Sheaf(name, lambda: drawing.fingerprint_of_all(templates, said()), open)


class Drawing:
    """Draws the pages of one build."""

    def __init__(self, build: Build) -> None:
        self.build, self.chromes = build, build.once(Chromes)
        self._bases: dict[tuple[str, str], bytes] = {}
        self._common: dict[tuple[str, ...], bytes] = {}

    def fingerprint(self, template: str, lang: str, place: str, own: bytes | Callable[[], bytes]) -> bytes:
        return key(self.base(template, lang), place, own if isinstance(own, bytes) else own())

    def base(self, template: str, lang: str) -> bytes:
        """What all pages depend on that one template draws in one language."""
        if (template, lang) not in self._bases:
            own = self.build.theme.own_code("head.html", template)
            self._bases[template, lang] = key(self.build.base, own, lang)
        return self._bases[template, lang]

    def fingerprint_of_all(self, templates: tuple[str, ...], said: Iterable[bytes]) -> bytes:
        """Of a sheaf of pages."""
        if templates not in self._common:
            bases = (self.base(each, lang) for each in templates for lang in self.build.site.languages)
            self._common[templates] = key(*bases, self.chromes.key)
        return key(self._common[templates], b"".join(said))

    def render(self, page: Page) -> bytes:
        theme = self.build.theme
        chrome = self.chromes.chrome(page.lang, "")
        head = theme.render(page.lang, "templates/head.html", head=page.head, chrome=chrome)
        languages = str(theme.macro(page.lang, "languages")(page.languages))
        main = bound(theme.render(page.lang, f"templates/{page.main.template}", view=page.main))
        return "\0".join((head.strip("\n"), languages.strip("\n"), main.strip("\n"))).encode()

    def code(self, page: Page) -> bytes:
        theme = self.build.theme
        around = theme.digest("templates/head.html", "components/languages/template.html")
        return key(self.build.engine, around, theme.code(page.main, page.lang), self.build.site.institution.name)
