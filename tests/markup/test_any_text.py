"""Any text whatever becomes a piece of a page that keeps to itself."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sajaro.languages import language
from sajaro.markup import convert, fill
from tests.wellformed import VOID, Page

ALLOWED = frozenset(
    (
        "p a em strong b i u s del ins mark sub sup small abbr q cite code kbd samp var bdi bdo time wbr br span h1 h2 h3 h4 h5 h6 pre blockquote ul ol "
        "li dl dt dd hr div figure figcaption details summary img table caption colgroup col thead tbody tfoot tr th td"
    ).split()
)
ATTRIBUTES = frozenset(
    (
        "id lang dir title href hreflang src alt width height datetime start reversed type value colspan rowspan scope abbr headers span cite open class "
        "role tabindex aria-label"
    ).split()
)
CLASSES = frozenset(
    "admonition note tip warning danger important attention caution hint error admonition-title footnote footnote-ref footnote-backref table".split()
)
# What Markdown and HTML are made of, so that chance makes more than prose of it.
PIECES = (
    "# |## |#|- |* |1. |> |  |    |\t|\n|\n\n|a|word |ქა|`|```|~~~|**|*|_|[|](|)|![|<|>|<b>|</b>|<div>|</div>|<p>|</p>|<a href='x.md'>|</a>|"
    "<a href=javascript:x>|<img src=x.png>|<img src=x.png alt=y>|<script>|</script>|<style>|</main>|<table>|<tr>|<td>|</table>|[^1]|[^1]: |*[ab]: x|ab|"
    "!!! note\n|:   |\\|&|&lt;|&#60;|&#0;|{: #id }|{: .a onclick='x' id=main }|{|}|\"|'|===|\n---\n|<!--|-->|<?|<![CDATA[|]]>|<!DOCTYPE|[a]: b.md 't'|"
    "http://x.example|<http://x.example>|\u2028|😀|%00|<h1>|</h1>|<h2 id='a'>|</h2>|<span id='main'>|<li>|<ul>|</ul>|<details open>|<summary>|<svg>|"
    "<math>|<template>|<textarea>|<title>|<plaintext>|<select>|<form>|<iframe>|<br>|<hr>|<pre>|<code>|</code>|<a data-place='0'>|on|style='x'|"
).split("|")  # fmt: skip

texts = st.one_of(
    st.text(max_size=80), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40).map("".join)
)
SLUG = language("en").slug


@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow], derandomize=True, database=None)
@given(texts, st.sampled_from(("Title", "a", "word")))
def test_it_keeps_to_itself(text: str, title: str) -> None:
    found, made = convert(text, title=title, slug=SLUG)
    filled = fill(
        made,
        lambda number, attributes, inner: f'<a href="{number}"{attributes}>{inner}</a>',
        lambda number, alone: f'<img src="{number}">',
    )
    page = Page(filled)
    headings = [fault for fault in page.faults if re.match("<h[1-6]> after", fault)]
    assert [fault for fault in page.faults if fault not in headings] == []
    assert headings == [fault for fault in headings if fault.endswith("after []")][:1]
    for tag, attributes in page.tags:
        assert tag in ALLOWED | VOID
        assert attributes.keys() <= ATTRIBUTES
        assert set(attributes.get("class", "").split()) <= CLASSES
    assert set(page.ids) == found.ids
    assert {each.id for each in found.headings} <= found.ids
    assert all(level > 1 for level in page.headings)
    assert len(found.summary) <= 300
    assert "data-place" not in re.sub(r"&quot;|&lt;.*?&gt;", "", " ".join(re.findall(r"<[^>]*>", filled)))


@settings(max_examples=200, derandomize=True, database=None)
@given(texts)
def test_the_same_text_gives_the_same(text: str) -> None:
    assert convert(text, title="a", slug=SLUG) == convert(text, title="a", slug=SLUG)
