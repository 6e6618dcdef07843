"""The home page says what is due in public information for the quarter that ended last."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from sajaro.presenters.due import last_quarter
from tests.sites import build, document, small


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


def disclosure(duty: str, period: str, **fields: object) -> str:
    return document(f"{duty} {period}", date="2026-07-01", duty=duty, period=period, nil=True, **fields)


def test_it_counts_duties_by_what_was_published_under_them_before(tmp_path) -> None:
    files = {
        "disclosures/a1.en.md": disclosure("4.2", "2026-Q2"),
        "disclosures/a2.en.md": disclosure("4.2", "2026-Q3"),
        "disclosures/b1.en.md": disclosure("4.3", "2026-Q2"),
        "disclosures/c.en.md": disclosure("5.1", "2026"),
        "disclosures/d.en.md": disclosure("5.2", "2026-Q3", status="draft"),
    }
    root = small(tmp_path, files)

    def said(day: str) -> list[str]:
        assert build(root, now=day).written
        page = html.fromstring((root / "output/en/index.html").read_text("utf-8"))
        shown = page.xpath("//*[@class='progress-sentence'] | //*[@class='parts']/li")
        return [" ".join(each.text_content().split()) for each in shown]

    assert said("2026-09-30") == ["2nd quarter of 2026: 2 of 2 published", "Published 2", "Not yet published 0"]
    assert said("2026-11-22") == ["3rd quarter of 2026: 1 of 2 published", "Published 1", "Not yet published 1"]
    assert said("2026-12-31") == said("2026-11-22")
    assert said("2027-01-01") == ["4th quarter of 2026: 0 of 2 published", "Published 0", "Not yet published 2"]
