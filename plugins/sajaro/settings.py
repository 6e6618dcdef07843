"""A site's folder and its settings, however the build was started."""

from __future__ import annotations

import runpy
import sys
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sajaro.site import Misconfigured, Site


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
    root = Path(root).resolve()
    path = root / conf
    if not path.is_file():
        raise Misconfigured(f"{root} is no site: it has no {conf}. Make one with: tasks.py init {root} …")
    if not (root / "content").is_dir():
        raise Misconfigured(f"{root} is no site: it has no folder content/")
    return from_mapping(_run(path), root)


def from_mapping(settings: Mapping[str, Any], root: Path) -> Settings:
    """The same from settings that Pelican has read."""
    site = settings.get("SITE")
    if not isinstance(site, Site):
        raise Misconfigured("pelicanconf.py: SITE is missing; write SITE = Site(…)")
    plugins = tuple(settings.get("PLUGINS") or ())
    if "sajaro" not in plugins:
        raise Misconfigured('pelicanconf.py: PLUGINS lacks "sajaro"')
    return Settings(
        root=root,
        site=site,
        siteurl=str(settings.get("SITEURL") or ""),
        plugins=plugins,
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
        said = str(error) if isinstance(error, Misconfigured) else f"{type(error).__name__}: {error}"
        raise Misconfigured(f"{_place(error, path)}: {said}") from None
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
