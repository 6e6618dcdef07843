"""Pelican's side: a plain `pelican` in a site's folder makes the files that `build` makes.

Pelican gives the settings, the command line and the moment; its own generators find nothing and write nothing. This is the
only module that imports pelican. `pelican -r` ends at the first problem; to see the site while writing there is `serve`.

Not here: anything of the build itself. Whatever goes wrong is told on stderr, with exit status 1, where Pelican
would log it and exit with 0.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

from pelican import Pelican, signals

from sajaro import catalogs
from sajaro.refused import Refused
from sajaro.settings import Settings, from_mapping
from sajaro.site import Misconfigured

NOTHING: dict[str, Any] = {
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "TEMPLATE_PAGES": {},
    "OUTPUT_SOURCES": False,
    "CACHE_CONTENT": False,
    "LOAD_CONTENT_CACHE": False,
    "DELETE_OUTPUT_DIRECTORY": False,
}
"""Pelican's settings under which it writes nothing, feeds apart."""

_FEED = re.compile(r"(?:[A-Z]+_)*FEED(?:_[A-Z]+)?_(?:ATOM|RSS)|FEED_(?:ATOM|RSS)")


def connect() -> None:
    """Connects to Pelican's signals, which hold functions weakly: only those of a module stay."""
    signals.initialized.connect(take_over)
    signals.get_generators.connect(generators)


def take_over(pelican: Pelican) -> None:
    """Leaves Pelican nothing to write, and ends it where the settings cannot be used."""
    own = _settings_file(pelican.settings)
    pelican.settings.update(NOTHING)
    pelican.settings.update({name: None for name in pelican.settings if _FEED.fullmatch(name)})
    pelican.delete_outputdir = False
    loaded = pelican.settings["PLUGINS"]
    for name in vars(own).get("PLUGINS", ()):
        if isinstance(name, str) and not {name, f"pelican.plugins.{name}"} & set(loaded):
            file = Path(own.__file__ or "").name
            fail(Refused("{file}: PLUGINS: {name} cannot be used; Pelican says above why", file=file, name=name))
    try:
        Site.settings = from_mapping(pelican.settings, Path(own.__file__ or "").resolve().parent)
    except Misconfigured as error:
        fail(error)


def generators(_: Pelican) -> type:
    return Site


class Site:
    """The generator whose output is the whole site."""

    settings: Settings

    def __init__(self, *, output_path: str, **_: Any) -> None:
        self.output = Path(output_path)

    def generate_output(self, _: object) -> None:
        from sajaro.build import build, moment
        from sajaro.commands.build import summary
        from sajaro.problems import report
        from sajaro.terminal import of_system

        words = catalogs.asked()
        try:
            outcome = build(self.settings, self.output, now=moment(None, self.settings))
        except Refused as error:
            fail(error)
        except OSError as error:
            fail(of_system(error))
        if outcome.problems:
            print(report(outcome.problems, "text", words.lang), file=sys.stderr)
        print(summary(outcome, outcome.failed, words), file=sys.stderr if outcome.failed else sys.stdout)
        if outcome.failed:
            sys.exit(1)


def _settings_file(settings: dict[str, Any]) -> ModuleType:
    """The settings file as Pelican has loaded it: a module, the first there is that has this SITE.

    Pelican forgets both where it lies and which plugins it names that could not be loaded.
    """
    site = settings.get("SITE")
    for module in list(sys.modules.values()):
        if site is not None and getattr(module, "__dict__", {}).get("SITE") is site and module.__file__:
            return module
    return fail(Refused("{file}: SITE is missing; write SITE = Site(…)", file="pelicanconf.py"))


def fail(error: Refused) -> NoReturn:
    """Ends Pelican. An exception other than SystemExit it would print as a traceback."""
    print(error.text(catalogs.asked().gettext), file=sys.stderr)
    sys.exit(1)
