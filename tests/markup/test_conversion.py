"""What a body becomes, and what is known of it."""

from __future__ import annotations

import re

import pytest

from sajaro.languages import language
from sajaro.markup import Body, Words, convert, fill

SLUG = language("en").slug


def body(text: str, title: str = "Title") -> tuple[Body, str]:
    return convert(text, title=title, slug=SLUG)


def html(text: str, title: str = "Title") -> str:
    return body(text, title)[1]


def outline(text: str, title: str = "Title") -> list[tuple[int, str, str]]:
    return [(each.level, each.id, each.text) for each in body(text, title)[0].headings]


def codes(text: str) -> list[tuple[str, int | None]]:
    return [(code, line) for code, line, _ in body(text)[0].faults]


# Headings.


def test_headings_start_below_the_title() -> None:
    assert outline("# a\n\n## b\n\n# c") == [(2, "a", "a"), (3, "b", "b"), (2, "c", "c")]
    assert outline("### a\n\n#### b\n\n### c") == [(2, "a", "a"), (3, "b", "b"), (2, "c", "c")]
    assert outline("## a\n\n# b\n\n## c") == [(2, "a", "a"), (2, "b", "b"), (3, "c", "c")]


def test_a_level_that_is_skipped() -> None:
    text = "# a\n\n#### b\n\n##### c\n\n# d\n\n### e"
    assert [level for level, _, _ in outline(text)] == [2, 3, 4, 2, 3]
    assert codes(text) == [("heading-skips", 3)]


def test_levels_end_with_the_sixth() -> None:
    assert [level for level, _, _ in outline("\n\n".join("#" * level + f" {level}" for level in range(1, 7)))] == [
        2,
        3,
        4,
        5,
        6,
        6,
    ]


@pytest.mark.parametrize("first", ("# Title", "# title ", "Title\n=====", "<h1>Title</h1>", "#  *Title*"))
def test_a_heading_that_repeats_the_title_goes(first: str) -> None:
    assert html(f"{first}\n\nText.") == "<p>Text.</p>"


def test_only_the_first_heading_repeats_it() -> None:
    assert outline("Text.\n\n# Title") == [(2, "title", "Title")]
    assert outline("# Title\n\n# Title") == [(2, "title", "Title")]
    assert outline("# Another\n\n# Title") == [(2, "another", "Another"), (2, "title", "Title")]
    assert outline("## Title") == [(2, "title", "Title")]


def test_anchors_are_unique() -> None:
    assert [id for _, id, _ in outline("# a\n\n# a\n\n# a-2\n\n# A\n\n# main\n\n# b {: #a }")] == [
        "a-2",
        "a-3",
        "a-2-2",
        "a-4",
        "main-2",
        "a",
    ]
    found, made = body('<b id="x">1</b> <i id="x">2</i> <u id="">3</u> <s id="y z">4</s>')
    assert found.ids == {"x", "x-2", "y-z"}
    assert re.findall(r'id="([^"]*)"', made) == ["x", "x-2", "y-z"]


def test_many_anchors_of_one_name() -> None:
    assert outline("# a\n\n" * 2000)[-1][1] == "a-2000"
    assert len(body("\n".join(f'<b id="a{"-2" * level}">x</b>' for level in range(190)) + "\n\n# a")[0].ids) == 191


def test_headings_in_strange_places() -> None:
    assert html("<h2>a<div><h1>b</h1></div></h2>") == '<h2 id="ab">a<div>b</div></h2>'
    assert "<h" not in html("#\n\n<h3> </h3>text")
    assert html("# ![alt](a.png)") == '<img data-place="0">'


# Links.


def test_links_are_places() -> None:
    found, made = body(
        '[a](b.md "t") <a href="c.md#d">e</a> [f](#g) [h](https://i.example/?j=1&k=2) [l](mailto:m@n.example)'
    )
    assert [(each.href, each.text, each.line) for each in found.links] == [
        ("b.md", "a", 1),
        ("c.md#d", "e", 1),
        ("#g", "f", 1),
    ]
    assert '<a data-place="0" title="t">a</a>' in made
    assert '<a href="https://i.example/?j=1&amp;k=2">h</a> <a href="mailto:m@n.example">l</a>' in made


def test_places_are_filled() -> None:
    _, made = body("[a *b*](c.md) ![d](e.png) [![f](g.png)](h.md)\n\n![i](j.png)")
    filled = fill(
        made,
        lambda number, attributes, inner: f"[{number}{attributes}|{inner}]",
        lambda number, alone: f"({number}{'!' if alone else ''})",
    )
    assert filled == "<p>[0|a <em>b</em>] (0) [1|(1)]</p>\n(2!)"


