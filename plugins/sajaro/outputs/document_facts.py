"""The facts in the margin of a document's page: what it is, beyond what the head of the page says already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sajaro import addresses
from sajaro.fields import N_, shapes
from sajaro.outputs.build import Build
from sajaro.reading import Reading
from sajaro.types.base import Fields
from sajaro.views import Fact, Link, Words

REACH = ("hotline", "phone", "email", "address", "hours")
BELONGS = ("contact", "unit", "topics", "territories", "nomenclature")


def facts(build: Build, reading: Reading) -> Iterator[Fact]:
    """When it takes place, how to reach it, what its type says of it, what it belongs to: each thing once."""
    document = reading.document
    assert document is not None
    fields = document.editions[reading.lang].fields
    if fields.card_span and fields.listed_by is fields.date:
        yield Fact(reading.word(fields.spans), (fields.card_span,))
    found = {fact.label: fact for fact in reading.facts(fields)}
    if document.id in build.library.acts.versions:
        found.pop(reading.word(N_("Text")), None)
    labels = {name: reading.word(declared.label) for name, declared in shapes(Fields).items() if declared.label}
    yield from (found[labels[name]] for name in REACH if labels[name] in found)
    own = [
        fact
        for label, fact in found.items()
        if label not in labels.values() and not _is_number(fact, fields.card_number)
    ]
    yield from own
    if document.section == "events" and build.has("calendars") and getattr(fields, "visibility", "") == "public":
        place = build.places.to(addresses.document(document.id, reading.lang) + "event.ics")
        yield Fact(reading.word(N_("Calendar")), (Link(place, reading.word(N_("Add to a calendar"))),))
    said = {value for fact in own if len(fact.values) == 1 for value in fact.values}
    for name in BELONGS:
        fact = found.get(labels[name])
        values = tuple(value for value in fact.values if name == "contact" or value not in said) if fact else ()
        said |= set(values)
        if fact and values:
            yield replace(fact, values=values)


def _is_number(fact: Fact, number: str) -> bool:
    """Whether it is the number, which stands in the head."""
    return bool(number) and fact.values == (Words(number),)
