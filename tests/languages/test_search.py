"""What a reader types finds what a page says."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sajaro.languages import language

TAGS = ["ka", "hy", "az", "ru", "en", "sr-Latn", "sr-Cyrl", "sq", "tr", "de"]

SAME = [
    ("ka", "ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "საქართველო"),
    ("ka", "ႱႠႵႠႰႧႥႤႪႭ", "საქართველო"),
    ("ka", "ⴑⴀⴕⴀⴐⴇⴅⴄⴊⴍ", "საქართველო"),
    ("hy", "Երևան", "Երեւան"),
    ("hy", "ԵՐԵՎԱՆ", "Երևան"),
    ("hy", "ԵՐԵՒԱՆ", "երևան"),
    ("hy", "ինչո՞ւ", "ինչու"),
    ("az", "ışıq", "IŞIQ"),
    ("az", "isiq", "IŞIQ"),
    ("az", "qərar", "QƏRAR"),
    ("az", "qerar", "Qərar"),
    ("az", "İCLAS", "iclas"),
    ("az", "i\u0307clas", "İclas"),
    ("tr", "İstanbul", "istanbul"),
    ("tr", "ILICA", "ılıca"),
    ("ru", "ёлка", "Елка"),
    ("ru", "Е\u0308лка", "елка"),
    ("sr-Latn", "škola", "школа"),
    ("sr-Cyrl", "ШКОЛА", "skola"),
    ("sr-Latn", "ǆep", "џеп"),
    ("sr-Latn", "Đorđe", "Ђорђе"),
    ("sr-Latn", "djordje", "Ђорђе"),
    ("sr-Latn", "ǈubav Ǌegoš", "ЉУБАВ ЊЕГОШ"),
    ("sr-Latn", "injekcija", "инјекција"),
    ("sq", "çështje", "CESHTJE"),
    ("sq", "komunë", "komune"),
    ("en", "na\u00adïve ﬁnal", "naive final"),
    ("de", "Straße", "STRASSE"),
]


@pytest.mark.parametrize(("tag", "one", "other"), SAME)
def test_folds_to_one(tag: str, one: str, other: str) -> None:
    assert language(tag).fold(one) == language(tag).fold(other)


def test_leaves_letters_that_differ() -> None:
    assert language("ru").fold("район й") == "район й"
    assert language("ka").fold("ტარი") != language("ka").fold("თარი")
    assert language("ru").fold("школа") == "школа"
    for tag in ("az", "tr"):
        assert "\u0307" not in language(tag).fold("İIıi i\u0307 I\u0307")


@pytest.mark.parametrize("tag", TAGS)
@given(text=st.text())
@example("İ ı\u0307 ΑΣ ς և ԵՒ ẞ Ǆ е\u0308\u0301")
def test_folding_twice_is_folding_once(tag: str, text: str) -> None:
    folded = language(tag).fold(text)
    assert language(tag).fold(folded) == folded


# Forms of one word on each line.
FORMS = {
    "ka": """
        ბიუჯეტი ბიუჯეტში ბიუჯეტის ბიუჯეტიდან ბიუჯეტისთვის ბიუჯეტები ბიუჯეტებისათვისაც ბიუჯეტმა ბიუჯეტს ბიუჯეტით
        მერია მერიის მერიაში მერიამ მერიას მერიიდან მერიები მერიაც მერიასთან მერიისთვის
        საკრებულო საკრებულოს საკრებულომ საკრებულოში საკრებულოდან საკრებულოები საკრებულოსაც
        განცხადება განცხადების განცხადებები განცხადებას განცხადებებში განცხადებით
        დადგენილება დადგენილების დადგენილებით დადგენილებები დადგენილებაში
        ანგარიში ანგარიშის ანგარიშში ანგარიშები
        სოფელი სოფლის სოფლები სოფელში სოფლებში
        მხარე მხარის მხარეები მხარეს მხარეებთან
        პროგრამა პროგრამის პროგრამები პროგრამამ
        დამსაქმებელი დამსაქმებლის დამსაქმებლები
        გზა გზის გზები გზაზე
        სხდომა სხდომის სხდომაზე სხდომები
        თბილისი თბილისში თბილისის თბილისიდან თბილისს
        ინფორმაცია ინფორმაციის ინფორმაციას ინფორმაციით
        ადამიანი ადამიანის ადამიანთა ადამიანები
        უფლება უფლების უფლებათა უფლებებს
        კანონი კანონის კანონში კანონით კანონები
    """,
    "hy": """
        համայնք համայնքի համայնքին համայնքից համայնքով համայնքում համայնքը համայնքներ համայնքների համայնքները
        բյուջե բյուջեի բյուջեն բյուջեում բյուջեով
        որոշում որոշման որոշումը որոշումներ որոշմամբ
        տեղեկություն տեղեկության տեղեկություններ տեղեկությունները տեղեկությամբ
        հանձնաժողով հանձնաժողովի հանձնաժողովը հանձնաժողովներ
        խորհուրդ խորհրդի խորհուրդը խորհրդում
        քաղաքացի քաղաքացու քաղաքացիներ քաղաքացիների
        փաստաթուղթ փաստաթղթի փաստաթղթեր
        կենտրոն կենտրոնի կենտրոնում
        պաշտպան պաշտպանի պաշտպանը
        իրավունք իրավունքի իրավունքների
        ջուր ջրի ջրով
    """,
    "az": """
        büdcə büdcəni büdcənin büdcədə büdcədən büdcəyə büdcəsi büdcəsinin büdcələr
        qərar qərarı qərarın qərarlar qərarları qərarlarının qərarında qərardır
        qanun qanunu qanunun qanunda qanunlar qanununda
        bələdiyyə bələdiyyənin bələdiyyədə bələdiyyəyə bələdiyyəsinin bələdiyyələr
        komissiya komissiyanın komissiyaya komissiyası komissiyalar
        kənd kəndi kəndin kəndində kənddə kəndlər
        ərazi ərazinin ərazisində ərazidə ərazilər
        rayon rayonu rayonun rayonunda
        vətəndaş vətəndaşın vətəndaşlar vətəndaşların vətəndaşlara
        uşaq uşağı uşaqlar
        maddə maddənin maddədə
    """,
    "sq": """
        komunë komuna komunës komunën komunat komunave
        vendim vendimi vendimit vendimin vendime vendimet vendimeve
        buxhet buxheti buxhetit buxhetin buxhetet
        ministri ministria ministrisë ministrinë ministrive
        qytetar qytetari qytetarë qytetarët qytetarëve
        kërkesë kërkesa kërkesës kërkesat kërkesave
        komunitet komuniteti komuniteteve
        shkollë shkolla shkollës shkollave
        fshat fshati fshatit
    """,
    "sr-Latn": """
        opština opštine opštini opštinu opštinom opštinama општина општине
        budžet budžeta budžetu budžetom буџета
        škola škole školi školu школа школе skola
        odluka odluke odluci odluku odlukama одлуци
        zakon zakona zakonu zakonom zakoni zakonima закон
        grad grada gradu gradovi gradova gradovima град
        predlog predloga predlozi
        javni javna javnog javnih javnim javnoj
        građanin građani građana građanima грађани
        podatak podaci podataka podacima
        Kosovo Kosova Kosovu Косово
        rešenje rešenja rešenjem
    """,
}

# Words of one family or one sound that readers tell apart.
APART = [
    ("ka", "მერია", "მერი"),
    ("ka", "სახელი", "სახლი"),
    ("ka", "ბანკი", "ბანი"),
    ("sq", "komunë", "komunitet"),
    ("sq", "qytet", "qytetar"),
    ("az", "bələdiyyə", "bələdçi"),
    ("sr-Latn", "ministar", "ministarstvo"),
    ("hy", "քաղաք", "քաղաքացի"),
]


@pytest.mark.parametrize(
    ("tag", "forms"),
    [(tag, line.split()) for tag, lines in FORMS.items() for line in lines.split("\n") if line.strip()],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_forms_of_a_word_have_one_stem(tag: str, forms: list[str]) -> None:
    assert {stem for form in forms for stem in language(tag).stems(form)} == set(language(tag).stems(forms[0]))
    assert len(language(tag).stems(" ".join(forms))) == 1


@pytest.mark.parametrize(("tag", "one", "other"), APART)
def test_different_words_have_different_stems(tag: str, one: str, other: str) -> None:
    assert language(tag).stems(one) != language(tag).stems(other)


def test_stems_come_once_in_the_order_of_the_text() -> None:
    assert language("ka").stems("ბიუჯეტის პროექტი: ბიუჯეტი 2026, COVID-ით!") == [
        "ბიუჯეტ",
        "პროექტ",
        "2026",
        "covid",
        "ით",
    ]
    assert language("ka").stems(" —  ") == []


def test_russian_and_english_words_are_only_folded() -> None:
    assert language("ru").stems("Ёлки, школами") == ["елки", "школами"]
    assert language("en").stems("Budgets’ roads") == ["budgets", "roads"]


def test_both_serbian_scripts_have_the_same_rules() -> None:
    assert language("sr-Latn").search.rules() == language("sr-Cyrl").search.rules()


@pytest.mark.parametrize("tag", TAGS)
def test_rules_are_all_that_the_browser_needs(tag: str) -> None:
    """The browser's half, as the module describes it, written out here over the JSON alone."""
    rules = json.loads(json.dumps(language(tag).search.rules()))
    known = dict(rules["known"])
    assert list(known) == sorted(known, key=len, reverse=True)
    assert not re.search(r"\(\?[^:]|[\\^$*+{]", rules["endings"]), "only what both languages read alike"
    rule = re.compile(f"(?:({'|'.join(known) or '(?!)'})|(.{{{rules['minimum']},}}?))(?:{rules['endings'] or '(?!)'})?")
    for word in " ".join(FORMS.get(tag, "škola ёлка road")).split():
        for folded in re.findall(r"[^\W_]+", language(tag).fold(word)):
            match = rule.fullmatch(folded)
            stem = folded if not match else known[match[1]] if match[1] else match[2]
            assert language(tag).stems(word) == [stem]


@pytest.mark.parametrize("tag", TAGS)
@given(text=st.text())
def test_any_text_has_stems(tag: str, text: str) -> None:
    stems = language(tag).stems(text)
    assert len(stems) == len(set(stems))
    assert all(stem and stem.isalnum() for stem in stems)
