"""The search page in a real browser, from a server that allows nothing but the site itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from sajaro.build import build, moment
from sajaro.outputs import search
from sajaro.outputs.search.words import Words
from sajaro.paths import THEME
from sajaro.shards import shards
from tests.languages.test_search import FORMS
from tests.outputs.sites import document, release, settings, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OUTPUTS = ("home", "lists", "pages", "files", "pictures", "assets", "search")
LANGUAGES = ("ka", "en", "az", "hy", "ru", "sr-Latn", "sr-Cyrl")
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'"

DOCUMENTS = {
    "press-releases/2026/costs.ka.md": release(
        "ქალაქის ხარჯები", "საკრებულომ ბიუჯეტში ცვლილება დაამტკიცა.", date="2026-03-04"
    ),
    "press-releases/2025/council.az.md": release("Sakrebulo", "Yeni qərar qüvvəyə minib.", date="2025-03-04"),
    "press-releases/2024/lamps.az.md": release("Küçə İŞIQLARI", "Qəsəbəyə IŞIQ çəkilib.", date="2024-03-04"),
    "press-releases/2026/school.sr-Cyrl.md": release("Отворена школа", "Нова школа у Пећи.", date="2026-04-01"),
    "press-releases/2026/yerevan.hy.md": release("Այց", "Պատվիրակությունը Երևան է մեկնել։", date="2026-04-02"),
    "press-releases/2026/tree.ru.md": release("Праздник", "На площади стоит ёлка.", date="2026-04-03"),
    "press-releases/2026/theatre.en.md": release("An opening", "The theatre opens again.", date="2026-05-01"),
    "press-releases/2026/draft.en.md": release("Zirconium", "Zirconium.", status="draft"),
    "acts/2026/order-12.en.md": document(
        "On parking", "The rules of parking.", date="2026-02-01", kind="order", number="12", issuer="council"
    ),
    "units/council.en.md": document("Council", "The Council."),
    "services/parking.en.md": document("A parking permit", "Where to leave a car."),
    **{
        f"announcements/{2020 + number % 4}/{number:02}.en.md": release(
            f"Notice {number}", f"The water of street {number} is off.", date=f"{2020 + number % 4}-01-{number:02}"
        )
        for number in range(1, 26)
    },
}


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None: ...


@contextmanager
def served(root: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(root))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose indexes are in many shards."""
    root = tmp_path_factory.mktemp("site")
    write(root, dict(DOCUMENTS))
    made = settings(root, siteurl="", outputs=OUTPUTS, languages=LANGUAGES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "shards", lambda positions: shards(positions, 6))
        outcome = build(made, root / "output", now=moment("2026-06-15", made), jobs=1)
    assert not outcome.failed, outcome.problems
    (root / "output" / "favicon.ico").touch()
    with served(root / "output") as address:
        yield address


