"""The settings files of a new site, written to be read by who answers for it."""

from __future__ import annotations

import json
import pkgutil
from importlib import import_module

from sajaro import outputs
from sajaro.duties.declared import names

ACCENTS = {"municipality": "#1c5c52", "ministry": "#1f4e79", "ombudsman": "#523a78"}

NOT_AT_FIRST = frozenset({"sajaro.outputs.gallery"})
"""Outputs for those who work on the theme."""

SITE = '''\
"""The settings of this website: who publishes it, in which languages, what it consists of."""

from sajaro.site import Institution, Site

SITE = Site(
    institution=Institution(
        kind={kind},
        # In every language; where one is missing, the first that there is stands in.
        name={{
{names}
        }},
        # A file in content/: SVG without letters, or PNG.
        emblem="emblem.svg",
        # The one colour of the pages, dark enough to be read on white.
        accent={accent},
        # What stands in the footer of every page: take away the # and fill in.
        # address={texts},
        # hours={texts},
        # phone="",
        # email="",
        # hotline="",
        # hotline_note={texts},
    ),
    # In the order of their standing; visitors who have not chosen come to the first.
    languages=({languages}),
    # Guessed from the languages; the country is that of the currency and of the calendar. Check both.
    timezone={timezone},
    country={country},
    # Up to six sections; one without documents is not shown.
    menu=("press-releases", "events", "acts", "disclosures", "services", "units"),
    # Where to report a weakness of the website: an address, or mailto:…
    # security_contact="",
)

# Here the site lives at the root of whatever shows it; publishconf.py says where it is published.
SITEURL = ""

# What the site consists of: delete a line, and there is no such thing any more.
PLUGINS = [
    "sajaro",
{plugins}
]
'''
DUTIES = """\
# What the institution has to publish without being asked, and by when. Take away the # before profile and since, and the pages of
# duties are there at once. How the rest is written is told in the guide for operators.
#
# The profile is a law as a list of duties: {profiles}.
# profile = "{profile}"
# The first day on which something can fall due here.
# since = 2026-01-01
# The institution's own act that sets the duties, if there is one.
# act = "acts/2026/ordinance-1"
#
# What is different here, by the codes of the profile: who answers for a duty, another term, where the site has it already.
# [[duty]]
# code = "{periodic}"
# unit = "administration"
# grace = {{months = 1}}
#
# [[duty]]
# code = "{standing}"
# unit = "administration"
# at = ["units"]
#
# What does not bind the institution.
# [[duty]]
# code = "{dropped}"
# drop = true
"""
PRODUCTION = '''\
"""What differs where the site is published, only that."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403

# The address that the site has, like https://town.example; `publish` waits for it.
SITEURL = ""

# The branch that the built site is put on, and the remote that it is pushed to.
PUBLISH_BRANCH = "gh-pages"
PUBLISH_REMOTE = "origin"
# Whether the branch says the host of SITEURL in a file CNAME, as some forges want it for a domain of one's own.
PUBLISH_CNAME = False
'''


def site(name: str, kind: str, languages: tuple[str, ...]) -> str:
    """The text of pelicanconf.py."""
    first, *rest = languages
    timezone, country = place(languages)
    return SITE.format(
        kind=_text(kind),
        names="\n".join(
            [f"            {_text(first)}: {_text(name)},", *(f'            # {_text(lang)}: "",' for lang in rest)]
        ),
        accent=_text(ACCENTS[kind]),
        texts=f'{{{_text(first)}: ""}}',
        languages=", ".join(map(_text, languages)) + ("" if rest else ","),
        timezone=_text(timezone),
        country=_text(country),
        plugins="\n".join(f'    "{plugin}",' for plugin in plugins()),
    )


def duties(kind: str, languages: tuple[str, ...]) -> str:
    """The text of duties.toml, all of it as comments: which law binds it, an institution knows best."""
    _, country = place(languages)
    georgian = "ge-decree-219" if kind == "ministry" else "ge-municipality"
    profile = {"XK": "xk-06-l-081"}.get(country, georgian)
    periodic, standing, dropped = ("4.2", "1.2", "2.2") if country == "XK" else ("5.3", "1.4", "7.3")
    return DUTIES.format(
        profiles=", ".join(names()), profile=profile, periodic=periodic, standing=standing, dropped=dropped
    )


def production() -> str:
    """The text of publishconf.py."""
    return PRODUCTION


def place(languages: tuple[str, ...]) -> tuple[str, str]:
    """Time zone and country (ISO 3166-1; ZZ is none) as the languages let one guess."""
    spoken = {lang.split("-")[0] for lang in languages}
    if "ka" in spoken:
        return "Asia/Tbilisi", "GE"
    if spoken & {"sq", "sr"}:
        return "Europe/Belgrade", "XK"
    return "UTC", "ZZ"


def plugins() -> list[str]:
    """Every output of the engine that a new site has."""
    names = (f"{outputs.__name__}.{each.name}" for each in pkgutil.iter_modules(outputs.__path__))
    return [name for name in names if name not in NOT_AT_FIRST and hasattr(import_module(name), "artifacts")]


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
