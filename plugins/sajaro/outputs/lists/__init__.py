"""Lists: each section, its years, what belongs to a topic, a unit or a territory; and the page of all sections.

A list shows the newest; older ones are in pages numbered from the oldest, so that `page-1` never changes and a new
document changes one page of a list.
"""

from __future__ import annotations

from collections.abc import Iterator

from sajaro.artifacts import Artifact, Sheaf
from sajaro.outputs import register
from sajaro.outputs.lists.pages import lists
from sajaro.outputs.lists.scopes import scopes
from sajaro.outputs.lists.sections import sections
from sajaro.presenters.build import Build

__all__ = ["artifacts", "register"]


def artifacts(build: Build) -> Iterator[Artifact | Sheaf]:
    for scope in scopes(build):
        yield from lists(build, scope)
    for lang in build.site.languages:
        yield sections(build, lang)
