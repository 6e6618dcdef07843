"""The form that narrows the register in a real browser, from a server that allows nothing but the site itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from sajaro.build import build, moment
from sajaro.outputs.public_register.ledger import PublicRegister
from tests.browser.test_search import quiet, served
from tests.outputs.sites import document, release, settings, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["quiet"]

OUTPUTS = ("home", "lists", "pages", "files", "pictures", "assets", "public_register")
HEAD = "id,date,entered,kind,title.ka,title.en,from.ka,from.en,access,ground.ka,ground.en,unit"
ROWS = [
    "tree,2025-12-01,2025-12-02,received,ხის მოჭრა,On a tree in Çay street,სამინისტრო,Ministry,open,,,office",
    "bridge,2026-02-01,2026-02-20,created,ხიდის ოქმი,,,,partial,28-ე მუხლი,Article 28,office",
    *(
        f"n{number:02},2026-03-{number:02},2026-03-{number:02},issued,წერილი {number},Letter {number},,,open,,,"
        for number in range(1, 31)
    ),
    *(
        f"m{number:02},2026-04-{number:02},2026-04-{number:02},issued,წერილი {number + 30},Letter {number + 30},,,closed,x,x,"
        for number in range(1, 29)
    ),
]
FILES = {
    "units/office.ka.md": document("სამსახური", "ტექსტი."),
    "units/office.en.md": document("The Office", "Text."),
    "register/2026.csv": "\n".join((HEAD, *ROWS, "")),
    "register/numbers.csv": "id,number,day\nregister/2026/tree,1204,2025-12-02\nregister/2026/n07,1205,2026-03-07\n",
    "press-releases/2026/news.ka.md": release("ამბავი", date="2026-05-01"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose index is in many parts."""
    root = tmp_path_factory.mktemp("site")
    write(root, dict(FILES))
    made = settings(root, siteurl="", outputs=OUTPUTS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PublicRegister, "full", 7)
        outcome = build(made, root / "output", now=moment("2026-06-15", made), jobs=1)
    assert not outcome.failed, outcome.problems
    (root / "output" / "favicon.ico").touch()
    with served(root / "output") as address:
        yield address


def narrowed(page: Page) -> list[str]:
    page.wait_for_selector("#matches[aria-busy=false]", state="attached")
    page.wait_for_timeout(300)
    page.wait_for_selector("#matches[aria-busy=false]", state="attached")
    return page.locator("#matches tbody th a").all_inner_texts()


def ask(page: Page, words: str) -> list[str]:
    page.fill("#words", words)
    return narrowed(page)


def test_nothing_is_read_before_somebody_asks(quiet: Page, site: str) -> None:
    asked: list[str] = []
    quiet.on("request", lambda request: asked.append(request.url))
    quiet.goto(f"{site}/en/register/")
    quiet.wait_for_selector("#narrow:not([hidden])")
    assert not [url for url in asked if "/entries/" in url]
    ask(quiet, "letter")
    assert len([url for url in asked if "/entries/" in url]) > 5


def test_words_in_titles_senders_and_numbers(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/register/")
    assert ask(quiet, "cay tree") == ["On a tree in Çay street"]
    assert ask(quiet, "MINISTRY") == ["On a tree in Çay street"]
    assert ask(quiet, "1204") == ["On a tree in Çay street"]
    assert ask(quiet, "letter 17") == ["Letter 17"]
    assert ask(quiet, "ოქმი") == ["ხიდის ოქმი"]
    assert quiet.inner_text("#narrowed") == "Entries found: 1"
    assert quiet.is_hidden("#entries")


def test_an_entry_looks_as_in_the_list(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/register/")
    ask(quiet, "ოქმი")
    row = quiet.locator("#matches tbody tr")
    assert row.locator("td").all_inner_texts()[:2] == ["not yet numbered", "01.02.2026"]
    assert row.locator("th a").get_attribute("lang") == "ka"
    assert row.locator(".tongue").inner_text() == "ქართული"
    assert row.locator("th a").get_attribute("href").endswith("/ka/register/2026/bridge/")
    assert "Created document" in row.inner_text() and "The Office" in row.inner_text()
    assert row.locator(".access .state.attention").inner_text() == "Open in part"
    assert "20.02.2026" in row.inner_text() and "entered late" in row.inner_text() and "19" in row.inner_text()
    ask(quiet, "1205")
    row = quiet.locator("#matches tbody tr")
    assert row.locator("td").first.inner_text() == "1,205" and "entered late" not in row.inner_text()


def test_filters_and_the_address_of_a_question(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/register/")
    quiet.select_option("[name=access]", "closed")
    assert len(narrowed(quiet)) == 28
    quiet.select_option("[name=access]", "")
    quiet.check("[name=late]")
    assert narrowed(quiet) == ["ხიდის ოქმი"]
    quiet.uncheck("[name=late]")
    quiet.select_option("[name=years]", "2025")
    assert narrowed(quiet) == ["On a tree in Çay street"]
    assert quiet.url.endswith("?years=2025")
    quiet.reload()
    assert narrowed(quiet) == ["On a tree in Çay street"]
    quiet.select_option("[name=years]", "")
    quiet.select_option("[name=sections]", "press-releases")
    assert narrowed(quiet) == ["ამბავი"]
    quiet.click("#narrow [type=reset]")
    quiet.wait_for_selector("#entries:not([hidden])")
    assert quiet.is_hidden("#matches") and quiet.inner_text("#narrowed") == ""
    assert quiet.url.endswith("/en/register/")


def test_newest_first_and_more_of_them(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/register/")
    first = ask(quiet, "letter")
    assert len(first) == 50 and first[0] == "Letter 58"
    quiet.focus("#more")
    quiet.keyboard.press("Enter")
    quiet.wait_for_selector("#matches tr:nth-child(58)")
    assert quiet.evaluate("document.activeElement.textContent") == "Letter 8"
    assert quiet.is_hidden("#more")


def test_nothing_found(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/register/")
    assert ask(quiet, "zirconium") == []
    assert quiet.inner_text("#narrowed") == "Nothing was found. Try fewer or other words."


def test_without_scripts_the_lists_hold_every_entry(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/en/register/")
    assert page.is_hidden("#narrow") and page.is_visible("#entries")
    page.click("#choices a >> text=Not open")
    assert page.locator("tbody tr").count() == 28
    page.goto(f"{site}/en/register/2026/")
    assert page.locator("tbody tr").count() == 60
    context.close()


def test_an_index_that_cannot_be_read(page: Page, site: str) -> None:
    page.route("**/entries/index.json", lambda route: route.abort())
    page.goto(f"{site}/en/register/")
    ask(page, "letter")
    assert page.inner_text("#narrowed") == "The search could not be loaded. The archives below hold everything."
    assert page.is_visible("#entries")
