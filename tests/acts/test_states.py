"""The state of acts on any day, and the times between their changes, against the days themselves."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sajaro import steps
from sajaro.acts.periods import periods, text_on
from sajaro.acts.states import Acts
from sajaro.build import moment
from sajaro.files import walk
from sajaro.library import Library
from sajaro.store import Store
from sajaro.wish import Wish
from tests.outputs.sites import document, write
from tests.outputs.sites import settings as of_site

FILES = {
    "units/council.ka.md": document("საბჭო", "ტექსტი."),
    "acts/2024/1.ka.md": document("პირველი", date="2024-01-10", published="2024-01-20", effective_from="2024-02-01", kind="ordinance", number="1", issuer="council"),
    "acts/2024/2.ka.md": document("მეორე", date="2024-05-01", kind="ordinance", number="2", issuer="council", amends=["acts/2024/1"], effective_from="2024-06-01"),
    "acts/2024/3.ka.md": document("მესამე", date="2024-07-01", kind="ordinance", number="3", issuer="council", repeals_in_part=["acts/2024/1"]),
    "acts/2025/4.ka.md": document("მეოთხე", date="2025-01-01", kind="ordinance", number="4", issuer="council", repeals=["acts/2024/1"], effective_from="2025-03-01"),
    "acts/2024/5.ka.md": document("მეხუთე", date="2024-01-01", kind="order", number="5", issuer="council", effective_to="2024-12-31"),
    "acts/2024/6.ka.md": document("მეექვსე", date="2024-01-01", kind="order", number="6", issuer="council", status="withdrawn", withdrawn={"date": "2024-02-01", "reason": "შეცდომა"}),
    "acts/2024/7.ka.md": document("მეშვიდე", date="2024-08-01", kind="order", number="7", issuer="council", amends=["acts/2024/5"], status="withdrawn", withdrawn={"date": "2024-09-01", "reason": "შეცდომა"}),
    "acts/2024/1/2024-06-01.ka.md": document("პირველი", date="2024-06-01", consolidates=["acts/2024/1"], text="consolidated"),
}  # fmt: skip


@pytest.fixture(scope="module")
def acts(tmp_path_factory: pytest.TempPathFactory) -> Acts:
    return library(tmp_path_factory.mktemp("acts"), FILES).acts


def library(root: Path, files: dict[str, str]) -> Library:
    made = of_site(root, languages=("ka",))
    write(root, dict(files))
    wish = Wish(made, root, moment("2026-06-15", made), jobs=1)
    content = steps.read(wish, walk(made.content), Store(None))
    assert [each for each in content.problems if each.level == "error"] == []
    return steps.relate(wish, content)


@pytest.mark.parametrize(
    ("id", "day", "state"),
    [
        ("2024/1", "2024-01-31", "not-yet"),
        ("2024/1", "2024-02-01", "in-force"),
        ("2024/1", "2024-05-31", "in-force"),
        ("2024/1", "2024-06-01", "amended"),
        ("2024/1", "2024-06-30", "amended"),
        ("2024/1", "2024-07-01", "partly-repealed"),
        ("2024/1", "2025-02-28", "partly-repealed"),
        ("2024/1", "2025-03-01", "repealed"),
        ("2024/5", "2024-12-31", "in-force"),
        ("2024/5", "2025-01-01", "expired"),
        ("2024/6", "2024-01-02", "withdrawn"),
    ],
)
def test_the_state_of_a_day(acts: Acts, id: str, day: str, state: str):
    assert acts.state(f"acts/{id}", date.fromisoformat(day)) == state


def test_what_a_withdrawn_act_did_never_was(acts: Acts):
    assert acts.state("acts/2024/5", date(2024, 9, 1)) == "in-force"


def test_periods_join_without_a_gap_and_say_what_began_them(acts: Acts):
    found = periods(acts, "acts/2024/1")
    assert [(each.start.isoformat(), each.state, each.causes) for each in found] == [
        ("2024-01-10", "not-yet", ()),
        ("2024-02-01", "in-force", ()),
        ("2024-06-01", "amended", ("acts/2024/2",)),
        ("2024-07-01", "partly-repealed", ("acts/2024/3",)),
        ("2025-03-01", "repealed", ("acts/2025/4",)),
    ]
    assert [one.end for one in found[:-1]] == [other.start - timedelta(1) for other in found[1:]]
    assert found[-1].end is None
    assert [each.text for each in found] == ["acts/2024/1", "acts/2024/1", "acts/2024/1/2024-06-01", None, None]


@given(st.dates(date(2024, 1, 10), date(2026, 12, 31)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_day_is_in_one_period_that_says_its_state_and_its_text(acts: Acts, day: date):
    for id in ("acts/2024/1", "acts/2024/2", "acts/2024/5"):
        here = [each for each in periods(acts, id) if each.start <= day and (each.end is None or day <= each.end)]
        if day >= acts.adopted(id):
            (period,) = here
            assert period.state == acts.state(id, day)
            assert period.text == text_on(acts, id, day)


def test_a_withdrawn_act_has_no_periods(acts: Acts):
    assert periods(acts, "acts/2024/6") == []
