"""Serbian from one script into the other."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sajaro.languages.serbian import to_cyrillic, to_latin

WORDS = [
    ("Његош", "Njegoš"),
    ("ЊЕГОШ", "NJEGOŠ"),
    ("ЉУБАВ", "LJUBAV"),
    ("Љубав", "Ljubav"),
    ("ПОЉЕ", "POLJE"),
    ("КОЊ", "KONJ"),
    ("Џеп", "Džep"),
    ("ЏЕП", "DŽEP"),
    ("Ђорђе Ћосић", "Đorđe Ćosić"),
    ("инјекција", "injekcija"),
    ("Инјекције", "Injekcije"),
    ("КОНЈУГАЦИЈА", "KONJUGACIJA"),
    ("конјунктура", "konjunktura"),
    ("надживети", "nadživeti"),
    ("Оджалити", "Odžaliti"),
    ("Танјуг", "Tanjug"),
    ("ТАНЈУГ", "TANJUG"),
    ("ванјезички", "vanjezički"),
    ("поджанр", "podžanr"),
    ("оџак", "odžak"),
    ("хоџа", "hodža"),
    ("кањон", "kanjon"),
    ("буџет", "budžet"),
    ("менаџмент", "menadžment"),
    ("диње", "dinje"),
    ("Општина Северна Митровица", "Opština Severna Mitrovica"),
    ("Министарство правде", "Ministarstvo pravde"),
    ("Закон о приступу јавним документима", "Zakon o pristupu javnim dokumentima"),
    ("уторак, 4. март 2025. године", "utorak, 4. mart 2025. godine"),
]


@pytest.mark.parametrize(("cyrillic", "latin"), WORDS)
def test_words(cyrillic: str, latin: str) -> None:
    assert to_latin(cyrillic) == latin
    assert to_cyrillic(latin) == cyrillic


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        # Roman numerals, and what only looks like them.
        ("XII razred, XXI vek i II sednica", "XII разред, XXI век и II седница"),
        ("Glava I. Glava II", "Глава I. Глава II"),
        ("u Prilogu I i članu 5", "у Прилогу I и члану 5"),
        ("Petar I Karađorđević", "Петар I Карађорђевић"),
        ("I zato odlučujemo. I ovo.", "И зато одлучујемо. И ово."),
        ("OPŠTINA I GRAĐANI", "ОПШТИНА И ГРАЂАНИ"),
        ("# I OPŠTE ODREDBE", "# I ОПШТЕ ОДРЕДБЕ"),
        ("I. Opšte odredbe", "I. Опште одредбе"),
        ("Prava i obaveze\nI drugo", "Права и обавезе\nИ друго"),
        ("načelnik I. Petrović i V. Ilić", "начелник И. Петровић и В. Илић"),
        ("D. Marković, M. Lazić, C. Ilić", "Д. Марковић, М. Лазић, Ц. Илић"),
        ("DA LI STE? MI SMO TU.", "ДА ЛИ СТЕ? МИ СМО ТУ."),
        # Addresses and files.
        ("Pišite na info@ministarstvo.example.", "Пишите на info@ministarstvo.example."),
        (
            "Vidi https://vlada.example/čl?a=b i www.vlada.example",
            "Види https://vlada.example/čl?a=b и www.vlada.example",
        ),
        ("prilog odluka-12.pdf i budzet.csv", "прилог odluka-12.pdf и budzet.csv"),
        ("sajt ministarstvo.example/dokumenti", "сајт ministarstvo.example/dokumenti"),
        # Markup.
        ("`kod` i ```blok koda``` kraj", "`kod` и ```blok koda``` крај"),
        (
            '<a href="/a" title="b">tekst</a>&nbsp;i <!-- beleška --> dalje',
            '<a href="/a" title="b">текст</a>&nbsp;и <!-- beleška --> даље',
        ),
        (
            '[odluka](/sr-Latn/acts/1/ "naslov") i ![slika](slika.jpg)',
            '[одлука](/sr-Latn/acts/1/ "naslov") и ![слика](slika.jpg)',
        ),
        ("[veza]: https://a.example", "[veza]: https://a.example"),
        ("# Naslov {#naslov .klasa}", "# Наслов {#naslov .klasa}"),
        # Placeholders of the interface.
        ("Ima %(count)d dokumenata", "Има %(count)d докумената"),
        ("{name} objavljuje %s", "{name} објављује %s"),
        ("{{ page.title }} i dalje", "{{ page.title }} и даље"),
        ("50 % stanovnika, 100% ispravno", "50 % становника, 100% исправно"),
        # Units, abbreviations, foreign words.
        ("5 km, 100 m², 18 h, 20 MB, 3 kg", "5 km, 100 m², 18 h, 20 MB, 3 kg"),
        ("2026. g. i 2026. godine", "2026. г. и 2026. године"),
        ("PDF-u, CSV i COVID-19", "PDF-у, CSV и COVID-19"),
        ("YouTube, Facebookom, Wi-Fi i e-mail", "YouTube, Facebookom, Wi-Fi и e-mail"),
        ("energetske klase A, nivo AA", "енергетске класе A, ниво AA"),
        ("nabavka MZMRR-26-07", "набавка MZMRR-26-07"),
        ("Çelik Hyseni", "Çelik Hyseni"),
        ("već napisano ћирилицом", "већ написано ћирилицом"),
        # One character for two letters, and letters in pieces.
        ("Ǉubav ǆep ǌegov", "Љубав џеп његов"),
        ("s\u030cuma", "шума"),
        ("", ""),
    ],
)
def test_what_is_not_read_as_serbian_stays(latin: str, cyrillic: str) -> None:
    assert to_cyrillic(latin) == cyrillic


def test_a_site_has_exceptions() -> None:
    exceptions = {"milot": "Милот", "microsoft": "Мајкрософт", "Lajčak": "Lajčak", "anjon": "анјон"}
    assert (
        to_cyrillic("Lajčak, Microsoft, anjon, Anjon i ANJON", exceptions) == "Lajčak, Мајкрософт, анјон, Анјон и АНЈОН"
    )


def test_a_caller_protects_spans() -> None:
    text = "grb grada i grad grada"
    assert to_cyrillic(text, protected=[(4, 9), (12, 16)]) == "грб grada и grad града"
    assert to_cyrillic(text, protected=[(12, 16), (0, 6), (2, 5), (4, 9)]) == "grb grada и grad града"
    assert to_cyrillic(text, protected=[(0, len(text))]) == text


def test_other_cyrillic_stays() -> None:
    assert to_latin("Русский язык и српски језик") == "Русский язык i srpski jezik"
    assert to_latin("ქართული, shqip, 12") == "ქართული, shqip, 12"


NATIVE = "абвгдђежзијклљмнњопрстћуфхцчџш"
AMBIGUOUS = ("нј", "лј", "дж")
STAY_LATIN = (
    "PDF",
    "RSS",
    "ICS",
    "URL",
    "ID",
    "CPV",
    "SHA",
    "USB",
    "GPS",
    "ISO",
    "IBAN",
    "IT",
    "AI",
    "EUR",
    "USD",
    "RSD",
)


@given(
    st.lists(st.text(NATIVE, min_size=2, max_size=10), min_size=1, max_size=5),
    st.sampled_from(["lower", "title", "upper"]),
)
def test_cyrillic_survives_latin(words: list[str], case: str) -> None:
    assume(not any(pair in word for word in words for pair in AMBIGUOUS))
    cyrillic = " ".join(getattr(word, case)() for word in words)
    latin = to_latin(cyrillic)
    # Capitals that make a Roman numeral are one in Latin, and stay Latin.
    assume(not any(set(word) <= set("IVXLCDM") for word in latin.split()))
    assume(not any(word in STAY_LATIN for word in latin.split()))
    assert to_cyrillic(latin) == cyrillic


@given(st.lists(st.text("abvgdđežzijklmnoprstćufhcčš", min_size=2, max_size=10), min_size=1, max_size=5))
def test_latin_survives_cyrillic(words: list[str]) -> None:
    latin = " ".join(words)
    assert to_latin(to_cyrillic(latin)) == latin


@given(st.text())
def test_any_text(text: str) -> None:
    assert isinstance(to_cyrillic(text), str)
    assert to_latin(to_latin(text)) == to_latin(text)
