"""What the settings ask for and the site lacks."""

from __future__ import annotations

from collections.abc import Iterator

from sajaro import catalogs
from sajaro.library import Library
from sajaro.problems import Problem, problem
from sajaro.settings import Settings
from sajaro.types import BY_SECTION

CONF = "pelicanconf.py"
MENU = (*BY_SECTION, "duties")
"""What the menu may hold beside pages."""


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    site = settings.site
    for lang in site.languages:
        if not catalogs.has_interface(lang):
            yield problem(CONF, "no-interface", language=lang, interface=site.interface)
    if not catalogs.has_interface(site.interface):
        yield problem(CONF, "no-such-interface", field="Site.interface", language=site.interface)
    for section in site.menu:
        if section not in MENU:
            yield problem(CONF, "menu-section", field="Site.menu", section=section, sections=", ".join(MENU))
    emblem = site.institution.emblem
    if emblem and emblem not in library.files:
        yield problem(CONF, "file-missing", field="Institution.emblem", file=f"content/{emblem}")
