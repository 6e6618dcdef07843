"""The HTML that may stand in a body: an allowlist, applied once, to everything."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_TEXT = "p a em strong b i u s del ins mark sub sup small abbr q cite code kbd samp var bdi bdo time wbr br span"
_BLOCK = "h1 h2 h3 h4 h5 h6 pre blockquote ul ol li dl dt dd hr div figure figcaption details summary img"
_TABLE = "table caption colgroup col thead tbody tfoot tr th td"
_CLASSES = {
    "admonition",
    "note",
    "tip",
    "warning",
    "danger",
    "important",
    "attention",
    "caution",
    "hint",
    "error",
    "admonition-title",
    "footnote",
    "footnote-ref",
    "footnote-backref",
}
_ATTRIBUTES = {
    "*": {"id", "lang", "dir", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "abbr": {"title"},
    "time": {"datetime"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "th": {"colspan", "rowspan", "scope", "abbr"},
    "td": {"colspan", "rowspan", "headers"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime", "cite"},
    "ins": {"datetime", "cite"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "details": {"open"},
}
_RIGHT = ' style="text-align: right;"'
"""What Markdown makes of `---:`, the column of figures; all other styles go."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
SCHEMES = frozenset({"http", "https", "mailto", "tel"})


@cache
def _cleaner() -> Any:
    import nh3

    return nh3.Cleaner(
        tags=set(f"{_TEXT} {_BLOCK} {_TABLE}".split()),
        clean_content_tags={"script", "style", "template", "title", "noscript", "iframe", "object", "svg", "math"},
        attributes=_ATTRIBUTES,
        allowed_classes=dict.fromkeys(("div", "p", "sup", "a", "li", "ol"), _CLASSES)
        | dict.fromkeys(("th", "td"), {"numeric"}),
        url_schemes=set(SCHEMES),
        strip_comments=True,
        link_rel=None,
    )


def clean(html: str) -> str:
    """The part of `html` that is allowed, as well-formed HTML with every attribute in double quotes; without the control
    characters that entities may have named (HTML, 3.2.6)."""
    return _CONTROL.sub("", _cleaner().clean(html.replace(_RIGHT, ' class="numeric"')))
