"""The log of requests for information: pages of all of them, the same as CSV (with its Table Schema), an index for browsers, statistics.

What falls due when, and what requests come to in numbers, is in `sajaro.requests`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sajaro import ledgers
from sajaro.artifacts import Artifact, Sheaf
from sajaro.outputs import register
from sajaro.outputs.requests.ledger import RequestLog
from sajaro.outputs.requests.statistics import statistics
from sajaro.presenters.build import Build
from sajaro.presenters.request_words import requests

__all__ = ["artifacts", "register"]


def artifacts(build: Build) -> Iterator[Artifact | Sheaf]:
    found = build.once(requests)
    if found is None:
        return
    ledger = RequestLog(found)
    for lang in build.site.languages:
        yield from ledgers.artifacts(ledger, lang)
        yield from statistics(found, lang)
