"""What an operator configures: the institution, its languages, its site.

`pelicanconf.py` holds one `SITE = Site(...)`. Everything here is checked when it is made, so a mistake in the
settings is one sentence about one name, before anything is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from sajaro.configured import Misconfigured, configured
from sajaro.refused import Refused

Texts = dict[str, str]
"""A text in several languages: `{"ka": "…", "en": "…"}`."""


@configured
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
        colour = re.fullmatch(r"#[0-9a-fA-F]{6}", self.accent)
        wrong = Refused('"{value}" is no colour; write it like {example}', value=self.accent, example="#1f4e79")
        _demand("Institution.accent", colour, wrong)
        light = Refused("{value} is too light to be read on white; choose a darker colour", value=self.accent)
        _demand("Institution.accent", contrast_with_paper(self.accent) >= 4.5, light)
        mail = not self.email or re.fullmatch(r"[^@\s]+@[^@\s]+", self.email)
        _demand("Institution.email", mail, Refused('"{value}" is no e-mail address', value=self.email))
        for name in ("phone", "hotline"):
            number = getattr(self, name)
            wrong = Refused('"{value}" is no telephone number; write digits, spaces and a + in front', value=number)
            _demand(f"Institution.{name}", not number or re.fullmatch(r"\+?[\d\s()/.-]+", number), wrong)


@configured
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
            "hy": "Նորմատիվ որոշում",
            "az": "Normativ qərar",
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
            "hy": "Որոշում",
            "az": "Qərar",
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


@configured
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

    @property
    def currency(self) -> str:
        """That of amounts which name none."""
        return {"GE": "GEL", "XK": "EUR"}.get(self.country, "EUR")

    def __post_init__(self) -> None:
        for name in ("languages", "menu", "act_kinds"):
            object.__setattr__(self, name, tuple(getattr(self, name)))
        _demand("Site.languages", self.languages, Refused("is empty; name at least one language"))
        for tag in self.languages:
            known = re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", tag)
            _demand(
                "Site.languages", known, Refused('"{value}" is no language; write it like ka or sr-Latn', value=tag)
            )
        once = len(set(self.languages)) == len(self.languages)
        _demand("Site.languages", once, Refused("names a language twice"))
        named = any(self.institution.name.get(tag) for tag in self.languages)
        _demand(
            "Institution.name", named, Refused("is in none of the site's languages; write it at least in the first")
        )
        short = Refused("has more than six sections; readers find nothing in a longer menu")
        _demand("Site.menu", len(self.menu) <= 6, short)
        wrong = Refused('"{value}" is no country; write two capital letters, like GE', value=self.country)
        _demand("Site.country", re.fullmatch("[A-Z]{2}", self.country), wrong)
        wrong = Refused('"{value}" is no time zone; write it like Asia/Tbilisi', value=self.timezone)
        _demand("Site.timezone", _is_zone(self.timezone), wrong)
        wrong = Refused('"{value}" is no day or moment; write it like 2026-11-22 or 2026-11-22T14:30', value=self.now)
        _demand("Site.now", not self.now or _is_moment(self.now), wrong)

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


def _demand(setting: str, holds: object, fault: Refused) -> None:
    if not holds:
        raise Misconfigured("{setting}: {fault}", setting=setting, fault=fault)


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        return bool(ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return False


def _is_moment(text: str) -> bool:
    from datetime import datetime

    try:
        return bool(datetime.fromisoformat(text))
    except ValueError:
        return False
