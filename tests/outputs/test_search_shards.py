"""Shards hold every document once, few enough to be made quickly, and a change stays in one of them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sajaro.shards import position, shards

DAYS = st.none() | st.dates(date(1990, 1, 1), date(2040, 12, 31)) | st.just(date(2026, 3, 2))
DOCUMENTS = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=6), DAYS, max_size=60)


def divided(documents: dict[str, date | None], full: int = 5) -> dict[str, list[str]]:
    return shards([(position(day.toordinal() if day else 0, id), id) for id, day in documents.items()], full)


@given(DOCUMENTS)
def test_every_document_is_in_one_shard_that_is_not_too_full(documents: dict[str, date | None]) -> None:
    found = divided(documents)
    assert sorted(id for ids in found.values() for id in ids) == sorted(documents)
    assert all(0 < len(ids) <= 5 for ids in found.values())


@given(DOCUMENTS)
def test_shards_follow_time(documents: dict[str, date | None]) -> None:
    days = [documents[id] or date.min for ids in divided(documents).values() for id in ids]
    assert days == sorted(days)


@given(DOCUMENTS, DAYS)
def test_one_more_document_changes_one_shard(documents: dict[str, date | None], day: date | None) -> None:
    """That one has the document then, or, having been full, has fallen apart into some that have."""
    before, after = divided(documents), divided({**documents, "new one": day})
    gone = {name: ids for name, ids in before.items() if after.get(name) != ids}
    new = [id for name, ids in after.items() if before.get(name) != ids for id in ids]
    assert len(gone) <= 1
    assert sorted(new) == sorted(["new one", *(id for ids in gone.values() for id in ids)])


def test_a_small_site_has_one_shard() -> None:
    assert len(divided({"a": None, "b": date(1991, 1, 1), "c": date(2026, 11, 22)})) == 1
    assert divided({}) == {}


def test_a_busy_day_is_divided_too() -> None:
    found = divided({str(number): date(2026, 3, 2) for number in range(40)})
    assert len(found) > 8 and all(len(ids) <= 5 for ids in found.values())


def test_names_are_those_of_folders_and_of_ids() -> None:
    documents: dict[str, date | None] = {str(number): date(2020, 1, number % 28 + 1) for number in range(90)}
    assert all(name.replace("-", "").isalnum() and "_" not in name and name[0].isdigit() for name in divided(documents))
