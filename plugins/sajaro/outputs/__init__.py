"""What the site produces: one module a kind of output, each named in PLUGINS.

A module of outputs has `artifacts(build)`, which yields `artifacts.Artifact`s, and re-exports `register`, which Pelican calls.
An operator switches an output off by deleting its line; another project adds one by naming its own module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from sajaro.artifacts import Artifact
from sajaro.site import Misconfigured

if TYPE_CHECKING:
    from sajaro.outputs.build import Build

Output = Callable[["Build"], Iterator[Artifact]]


def register() -> None:
    """Pelican asks this of every plugin; an output connects to nothing: the build finds `artifacts` by PLUGINS."""


def outputs(plugins: tuple[str, ...]) -> list[Output]:
    """The outputs of a site, in the order of PLUGINS.

    Raises Misconfigured for a plugin that cannot be imported: Pelican would only log it.
    """
    found: list[Output] = []
    for name in plugins:
        if name == "sajaro":
            continue
        try:
            module = import_module(name)
        except ImportError as error:
            raise Misconfigured(f"pelicanconf.py: PLUGINS: {name} cannot be imported: {error}") from None
        if hasattr(module, "artifacts"):
            found.append(module.artifacts)
    return found
