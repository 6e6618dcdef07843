"""The register of public information: pages of all entries, the same as CSV (with its Table Schema) and JSON, an index for browsers.

The documents of the site that are public information are in it by themselves, beside the entries made by hand. Which they are and
when they were entered is in `sajaro.public_register`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sajaro import ledgers
from sajaro.artifacts import Artifact, Sheaf
from sajaro.outputs import register
from sajaro.outputs.public_register.ledger import PublicRegister
from sajaro.presenters.build import Build
from sajaro.presenters.register import entries

__all__ = ["artifacts", "register"]


def artifacts(build: Build) -> Iterator[Artifact | Sheaf]:
    found = build.once(entries)
    if found is None:
        return
    ledger = PublicRegister(found)
    for lang in build.site.languages:
        yield from ledgers.artifacts(ledger, lang)
