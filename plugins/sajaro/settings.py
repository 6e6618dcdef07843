"""A site's folder and its settings, however the build was started."""

from __future__ import annotations

import re
import runpy
import sys
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sajaro.refused import Refused
from sajaro.site import Misconfigured, Site

_ADDRESS = re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?")


@dataclass(frozen=True)
class Settings:
    """What a build needs to know: the site's folder, what it is, where it will live, which outputs it has."""

    root: Path
    site: Site
    siteurl: str
    plugins: tuple[str, ...]
    branch: str = "gh-pages"
    remote: str = "origin"
    cname: bool = False

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def store(self) -> Path:
        return self.root / ".sajaro"

    @property
    def theme(self) -> Path:
        """The site's own templates, which stand before the engine's."""
        return self.root / "theme"


def load(root: str | Path, conf: str = "pelicanconf.py") -> Settings:
    """Reads a site's settings without Pelican.

    Raises Misconfigured, with a sentence, where the folder is no site or a setting cannot be used.
    """
    root = folder_of(root, conf)
    if not (root / "content").is_dir():
        raise Misconfigured("{folder} is no site: it has no folder content/", folder=root)
    return from_mapping(_run(root / conf), root, conf)


def folder_of(site: str | Path, conf: str = "pelicanconf.py") -> Path:
    """The whole path of a site's folder. Raises Misconfigured where it has no settings."""
    root = Path(site).resolve()
    if not (root / conf).is_file():
        raise Misconfigured(
            "{folder} is no site: it has no {file}. Go to the folder of a site, or name it with --site.",
            folder=root,
            file=conf,
        )
    return root


def from_mapping(settings: Mapping[str, Any], root: Path, conf: str = "pelicanconf.py") -> Settings:
    """The same from settings that Pelican has read."""
    site = settings.get("SITE")
    if not isinstance(site, Site):
        raise Misconfigured("{file}: SITE is missing; write SITE = Site(…)", file=conf)
    plugins = settings.get("PLUGINS") or ()
    if not isinstance(plugins, list | tuple) or not all(isinstance(each, str) for each in plugins):
        raise Misconfigured("{file}: PLUGINS must be a list of names between [ and ]", file=conf)
    if "sajaro" not in plugins:
        raise Misconfigured('{file}: PLUGINS lacks "sajaro"', file=conf)
    siteurl = str(settings.get("SITEURL") or "")
    if siteurl and not _ADDRESS.fullmatch(siteurl):
        raise Misconfigured(
            '{file}: SITEURL is "{value}"; write the address that the site will have, like {example}',
            file=conf,
            value=siteurl,
            example="https://town.example",
        )
    return Settings(
        root=root,
        site=site,
        siteurl=siteurl,
        plugins=tuple(dict.fromkeys(plugins)),
        branch=str(settings.get("PUBLISH_BRANCH") or "gh-pages"),
        remote=str(settings.get("PUBLISH_REMOTE") or "origin"),
        cname=bool(settings.get("PUBLISH_CNAME")),
    )


def _run(path: Path) -> dict[str, Any]:
    """Runs a settings file as Pelican would: it may import its neighbour, and nothing is written beside it."""
    before, writing = list(sys.path), sys.dont_write_bytecode
    sys.path.insert(0, str(path.parent))
    sys.dont_write_bytecode = True
    sys.modules.pop("pelicanconf", None)
    try:
        return runpy.run_path(str(path))
    except Exception as error:
        words = error.msg if isinstance(error, SyntaxError) else error
        said = error if isinstance(error, Refused) else f"{type(error).__name__}: {words}"
        raise Misconfigured("{place}: {error}", place=_place(error, path), error=said) from None
    finally:
        sys.path[:], sys.dont_write_bytecode = before, writing
        sys.modules.pop("pelicanconf", None)


def _place(error: Exception, path: Path) -> str:
    """The file and line of the settings, or of their neighbour, that an error comes from."""
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        return f"{Path(error.filename).name}:{error.lineno}"
    frames = ((frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__))
    inside = [(Path(name).name, line) for name, line in frames if Path(name).parent == path.parent]
    return "{}:{}".format(*inside[-1]) if inside else path.name
