"""What stands around a page's main part: the switcher, alerts, header and footer, the head."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from sajaro.plain import plain
from sajaro.views.values import Fact, Link, Phone, Span


@plain
class Language:
    """One entry of the language switcher. `url` leads to this very page where it exists in that language (`same`),
    else to the nearest page that does."""

    tag: str
    name: str
    url: str
    current: bool
    same: bool


@plain
class Alert:
    title: str
    severity: Literal["information", "warning", "emergency"]
    word: str
    url: str
    span: Span
    summary: str = ""
    lang: str | None = None


@plain
class MenuItem:
    title: str
    url: str
    current: bool = False


@plain
class Chrome:
    """Header and footer: the same on all pages of a language and section.

    `icons` are `(sizes, address)`: `any` is the SVG, `180x180` the one for a telephone's home screen. `preload` are
    the addresses of the faces that every page of this language is set in. `search` is empty where there is nothing to search.
    """

    lang: str
    direction: Literal["ltr", "rtl"]
    institution: str
    home: str
    emblem: str
    accent: str
    menu: tuple[MenuItem, ...]
    search: str
    hotline: Phone | None
    hotline_note: str
    footer_facts: tuple[Fact, ...]
    footer_links: tuple[Link, ...]
    feeds: tuple[Link, ...]
    note: str
    stylesheet: str
    icons: tuple[tuple[str, str], ...]
    webmanifest: str
    interface_lang: str | None = None
    preload: tuple[str, ...] = ()


@plain
class Head:
    """What a page says of itself to machines."""

    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    feeds: tuple[Link, ...] = ()
    json_ld: Markup | None = None
    picture: str = ""
    kind: Literal["website", "article"] = "website"
    indexed: bool = True
