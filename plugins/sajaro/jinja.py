"""Jinja as the theme's templates know it: in one language, with its words and its ways to write dates and numbers."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import MutableMapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from sajaro.catalogs import Catalog
from sajaro.languages import language


class Environment(jinja2.Environment):
    """Autoescape and StrictUndefined are on; templates are compiled once, and kept in the folder `compiled` where it is given."""

    def __init__(self, lang: str, words: Catalog, folders: Sequence[Path], compiled: Path | None) -> None:
        kept = None
        if compiled is not None:
            compiled.mkdir(parents=True, exist_ok=True)
            kept = FileSystemBytecodeCache(str(compiled))
        super().__init__(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
            auto_reload=False,
            bytecode_cache=kept,
            cache_size=-1,
        )
        self.install_gettext_callables(  # type: ignore[attr-defined]
            words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext, npgettext=words.npgettext
        )
        spoken = language(lang)
        self.globals |= {"lang": spoken, "once": once}
        self.filters |= {
            "date": cache(spoken.date),
            "day_month": cache(spoken.day_month),
            "moment": spoken.moment,
            "time": spoken.time,
            "number": spoken.number,
        }

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals themselves where a template adds none: each import compares their names, slowly where they are chained."""
        return ChainMap(d, self.globals) if d else self.globals


@lru_cache(maxsize=1 << 14)
def once(macro: Any, *views: Any) -> str:
    """What a macro draws, drawn once for equal views: a card stands in many lists."""
    return macro(*views)
