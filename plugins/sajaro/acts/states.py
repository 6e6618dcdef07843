"""The state of legal acts on a day, from what acts say of themselves and of each other.

The first that holds of: withdrawn, repealed, expired, not-yet, partly-repealed, amended, in-force. An act is in force from
`effective_from`, else `published`, else `official_published`, else `date`; what it changes counts from then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import Literal

from sajaro.fields import N_
from sajaro.read import Document
from sajaro.read.gist import ActGist
from sajaro.views import State, Tone

ActState = Literal["withdrawn", "repealed", "expired", "not-yet", "partly-repealed", "amended", "in-force"]

WORDS: dict[ActState, tuple[str, Tone]] = {
    "withdrawn": (N_("Withdrawn"), "severe"),
    "repealed": (N_("Repealed"), "severe"),
    "expired": (N_("No longer in force"), "severe"),
    "not-yet": (N_("Not yet in force"), "attention"),
    "partly-repealed": (N_("Repealed in part"), "attention"),
    "amended": (N_("In force, amended"), "good"),
    "in-force": (N_("In force"), "good"),
}
FORCES: dict[ActState, Literal["InForce", "PartiallyInForce", "NotInForce"]] = {
    "in-force": "InForce",
    "amended": "InForce",
    "partly-repealed": "PartiallyInForce",
}
TEXT_CHANGES = ("amends", "repeals_in_part", "corrects")
"""What another act does to the words of one."""
_DONE = (*TEXT_CHANGES, "repeals")


class Acts:
    """The acts of a library: versions, relations, states."""

    def __init__(
        self,
        documents: dict[str, Document],
        withheld: set[str],
        find: Callable[[str, tuple[str, ...]], str | None],
        targets: dict[str, tuple[tuple[str, str | None], ...]],
        today: date,
    ) -> None:
        self.documents, self.today = documents, today
        self.ids = dict.fromkeys(id for id, each in documents.items() if each.section == "acts" and id not in withheld)
        self.versions: dict[str, str] = {}
        self.texts: dict[str, list[str]] = defaultdict(list)
        self._states: dict[str, ActState] = {}
        self.changers: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for id in self.ids:
            version_of = self._gist(id).version_of
            if version_of:
                target = find(version_of, ("acts",))
                if target:
                    self.versions[id] = target
                    self.texts[target].append(id)
                continue
            for field, target in targets[id]:
                if field in _DONE and target and (field, id) not in self.changers[target]:
                    self.changers[target].append((field, id))

    def _gist(self, id: str) -> ActGist:
        gist = self.documents[id].gist.act
        assert gist is not None
        return gist

    def adopted(self, id: str) -> date | None:
        """The day of its adoption; of a version the day of that text."""
        return self._gist(id).day

    def entry(self, id: str) -> date | None:
        """The day on which an act enters into force."""
        return self._gist(id).entry

    def last(self, id: str) -> date | None:
        """The last day on which it is in force, where that is fixed."""
        return self._gist(id).last

    def done_to(self, id: str) -> tuple[tuple[str, str, date], ...]:
        """What other acts do to this one, ever: the relation, the act, the day from which it counts."""
        return self._done.get(id, ())

    @cached_property
    def _done(self) -> dict[str, tuple[tuple[str, str, date], ...]]:
        since = {
            id: gist.act.entry
            for id in self.ids
            if (gist := self.documents[id].gist).act and gist.act.entry and gist.status != "withdrawn"
        }
        return {
            id: tuple((relation, changer, since[changer]) for relation, changer in changers if changer in since)
            for id, changers in self.changers.items()
        }

    @cached_property
    def every_change(self) -> list[tuple[str, str, str, date]]:
        """What is done to acts, ever, the last first: the act, the relation, the one that does it, the day from which it counts."""
        found = [
            (day, id, relation, changer)
            for id, done in self._done.items()
            if id in self.ids and id not in self.versions
            for relation, changer, day in done
        ]
        return [(id, relation, changer, day) for day, id, relation, changer in sorted(found, reverse=True)]

    def changes(self, id: str, day: date | None = None) -> dict[str, list[str]]:
        """By relation, the acts that have changed this one by `day`; earliest first."""
        day = day or self.today
        return _by_relation(each for each in self.done_to(id) if each[2] <= day)

    def on(self, id: str, day: date) -> dict[str, list[str]]:
        """By relation, the acts that changed this one on that very day."""
        return _by_relation(each for each in self.done_to(id) if each[2] == day)

    def state(self, id: str, day: date | None = None) -> ActState:
        """The state of an act on a day, today where none is given."""
        if day:
            return self._state(id, day)
        if id not in self._states:
            self._states[id] = self._state(id, self.today)
        return self._states[id]

    def _state(self, id: str, day: date) -> ActState:
        if self.documents[id].gist.status == "withdrawn":
            return "withdrawn"
        changes = {relation for relation, _, when in self.done_to(id) if when <= day}
        entry, last = self.entry(id), self.last(id)
        if "repeals" in changes:
            return "repealed"
        if last and last < day:
            return "expired"
        if entry and entry > day:
            return "not-yet"
        if "repeals_in_part" in changes:
            return "partly-repealed"
        return "amended" if "amends" in changes else "in-force"

    def shown(self, id: str, word: Callable[[str], str]) -> State | None:
        """The state as a word for readers; None for a version, which is no act of its own."""
        if id in self.versions:
            return None
        message, tone = WORDS[self.state(id)]
        return State(word(message), tone)


def _by_relation(found: Iterable[tuple[str, str, date]]) -> dict[str, list[str]]:
    relations: dict[str, list[str]] = defaultdict(list)
    for relation, changer, _ in sorted(found, key=lambda each: (each[2], each[1])):
        relations[relation].append(changer)
    return relations
