"""What an operator configures: the institution, its languages, its site.

`pelicanconf.py` holds one `SITE = Site(...)`. Everything here is checked when it is made, so a mistake in the
settings is one sentence about one name, before anything is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

Texts = dict[str, str]
"""A text in several languages: `{"ka": "…", "en": "…"}`."""


class Misconfigured(ValueError):
    """A setting that cannot be used; the message is a sentence for the operator."""


@dataclass(frozen=True, kw_only=True)
class Institution:
    """Who publishes.

    `emblem` is a file in `content/`; `accent` the one colour, `#rrggbb`, dark enough to be read on paper (AA, 4.5:1).
    `hotline` is dialled as written, with a note such as "around the clock".
    """

    name: Texts
    kind: Literal["municipality", "ministry", "ombudsman", "agency"] = "municipality"
    emblem: str | None = None
    accent: str = "#1f4e79"
    address: Texts = field(default_factory=dict)
    hours: Texts = field(default_factory=dict)
    email: str = ""
    phone: str = ""
    hotline: str = ""
    hotline_note: Texts = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.name:
            raise Misconfigured("Institution.name is empty: write it at least in the site's first language")
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", self.accent):
            raise Misconfigured(f"Institution.accent: {self.accent!r} is no colour; write it like #1f4e79")
        if contrast_with_paper(self.accent) < 4.5:
            raise Misconfigured(
                f"Institution.accent: {self.accent} is too light to be read on white; choose a darker colour"
            )


@dataclass(frozen=True, kw_only=True)
class ActKind:
    """A kind of legal act that the institution issues; `normative` where its official text is published elsewhere."""

    id: str
    name: Texts
    normative: bool = False


DEFAULT_ACT_KINDS = (
    ActKind(
        id="ordinance",
        normative=True,
        name={
            "ka": "დადგენილება",
            "en": "Ordinance",
            "hy": "Որոշում",
            "az": "Qərar",
            "ru": "Постановление",
            "sq": "Urdhëresë",
            "sr-Latn": "Uredba",
            "sr-Cyrl": "Уредба",
        },
    ),
    ActKind(
        id="resolution",
        name={
            "ka": "განკარგულება",
            "en": "Resolution",
            "hy": "Կարգադրություն",
            "az": "Sərəncam",
            "ru": "Распоряжение",
            "sq": "Rezolutë",
            "sr-Latn": "Zaključak",
            "sr-Cyrl": "Закључак",
        },
    ),
    ActKind(
        id="order",
        name={
            "ka": "ბრძანება",
            "en": "Order",
            "hy": "Հրաման",
            "az": "Əmr",
            "ru": "Приказ",
            "sq": "Urdhër",
            "sr-Latn": "Naredba",
            "sr-Cyrl": "Наредба",
        },
    ),
    ActKind(
        id="decision",
        name={
            "ka": "გადაწყვეტილება",
            "en": "Decision",
            "hy": "Վճիռ",
            "az": "Qətnamə",
            "ru": "Решение",
            "sq": "Vendim",
            "sr-Latn": "Odluka",
            "sr-Cyrl": "Одлука",
        },
    ),
    ActKind(
        id="instruction",
        normative=True,
        name={
            "ka": "ინსტრუქცია",
            "en": "Instruction",
            "hy": "Հրահանգ",
            "az": "Təlimat",
            "ru": "Инструкция",
            "sq": "Udhëzim",
            "sr-Latn": "Uputstvo",
            "sr-Cyrl": "Упутство",
        },
    ),
)


@dataclass(frozen=True, kw_only=True)
class Site:
    """One site.

    `languages` in the order of their standing; the first is the default. `interface` names the catalog for languages
    that have none. `missing` says what lists do with a document that lacks the reader's language: show it in the one there
    is, or hide it. `menu` names up to six sections. `now` fixes the day of every build (demonstrations).
    """

    institution: Institution
    languages: tuple[str, ...]
    timezone: str
    interface: str = "en"
    missing: Literal["show", "hide"] = "show"
    menu: tuple[str, ...] = ("press-releases", "events", "acts", "disclosures", "services", "units")
    act_kinds: tuple[ActKind, ...] = DEFAULT_ACT_KINDS
    country: str = "GE"
    now: str | None = None
    security_contact: str = ""

    def __post_init__(self) -> None:
        for name in ("languages", "menu", "act_kinds"):
            object.__setattr__(self, name, tuple(getattr(self, name)))
        if not self.languages:
            raise Misconfigured("Site.languages is empty: name at least one language, like ('ka', 'en')")
        for tag in self.languages:
            if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", tag):
                raise Misconfigured(
                    f"Site.languages: {tag!r} is no language tag; write it like 'ka' or 'sr-Latn' (BCP 47)"
                )
        if len(set(self.languages)) != len(self.languages):
            raise Misconfigured("Site.languages names a language twice")
        if len(self.menu) > 6:
            raise Misconfigured("Site.menu has more than six sections; readers find nothing in a longer one")
        _zone(self.timezone)

    def text(self, texts: Texts, lang: str) -> tuple[str, str]:
        """The text in `lang`, else in the first language of the site that has it; and the language it is in."""
        for tag in (lang, *self.languages, *texts):
            if texts.get(tag):
                return texts[tag], tag
        return "", lang


def contrast_with_paper(colour: str) -> float:
    """Contrast of `#rrggbb` with white, as WCAG 2.2 defines it (1.0 to 21.0)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _zone(name: str) -> None:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise Misconfigured(f"Site.timezone: {name!r} is no time zone; write it like 'Asia/Tbilisi'") from None
