"""Fields as values to show."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sajaro.fields import shapes
from sajaro.types.people import Person
from sajaro.types.services import Service
from sajaro.values import values
from sajaro.views import Email, Line, Phone, Since, Span, Text, Value, Words
from tests.types.fake import FakePage
from tests.types.loading import example


def shown(section: str, name: str, value: Any) -> tuple[Value, ...]:
    model = {"people": Person, "services": Service}[section]
    document = example(section).model_copy(update={name: value})
    return values(FakePage(), document, shapes(model)[name])


def fee(text: str) -> Value:
    [value] = shown("services", "fee", text)
    return value


def test_what_goes_on_is_since_its_first_day() -> None:
    def term(**days: str) -> tuple[Value, ...]:
        return shown("people", "term", example("people", term=days).term)

    assert term(**{"from": "2021-11-15"}) == (Since(date(2021, 11, 15)),)
    assert term(**{"from": "2026-11-22"}) == (Since(date(2026, 11, 22)),)
    assert term(**{"from": "2026-11-23"}) == (Span(date(2026, 11, 23), None),)
    assert term(**{"from": "2021-11-15", "to": "2025-11-15"}) == (Span(date(2021, 11, 15), date(2025, 11, 15)),)


PHONE = Phone("+38300000111", "+383 00 000 111")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Free of charge", Words("Free of charge")),
        ("info@town.example", Line((Email("info@town.example"),))),
        ("+383 00 000 111", Line((PHONE,))),
        ("0 000", Line((Phone("0000", "0 000"),))),
        (
            "Winter line +383 00 000 111 (15 October–15 April) or info@town.example.",
            Line(
                (
                    Words("Winter line "),
                    PHONE,
                    Words(" (15 October–15 April) or "),
                    Email("info@town.example"),
                    Words("."),
                )
            ),
        ),
        ("2026", Words("2026")),
        ("GEL 1 200 a year, 2+2 000 000", Words("GEL 1\u00a0200 a year, 2+2\u00a0000\u00a0000")),
        ("Hotline 0 000, day and night", Words("Hotline 0\u00a0000, day and night")),
    ],
)
def test_what_can_be_dialled_or_written_to_in_a_line(text: str, value: Value) -> None:
    assert fee(text) == value


def test_pieces_of_a_line_keep_its_language() -> None:
    found = fee(Text("ცხელი ხაზი: +383 00 000 111", "ka"))
    assert isinstance(found, Line)
    first = found.pieces[0]
    assert isinstance(first, Words) and isinstance(first.text, Text) and first.text.lang == "ka"
    plain = fee(Text("უფასო", "ka"))
    assert isinstance(plain, Words) and isinstance(plain.text, Text)