def test_links_without_words() -> None:
    assert codes("text\n\n[](https://a.example)") == [("empty-link-text", 3)]
    assert codes("[](a.jpg) [](b.md)next") == [("leftover-link", 1), ("leftover-link", 1)]
    assert html('<a href="b.md"> </a>text') == "<p> text</p>"


@pytest.mark.parametrize(
    "address",
    (
        "javascript:x",
        "JAVASCRIPT:x",
        "&#106;avascript:x",
        "vbscript:x",
        "data:text/html,x",
        "file:///x",
        "ftp://x.example",
    ),
)
def test_addresses_that_are_refused(address: str) -> None:
    found, made = body(f'before <a href="{address}">words</a>')
    assert made == "<p>before words</p>"
    assert not found.links


@pytest.mark.parametrize("address", ("a%00b.md", "#%1f", "https:/x://y"))
def test_addresses_that_are_none(address: str) -> None:
    found, made = body(f"[words]({address})")
    assert "words" in made
    assert not found.links
    assert [code for code, _, _ in found.faults] == ["address-unusable"]


def test_links_in_links() -> None:
    assert html('<a href="a.md">b<a href="c.md">d</a></a>') == '<p><a data-place="0">b</a><a data-place="1">d</a></p>'


# Pictures.


def test_pictures_are_places() -> None:
    found, made = body('text\n\n![a "b"](c.png "d & e")')
    (picture,) = found.pictures
    assert (picture.href, picture.text, picture.caption, picture.line) == ("c.png", 'a "b"', "d & e", 3)
    assert '<img data-place="0">' in made


def test_pictures_without_words_or_elsewhere() -> None:
    assert codes("![](a.png)") == [("no-alt", 1)]
    found, made = body("![a](https://b.example/c.png) ![](//b.example/d.png)")
    assert made == '<p><a href="https://b.example/c.png">a</a> <a href="//b.example/d.png">d.png</a></p>'
    assert not found.pictures
    assert [code for code, _, _ in found.faults] == ["remote-picture", "remote-picture"]
    assert html("[![a](https://b.example/c.png)](d.md)") == '<p><a data-place="0">a</a></p>'


# The rest of the page.


def test_the_summary_is_the_first_paragraph() -> None:
    assert (
        body("# a\n\n![b](c.png)\n\nFirst *words*[^1] &amp; more.\n\nSecond.\n\n[^1]: x")[0].summary
        == "First words & more."
    )
    assert body("- a")[0].summary == ""
    long = body("word " * 200)[0].summary
    assert len(long) <= 300
    assert long.endswith("word…")


def test_columns_of_figures_are_marked_and_no_other_style_passes() -> None:
    made = html('| a | b |\n|---|---:|\n| c | 1 |\n\n<p style="text-align: right;">x</p><td style="color:red">')
    assert "<th>a</th>" in made.replace(' scope="col"', "")
    assert re.findall(r'<t[hd][^>]*class="numeric"[^>]*>([^<]*)', made) == ["b", "1"]
    assert "style" not in made


def test_tables_scroll_and_name_themselves() -> None:
    _, made = convert(
        "| a |\n|---|\n| b |\n\n<table id=x><tr><th>c</table>",
        title="",
        slug=SLUG,
        words=Words(table="ცხრილი {number}"),
    )
    assert re.findall(r'<div class="table" role="region" tabindex="0" aria-label="([^"]*)"><table', made) == [
        "ცხრილი 1",
        "ცხრილი 2",
    ]
    assert '<th scope="col">a</th>' in made
    _, aligned = convert("|a|b|\n|---|--:|\n|1|2|", title="", slug=SLUG, words=Words())
    assert '<th scope="col" class="numeric">b</th>' in aligned
    assert made.count("</table></div>") == 2


def table(*rows: str) -> str:
    return convert("\n".join(rows), title="", slug=SLUG, words=Words())[1]


