"""Days, numbers and kinds as acts write them."""

from __future__ import annotations

from datetime import date

import pytest

from sajaro.importing.recognised import Known, days, recognised
from sajaro.importing.source import Paragraph, Source

DAY = date(2026, 9, 25)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("2026 წლის 25 სექტემბერი", "ka"),
        ("25 სექტემბერი, 2026 წელი", "ka"),
        ("2026 წლის 25 სექტემბერს", "ka"),
        ("25.09.2026", "ka"),
        ("2026-09-25", "ka"),
        ("25. septembar 2026. godine", "sr-Latn"),
        ("25. септембра 2026. године", "sr-Cyrl"),
        ("25 сентября 2026 года", "ru"),
        ("25 shtator 2026", "sq"),
        ("25 sentyabr 2026-cı il", "az"),
        ("2026 թ. սեպտեմբերի 25", "hy"),
        ("25 September 2026", "en"),
        ("September 25, 2026", "en"),
        ("25. September 2026", "de"),
    ],
)
def test_days(text: str, lang: str):
    assert list(days(f"წინ {text} – after", lang)) == [DAY]


@pytest.mark.parametrize("text", ["31.02.2026", "25 bananas 2026", "1999/2000", "25 2026", "მუხლი 25, 2026"])
def test_no_days(text: str):
    assert list(days(text, "en")) == []


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("დადგენილება №45", "45"),
        ("N 45/2018", "45/2018"),
        ("ბრძანება N ბ-45", ""),
        ("Nr. 07/2025", "07/2025"),
        ("Broj: 011-00-25/2026-03", "011-00-25/2026-03"),
        ("Број: 011-25/2026", "011-25/2026"),
        ("No. 12-a", "12-a"),
        ("Կարգադրություն թիվ № 12", "12"),
    ],
)
def test_numbers(line: str, number: str):
    source = Source("docx", [Paragraph(line)])
    act = recognised(source, Known({"order": ["ბრძანება"]}), "ka")
    assert act.number == number
    assert any(each.sentence.startswith("number: not found") for each in act.doubts) == (not number)


def test_what_can_be_read_in_two_ways_is_doubtful():
    blocks = [Paragraph("№ 12"), Paragraph("№ 13"), Paragraph("25.09.2026"), Paragraph("26.09.2026")]
    act = recognised(Source("docx", blocks), Known({"order": ["ბრძანება"]}), "ka")
    assert (act.number, act.date) == ("12", DAY)
    assert sorted(each.sentence.partition(":")[0] for each in act.doubts) == ["date", "kind", "number", "title"]
