"""Alerts are on the pages that they concern, and what was taken back is nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import build, document, release, small

ALERT = {"severity": "warning", "from": "2026-11-20", "until": "2026-11-30"}
FILES = {
    "territories/valley.en.md": document("Valley"),
    "territories/upper.en.md": document("Upper Village", parent="valley"),
    "territories/plain.en.md": document("Plain"),
    "press-releases/upper.en.md": release("Upper", territories=["upper"]),
    "press-releases/plain.en.md": release("Plain", territories=["plain"], related=["press-releases/gone"]),
    "press-releases/nowhere.en.md": release("Nowhere"),
    "press-releases/gone.en.md": release(
        "A mistake",
        "What nobody was to read.",
        summary="What nobody was to read.",
        status="withdrawn",
        withdrawn={"date": "2026-05-01", "reason": "It was wrong."},
    ),
    "territories/upper-mill.en.md": document("Mill", parent="upper"),
    "territories/plain-mill.en.md": document("Mill on the plain", parent="plain"),
    "alerts/ice.en.md": document("Ice on the bridge", territories=["upper"], **ALERT),
    "alerts/flood.en.md": document("The river rises", territories=["valley"], **ALERT),
    "alerts/past.en.md": document("Snow has fallen", **ALERT | {"until": "2026-11-21"}),
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small(tmp_path_factory.mktemp("site"), FILES)
    assert not build(root).failed
    return root / "output"


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("territories/valley", True),
        ("territories/upper", True),
        ("press-releases/upper", True),
        ("territories/plain", False),
        ("press-releases/plain", False),
        ("press-releases/nowhere", True),
        ("press-releases", True),
        (".", True),
    ],
)
def test_an_alert_of_a_territory_is_told_there_below_it_and_where_no_other_is_meant(
    output: Path, place: str, shown: bool
) -> None:
    page = (output / "en" / place / "index.html").read_text("utf-8")
    assert ("The river rises" in page.split("<main")[0]) is shown
    assert "Snow has fallen" not in page.split("<main")[0]


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("territories/valley", True),
        ("territories/upper", True),
        ("territories/upper-mill", True),
        ("territories/plain", False),
        ("territories/plain-mill", False),
        ("press-releases/nowhere", True),
        (".", True),
    ],
)
def test_an_alert_of_a_part_is_told_on_the_page_of_the_whole(output: Path, place: str, shown: bool) -> None:
    page = (output / "en" / place / "index.html").read_text("utf-8")
    assert ("Ice on the bridge" in page.split("<main")[0]) is shown


def test_an_alert_says_that_its_days_are_those_of_the_notice(output: Path) -> None:
    page = (output / "en/alerts/flood/index.html").read_text("utf-8").split("<main")[1]
    assert "<dt>Notice valid</dt>" in page and "<dt>Period</dt>" not in page


def test_an_alert_is_not_told_above_its_own_page(output: Path) -> None:
    above, main = (output / "en/alerts/flood/index.html").read_text("utf-8").split("<main")
    assert "The river rises" not in above.split("<body")[1]
    assert "The river rises" in main
    other = (output / "en/alerts/past/index.html").read_text("utf-8").split("<main")[0]
    assert "The river rises" in other


def test_what_is_withdrawn_is_only_named(output: Path) -> None:
    page = (output / "en/press-releases/plain/index.html").read_text("utf-8")
    assert "A mistake" in page
    for file in output.rglob("*"):
        if file.is_file():
            assert b"nobody was to read" not in file.read_bytes(), file
