"""The state of a document on a day."""

from __future__ import annotations

import pytest

from sajaro.fields import moment
from sajaro.views import State
from tests.types.fake import TBILISI, FakePage
from tests.types.loading import example

CASES = [
    # section, example, what is changed, now, word, tone
    ("announcements", "full", {}, "2026-11-20 23:59", None, None),
    ("announcements", "full", {}, "2026-11-21 00:00", "Over", "neutral"),
    ("events", "minimal", {}, "2026-11-28 23:59", None, None),
    ("events", "minimal", {}, "2026-11-29 00:00", "Ended", "neutral"),
    ("events", "full", {"event_status": "confirmed"}, "2026-11-28 17:59", None, None),
    ("events", "full", {"event_status": "confirmed"}, "2026-11-28 18:00", "Ended", "neutral"),
    ("events", "minimal", {"start": "2026-11-28", "end": "2026-11-29"}, "2026-11-29 23:59", None, None),
    ("events", "minimal", {"start": "2026-11-28", "end": "2026-11-29"}, "2026-11-30 00:00", "Ended", "neutral"),
    ("events", "full", {"event_status": "tentative"}, "2026-11-28 17:59", "Tentative", "attention"),
    ("events", "full", {"event_status": "tentative"}, "2026-11-28 18:00", "Ended", "neutral"),
    ("events", "full", {}, "2026-11-22", "Postponed", "attention"),
    ("events", "full", {"event_status": "cancelled"}, "2026-11-22", "Cancelled", "severe"),
    ("acts", "full", {}, "2026-11-22", "In force", "good"),
    ("disclosures", "full", {}, "2026-11-22", None, None),
    ("disclosures", "nil", {}, "2026-11-22", "Nothing to report", "neutral"),
    ("disclosures", "withheld", {}, "2026-11-22", "Withheld", "attention"),
    ("requests", "minimal", {}, "2026-11-22", "Being considered", "neutral"),
    ("requests", "full", {"outcome": "refused"}, "2026-11-22", "Refused", "severe"),
    ("register", "minimal", {}, "2026-11-22", "Open to everyone", "good"),
    ("plans", "minimal", {}, "2026-11-22", None, None),
    ("plans", "full", {}, "2026-09-30", "Done: 1 of 4", "neutral"),
    ("plans", "full", {}, "2026-10-01", "Done: 1 of 4", "attention"),
    ("plans", "minimal", {"activities": [{"title": "A", "status": "done"}]}, "2026-11-22", "Done: 1 of 1", "good"),
    ("procurements", "minimal", {}, "2026-11-22", None, None),
    ("procurements", "full", {}, "2026-11-22", "Awarded", "neutral"),
    ("procurements", "full", {"stage": "open"}, "2026-06-01 11:59", "Open for offers", "good"),
    ("procurements", "full", {"stage": "open"}, "2026-06-01 12:00", "Offers are being examined", "neutral"),
    ("vacancies", "minimal", {}, "2026-11-30 23:59", "Open for applications", "good"),
    ("vacancies", "minimal", {}, "2026-12-01 00:00", "Applications closed", "neutral"),
    ("vacancies", "full", {}, "2026-11-22", "Filled", "neutral"),
    ("consultations", "minimal", {}, "2026-11-09 23:59", "Not open yet", "neutral"),
    ("consultations", "minimal", {}, "2026-11-10 00:00", "Open for comments", "good"),
    ("consultations", "minimal", {}, "2026-12-05 23:59", "Open for comments", "good"),
    ("consultations", "minimal", {}, "2026-12-06 00:00", "Closed, the outcome will follow", "attention"),
    ("consultations", "full", {}, "2026-11-22", "Outcome published", "neutral"),
    ("projects", "full", {}, "2026-11-22", "Under way", "attention"),
    ("proposals", "full", {}, "2026-11-22", "Declined", "severe"),
    ("services", "minimal", {}, "2026-11-22", None, None),
    ("services", "full", {}, "2026-11-22", "Not available", "severe"),
    ("people", "full", {}, "2026-10-31", None, None),
    ("people", "full", {}, "2026-11-01", "No longer in office", "neutral"),
    ("people", "full", {"term": {"from": "2024-02-01"}}, "2026-11-22", None, None),
    ("alerts", "minimal", {}, "2026-11-20 17:59", "Not yet in force", "attention"),
    ("alerts", "minimal", {}, "2026-11-20 18:00", "In force", "attention"),
    ("alerts", "minimal", {"severity": "emergency"}, "2026-11-27 23:59", "In force", "severe"),
    ("alerts", "minimal", {}, "2026-11-28 00:00", "Over", "neutral"),
]


@pytest.mark.parametrize(("section", "name", "changed", "now", "word", "tone"), CASES)
def test_state(section: str, name: str, changed: dict, now: str, word: str | None, tone: str | None):
    state = example(section, name, **changed).state(FakePage(now))
    assert state == (State(word, tone) if word else None)


def test_lists_date_an_event_and_an_alert_by_when_they_begin():
    assert example("events", "full").listed_by == moment("2026-11-28 16:00", TBILISI)
    assert example("alerts", "full").listed_by == moment("2026-11-20 18:00", TBILISI)
    assert example("reports", "full").listed_by == example("reports", "full").date


def test_a_request_is_open_until_it_is_decided():
    opened = {
        outcome: example("requests", "full", outcome=outcome).open
        for outcome in ("pending", "clarification", "granted")
    }
    assert opened == {"pending": True, "clarification": True, "granted": False}
    assert not example("reports", "full").open
