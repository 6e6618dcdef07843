"""What has become of the duties to publish, in a sentence: of the quarter that ended last, and what is late by name."""

from __future__ import annotations

from datetime import date

from sajaro.duties.states import STATES
from sajaro.fields import N_
from sajaro.presenters.build import Build
from sajaro.presenters.duties import WORDS, Duties, duties
from sajaro.reading import Reading
from sajaro.types.parts import unstopped
from sajaro.views import Due, Link, Progress

MOST = 6
"""How many late ones are named; how many there are is said above, and all are on the page of the duties."""


def last_quarter(today: date) -> str:
    """The quarter that ended last, like `2026-Q3`."""
    quarter = (today.month - 1) // 3
    return f"{today.year}-Q{quarter}" if quarter else f"{today.year - 1}-Q4"


def due(build: Build, reading: Reading) -> Due | None:
    """For the home page; None where the site has no duties, or nothing to say of them."""
    found = build.once(duties)
    if found is None:
        return None
    more = Link(build.places.to(found.place(reading.lang)), reading.word(N_("All duties to publish")))
    return summary(found, reading, reading.word(N_("Duties to publish")), more)


def due_key(build: Build) -> bytes:
    """Changes when the summary may."""
    found = build.once(duties)
    return found.key if found else b""


def summary(found: Duties, reading: Reading, title: str, more: Link | None = None) -> Due | None:
    """How many of the quarterly duties are published for the quarter that ended last; and everything that is late."""
    last = last_quarter(reading.today)
    states = [status.state for each in found.standings for status in each.statuses if status.period == last]
    late = [(each.duty, status) for each in found.standings for status in each.statuses if status.state == "late"]
    if not states and not late:
        return None
    parts = tuple(
        (reading.word(WORDS[state][0]), states.count(state), WORDS[state][1]) for state in STATES if state in states
    )
    facts = {"period": unstopped(reading.language.period(last)), "done": states.count("published"), "all": len(states)}
    said = reading.word(N_("{period}: {done} of {all} published")).format(**facts) if states else ""
    sentence = reading.language.capitalised(said)
    named = tuple(
        found.link(reading, duty, note=reading.period(status.period) if status.period else "")
        for duty, status in late[:MOST]
    )
    return Due(Progress(title, sentence, parts), reading.word(N_("Late")), named, more)
