"""What the site produces: one module a kind of output, each named in PLUGINS.

A module of outputs has `artifacts(build)`, which yields `artifacts.Artifact`s and `artifacts.Sheaf`s of them, and re-exports `register`, which Pelican calls.
An operator switches an output off by deleting its line; another project adds one by naming its own module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from sajaro.artifacts import Artifact, Sheaf
from sajaro.site import Misconfigured

if TYPE_CHECKING:
    from sajaro.presenters.build import Build

Output = Callable[["Build"], Iterator[Artifact | Sheaf]]


NEEDED = ("home", "lists", "pages", "files", "pictures", "assets")
"""Outputs that every page links to: a site without one of them would hold dead links."""


def register() -> None:
    """Pelican asks this of every plugin; an output connects to nothing: the build finds `artifacts` by PLUGINS."""


def outputs(plugins: tuple[str, ...]) -> list[Output]:
    """The outputs of a site, in the order of PLUGINS.

    Raises Misconfigured for a plugin that cannot be imported, which Pelican would only log, and where a needed one lacks.
    """
    for name in NEEDED:
        if f"sajaro.outputs.{name}" not in plugins:
            lacking = f"sajaro.outputs.{name}"
            raise Misconfigured(
                "{file}: PLUGINS lacks {plugin}, which pages link to", file="pelicanconf.py", plugin=lacking
            )
    found: list[Output] = []
    for name in plugins:
        if name == "sajaro":
            continue
        try:
            module = import_module(name)
        except ImportError as error:
            raise Misconfigured(
                "{file}: PLUGINS: {plugin} cannot be imported: {error}", file="pelicanconf.py", plugin=name, error=error
            ) from None
        if hasattr(module, "artifacts"):
            found.append(module.artifacts)
    return found
