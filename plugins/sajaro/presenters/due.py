"""What is due in public information, as far as disclosures tell: a duty is known here by what was published under it.

Not here: which duties a law sets, and how many days it gives.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from sajaro.fields import N_
from sajaro.reading import Reading
from sajaro.views import Progress


def last_quarter(today: date) -> str:
    """The quarter that ended last, like `2026-Q3`."""
    quarter = (today.month - 1) // 3
    return f"{today.year}-Q{quarter}" if quarter else f"{today.year - 1}-Q4"


def due(reading: Reading) -> Progress | None:
    """How many of the quarterly duties are published for the quarter that ended last; None where there are none."""
    last = last_quarter(reading.today)
    quarters: dict[str, set[str]] = defaultdict(set)
    for document in reading.library.listed.get("disclosures", ()):
        fields: Any = document.fields
        if fields.period and "-Q" in fields.period:
            quarters[fields.duty].add(fields.period)
    expected = [found for found in quarters.values() if min(found) <= last]
    if not expected:
        return None
    done = sum(last in found for found in expected)
    facts = {"period": reading.language.period(last), "done": done, "all": len(expected)}
    return Progress(
        reading.word(N_("Due in public information")),
        reading.word(N_("{period}: {done} of {all} published")).format(**facts),
        (
            (reading.word(N_("Published")), done, "good"),
            (reading.word(N_("Not yet published")), len(expected) - done, "attention"),
        ),
    )
