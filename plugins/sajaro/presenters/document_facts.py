"""The facts of a document's page: in the margin what it is, at its foot what it is about; each thing once, and nothing that the
head of the page says already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sajaro import addresses
from sajaro.fields import N_, shapes
from sajaro.presenters.act_dates import dates
from sajaro.presenters.build import Build
from sajaro.presenters.duties import duties
from sajaro.reading import Reading
from sajaro.types import BY_SECTION
from sajaro.types.alerts import Alert
from sajaro.types.base import Fields
from sajaro.types.disclosures import Disclosure
from sajaro.types.events import Event
from sajaro.types.parts import day_of, over
from sajaro.views import Day, Fact, Link, Value, Words

REACH = ("hotline", "phone", "email", "address", "hours")
BELONGS = ("contact", "unit")
SUBJECTS = ("topics", "territories", "nomenclature")
SHORTEST = 6
"""Letters of a fact that the title may say: «VII» begins «VIII», too."""


def facts(build: Build, reading: Reading) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Those of the margin: when it takes place, how to reach it, what its type says of it, whose it is. Those of the foot: its
    topics and territories, and where it is filed."""
    assert reading.document is not None
    fields = reading.document.editions[reading.lang].fields
    labels = {name: reading.word(declared.label) for name, declared in shapes(Fields).items() if declared.label}
    found = {fact.label: fact for fact in reading.facts(fields)} | _duty(build, reading, fields)
    if reading.document.section == "acts":
        days = dates(reading, reading.document.id)
        found = days | {label: fact for label, fact in found.items() if label not in days}
    common = {name: found.pop(label) for name, label in labels.items() if label in found}
    own = list(_gathered(reading, _own(reading, fields, found), common))
    said = {value for fact in own if len(fact.values) == 1 for value in fact.values}

    def new(name: str) -> Iterator[Fact]:
        """A common fact without what has been said; whom to ask is always said."""
        fact = common.get(name)
        values = tuple(each for each in fact.values if name == "contact" or each not in said) if fact else ()
        said.update(values)
        if fact and values:
            yield Fact(_counted(reading, name, fact.label, values), values)

    margin = [*_time(build, reading, fields), *(common[name] for name in REACH if name in common), *own]
    margin += [*_calendar(build, reading, fields), *(fact for name in BELONGS for fact in new(name))]
    margin += _numbered(reading)
    return tuple(margin), tuple(fact for name in SUBJECTS for fact in new(name))


def _numbered(reading: Reading) -> Iterator[Fact]:
    """Its number in the register of public information; what is only there says that it has none yet."""
    document, register = reading.document, reading.library.register
    assert document is not None
    if register and document.gist.entry and document.id not in reading.library.acts.versions:
        number = register.number(document)
        if number or document.section == "register":
            text = reading.language.number(number.number) if number else reading.word(N_("not yet numbered"))
            yield Fact(reading.word(N_("Number in the register")), (Words(text),))


def _counted(reading: Reading, name: str, label: str, values: tuple[Value, ...]) -> str:
    """The label of a list, which says one where there is only one."""
    return reading.word(BY_SECTION[name].singular) if name in BY_SECTION and len(values) == 1 else label


def _gathered(reading: Reading, own: Iterable[Fact], common: dict[str, Fact]) -> Iterator[Fact]:
    """A type's own territory and the territories that it is about as one fact."""
    one = reading.word(N_("Territory"))
    for fact in own:
        if fact.label == one and "territories" in common:
            others = common.pop("territories")
            values = tuple(dict.fromkeys((*fact.values, *others.values)))
            fact = Fact(_counted(reading, "territories", others.label, values), values)
        yield fact


def dated_by_span(build: Build, fields: Fields) -> bool:
    """Whether the head says its time of its own instead of its day: where it has no other, or begins on it. That of an alert is
    the notice's, which is not to be read as that of the danger: it stands under its name."""
    if fields.card_span is None or isinstance(fields, Alert):
        return False
    if fields.listed_by is not fields.date or fields.date is None:
        return True
    return build.library.day(fields.date) == build.library.day(fields.card_span.start)


def _time(build: Build, reading: Reading, fields: Fields) -> Iterator[Fact]:
    own = reading.span(fields)
    if own and not dated_by_span(build, fields):
        yield Fact(reading.word(fields.spans), (own,))


def _calendar(build: Build, reading: Reading, fields: Fields) -> Iterator[Fact]:
    """The way into the reader's calendar, while there is something to come to."""
    if not isinstance(fields, Event) or fields.visibility != "public" or not build.has("calendars"):
        return
    if reading.document and not over(fields.last, reading) and fields.event_status != "cancelled":
        place = build.places.to(addresses.document(reading.document.id, reading.lang) + "event.ics")
        yield Fact(reading.word(N_("Calendar")), (Link(place, reading.word(N_("Add to a calendar"))),))


def _duty(build: Build, reading: Reading, fields: Fields) -> dict[str, Fact]:
    """The duty that a disclosure is for, by its page, where the site has one of it."""
    if not isinstance(fields, Disclosure) or not (known := build.once(duties)):
        return {}
    label = reading.word(shapes(Disclosure)["duty"].label or "")
    mine = next((each.duty for each in known.standings if each.duty.code == fields.duty), None)
    if mine is None:
        return {}
    return {label: Fact(label, (Link(build.places.to(known.place(reading.lang, mine)), mine.code),))}


def _own(reading: Reading, fields: Fields, found: dict[str, Fact]) -> Iterator[Fact]:
    """What its type says of it, without its number, its day and its title."""
    assert reading.document is not None
    act = reading.document.section == "acts"
    hidden = {reading.word(N_("Text"))} if act else set()
    head: set[object] = {Words(fields.card_number)}
    if fields.date and not act:
        head.add(Day(day_of(fields.date)))
    for label, fact in found.items():
        if label not in hidden and not all(value in head or _opens_head(value, fields) for value in fact.values):
            yield fact


def _opens_head(value: object, fields: Fields) -> bool:
    """Whether the title begins with it, as that of a vacancy does with the post, or the summary does and goes on."""
    if not isinstance(value, Words) or len(value.text) < SHORTEST:
        return False
    text, title, summary = (each.casefold() for each in (value.text, fields.title, fields.summary or ""))
    return title.lstrip('„“«"').startswith(text) or summary.startswith(text) and len(summary) > len(text) + 1