def test_a_plain_table_says_in_each_cell_what_its_column_is_called() -> None:
    made = table("| Year | Plan, *GEL* | |", "|---|--:|---|", "| 2025 | 182 000 | |", "| Town | 96 | x |")
    assert '<div class="table stacks" role="region"' in made
    labels = re.findall(r'<td((?: data-label="[^"]*")?)[^>]*>([^<]*)<', made)
    assert labels == [
        (' data-label="Year"', "2025"), (' data-label="Plan, GEL"', "182 000"), ("", ""),
        ("", "Town"), (' data-label="Plan, GEL"', "96"), ("", "x"),
    ]  # fmt: skip
    assert 'data-label="&lt;a&gt; &quot;b&quot;"' in table('| c | &lt;a> "b" |', "|---|---|", "| d | e |")


@pytest.mark.parametrize(
    "rows",
    [
        ("| a | b |", "|---|--:|", "| c | 1 |"),
        ("| a |", "|---|", "| b |"),
        ("|" + " a |" * 7, "|" + "---|" * 7, "|" + " b |" * 7),
        ("<table><tr><th>a<th>b<th>c<tr><td>1<td>2<td>3</table>",),
        ("<table><thead><tr><th colspan=2>a<th>b</thead><tr><td>1<td>2<td>3</table>",),
        ("<table><thead><tr><th>a<th>b<th>c</thead><tr><td>1<td>2</table>",),
        ("<table><thead><tr><th>a<th>b<th>c<tr><th>d<th>e<th>f</thead><tr><td>1<td>2<td>3</table>",),
    ],
    ids=["figures beside", "one column", "many columns", "no head", "joined cells", "ragged", "two rows of heads"],
)
def test_any_other_table_stays_as_it_is(rows: tuple[str, ...]) -> None:
    made = table(*rows)
    assert '<div class="table" role="region"' in made
    assert "data-label" not in made


def test_footnotes_lead_back_in_words() -> None:
    _, made = convert("a[^1] b[^1]\n\n[^1]: 100 %", title="", slug=SLUG, words=Words(back="100 % back, {number}"))
    assert 'title="100 % back, 1"' in made
    assert {'id="fn:1"', 'id="fnref:1"', 'id="fnref2:1"'} <= set(re.findall(r'id="[^"]*"', made))
    assert codes("a[^x] `[^y]`") == [("footnote-missing", 1)]


def test_conversions_do_not_meet() -> None:
    """One converter makes all bodies: notes, abbreviations and references of one are not the next one's."""
    body("*[HTML]: x\n\n[r]: a.md\n\nHTML[^1] [r]\n\n[^1]: n")
    assert html("HTML [r] a[^1]") == "<p>HTML [r] a[^1]</p>"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a\n\n<<<<<<< HEAD\nb", "merge-conflict", 3),
        ("a\nb\x00", "control-character", 2),
        ("a\x85", "control-character", 1),
        ("w" * 2_000_001, "too-long", 1),
        ("a\n\n" + " " * 100 + "- x", "too-deep", 3),
        (">" * 51 + " x", "too-deep", 1),
        ("a\n\n" + "[" * 201, "unmatched", 3),
        ("a\n\n" + "<b>" * 201, "too-deep", 3),
        ("".join("`" * n + "a" for n in range(1, 300)), "unmatched", 1),
        ("a\n\n" * 40_001, "too-many-lines", 1),
        ("\n".join(f"[^{n}]: x" for n in range(1001)), "too-many-footnotes", 1),
        ("\n".join(f"*[A{n}]: x" for n in range(201)), "too-many-abbreviations", 1),
        ("a\n\n" + "*" * 20_001, "too-dense", 3),
        ("|" * 200_001, "too-dense", 1),
    ],
    ids=lambda value: str(value)[:20],
)  # fmt: skip
def test_what_would_take_too_long(text: str, code: str, line: int) -> None:
    found, made = body(text)
    assert [(each[0], each[1]) for each in found.faults] == [(code, line)]
    assert made == ""


@pytest.mark.parametrize(
    "text",
    (
        "[a](b) " * 3000,
        " ".join(f"<https://a.example/{n}>" for n in range(1000)),
        "<p>a<br>b<li>c" * 1000,
        "<div>\n\n" + "<b>a</b> <i>b</i>\n\n" * 3000 + "</div>",
        "\n".join(f"a[^{n}]\n\n[^{n}]: x\n" for n in range(900)),
        "| a | b |\n|---|---|\n" + "| [x](y) | *z* `w` |\n" * 9000,
        "- [a](b)\n" * 9000,
        "*[A]: x\n\n" + "A b\n\n" * 4000,
    ),
)  # fmt: skip
def test_what_long_documents_hold(text: str) -> None:
    assert not [code for code, _, _ in body(text)[0].faults if code.startswith(("too-", "unmatched"))]
