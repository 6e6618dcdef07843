"""Equal parts of documents become one object, and nothing else about them changes."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from sajaro.read.alike import alike
from sajaro.relations import Reference

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary() | st.dates(),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_a_value_stays_what_it_is(value: object) -> None:
    assert repr(alike(value)) == repr(value)


def test_equal_parts_are_one() -> None:
    def reference() -> Reference:
        return Reference("topics", ("topics", int("0")), "topics/" + "budget", ("topics",))

    one, other, *days = alike((reference(), reference(), date(2026, 1, 2), date(2026, 1, 2)))
    assert one is other and days[0] is days[1]
    assert type(one) is Reference
    assert len(pickle.dumps((one, other))) < len(pickle.dumps((reference(), reference())))


def test_what_is_equal_and_not_the_same_stays_apart() -> None:
    numbers = alike(((1, "a"), (True, "a"), (1.0, "a")))
    assert [type(number) for number, _ in numbers] == [int, bool, float]
    noon = datetime(2026, 1, 2, 12, tzinfo=UTC)
    later = noon.astimezone(timezone(timedelta(hours=4)))
    assert [each.hour for each in alike([noon, later])] == [12, 16]
