"""Lists as people type them."""

from __future__ import annotations

import re

import pytest

from sajaro.markup import convert
from sajaro.markup.lists import indent_by_four


def made(text: str) -> str:
    """The HTML of a text on one line."""
    return re.sub(r"\s*\n\s*", "", convert(text, title="", slug=str)[1])


NESTED = "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"
CASES = {
    "two spaces": ("- a\n  - b\n- c", NESTED),
    "three spaces": ("- a\n   - b\n- c", NESTED),
    "four spaces": ("- a\n    - b\n- c", NESTED),
    "a tab": ("- a\n\t- b\n- c", NESTED),
    "three levels": (
        "- a\n  - b\n    - c\n  - d",
        "<ul><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li></ul>",
    ),
    "two levels back": (
        "- a\n  - b\n    - c\n- d",
        "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>",
    ),
    "bullets of two kinds": ("* a\n  + b\n* c", NESTED),
    "numbers in bullets": ("- a\n  1. b\n  2. c", "<ul><li>a<ol><li>b</li><li>c</li></ol></li></ul>"),
    "bullets in numbers": ("1. a\n  - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
    "bullets, then numbers": ("- a\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
    "numbers, then bullets": ("1. a\n- b", "<ol><li>a</li></ol><ul><li>b</li></ul>"),
    "a later start": ("9. a\n10. b\n    - c", '<ol start="9"><li>a</li><li>b<ul><li>c</li></ul></li></ol>'),
    "after a paragraph": ("Text:\n- a\n- b", "<p>Text:</p><ul><li>a</li><li>b</li></ul>"),
    "numbers after a paragraph": ("Text:\n1. a\n2. b", "<p>Text:</p><ol><li>a</li><li>b</li></ol>"),
    "a year in a text": ("It was in\n2026. So it was.", "<p>It was in2026. So it was.</p>"),
    "paragraphs in items": ("- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"),
    "a paragraph after a nested list": (
        "- a\n  - b\n\n  c\n- d",
        "<ul><li><p>a</p><ul><li>b</li></ul><p>c</p></li><li><p>d</p></li></ul>",
    ),
    "a paragraph after the list": ("- a\n\nb", "<ul><li>a</li></ul><p>b</p>"),
    "a line that goes on": ("- a\nb\n- c", "<ul><li>ab</li><li>c</li></ul>"),
    "a heading after": ("- a\n# b", '<ul><li>a</li></ul><h2 id="b">b</h2>'),
    "code in an item": (
        "- a\n\n  ```\n  b\n    c\n  ```\n- d",
        "<ul><li><p>a</p><pre><code>bc</code></pre></li><li><p>d</p></li></ul>",
    ),
    "code in an item at once": (
        "- a\n  ~~~ python\n  b\n  ~~~\n- c",
        "<ul><li><p>a</p><pre><code>b</code></pre></li><li><p>c</p></li></ul>",
    ),
    "code in a nested item": (
        "- a\n  - b\n\n    ```\n    c\n    ```",
        "<ul><li>a<ul><li>b<pre><code>c</code></pre></li></ul></li></ul>",
    ),
    "an open fence in an item": ("- a\n  ```\n  b\n- c", "<ul><li>a```b</li><li>c</li></ul>"),
    "code after a list": ("- a\n\n```\n- b\n  - c\n```", "<ul><li>a</li></ul><pre><code>- b- c</code></pre>"),
    "a rule": ("a\n\n* * *", "<p>a</p><hr>"),
    "in a quotation": ("> - a\n>   - b\n> - c", f"<blockquote>{NESTED}</blockquote>"),
    "in a quotation after text": ("> a\n> - b", "<blockquote><p>a</p><ul><li>b</li></ul></blockquote>"),
    "in a note": ("x[^1]\n\n[^1]: a\n    - b\n      - c", "<p>a</p><ul><li>b<ul><li>c</li></ul></li></ul>"),
    "in a definition": (
        "a\n:   b\n\n    - c\n      - d",
        "<dl><dt>a</dt><dd><p>b</p><ul><li>c<ul><li>d</li></ul></li></ul></dd></dl>",
    ),
    "in a call-out": ("!!! note\n    - a\n      - b\n    - c", f"{NESTED}</div>"),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_a_list(name: str) -> None:
    text, expected = CASES[name]
    assert expected in made(text)


CODE = "    - a\n      - b"


@pytest.mark.parametrize(
    "text",
    ("no list at all", "```\n- a\n  - b\n```", "a - b\n\nc * d", CODE, "| - a |\n|---|\n| - b |", "a\n\n---\n\nb"),
)
def test_what_is_no_list_stays(text: str) -> None:
    assert indent_by_four(text) == text


def test_ends_of_lines_stay() -> None:
    """Two spaces at the end of a line break it, in notes too."""
    assert "<br>" in made("x[^1]\n\n[^1]: a\n    b  \n    c\n    - d")
