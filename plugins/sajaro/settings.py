"""A site's folder and its settings, however the build was started."""

from __future__ import annotations

import runpy
import sys
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
    )


def _run(path: Path) -> dict[str, Any]:
    """Runs a settings file as Pelican would: it may import its neighbour, and nothing is written beside it."""
    before, writing = list(sys.path), sys.dont_write_bytecode
    sys.path.insert(0, str(path.parent))
    sys.dont_write_bytecode = True
    sys.modules.pop("pelicanconf", None)
    try:
        return runpy.run_path(str(path))
    except Misconfigured as error:
        raise Misconfigured(f"{path.name}: {error}") from None
    except Exception as error:
        line = next((frame.tb_lineno for frame in _frames(error) if frame.tb_frame.f_code.co_filename == str(path)), None)
        line = getattr(error, "lineno", None) if isinstance(error, SyntaxError) else line
        place = f"{path.name}:{line}" if line else path.name
        raise Misconfigured(f"{place}: {type(error).__name__}: {error}") from None
    finally:
        sys.path[:], sys.dont_write_bytecode = before, writing
        sys.modules.pop("pelicanconf", None)


def _frames(error: BaseException) -> list[Any]:
    frames, each = [], error.__traceback__
    while each:
        frames.append(each)
        each = each.tb_next
    return frames[::-1]
