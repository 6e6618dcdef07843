"""What has become of a request on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sajaro.duties.profile import Profile, Requests
from sajaro.read.gist import RequestGist
from sajaro.requests import Terms

GEORGIA, KOSOVO, NOWHERE = Terms(None, "GE"), Terms(None, "XK"), Terms(None, "DE")
MONDAY = date(2026, 6, 1)


def request(**said: Any) -> RequestGist:
    nothing = dict.fromkeys(("answered", "extended_to", "channel", "requester", "ground", "fee", "appeal"))
    return RequestGist(**({"received": MONDAY, "outcome": "pending", "correction": False} | nothing | said))


def state(terms: Terms, today: date, **said: Any) -> tuple[Any, ...]:
    found = terms.handling(request(**said), today)
    return found.state, found.due, found.days, found.over, found.left


def test_the_law_of_the_country_where_no_profile_says_it():
    assert GEORGIA.due(MONDAY) == date(2026, 6, 15) and GEORGIA.working
    assert KOSOVO.due(MONDAY) == date(2026, 6, 8) and not KOSOVO.working
    assert NOWHERE.due(MONDAY) is None and NOWHERE.longest(MONDAY) is None


def test_a_profile_comes_first_and_its_days_off_count():
    law = Requests(10, working=True, days_off=(date(2026, 6, 15), date(2026, 6, 16)))
    assert Terms(Profile({}, {}, (), country="GE", requests=law), "DE").due(MONDAY) == date(2026, 6, 17)


def test_a_term_in_calendar_days_ends_on_no_day_off():
    assert KOSOVO.due(date(2026, 5, 30)) == date(2026, 6, 8), "a Saturday and a week"
    assert KOSOVO.longest(MONDAY) == date(2026, 6, 23)


def test_a_request_from_receipt_to_answer():
    due = date(2026, 6, 15)
    answered = {"outcome": "granted", "answered": date(2026, 6, 17)}
    assert state(GEORGIA, MONDAY, **answered) == ("pending", due, None, 0, 10), "the answer has not come yet"
    assert state(GEORGIA, due, **answered) == ("pending", due, None, 0, 0)
    assert state(GEORGIA, date(2026, 6, 16), **answered) == ("overdue", due, None, 1, 0)
    assert state(GEORGIA, date(2026, 6, 17), **answered) == ("late", due, 12, 2, 0)


def test_an_answer_on_the_last_day_is_in_time():
    assert state(GEORGIA, date(2027, 1, 1), outcome="refused", answered=date(2026, 6, 15))[0] == "answered"
    assert state(GEORGIA, date(2027, 1, 1), outcome="granted", answered=MONDAY)[2] == 0


def test_an_extension_moves_the_last_day():
    extended = {"extended_to": date(2026, 6, 22)}
    assert state(GEORGIA, date(2026, 6, 20), **extended)[:2] == ("pending", date(2026, 6, 22))
    assert state(GEORGIA, date(2026, 6, 30), outcome="granted", answered=date(2026, 6, 19), **extended)[0] == "answered"


def test_a_question_to_the_requester_stops_the_time():
    assert state(GEORGIA, date(2027, 1, 1), outcome="clarification", answered=date(2026, 6, 3))[0] == "waiting"


def test_a_request_that_was_withdrawn_has_no_days():
    assert state(GEORGIA, date(2027, 1, 1), outcome="withdrawn", answered=date(2026, 6, 3))[2] is None


@pytest.mark.parametrize("today", [MONDAY, date(2036, 1, 1)])
def test_where_no_law_is_known_nothing_is_late(today: date):
    assert state(NOWHERE, today)[:2] == ("pending", None)
