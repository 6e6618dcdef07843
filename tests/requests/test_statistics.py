"""Counts of requests: every sum comes out even, whatever the log holds."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sajaro.read.gist import RequestGist
from sajaro.requests import Terms, statistics
from sajaro.requests.statistics import Case
from sajaro.types.requests import CHANNEL, OPEN, OUTCOME

TERMS = Terms(None, "GE")
FIRST = date(2025, 1, 1)
WORDS = [name for name, _ in OUTCOME.__metadata__[0].words]


@st.composite
def requests(draw: st.DrawFn) -> RequestGist:
    received = FIRST + timedelta(days=draw(st.integers(0, 700)))
    outcome = draw(st.sampled_from(WORDS))
    answered = (
        received + timedelta(days=draw(st.integers(0, 60))) if outcome != "pending" and draw(st.booleans()) else None
    )
    channel = draw(st.sampled_from([name for name, _ in CHANNEL.__metadata__[0].words]))
    fee = draw(st.sampled_from([None, Decimal("1.20")]))
    appeal = draw(st.sampled_from([None, ("court", received, False), ("mayor", received, True)]))
    ground = "Art. 28" if outcome in ("refused", "partly-granted") else None
    return RequestGist(received, outcome, answered, None, channel, "citizen", ground, fee, False, appeal)


def cases(found: list[RequestGist], today: date) -> list[Case]:
    return [Case(str(number), each, TERMS.handling(each, today)) for number, each in enumerate(found)]


@given(st.lists(requests()), st.integers(0, 800))
def test_what_was_received_is_closed_or_open(found: list[RequestGist], days: int):
    today = FIRST + timedelta(days=days)
    told = cases([each for each in found if each.received <= today], today)
    counts = statistics.counts(told)
    assert counts.received == len(told) == counts.closed + counts.open
    assert counts.open == sum(each.handling.state in OPEN for each in told)
    for by in (statistics.year, statistics.quarter, statistics.channel, statistics.outcome, statistics.requester):
        groups = statistics.grouped(told, by)
        assert [sum(each) for each in zip(*map(statistics.counts, groups.values()), strict=True)] == list(
            counts
        ) * bool(told)
    grounds = statistics.grounds(told)
    refused = sum(each.handling.outcome == "refused" for each in told)
    assert sum(each.refused for each in grounds.values()) == refused
    assert sum(each.appeals for each in statistics.appeals(told, today).values()) <= len(told)


def case(days: int) -> Case:
    received = date(2026, 6, 1)
    answered = TERMS.calendar.after(received, days)
    gist = RequestGist(received, "granted", answered, None, None, None, None, None, False, None)
    return cases([gist], date(2027, 1, 1))[0]


def test_days_to_the_answer():
    assert statistics.days([]) is None
    assert statistics.days([case(days) for days in range(1, 11)]) == (10, 5.5, 9, 10)
    assert statistics.days([case(3)]) == (1, 3, 3, 3)


def test_fees_and_appeals_count_from_their_day():
    gist = RequestGist(
        date(2026, 6, 1), "refused", date(2026, 6, 10), None, None, None, "Art. 28", Decimal("2.50"), False,
        ("court", date(2026, 7, 1), False),
    )  # fmt: skip
    told = cases([gist], date(2026, 12, 1))
    assert statistics.fees(told, date(2026, 6, 9)) == (0, 0)
    assert statistics.fees(told, date(2026, 6, 10)) == (1, Decimal("2.50"))
    assert statistics.appeals(told, date(2026, 6, 30)) == {}
    assert statistics.appeals(told, date(2026, 7, 1)) == {"court": (1, 0, "0")}
