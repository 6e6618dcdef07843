"""Where people were met: public meetings and lectures by territory, and the territories that had none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sajaro.plain import plain

if TYPE_CHECKING:
    from sajaro.library import Library


@plain
class Coverage:
    """The meetings in one territory as days and ids: those that took place, the last first, and the `next` that is announced."""

    territory: str
    held: tuple[tuple[date, str], ...]
    next: tuple[date, str] | None = None

    def of_year(self, year: int) -> int:
        return sum(day.year == year for day, _ in self.held)


def coverage(library: Library) -> list[Coverage]:
    """Every territory of the site that lists show, those without any meeting too. A meeting counts in the territories that it names,
    not in those that they are part of; one that begins today is held."""
    days: dict[str, list[tuple[date, str]]] = {each.id: [] for each in library.listed.get("territories", ())}
    for event in library.listed.get("events", ()):
        if event.gist.meeting is None:
            continue
        named = {target for field, target in library.targets[event.id] if field in ("territory", "territories")}
        for territory in named & days.keys():
            days[territory].append((event.gist.meeting, event.id))
    return [_coverage(territory, sorted(found), library.today) for territory, found in days.items()]


def _coverage(territory: str, found: list[tuple[date, str]], today: date) -> Coverage:
    held = tuple(reversed([each for each in found if each[0] <= today]))
    return Coverage(territory, held, next((each for each in found if each[0] > today), None))
