"""The duties of a site as they stand on the day of its library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sajaro.duties.profile import Duty, Profile
from sajaro.duties.states import Disclosed, Status, statuses
from sajaro.plain import plain

if TYPE_CHECKING:
    from sajaro.library import Library


@plain
class Standing:
    """A duty and what has become of it; `elsewhere` are the sections and ids where the site publishes it without disclosures."""

    duty: Duty
    statuses: tuple[Status, ...]
    elsewhere: tuple[str, ...] = ()


def standings(library: Library, profile: Profile) -> tuple[Standing, ...]:
    """Every duty on the library's day."""
    found: dict[str, list[Disclosed]] = defaultdict(list)
    for each in disclosed(library):
        found[each.duty].append(each)
    return tuple(_standing(library, profile, duty, found[duty.code]) for duty in profile.duties)


def disclosed(library: Library) -> Iterator[Disclosed]:
    """What readers have: what is withdrawn or not out yet counts for nothing, what has expired still does."""
    for id, document in library.documents.items():
        if document.section != "disclosures" or id in library.withheld or library.is_tombstone(document):
            continue
        fields: Any = document.fields
        first = max(library.moment(each) for each in (fields.date, fields.embargo) if each)
        yield Disclosed(
            id,
            fields.duty,
            fields.period or "",
            first.date(),
            fields.nil,
            fields.withheld is not None,
            fields.withheld.until if fields.withheld else None,
        )


def _standing(library: Library, profile: Profile, duty: Duty, found: list[Disclosed]) -> Standing:
    assert profile.since is not None
    elsewhere = tuple(each for each in duty.at if each in library.listed or _is_listed(library, each))
    if elsewhere and not found:
        return Standing(duty, (Status("", "published"),), elsewhere)
    return Standing(duty, statuses(duty, found, profile.since, library.today), elsewhere)


def _is_listed(library: Library, id: str) -> bool:
    return id in library.documents and library.is_listed(library.documents[id])
