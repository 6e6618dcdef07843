"""Readable addresses."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sajaro.languages import language

TAGS = ["ka", "hy", "az", "ru", "en", "sr-Latn", "sr-Cyrl", "sq", "tr", "de", "zz"]

READ = [
    # Georgian: the national system without apostrophes.
    ("ka", "წყალტუბო", "tsqaltubo"),
    ("ka", "ჭიათურის მუნიციპალიტეტი", "chiaturis-munitsipaliteti"),
    ("ka", "ძველი ხიდის რეაბილიტაცია", "dzveli-khidis-reabilitatsia"),
    ("ka", "ჟურნალი „ჯვარი“", "zhurnali-jvari"),
    ("ka", "ღვინის ფესტივალი — 2026", "ghvinis-pestivali-2026"),
    ("ka", "დადგენილება №12", "dadgenileba-no-12"),
    ("ka", "ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝᲡ ᲙᲐᲜᲝᲜᲘ", "sakartvelos-kanoni"),
    ("ka", "ႱႠႵႠႰႧႥႤႪႭ", "sakartvelo"),
    ("ka", "ⴑⴀⴕⴀⴐⴇⴅⴄⴊⴍ", "sakartvelo"),
    # Armenian: ու is one vowel, և is "ev", ե and ո have a glide at the beginning of a word.
    ("hy", "Երևան", "yerevan"),
    ("hy", "ուսուցում և կրթություն", "usutsum-ev-krtutyun"),
    ("hy", "Ոսկեվան", "voskevan"),
    ("hy", "ՋՐԱՄԱՏԱԿԱՐԱՐՈՒՄ", "jramatakararum"),
    ("hy", "Ո՞վ, ինչո՞ւ", "ov-inchu"),
    ("hy", "Ծաղկաձոր, Ճամբարակ", "tsaghkadzor-chambarak"),
    # Azerbaijani and Turkish.
    ("az", "Şəki", "seki"),
    ("az", "Bələdiyyənin İclası", "belediyyenin-iclasi"),
    ("az", "IŞIQ və çıraq", "isiq-ve-ciraq"),
    ("az", "Göyçay küçəsi, ağac", "goycay-kucesi-agac"),
    ("tr", "İstanbul ılıca", "istanbul-ilica"),
    # Russian and other Cyrillic.
    ("ru", "Постановление о бюджете", "postanovlenie-o-byudzhete"),
    ("ru", "Подъезд, щука и ёж", "podezd-shchuka-i-ezh"),
    ("ru", "Хозяйственный цех", "khozyaystvennyy-tsekh"),
    ("ab", "Аԥсны", "apsny"),
    ("os", "Хуссар Ирыстон ӕмӕ", "khussar-iryston-aemae"),
    # Serbian in both scripts, and from anywhere.
    ("sr-Latn", "Ǉubav Ǌegoš Đorđe", "ljubav-njegos-djordje"),
    ("ka", "Ǉubav Ǌegoš Đorđe", "ljubav-njegos-djordje"),
    ("sr-Cyrl", "Ђорђе Његош, Џеп и Шуме", "djordje-njegos-dzep-i-sume"),
    ("sr-Latn", "Đorđe Njegoš, Džep i Šume", "djordje-njegos-dzep-i-sume"),
    ("sr-Cyrl", "Жупа Ћуприја, хартија, цена", "zupa-cuprija-hartija-cena"),
    # Albanian, English, others.
    ("sq", "Çështjet e pronës në Gjakovë", "ceshtjet-e-prones-ne-gjakove"),
    ("en", "Ombudsman’s Office: “Annual Report”", "ombudsmans-office-annual-report"),
    ("en", "COVID-19 & 5 % — naïve café", "covid-19-5-naive-cafe"),
    ("de", "Übergröße", "ubergrosse"),
    ("el", "Ελληνική", "elliniki"),
    ("en", "Batumi ბათუმი Батуми Բաթում", "batumi-batumi-batumi-batum"),
    ("ka", "🇬🇪 👨‍👩‍👧‍👦 𝕋𝕖𝕤𝕥", "test"),
]


@pytest.mark.parametrize(("tag", "title", "slug"), READ)
def test_titles(tag: str, title: str, slug: str) -> None:
    assert language(tag).slug(title) == slug


@pytest.mark.parametrize("title", ["", " ", "!!!", "🇬🇪", "👨‍👩‍👧‍👦", "———", "\u0301", "\ud800", "\U000f0000"])
def test_titles_without_a_letter_have_a_stable_name(title: str) -> None:
    slugs = {language(tag).slug(title) for tag in TAGS}
    assert len(slugs) == 1
    assert re.fullmatch("doc-[0-9a-f]{6}", slugs.pop())


def test_nameless_titles_differ() -> None:
    assert language("ka").slug("🇬🇪") != language("ka").slug("🇦🇲")


def test_composed_and_decomposed_are_one() -> None:
    assert language("sr-Latn").slug("s\u030cuma") == language("sr-Latn").slug("šuma") == "suma"
    assert language("ru").slug("и\u0306од") == "yod"


def test_long_titles_are_cut_at_a_word() -> None:
    slug = language("ka").slug("საქართველოს კანონი ადგილობრივი თვითმმართველობის კოდექსის შესახებ ცვლილების პროექტი")
    assert slug == "sakartvelos-kanoni-adgilobrivi-tvitmmartvelobis-kodeksis-shesakheb-tsvlilebis"
    assert language("ka").slug("ა" * 200) == "a" * 80
    assert language("en").slug("a" * 80 + " b") == "a" * 80
    full = "words" + "-word" * 15
    assert language("en").slug(full + " more") == full
    assert language("en").slug(full + "s more") == full.removesuffix("-word")


@pytest.mark.parametrize("tag", TAGS)
@given(title=st.text())
@example("ﬁ ½ Ⅻ №№ ǅ ß ŉ İ")
@example("-" * 300)
def test_any_title_has_a_slug(tag: str, title: str) -> None:
    found = language(tag)
    slug = found.slug(title)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 80
    assert found.slug(slug) == slug


@pytest.mark.parametrize("piece", ["-", "ა", "! ", "ու", "a\u0301", "İ", "№"])
def test_takes_linear_time(piece: str) -> None:
    start = time.process_time()
    language("ka").slug(piece * 300_000)
    assert time.process_time() - start < 1.5
