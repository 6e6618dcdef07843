"""Requests for information: what should have been answered, days that the law does not give, and what reports of them lack."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sajaro.check.places import Where
from sajaro.duties import FILE
from sajaro.library import Library
from sajaro.problems import Problem, problem
from sajaro.read import Document
from sajaro.requests.terms import LASTING
from sajaro.working_days import UnknownCountry

KEPT = "frozen.json"


def check(library: Library, where: Where) -> Iterator[Problem]:
    log = library.requests
    if log is None:
        return
    try:
        overdue = log.overdue if log.terms.calendar else []
    except UnknownCountry as error:
        yield problem(FILE, "requests-country", field="requests", country=error)
        return
    for document in overdue:
        yield where.of_document(document, "request-overdue", ("outcome",), day=log.handling(document).due)
    for document in log.requests:
        request = document.gist.request
        assert request is not None
        longest = log.terms.longest(request.received) if request.extended_to else None
        if longest and request.extended_to and request.extended_to > longest:
            yield where.of_document(document, "request-extended", ("extended_to",), day=longest)
        if request.outcome in LASTING and request.answered is None:
            yield where.of_document(document, "request-no-day", ("answered",))
    for document in library.listed.get("reports", ()):
        fields: Any = document.fields
        if fields.kind == "information-requests":
            yield from _report(library, where, document, fields)


def _report(library: Library, where: Where, document: Document, fields: Any) -> Iterator[Problem]:
    """Every heading that the tables alone do not fill is to be written by the institution."""
    profile = library.duties.profile if library.duties else None
    headings = profile.report if profile else ()
    written = {each.id for each in fields.answers}
    if fields.frozen and fields.answers and not _is_kept(where, document):
        yield where.of_document(document, "report-frozen", ("frozen",), file=KEPT)
    for number, each in enumerate(fields.answers):
        if each.id not in {heading.code for heading in headings}:
            codes = ", ".join(heading.code for heading in headings) or "–"
            yield where.of_document(document, "report-answer", ("answers", number), code=each.id, codes=codes)
    for heading in headings if fields.answers else ():
        if heading.asks and heading.code not in written:
            title = library.site.text(heading.title, document.original)[0]
            yield where.of_document(document, "report-not-written", ("answers",), title=title, code=heading.code)


def _is_kept(where: Where, document: Document) -> bool:
    """Whether the file beside a report holds what was frozen."""
    try:
        return document.id in json.loads((where.root / "content" / document.folder / KEPT).read_text("utf-8"))
    except (OSError, ValueError, TypeError):
        return False
