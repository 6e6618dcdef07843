"""The page templates: whole pages, and what their source may not hold."""

from __future__ import annotations

import inspect
import re
from types import SimpleNamespace

import pytest
from lxml import html
from markupsafe import Markup as Safe

from sajaro import views
from sajaro.paths import THEME
from tests.theme.markup import Markup
from tests.theme.pages import ALERTS, CHROME, HEAD, LANGUAGES, VIEWS

SOURCES = sorted([*THEME.glob("templates/*.html"), *THEME.glob("components/*/template.html")])
IDS = [path.relative_to(THEME).as_posix() for path in SOURCES]
PAGES = [pytest.param(view, id=f"{view.template} {number}") for number, view in enumerate(VIEWS)]


def page(theme, view, languages=LANGUAGES, alerts=ALERTS) -> str:
    """A whole page: the layout with its holes filled, as the engine joins it."""
    holes = SimpleNamespace(
        head=Safe(theme.render("en", "templates/head.html", head=HEAD, chrome=CHROME)),
        alerts=theme.macro("en", "alerts")(alerts),
        languages=theme.macro("en", "languages")(languages),
        main=Safe(theme.render("en", f"templates/{view.template}", view=view)),
    )
    return theme.render("en", "templates/layout.html", chrome=CHROME, hole=holes)


def test_every_page_has_a_template_and_is_tried():
    pages = {each.template for _, each in inspect.getmembers(views, inspect.isclass) if hasattr(each, "template")}
    assert {view.template for view in VIEWS} == pages
    assert pages <= {path.name for path in THEME.glob("templates/*.html")}


@pytest.mark.parametrize("view", PAGES)
def test_is_one_sound_document(theme, view):
    markup = page(theme, view)
    assert Markup(markup).faults == []
    document = html.document_fromstring(markup)
    assert len(document.xpath("//h1")) == 1
    assert len(document.xpath("//main[@id='main']")) == 1
    assert document.xpath("//body/*")[0].get("href") == "#main", "the skip link comes first"
    landmarks = [each.get("aria-label") for each in document.iter("nav")]
    assert all(landmarks) and len(set(landmarks)) == len(landmarks)
    for control in document.iter("input"):
        assert document.xpath("//label[@for=$id]", id=control.get("id"))
    for control in document.xpath("//*[@popovertarget]"):
        assert document.xpath("//*[@id=$id]", id=control.get("popovertarget"))


@pytest.mark.parametrize("view", PAGES)
def test_headings_skip_no_level(theme, view):
    levels = [int(each.tag[1]) for each in html.document_fromstring(page(theme, view)).xpath("//h1|//h2|//h3|//h4")]
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), levels


def test_says_what_it_is_to_machines(theme):
    document = html.document_fromstring(page(theme, VIEWS[0]))
    assert document.xpath("string(//title)") == "On the budget – Mtiskari Municipality"
    assert document.xpath("string(//link[@rel='canonical']/@href)") == HEAD.canonical
    assert document.xpath("//link[@rel='alternate']/@type") == ["application/atom+xml", "application/feed+json"]
    assert document.xpath("string(//script[@type='application/ld+json'])") == '{"@type": "Legislation"}'
    assert document.xpath("//*[@data-pagefind-body]//*[@data-pagefind-filter='section']/text()") == ["Acts"]


def test_a_bare_page_has_nothing_empty(theme):
    for view in VIEWS:
        main = html.fragment_fromstring(
            theme.render("en", f"templates/{view.template}", view=view), create_parent="main"
        )
        for each in main.xpath("//h1|//h2|//h3|//p[not(@role='status')]|//li|//dd|//ul|//dl"):
            assert each.text_content().strip() or len(each), html.tostring(each)


def test_one_language_needs_no_switcher(theme):
    assert "languages" not in page(theme, VIEWS[0], languages=LANGUAGES[:1], alerts=())


def test_the_chrome_depends_on_no_page(theme):
    """The layout is rendered once for a section: all that is a page's own comes through the holes."""
    holes = SimpleNamespace(head="{head}", alerts="{alerts}", languages="{languages}", main="{main}")
    shell = theme.render("en", "templates/layout.html", chrome=CHROME, hole=holes)
    assert [shell.count(f"{{{name}}}") for name in vars(holes)] == [1, 1, 1, 1]


@pytest.mark.parametrize("path", SOURCES, ids=IDS)
def test_passes_no_markup_through(path):
    source = path.read_text()
    assert not re.search(r"\|\s*safe\b|Markup\(|autoescape", source)


@pytest.mark.parametrize("path", SOURCES, ids=IDS)
def test_keeps_to_the_content_security_policy(path):
    source = path.read_text()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:|https?://", source)
    for script in re.findall(r"<script[^>]*>", source):
        assert script == '<script type="application/ld+json">' or re.fullmatch(
            r'<script type="module" src="\{\{ view(?:\.form)?\.script \}\}">', script
        )


# Words that are no language's: a number, a name of a standard.
NO_WORDS = re.compile(r"404|SHA-256")
READ_ALOUD = re.compile(r'\b(?:aria-label|alt|title|placeholder|label)="([^"]*)"')


def literals(source: str) -> list[str]:
    """The words in a template's source that do not come from a view or a catalog."""
    source = re.sub(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", " ", source, flags=re.DOTALL)
    source = re.sub(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", "", source, flags=re.DOTALL)
    attributes = READ_ALOUD.findall(source)
    return [
        word
        for part in [re.sub(r"<[^>]*>| [a-z-]+=\"[^\"]*\"", " ", source), *attributes]
        for word in re.findall(r"[^\W\d_]+", NO_WORDS.sub("", part))
    ]


@pytest.mark.parametrize("path", SOURCES, ids=IDS)
def test_every_word_goes_through_the_catalogs(path):
    assert literals(path.read_text()) == []


def test_the_search_for_words_finds_them():
    assert literals('<p class="x">{{ _("Fine") }} Not fine</p><a aria-label="Nor this">{{ view.title }}</a>') == [
        "Not",
        "fine",
        "Nor",
        "this",
    ]


def messages() -> list[tuple[str, ...]]:
    from jinja2 import Environment

    environment = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)
    found = [message for path in SOURCES for _, _, message in environment.extract_translations(path.read_text())]
    return [message if isinstance(message, tuple) else (message,) for message in found]


def test_messages_are_short_plain_english():
    for message in messages():
        for part in filter(None, message):
            assert part == part.strip() and part.isascii(), part
            assert len(part) <= 130, part
            assert not re.search(r"%[sd]", part), f"{part}: a translator needs a name, not a place"


def test_the_same_english_has_one_context_only():
    """A word that has a context somewhere is ambiguous everywhere."""
    from jinja2 import Environment

    environment = Environment(extensions=["jinja2.ext.i18n"])
    calls = [call for path in SOURCES for call in environment.extract_translations(path.read_text())]
    with_context = {message[1] for _, function, message in calls if function == "pgettext"}
    without = {
        message if isinstance(message, str) else message[0] for _, function, message in calls if function != "pgettext"
    }
    assert not with_context & without


def test_a_home_page_is_light(theme):
    home = next(view for view in VIEWS if view.template == "home.html")
    assert len(page(theme, home).encode()) < 12_000
