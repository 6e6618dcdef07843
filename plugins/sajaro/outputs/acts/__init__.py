"""Legal acts: a register of all of them as pages, CSV, JSON and an index for browsers, feeds of amended and repealed acts, Akoma Ntoso
beside each act, and a page that compares each consolidated text with the one before it.

The pages of acts themselves are made in `outputs.pages`; how acts stand to one another is in `sajaro.acts`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sajaro import ledgers
from sajaro.artifacts import Artifact, Sheaf
from sajaro.outputs import register
from sajaro.outputs.acts import comparisons
from sajaro.outputs.acts.akn import expressions
from sajaro.outputs.acts.feeds import feeds
from sajaro.outputs.acts.ledger import ActsLedger
from sajaro.presenters.act_register import Register
from sajaro.presenters.build import Build

__all__ = ["artifacts", "register"]


def artifacts(build: Build) -> Iterator[Artifact | Sheaf]:
    found = build.once(Register)
    if not found.documents:
        return
    ledger = ActsLedger(found)
    for lang in build.site.languages:
        yield from ledgers.artifacts(ledger, lang)
        yield from feeds(found, lang)
    yield from comparisons.pages(build)
    yield from expressions(build)
