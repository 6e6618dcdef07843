"""The days between which an act stands in one way: what held on any day, known from the acts alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from sajaro.acts.states import TEXT_CHANGES, Acts, ActState

_DAY = timedelta(days=1)


class Period(NamedTuple):
    """From `start` to `end`, both included, `end` None where nothing known ends it. `causes` are ids of the acts whose effect begins with
    it; `text` is the id of the version, or of the act itself, that reads as it stood then, None where no text is at hand."""

    start: date
    end: date | None
    state: ActState
    causes: tuple[str, ...]
    text: str | None


def periods(acts: Acts, id: str) -> list[Period]:
    """What held when, from the act's adoption on; empty for a withdrawn act, of which nothing is to be had."""
    adopted = acts.adopted(id)
    if adopted is None or acts.state(id, adopted) == "withdrawn":
        return []
    turns = sorted(day for day in {adopted, *_turns(acts, id)} if day >= adopted)
    found: list[Period] = []
    for start, after in zip(turns, [*turns[1:], None], strict=True):
        state, text = acts.state(id, start), text_on(acts, id, start)
        causes = tuple(each for relation in acts.on(id, start).values() for each in relation)
        found.append(Period(start, after - _DAY if after else None, state, causes, text))
    return found


def _turns(acts: Acts, id: str) -> set[date]:
    """The days on which something begins: it enters into force, is changed, lapses, is put together anew."""
    last = acts.last(id)
    ends = {last + _DAY} if last else set()
    entry = acts.entry(id)
    days = ends | ({entry} if entry else set()) | {day for _, _, day in acts.done_to(id)}
    return days | {day for each in acts.texts.get(id, ()) if (day := acts.adopted(each))}


def text_on(acts: Acts, id: str, day: date) -> str | None:
    """The id of what reads as the act stood on a day: the newest version of then, unless the act was changed after it."""
    versions = [(when, each) for each in acts.texts.get(id, ()) if (when := acts.adopted(each)) and when <= day]
    since, text = max(versions, default=(date.min, id))
    later = any(relation in TEXT_CHANGES and since < when <= day for relation, _, when in acts.done_to(id))
    return None if later else text
