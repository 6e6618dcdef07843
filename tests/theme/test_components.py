"""Every component with every example, against what its criteria promise."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import get_args

import pytest
from lxml import html

from sajaro import views
from sajaro.examples import BLOCKS, examples
from sajaro.paths import THEME
from sajaro.templates import Theme
from tests.theme.markup import Markup

FOLDERS = sorted(folder for folder in (THEME / "components").iterdir() if folder.is_dir())
NAMES = [folder.name for folder in FOLDERS]
CASES = [
    pytest.param(folder.name, lang, view, id=f"{folder.name}: {name}")
    for folder in FOLDERS
    for name, lang, view in examples(folder)[1]
]


def draw(theme: Theme, component: str, lang: str, view: object) -> str:
    return str(theme.macro(lang, component)(view))


def tree(markup: str) -> html.HtmlElement:
    return html.fragment_fromstring(markup, create_parent="div")


def named(element: html.HtmlElement) -> bool:
    return bool((element.get("aria-label") or "").strip())


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_has_its_three_files_and_a_layer_of_its_own(folder):
    assert {path.name for path in folder.iterdir()} == {"template.html", "style.css", "examples.yaml"}
    assert re.findall(r"@layer ([\w.-]+)", (folder / "style.css").read_text()) == [f"components.{folder.name}"]


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_says_what_it_must_fulfil(folder):
    criteria, shown = examples(folder)
    assert criteria and all(len(each.split()) > 3 for each in criteria)
    assert shown
    names = [name for name, _, _ in shown]
    assert len(set(names)) == len(names)


def test_every_block_has_a_component():
    assert set(BLOCKS) <= set(NAMES)


def test_examples_are_in_every_script():
    by_lang = {lang for folder in FOLDERS for _, lang, _ in examples(folder)[1]}
    assert by_lang == {"ka", "hy", "sr-Cyrl", "en", "ar"}
    for name in set(BLOCKS) - {"player"}:
        langs = {lang for _, lang, _ in examples(THEME / "components" / name)[1]}
        assert "ar" in langs and langs & {"ka", "hy"}, f"{name} is not shown mirrored, or not with long words"


@pytest.mark.parametrize(("component", "lang", "view"), CASES)
def test_draws_sound_html(theme, component, lang, view):
    markup = draw(theme, component, lang, view)
    assert Markup(markup).faults == []
    assert markup.strip()


@pytest.mark.parametrize(("component", "lang", "view"), CASES)
def test_what_every_component_fulfils(theme, component, lang, view):
    drawn = tree(draw(theme, component, lang, view))
    for image in drawn.iter("img"):
        assert image.get("alt") is not None and image.get("width") and image.get("height")
    for each in drawn.iter("nav", "video", "audio"):
        assert named(each), f"<{each.tag}> has no name"
    for each in drawn.xpath("//*[@tabindex]"):
        assert each.get("role") and named(each)
    for link in drawn.iter("a"):
        assert link.get("href") and (link.text_content().strip() or named(link))
    for moment in drawn.iter("time"):
        assert datetime.fromisoformat(moment.get("datetime"))
    for head in drawn.iter("th"):
        assert head.get("scope") in {"col", "row"}
    for group in drawn.iter("ul", "ol"):
        assert {child.tag for child in group} <= {"li"}
    for svg in drawn.iter("svg"):
        assert svg.get("aria-hidden") == "true"
    assert all(each.get("lang") != lang for each in drawn.xpath("//*[@dir='auto']")), (
        "marked as foreign in its own language"
    )


def texts(view: object) -> list[views.Text]:
    """All texts of a view that are in another language."""
    if isinstance(view, views.Text):
        return [view]
    if isinstance(view, tuple):
        return [text for each in view for text in texts(each)]
    if hasattr(view, "__dataclass_fields__"):
        return [text for name in view.__dataclass_fields__ for text in texts(getattr(view, name))]
    return []


@pytest.mark.parametrize(("component", "lang", "view"), [case for case in CASES if texts(case.values[2])])
def test_a_text_in_another_language_says_which(theme, component, lang, view):
    drawn = tree(draw(theme, component, lang, view))
    for text in texts(view):
        marked = drawn.xpath("//*[@lang=$lang]", lang=text.lang)
        assert any(text in each.text_content() for each in marked), f"{text!r} is not marked as {text.lang}"


CRITERIA: dict[str, Callable[[html.HtmlElement, object], bool]] = {
    "alerts": lambda drawn, view: named(drawn[0]) and all(each.word in drawn.text_content() for each in view),
    "card": lambda drawn, view: (
        len(list(drawn.iter("a"))) == 1
        and (view.lang is None or drawn.xpath("string(//a/@hreflang)") == view.lang == drawn.xpath("string(//a/@lang)"))
    ),
    "cards": lambda drawn, view: len(drawn.xpath("//li")) == len(view.cards),
    "chart": lambda drawn, view: (
        drawn.xpath("string(//h2)") == view.title
        and all(each.get("aria-hidden") == "true" for each in drawn.xpath("//*[@class='chart-drawing']"))
        and len(drawn.xpath("//*[@class='chart-rows']/p")) == sum(bool(bar.amounts) for bar in view.bars)
        and all(bar.figure in drawn.text_content() for bar in view.bars)
        and len(drawn.xpath("//tbody/tr")) == len(view.table.rows)
        and (len(view.parts) == 1 or len(drawn.xpath("//*[@class='parts']/li")) == len(view.parts))
    ),
    "choices": lambda drawn, view: len(drawn.xpath("//h2")) == len(view),
    "contents": lambda drawn, view: [a.get("href") for a in drawn.iter("a")] == [f"#{each.id}" for each in view],
    "crumbs": lambda drawn, view: len(drawn.xpath("//nav/ol/li/a")) == len(view),
    "facts": lambda drawn, view: len(drawn.xpath("//dl/div[dt and dd]")) == len(view.facts),
    "files": lambda drawn, view: all(
        file.format in drawn.text_content() and file.size in drawn.text_content() for file in view.files
    ),
    "gallery": lambda drawn, view: len(drawn.xpath("//li//img")) == len(view.pictures),
    "languages": lambda drawn, view: (
        len(drawn.xpath("//a[@lang and @hreflang]")) == len(view)
        and len(drawn.xpath("//a[@aria-current]")) == 1
        and len(drawn.xpath("//*[@class='unseen']")) == sum(not each.same for each in view)
    ),
    "citation": lambda drawn, view: (
        drawn.xpath("normalize-space(//*[@class='copy'])") == f"{view.text}, {view.address}"
        and all(drawn.xpath("//a[@href=$url]", url=form.url) for form in view.forms)
    ),
    "diff": lambda drawn, view: (
        len(drawn.xpath("//ins")) + len(drawn.xpath("//del"))
        == sum(run.kind != "same" for each in view.passages for run in each.runs)
        and len(drawn.xpath("//ins/*[@class='unseen']|//del/*[@class='unseen']")) == 2 * len(drawn.xpath("//ins|//del"))
        and all(run.text in drawn.text_content() for each in view.passages for run in each.runs)
        and bool(drawn.xpath("//*[contains(@class, 'passage')]/p[@class='small']"))
    ),
    "ledger-acts": lambda drawn, view: (
        drawn.xpath("string(//table/caption)") == view.caption
        and drawn.xpath("//tbody/tr/th[@scope='row']/a/@href") == [each.link.url for each in view.rows]
        and all(each.state.word in drawn.text_content() for each in view.rows)
        and all(cell.get("data-label") for cell in drawn.iter("td") if cell.text_content())
    ),
    "ledger": lambda drawn, view: (
        drawn.xpath("string(//table/caption)") == view.caption
        and drawn.xpath("//tbody/tr/th[@scope='row']/a/@href") == [each.link.url for each in view.entries]
        and len(drawn.xpath("//*[contains(@class, 'severe')]")) == sum(each.late for each in view.entries)
        and all(
            each.access.word in drawn.text_content() and each.ground in drawn.text_content() for each in view.entries
        )
        and all(cell.get("data-label") for cell in drawn.iter("td") if cell.text_content())
    ),
    "log": lambda drawn, view: (
        drawn.xpath("string(//table/caption)") == view.caption
        and drawn.xpath("//tbody/tr/th[@scope='row']/a/@href") == [each.link.url for each in view.requests]
        and all(
            each.state.word in drawn.text_content() and each.remark in drawn.text_content() for each in view.requests
        )
        and all(cell.get("data-label") for cell in drawn.iter("td") if cell.text_content())
    ),
    "notice": lambda drawn, view: drawn.xpath("string(//*[@role='note']/@aria-label)") == view.title,
    "pages": lambda drawn, view: len(drawn.xpath("//a[@aria-current='page']")) == 1,
    "picture": lambda drawn, view: (
        drawn.xpath("string(//img/@alt)") == view.alt and view.caption in drawn.text_content()
    ),
    "player": lambda drawn, view: (
        not drawn.xpath("//*[@autoplay]")
        and len(drawn.xpath("//*[@controls and @preload='none']")) == 1
        and all(track.get("srclang") for track in drawn.iter("track"))
    ),
    "due": lambda drawn, view: (
        drawn.xpath("//ul[@aria-label]/li/a/@href") == [each.url for each in view.late]
        and all(each.note in drawn.text_content() for each in view.late)
        and [each.get("aria-label") for each in drawn.xpath("//ul[@aria-label]")] == [view.word] * bool(view.late)
    ),
    "progress": lambda drawn, view: (
        view.sentence in drawn.text_content() and all(label in drawn.text_content() for label, _, _ in view.parts)
    ),
    "prose": lambda drawn, view: (
        len(drawn.xpath("//*[contains(@class, 'prose')]")) == 1
        and len(drawn.xpath("//section")) == len(drawn.xpath("//section/h2[1]"))
    ),
    "quotes": lambda drawn, view: len(drawn.xpath("//figure[blockquote and figcaption]")) == len(view.quotes),
    "standings": lambda drawn, view: (
        len(drawn.xpath("//p[@class='standing-duty']/a")) == len(view.rows)
        and len(drawn.xpath("//ul[@class='marks']/li")) == sum(len(row.marks) for row in view.rows)
        and all(mark.state.word in drawn.text_content() for row in view.rows for mark in row.marks if mark)
    ),
    "state": lambda drawn, view: drawn.text_content().strip() == view.word,
    "steps": lambda drawn, view: len(drawn.xpath("//ol/li")) == len(view.items),
    "table": lambda drawn, view: (
        len(drawn.xpath("//table/caption")) == 1
        and len(drawn.xpath("//tbody/tr/th[@scope='row']")) == len(view.rows)
        and len(drawn.xpath("//thead//th[@class='numeric']")) == sum(column.numeric for column in view.columns)
        and all(
            cell.get("data-label") == column.title
            for row in (drawn.xpath("//*[contains(@class, 'stacks')]//tbody/tr"))
            for cell, column in zip(row.iter("td"), view.columns[1:], strict=True)
            if cell.text_content()
        )
        and bool(drawn.xpath("//*[contains(@class, 'stacks')]")) == (2 < len(view.columns) < 7)
    ),
    "text": lambda drawn, view: drawn.xpath("boolean(//span[@lang])") == isinstance(view, views.Text),
    "timeline": lambda drawn, view: (
        len(drawn.xpath("//ol/li")) == len(view.stops)
        and len(drawn.xpath("//li[@aria-current]")) == sum(stop.current for stop in view.stops)
    ),
    "versions": lambda drawn, view: (
        len(drawn.xpath("//tbody/tr/th[@scope='row']")) == len(view.periods)
        and len(drawn.xpath("//tr[@aria-current]//strong")) == sum(each.current for each in view.periods)
        and all(each.state.word in drawn.text_content() for each in view.periods)
    ),
    "value": lambda drawn, view: bool(drawn.text_content().strip()),
}


def test_every_component_has_a_check_of_its_own():
    assert set(CRITERIA) == set(NAMES)


@pytest.mark.parametrize(("component", "lang", "view"), CASES)
def test_what_this_component_fulfils(theme, component, lang, view):
    assert CRITERIA[component](tree(draw(theme, component, lang, view)), view)


def test_a_grid_of_pictures_is_made_only_of_pictures(theme):
    card = views.Card("/a/", "Title", "people", "Person")
    picture = views.Picture("/p.jpg", 600, 400, "")
    kinds = [
        tree(draw(theme, "cards", "en", views.Cards("People", found, pictures=True))).xpath("string(//ul/@class)")
        for found in ((card,), (card, dataclasses.replace(card, picture=picture)))
    ]
    assert kinds == ["card-list rows", "card-list pictured"]


def test_every_kind_of_value_is_shown():
    shown = {view.kind for _, _, view in examples(THEME / "components/value")[1]}
    assert shown == {kind.kind for kind in get_args(views.Value)}


def test_markup_in_a_text_is_shown_and_not_obeyed(theme):
    assert "&lt;b&gt;bold&lt;/b&gt;" in draw(theme, "state", "en", views.State("<b>bold</b>"))


def test_an_address_breaks_where_a_reader_would_part_it(theme):
    drawn = draw(theme, "value", "en", views.Email("zevendesministrja@mzmrr.qasje.example"))
    assert ">zevendesministrja@<wbr>mzmrr.<wbr>qasje.<wbr>example</a>" in drawn
    assert tree(drawn).text_content().strip() == "zevendesministrja@mzmrr.qasje.example"


def test_a_telephone_number_never_breaks(theme):
    [number] = tree(draw(theme, "value", "en", views.Phone("0000", "0 000"))).iter("a")
    assert number.get("class") == "phone"
    rules = re.findall(r"\.phone \{([^}]*)\}", (THEME / "components/value/style.css").read_text("utf-8"))
    assert any("white-space: nowrap" in rule for rule in rules)


def test_what_goes_on_is_said_in_words(theme):
    day = views.Since(date(2021, 4, 2))
    assert {lang: tree(draw(theme, "value", lang, day)).xpath("string(//time)") for lang in ("ka", "sq", "en")} == {
        "ka": "2021 წლის 2 აპრილიდან",
        "sq": "që nga 2 prilli 2021",
        "en": "since 2 April 2021",
    }


def test_a_picture_leads_to_its_licence(theme):
    picture = views.Picture("/a.jpg", 3, 2, "", credit="A. B.", licence="CC BY 4.0", licence_url="https://cc.example/")
    assert tree(draw(theme, "picture", "en", picture)).xpath("string(//a[@rel='license'][@href='https://cc.example/'])")
    plain = views.Picture("/a.jpg", 3, 2, "", licence="all rights reserved")
    assert not list(tree(draw(theme, "picture", "en", plain)).iter("a"))


def test_shares_without_labels_are_said_by_the_sentence(theme):
    drawn = tree(draw(theme, "progress", "en", views.Progress("", "18 %", (("", 18, "good"), ("", 82, "neutral")))))
    assert drawn.text_content().strip() == "18 %"
    assert len(drawn.xpath("//line")) == 2 and not list(drawn.iter("ul", "section"))
