"""What stays together on a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sajaro.languages.cldr import locale
from sajaro.presenters.typography import bound

KEPT, END = '<span class="bound">', "</span>"
LANGUAGES = ("ka", "en", "hy", "az", "ru", "sq", "sr-Latn", "sr-Cyrl")


def drawn(kept: str) -> str:
    """Expectations are short: `_` is a no-break space, `{…}` what an element keeps together."""
    return kept.replace("_", "\u00a0").replace("{", KEPT).replace("}", END)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2 150 000 ლარი", "2_150_000 ლარი"),
        ("GEL 2,150,000", "GEL_2,150,000"),
        ("в 2026 100 школ", "в 2026 100 школ"),
        ("15 1234", "15 1234"),
        ("45 %", "45_%"),
        ("№ 45, § 3, N 7", "№_45, §_3, N_7"),
        ("WIEN 7", "WIEN 7"),
        ("ტელ. +995 000 12 34 56", "ტელ. +995_000_12_34_56"),
        ("Совет — это", "Совет_— это"),
        ("2021 – 2023", "2021_– 2023"),
        ("0 800 000 123", "0_800_000_123"),
    ],
)
def test_what_belongs_to_a_number(written, kept):
    assert bound(f"<p>{written}</p>") == f"<p>{drawn(kept)}</p>"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("6 აპრილი", "6_აპრილი"),
        ("22. новембар 2026.", "22._новембар 2026."),
        ("by 13 November", "by 13_November"),
        ("20 նոյեմբերի, 2026 թ., 18:00", "20_նոյեմբերի, 2026_թ., 18:00"),
        ("մինչև նոյեմբերի 27", "մինչև նոյեմբերի_27"),
        ("24 ноября 2026 г.", "24_ноября 2026_г."),
        ("2026 marks", "2026 marks"),
        ("it was 2025. March came", "it was 2025. March came"),
    ],
)
def test_a_day_and_its_month(written, kept):
    assert bound(f"<p>{written}</p>") == f"<p>{drawn(kept)}</p>"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_months_are_those_of_cldr(lang):
    for month in locale(lang).months["format"]["wide"].values():
        assert bound(f"<p>6 {month}</p>") == f"<p>6\u00a0{month}</p>"
        assert bound(f"<p>6. {month}</p>") == f"<p>6.\u00a0{month}</p>"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Udhëzimi nr. 03/2025", "Udhëzimi nr._03/2025"),
        ("одлука бр. 4", "одлука бр._4"),
        ("No. 24/2026", "No._24/2026"),
        ("Հրաման թիվ 187", "Հրաման թիվ_187"),
        ("ул. Горная", "ул._Горная"),
        ("მდინარის ქუჩა 1", "მდინარის ქუჩა_1"),
        ("Dağ küçəsi 3", "Dağ küçəsi_3"),
        ("за брод. 4", "за брод. 4"),
    ],
)
def test_an_abbreviation_and_its_number(written, kept):
    assert bound(f"<p>{written}</p>") == f"<p>{drawn(kept)}</p>"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("დღეს 09:00–18:00.", "დღეს {09:00–18:00}."),
        ("16–30-ին", "{16–30-ին}"),
        ("2026–2027, 2028–2030", "{2026–2027}, {2028–2030}"),
        ("14-დან 15:00-მდე", "{14-დან} {15:00-მდე}"),
        ("նոյեմբերի 27-ը", "նոյեմբերի_{27-ը}"),
        ("2030-იანი", "{2030-იანი}"),
        ("me e-postë", "me {e-postë}"),
        ("(E-mail)", "({E-mail})"),
        ("COVID-19", "COVID-19"),
        ("snow-qafa-e-ahut", "snow-qafa-e-ahut"),
        ("2-" + "ო" * 15, "2-" + "ო" * 15),
    ],
)
def test_a_range_and_an_ending(written, kept):
    assert bound(f"<p>{written}</p>") == f"<p>{drawn(kept)}</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<path d="M 0 100 200 300"/>',
        '<img alt="2 150 000, 6 April, 16–30, 14-დან" src="a 1 000.jpg">',
        '<a href="/ka/acts/2026-decree/">a</a>',
        "<pre>1 000</pre><p>a</p>",
        "<p><code>+995 000 12 34</code> b</p>",
        "<select><option>2026–2027</option></select>",
        '<script type="application/ld+json">{"a": "09:00–18:00"}</script><p>a</p>',
        "<svg><text>2025–2026</text></svg>",
    ],
)
def test_what_no_reader_reads_stays(html):
    assert bound(html) == html


def test_text_beside_code_is_kept_together():
    assert bound("<p>1 000 <code>1 000</code> 1 000 <pre>a</pre> 16–30</p>") == (
        f"<p>1\u00a0000 <code>1 000</code> 1\u00a0000 <pre>a</pre> {KEPT}16–30{END}</p>"
    )


@given(st.text(alphabet=' 0123<>/"-:.pcodeGEL+–%№a', max_size=60))
def test_text_is_copied_as_it_was_written(html):
    assert bound(html).replace(KEPT, "").replace(END, "").replace("\u00a0", " ") == html
