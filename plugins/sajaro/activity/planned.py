"""Plans of communication against what was published: of each activity, by when it was due and when there was something to show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from sajaro.activity.published import issued_on
from sajaro.plain import plain

if TYPE_CHECKING:
    from sajaro.library import Library
    from sajaro.read import Document

Standing = Literal["in-time", "late", "overdue", "upcoming", "dropped"]
GIVEN_UP = ("postponed", "cancelled")


@plain
class Step:
    """An activity of a plan: its place there, when it was due, the first `day` of a publication that shows it or on which it was
    said to be done, the ids of what was published."""

    plan: str
    number: int
    due: date | None
    day: date | None
    evidence: tuple[str, ...]
    standing: Standing

    @property
    def late(self) -> int:
        """Days after the last day; negative where it was before."""
        return (self.day - self.due).days if self.day and self.due else 0


def plans(library: Library) -> list[Document]:
    """The communication plans that are out, the last first."""
    return [each for each in library.listed.get("plans", ()) if each.fields.kind == "communication"]  # type: ignore[attr-defined]


def steps(library: Library, plan: Document) -> list[Step]:
    fields: Any = plan.fields
    return [_step(library, plan.id, number, each) for number, each in enumerate(fields.activities)]


def _step(library: Library, plan: str, number: int, activity: Any) -> Step:
    found = [id for each in activity.evidence if (id := library.find(each)) and library.is_out(id)]
    published = [day for id in found if (day := issued_on(library, id))]
    days = [day for day in (*published, activity.done) if day and day <= library.today]
    day = min(days, default=None)
    return Step(plan, number, activity.due, day, tuple(found), _standing(activity, day, library.today))


def _standing(activity: Any, day: date | None, today: date) -> Standing:
    """What is published of an activity fulfils it only where the plan does not say itself that there is more to do."""
    done = activity.done or activity.status == "done" or (day and activity.status is None)
    if done:
        return "late" if activity.due and day and day > activity.due else "in-time"
    if activity.status in GIVEN_UP:
        return "dropped"
    return "overdue" if activity.due and activity.due < today else "upcoming"
