"""E-mail addresses in texts."""

from __future__ import annotations

import time

import pytest

from sajaro.languages import language
from sajaro.markup import convert


def html(text: str) -> str:
    return convert(text, title="", slug=language("en").slug)[1]


LINK = '<a href="mailto:office@town.example">office@<wbr>town.<wbr>example</a>'


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Write to office@town.example.", f"<p>Write to {LINK}.</p>"),
        ("**office@town.example**", f"<p><strong>{LINK}</strong></p>"),
        ("მოგვწერეთ office@town.example-ზე", f"<p>მოგვწერეთ {LINK}-ზე</p>"),
        ("[we](mailto:office@town.example)", '<p><a href="mailto:office@town.example">we</a></p>'),
        ("`office@town.example`", "<p><code>office@town.example</code></p>"),
        ("    office@town.example", "<pre><code>office@town.example\n</code></pre>"),
        ("office@town, @town.example, office@", "<p>office@town, @town.example, office@</p>"),
        ('<abbr title="office@town.example">O</abbr>', '<p><abbr title="office@town.example">O</abbr></p>'),
    ],
)
def test_an_address_is_a_link_where_it_is_none_yet(text: str, made: str) -> None:
    assert html(text) == made


def test_a_link_changes_neither_the_summary_nor_the_outline() -> None:
    body, _ = convert("Write to office@town.example.\n\n## office@town.example", title="", slug=language("en").slug)
    assert body.summary == "Write to office@town.example."
    assert [(each.id, each.text) for each in body.headings] == [("office-town-example", "office@town.example")]
    assert body.links == []


@pytest.mark.parametrize("text", ["a" * 200_000 + " @", "a@" * 100_000, "a@" + "b." * 100_000, "a." * 100_000 + "@b"])
def test_hostile_texts_take_no_time(text: str) -> None:
    from sajaro.markup.mail import linked

    begun = time.process_time()
    linked(text)
    assert time.process_time() - begun < 1
