"""The home page says what has become of the duties to publish: of the quarter that ended last, and what is late by name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from sajaro.presenters.due import last_quarter
from tests.sites import build, document, small

DUTIES = """\
profile = "ge-decree-219"
since = 2026-06-01
""" + "".join(
    f'\n[[duty]]\ncode = "{code}"\ndrop = true\n'
    for code in "1.1 1.2 1.3 1.4 1.5 2.1 2.2 2.3 2.4 2.5 3.1 3.2 3.3 4.1 5.1 5.3 5.4 5.5 5.6 5.7 5.8 5.9 5.10 5.11 5.12 5.13 "
    "6.1 6.2 7.1 7.2 7.3".split()
)
"""Three quarterly duties are left: 4.2, 4.3 and 5.2."""


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        ("2026-01-01", "2025-Q4"),
        ("2026-03-31", "2025-Q4"),
        ("2026-04-01", "2026-Q1"),
        ("2026-11-22", "2026-Q3"),
        ("2026-12-31", "2026-Q3"),
    ],
)
def test_the_quarter_that_ended_last(day: str, quarter: str) -> None:
    assert last_quarter(date.fromisoformat(day)) == quarter


def disclosure(duty: str, period: str, day: str, **fields: object) -> str:
    return document(f"{duty} {period}", date=day, duty=duty, period=period, **fields)


def said(root: Path, day: str) -> list[str]:
    assert build(root, now=day).written
    page = html.fromstring((root / "output/en/index.html").read_text("utf-8"))
    shown = page.xpath("//*[@class='progress-sentence'] | //*[@class='parts']/li | //*[@class='block due']/ul/li")
    return [" ".join(each.text_content().split()) for each in shown]


def test_it_says_what_is_published_and_names_what_is_late(tmp_path: Path) -> None:
    files = {
        "disclosures/a.en.md": disclosure("4.2", "2026-Q3", "2026-10-20", files=["a.csv"]),
        "disclosures/a.csv": "a,b\n1,2\n",
        "disclosures/b.en.md": disclosure("4.3", "2026-Q3", "2026-10-21", nil=True),
    }
    root = small(tmp_path, files)
    (root / "duties.toml").write_text(DUTIES, "utf-8")
    late = [f"{name} 2nd quarter of 2026" for name in (
        "4.2. Procurements made: supplier, object, value",
        "4.3. Property privatised or transferred",
        "5.2. Execution of the budget, cumulative",
    )]  # fmt: skip
    assert said(root, "2026-07-31") == ["2nd quarter of 2026: 0 of 3 published", "Due now 3"]
    assert said(root, "2026-10-25") == [
        "3rd quarter of 2026: 1 of 3 published", "Published 1", "Nothing to report 1", "Due now 1", *late,
    ]  # fmt: skip
    assert said(root, "2026-11-22") == [
        "3rd quarter of 2026: 1 of 3 published", "Published 1", "Nothing to report 1", "Late 1",
        *late[:2], "5.2. Execution of the budget, cumulative 3rd quarter of 2026", late[2],
    ]  # fmt: skip


def test_a_site_without_duties_says_nothing(tmp_path: Path) -> None:
    root = small(tmp_path, {"disclosures/b.en.md": disclosure("4.3", "2026-Q3", "2026-10-21", nil=True)})
    assert said(root, "2026-11-22") == []
    assert not (root / "output/en/duties").exists()
