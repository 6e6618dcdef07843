"""How the parts of a page stand together: what is said first, what is never parted, what is never cut."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from lxml import html
from markupsafe import Markup

from sajaro import views
from sajaro.paths import THEME


def tree(markup: object) -> html.HtmlElement:
    return html.fragment_fromstring(str(markup), create_parent="div")


def drawn(theme, component: str, view: object, lang: str = "en") -> html.HtmlElement:
    return tree(theme.macro(lang, component)(view))


SPAN = views.Span(datetime(2026, 11, 24, 11), datetime(2026, 11, 24, 12, 40))


def alert(severity: str, summary: str) -> views.Alert:
    return views.Alert("Snow on the pass", severity, "Warning", "/en/alerts/snow/", SPAN, summary)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("severity", "length", "long"), [("warning", 40, 0), ("warning", 250, 1), ("emergency", 250, 0)]
)
def test_an_instruction_is_whole_or_a_link_to_the_whole(theme, severity, length, long):
    found = drawn(theme, "alerts", (alert(severity, "x" * length),))
    assert (
        len(found.xpath("//*[contains(@class, 'long')]//p[contains(@class, 'alert-more')]/a[@href='/en/alerts/snow/']"))
        == long
    )
    assert found.xpath("string(//p[contains(@class, 'alert-text')])") == "x" * length


def test_no_text_is_cut_by_its_style():
    for path in THEME.glob("components/*/style.css"):
        assert "line-clamp" not in path.read_text() and "text-overflow" not in path.read_text()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ka", "24 ნოემბერი, 2026, 11:00–12:40"),
        ("hy", "24 նոյեմբերի, 2026 թ., 11:00–12:40"),
        ("ru", "24 ноября 2026 г., 11:00–12:40"),
        ("sq", "24 nëntor 2026, 11:00–12:40"),
        ("en", "24 November 2026, 11:00–12:40"),
        ("az", "24 noyabr 2026 11:00–12:40"),
        ("sr-Cyrl", "24. новембар 2026. 11:00–12:40"),
    ],
)
def test_a_day_and_its_hours_are_joined_as_the_language_joins_them(theme, lang, said):
    assert drawn(theme, "value", SPAN, lang).text_content().replace("\u00a0", " ").strip() == said


def test_what_is_done_stands_first_and_the_rest_in_its_order(theme):
    parts = (("Planned", 2, "neutral"), ("In progress", 3, "attention"), ("Done", 8, "good"), ("Late", 2, "severe"))
    found = drawn(theme, "progress", views.Progress("Progress", "", (*parts, ("Postponed", 1, "neutral"))))
    order = ["Done", "In progress", "Planned", "Late", "Postponed"]
    assert [each.text_content() for each in found.xpath("//li/span[contains(@class, 'state')]")] == order
    assert found.xpath("//line/@class") == ["good", "attention", "neutral", "severe", "neutral"]


def test_the_name_of_a_language_stands_beside_the_last_word(theme):
    link = views.Link("/ka/a/", "სამსახურის დღეები", "ka", language="ქართული")
    assert drawn(theme, "value", link).text_content().strip() == "სამსახურის დღეები\u00a0ქართული"


NOTES = '\n<div class="footnote"><ol><li>The contract.</li></ol></div>'
SAID = views.Quotes("", (views.Quote("It is done."),))


@pytest.mark.parametrize(
    ("blocks", "order"),
    [
        ((f"<p>Text.</p>{NOTES}", SAID), ["Text.", "It is done.", "The contract."]),
        (("<p>Text.</p>", SAID), ["Text.", "It is done."]),
        ((f"<p>Text.</p>{NOTES}",), ["Text.", "The contract."]),
        ((SAID,), ["It is done."]),
        (
            (f"<p>Text.</p>{NOTES}", SAID, "<p>To editors.</p>"),
            ["Text.", "It is done.", "The contract.", "To editors."],
        ),
    ],
)
def test_a_quotation_stands_before_the_notes(theme, blocks, order):
    made = tuple(views.Prose("", Markup(each)) if isinstance(each, str) else each for each in blocks)
    module = theme.environment("en").get_template("templates/blocks.html").module
    words = tree(module.draw_all(made)).text_content()
    assert [line.strip() for line in words.splitlines() if line.strip()] == order


def test_a_picture_of_a_gallery_can_be_seen_large(theme):
    picture = views.Picture("/whole.png", 1200, 800, "Calls by language")
    [link] = drawn(theme, "gallery", views.Gallery("", (picture,))).iter("a")
    assert (
        link.get("href") == "/whole.png"
        and link.xpath(".//img[@alt='Calls by language']")
        and link.text_content().strip()
    )
    assert not list(drawn(theme, "picture", picture).iter("a"))


def test_labels_have_one_column_that_their_longest_word_makes():
    rules = (THEME / "components/facts/style.css").read_text()
    assert re.search(r"\.fact-list \{[^}]*grid-template-columns: fit-content", rules)
    assert re.search(r"\.fact-list > div \{[^}]*subgrid", rules)
