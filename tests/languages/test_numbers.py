"""Numbers, amounts, sizes and enumerations."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sajaro.languages import language


def plain(text: str) -> str:
    return text.replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("tag", "number", "percent", "lari", "euro"),
    [
        ("ka", "1~234~567,5", "25,6%", "1~234,50~₾", "45~000~€"),
        ("hy", "1~234~567,5", "25,6%", "1~234,50~GEL", "45~000~€"),
        ("az", "1~234~567,5", "25,6%", "1~234,50~GEL", "45~000~€"),
        ("ru", "1~234~567,5", "25,6~%", "1~234,50~GEL", "45~000~€"),
        ("en", "1,234,567.5", "25.6%", "GEL~1,234.50", "€45,000"),
        ("sr-Latn", "1.234.567,5", "25,6%", "1.234,50~GEL", "45.000~€"),
        ("sr-Cyrl", "1.234.567,5", "25,6%", "1.234,50~GEL", "45.000~€"),
        ("sq", "1~234~567,5", "25,6%", "1~234,50~GEL", "45~000~€"),
        ("tr", "1.234.567,5", "%25,6", "1.234,50~GEL", "45.000~€"),
        ("os", "1,234,567.5", "25.6%", "₾~1,234.50", "€~45,000"),
        ("fr", "1~234~567,5", "25,6~%", "1~234,50~GEL", "45~000~€"),
    ],
)
def test_numbers(tag: str, number: str, percent: str, lari: str, euro: str) -> None:
    found = language(tag)
    assert plain(found.number(1234567.5)) == number
    assert plain(found.percent(0.256)) == percent
    assert plain(found.money(Decimal("1234.50"), "GEL")) == lari
    assert plain(found.money(45000, "EUR")) == euro


def test_amounts_keep_their_hundredths_and_no_others() -> None:
    ka = language("ka")
    assert plain(ka.money(12.5, "RSD")) == "12,50~RSD"
    assert plain(ka.money(0.1 + 0.2, "GEL")) == "0,30~₾"
    assert plain(ka.money(Decimal("2.005"), "GEL")) == "2,01~₾"
    assert plain(ka.money(-5, "GEL")) == "-5~₾"
    assert plain(ka.money(0.999, "GEL")) == "1~₾"


def test_shares() -> None:
    assert [language("en").percent(share) for share in (0, 0.5, 0.9375, 1, 1.2)] == [
        "0%",
        "50%",
        "93.8%",
        "100%",
        "120%",
    ]


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0~B"),
        (532, "532~B"),
        (999, "999~B"),
        (1000, "1~KB"),
        (1480, "1.5~KB"),
        (9_960, "10~KB"),
        (148_300, "148~KB"),
        (999_499, "999~KB"),
        (999_500, "1~MB"),
        (1_480_000, "1.5~MB"),
        (25_000_000, "25~MB"),
        (3_200_000_000, "3.2~GB"),
        (4_000_000_000_000, "4,000~GB"),
    ],
)
def test_sizes(size: int, text: str) -> None:
    assert plain(language("en").size(size)) == text


@pytest.mark.parametrize(
    ("tag", "text"),
    [("ka", "1,5~მბ"), ("hy", "1,5~ՄԲ"), ("ru", "1,5~МБ"), ("az", "1,5~MB"), ("fr", "1,5~Mo"), ("ar", "1.5~م.ب")],
)
def test_units(tag: str, text: str) -> None:
    assert plain(language(tag).size(1_500_000)) == text


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ka", "a, b და c"),
        ("hy", "a, b և c"),
        ("az", "a, b və c"),
        ("ru", "a, b и c"),
        ("en", "a, b and c"),
        ("sr-Latn", "a, b i c"),
        ("sr-Cyrl", "a, b и c"),
        ("sq", "a, b dhe c"),
        ("tr", "a, b ve c"),
        ("en-US", "a, b, and c"),
    ],
)
def test_lists(tag: str, text: str) -> None:
    assert language(tag).list(["a", "b", "c"]) == text
    assert language(tag).list(["a"]) == "a"
    assert language(tag).list([]) == ""
