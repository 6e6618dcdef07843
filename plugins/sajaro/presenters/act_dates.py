"""The days of an act, each by its name: they are different things. And whether what is read here is the official text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sajaro.fields import N_
from sajaro.reading import Reading
from sajaro.views import Day, Fact, Link, Notice


def dates(reading: Reading, id: str) -> dict[str, Fact]:
    """Adopted, made public, officially published, in force from and until, by their labels; of a version those of its act."""
    acts = reading.library.acts
    act = acts.versions.get(id, id)
    fields: Any = reading.library.documents[act].fields
    found = {
        N_("Adopted"): acts.adopted(act),
        N_("Made public"): fields.published,
        N_("Officially published"): fields.official_published,
        N_("In force from"): acts.entry(act),
        N_("In force until"): _until(reading, act),
    }
    return {
        (label := reading.word(name)): Fact(label, (Day(day),)) for name, day in found.items() if isinstance(day, date)
    }


def _until(reading: Reading, act: str) -> date | None:
    """The last day of force, as far as it is known: as the act says, or the day before it is repealed."""
    acts = reading.library.acts
    repeals = [day - timedelta(days=1) for relation, _, day in acts.done_to(act) if relation == "repeals"]
    last = acts.last(act)
    return min([*repeals, *([last] if last else [])], default=None)


def unofficial(reading: Reading) -> Iterator[Notice]:
    """That the official text of a normative act stands elsewhere."""
    library, document = reading.library, reading.document
    assert document is not None
    fields: Any = library.documents[library.acts.versions.get(document.id, document.id)].fields
    if fields.official_url and any(kind.id == fields.kind and kind.normative for kind in library.site.act_kinds):
        link = Link(fields.official_url, reading.word(N_("The official text")))
        yield Notice(reading.word(N_("An unofficial copy")), "", "neutral", (link,))
