"""Duties to publish: what is wrong with `duties.toml` or with the disclosures under it, what is late, what falls due soon."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any

from sajaro.check.places import Where
from sajaro.duties import FILE, Declared, Duty, Profile, standings
from sajaro.duties.periods import SOON, fits
from sajaro.duties.states import ANSWERED, ahead
from sajaro.library import Library
from sajaro.problems import Problem, problem
from sajaro.read import Document
from sajaro.settings import Settings
from sajaro.types import BY_SECTION


def check(library: Library, where: Where, settings: Settings) -> Iterator[Problem]:
    declared = library.duties
    if declared is None:
        if (settings.root / FILE).is_file() and "sajaro.outputs.duties" not in settings.plugins:
            yield problem(FILE, "duties-no-output", plugin="sajaro.outputs.duties")
        return
    yield from declared.problems
    if declared.profile is None:
        return
    lacking = list(_places(library, declared.profile, declared))
    yield from lacking
    yield from _disclosures(library, where, declared.profile)
    if not lacking:
        yield from _days(library, declared.profile, declared)


def _places(library: Library, profile: Profile, declared: Declared) -> Iterator[Problem]:
    """Units, acts and other documents that the duties name."""
    if profile.act and profile.act not in library.documents:
        yield _missing(library, profile.act, "acts", "act")
    for duty in profile.duties:
        if duty.unit and library.find(duty.unit, ("units",)) is None:
            yield _missing(library, duty.unit, "units", f"{duty.code}.unit", declared.line(duty.code))
        for place in duty.at:
            if place not in BY_SECTION and place not in library.documents:
                yield _missing(library, place, "", f"{duty.code}.at", declared.line(duty.code))


def _missing(library: Library, id: str, section: str, field: str, line: int | None = None) -> Problem:
    known = [each for each in library.documents if not section or each.startswith(section + "/")]
    known += [each.split("/", 1)[1] for each in known if section == "units"]
    if near := get_close_matches(id, known, 1, 0.7):
        return problem(FILE, "reference-missing-near", line=line, field=field, id=id, near=near[0])
    return problem(FILE, "reference-missing", line=line, field=field, id=id)


def _disclosures(library: Library, where: Where, profile: Profile) -> Iterator[Problem]:
    duties = {duty.code: duty for duty in profile.duties}
    for document in library.documents.values():
        if document.section == "disclosures":
            yield from _disclosure(where, duties, document)


def _disclosure(where: Where, duties: dict[str, Duty], document: Document) -> Iterator[Problem]:
    fields: Any = document.fields
    duty = duties.get(fields.duty)
    if duty is None:
        near = get_close_matches(fields.duty, duties, 3, 0.4)
        yield where.of_document(document, "duty-unknown", ("duty",), value=fields.duty, near=", ".join(near) or "–")
        return
    if duty.periodic and not fields.period:
        yield where.of_document(document, "duty-no-period-said", ("duty",), code=duty.code, example=_example(duty))
    elif duty.periodic and not fits(fields.period, duty.period):
        facts = {"value": fields.period, "code": duty.code, "example": _example(duty)}
        yield where.of_document(document, "duty-period", ("period",), **facts)
    if duty.formats and fields.files and not fields.nil and not fields.withheld:
        endings = {PurePosixPath(each.file).suffix.lower().removeprefix(".") for each in fields.files}
        if not endings & set(duty.formats):
            formats = ", ".join(duty.formats)
            yield where.of_document(document, "duty-formats", ("files",), code=duty.code, formats=formats)


def _example(duty: Duty) -> str:
    return {"annual": "2026", "quarterly": "2026-Q3", "monthly": "2026-10"}[duty.period]


def _days(library: Library, profile: Profile, declared: Declared) -> Iterator[Problem]:
    """What is late, and what falls due within a fortnight."""
    for standing in standings(library, profile):
        duty = standing.duty
        answered = {each.period for each in standing.statuses if each.state in ANSWERED}
        for status in standing.statuses:
            if status.state == "late":
                yield _day(duty, declared, "duty-late", status.period, status.due)
            elif status.state == "due" and not duty.periodic:
                yield _day(duty, declared, "duty-due", "", status.due)
        for period, day in ahead(duty, library.today, library.today + SOON):
            if period not in answered and profile.since and day >= profile.since:
                yield _day(duty, declared, "duty-due", period, day)


def _day(duty: Duty, declared: Declared, code: str, period: str, day: object) -> Problem:
    return problem(
        FILE,
        f"{code}-period" if period else code,
        line=declared.line(duty.code),
        field=duty.code,
        **({"period": period} if period else {}),
        day=day,
    )