@pytest.fixture
def quiet(page: Page) -> Iterator[Page]:
    """A page that must not complain: neither its scripts nor the policy."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert not said


def ask(page: Page, address: str, query: str) -> list[str]:
    """Places of the documents found, in their order."""
    page.fill("#query", query)
    page.press("#query", "Enter")
    return found(page, address)


def found(page: Page, address: str) -> list[str]:
    page.wait_for_selector("#results[aria-busy=false]", state="attached")
    links = page.locator("#results .card-title a").evaluate_all("links => links.map(link => link.href)")
    return [link.removeprefix(address) for link in links]


FOUND = {
    "ka": {"ბიუჯეტი": "ka/press-releases/2026/costs", "ᲑᲘᲣᲯᲔᲢᲘᲓᲐᲜ": "ka/press-releases/2026/costs"},
    "az": {
        "qerar": "az/press-releases/2025/council",
        "QƏRARI": "az/press-releases/2025/council",
        "ışıq": "az/press-releases/2024/lamps",
        "işıqları": "az/press-releases/2024/lamps",
    },
    "sr-Cyrl": {"škola": "sr-Cyrl/press-releases/2026/school", "школама": "sr-Cyrl/press-releases/2026/school"},
    "sr-Latn": {"skole": "sr-Cyrl/press-releases/2026/school", "Peć": "sr-Cyrl/press-releases/2026/school"},
    "hy": {"Երեւան": "hy/press-releases/2026/yerevan", "ԵՐԵՎԱՆԻՑ": "hy/press-releases/2026/yerevan"},
    "ru": {"елки": "ru/press-releases/2026/tree"},
    "en": {
        "theatres": "en/press-releases/2026/theatre",
        "theat": "en/press-releases/2026/theatre",
        "Order № 12": "en/acts/2026/order-12",
        "ბიუჯეტის": "ka/press-releases/2026/costs",
    },
}


@pytest.mark.parametrize("lang", FOUND)
def test_finds(quiet: Page, site: str, lang: str) -> None:
    quiet.goto(f"{site}/{lang}/search/")
    for query, place in FOUND[lang].items():
        assert ask(quiet, site, query) == [f"/{place}/"], query


def test_does_not_find_what_is_withheld_or_has_only_some_of_the_words(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/search/")
    for query in ("zirconium", "parking zirconium", "theatre parking", "theatrezz"):
        assert ask(quiet, site, query) == [], query
        assert quiet.inner_text("#found") == "Nothing was found. Try fewer or other words."
        assert quiet.is_visible("#archives")


def test_a_result_shows_title_kind_section_day_and_excerpt(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/search/")
    ask(quiet, site, "rules of parking")
    assert quiet.inner_text("#results .card-title") == "On parking"
    assert quiet.inner_text("#results .card-meta").split("\n") == ["1 February 2026", "Order No. 12", "Legal acts"]
    assert [mark.inner_text() for mark in quiet.query_selector_all("#results .card mark")] == [
        "rules",
        "of",
        "parking.",
    ]
    assert quiet.inner_text("#found") == "Documents found: 1"
    assert quiet.is_hidden("#archives")


def test_a_document_in_another_language_says_so(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/search/")
    ask(quiet, site, "ბიუჯეტი")
    assert quiet.get_attribute("#results a", "lang") == quiet.get_attribute("#results a", "hreflang") == "ka"
    assert quiet.inner_text("#results .tongue") == "ქართული"
    assert quiet.get_attribute("#results .card-summary", "lang") == "ka"


def test_title_and_number_come_first(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/search/")
    assert ask(quiet, site, "council")[0] == "/en/units/council/"
    assert set(ask(quiet, site, "12")) == {"/en/acts/2026/order-12/", "/en/announcements/2020/12/"}


def counts(page: Page, group: str) -> dict[str, str]:
    labels = page.query_selector_all(f"[data-filter={group}] label:not([hidden])")
    return dict(label.inner_text().split("\n") for label in labels)


def test_filters_narrow_and_count(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/search/")
    ask(quiet, site, "the")
    assert counts(quiet, "section") == {
        "All": "28", "Press releases": "1", "Announcements": "25", "Legal acts": "1", "Structure": "1",
    }  # fmt: skip
    assert counts(quiet, "year")["2021"] == "7"
    quiet.check("[data-filter=section] input[value=announcements]")
    assert all(place.startswith("/en/announcements/") for place in found(quiet, site))
    assert quiet.inner_text("#found") == "Documents found: 25"
    assert list(counts(quiet, "year")) == ["All", "2023", "2022", "2021", "2020"]
    quiet.check("[data-filter=year] input[value='2021']")
    assert len(found(quiet, site)) == 7
    assert counts(quiet, "section") == {"All": "7", "Announcements": "7"}
    assert quiet.url.endswith("?q=the&section=announcements&year=2021")
    quiet.reload()
    assert len(found(quiet, site)) == 7
    assert quiet.is_checked("[data-filter=year] input[value='2021']")


def test_newest_first(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/search/")
    ask(quiet, site, "water")
    quiet.check("#newest")
    years = [place.split("/")[3] for place in found(quiet, site)]
    assert years == sorted(years, reverse=True) and years[0] == "2023"
    assert quiet.url.endswith("newest=")


def test_more_results_follow_and_the_focus_with_them(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/search/")
    assert len(ask(quiet, site, "water")) == 10
    quiet.focus("#more")
    quiet.keyboard.press("Enter")
    quiet.wait_for_selector("#results li:nth-child(20)")
    assert quiet.evaluate("document.activeElement === document.querySelector('#results li:nth-child(11) a')")
    quiet.click("#more")
    quiet.wait_for_selector("#results li:nth-child(25)")
    assert quiet.is_hidden("#more")
    places = found(quiet, site)
    assert len(places) == len(set(places)) == 25


def test_a_keyboard_is_enough(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/search/")
    quiet.focus("#query")
    quiet.keyboard.type("theatre")
    quiet.wait_for_selector("#results a")
    for _ in range(4):
        quiet.keyboard.press("Tab")
        if quiet.evaluate("document.activeElement.closest('#results') !== null"):
            break
    quiet.keyboard.press("Enter")
    quiet.wait_for_url(f"{site}/en/press-releases/2026/theatre/")


def test_the_header_leads_here_with_its_question(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/search/?q=theatre")
    assert found(quiet, site) == ["/en/press-releases/2026/theatre/"]


def test_without_scripts_it_is_the_way_to_the_archives(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/en/search/?q=theatre")
    assert page.is_visible("noscript p") and page.is_hidden("#filters")
    page.click("#archives a >> text=Announcements")
    assert page.url == f"{site}/en/announcements/"
    context.close()


def test_the_browser_makes_words_alike_as_the_index_does(page: Page) -> None:
    source = (THEME / "static/js/search.js").read_text("utf-8")
    functions = source[source.index("// Words.") : source.index("// Asking.")]
    for lang in ("ka", "hy", "az", "sr-Latn", "sq"):
        words = Words(lang, ("ka", "hy", "az", "sr-Latn", "sr-Cyrl", "sq"))
        text = " ".join(FORMS[lang].split()) + " №12 COVID-ით Ёлка ﬁnal 2026-ში Երեւան «ინჩო»"
        stems = page.evaluate(
            f"([rules, text]) => {{ {functions}; return stemmer(rules)(text) }}", [words.rules(), text]
        )
        assert sorted(set(stems)) == sorted(words.stems(text))
        assert len(stems) == len(re.findall(r"[^\W_]+", text))
