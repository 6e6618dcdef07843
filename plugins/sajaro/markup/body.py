"""One body, from Markdown to HTML with numbered places."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sajaro.markup.bounds import excess, line_of
from sajaro.markup.lists import indent_by_four
from sajaro.markup.safe import SCHEMES, clean

SUMMARY = 300
"""Characters of an automatic summary, at most; it ends with a word."""

RESERVED = frozenset({"main", "search", "q", "top", "content", "languages", "menu", "footer", "header", "alerts", "choices"})
"""Ids that pages themselves use; a heading of that name gets a number."""

EXTENSIONS = ("tables", "footnotes", "def_list", "abbr", "admonition", "attr_list", "sane_lists", "fenced_code")

Fault = tuple[str, int | None, dict[str, object]]
"""Code of a message, line within the body from 1, facts."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link or a picture leads, as the editor wrote it, and on which line of the body."""

    href: str
    line: int | None
    text: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """The few words that conversion itself puts on a page, in the body's language."""

    table: str = "Table {number}"
    back: str = "Back to the text, note {number}"
    footnotes: str = "Footnotes"


@dataclass(slots=True)
class Body:
    """What is known of a converted body without its HTML."""

    links: list[Target] = field(default_factory=list)
    pictures: list[Target] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    summary: str = ""
    faults: list[Fault] = field(default_factory=list)


@cache
def _markdown(back: str) -> Any:
    import markdown

    return markdown.Markdown(
        extensions=list(EXTENSIONS),
        extension_configs={"footnotes": {"BACKLINK_TITLE": back.replace("%", "%%").replace("{number}", "%d"), "BACKLINK_TEXT": "↩"}},
        output_format="html",
    )


def convert(text: str, *, title: str, slug: Callable[[str], str], words: Words = Words()) -> tuple[Body, str]:
    """Converts a body; faults are in `Body.faults`, and with an error among them the HTML is empty.

    `title` is the document's: a leading heading equal to it is dropped. `slug` makes the anchors of headings.
    """
    body = Body()
    if fault := excess(text):
        body.faults.append(fault)
        return body, ""
    try:
        converter = _markdown(words.back)
        raw = converter.reset().convert(indent_by_four(text))
    except RecursionError:
        body.faults.append(("too-deep", 1, {"limit": 50}))
        return body, ""
    finish = _Finish(body, text, title, slug, words)
    for scheme in set(_SCHEME.findall(raw)) - SCHEMES:
        finish.fault("link-refused", scheme + ":", scheme=scheme)
    return body, finish.finish(clean(raw))


_SCHEME = re.compile(r'(?:href|src)="\s*([A-Za-z][A-Za-z0-9+.-]*):')
_ATTRIBUTES = r'(?: [a-z-]+="[^"]*")*'
_TAG = re.compile(
    rf"<h(?P<level>[1-6])(?P<heading>{_ATTRIBUTES})>(?P<title>.*?)</h(?P=level)>"
    rf"|<a(?P<link>{_ATTRIBUTES})>(?P<inner>.*?)</a>"
    rf"|<img(?P<img>{_ATTRIBUTES})>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_ID = re.compile(r'(<[a-z0-9]+(?: [a-z-]+="[^"]*")*? id=")([^"]*)(")')
_MARKUP = re.compile(r"<[^>]*>")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


class _Finish:
    """Turns sanitised HTML into the page's: outline, anchors, places, tables that scroll."""

    def __init__(self, body: Body, source: str, title: str, slug: Callable[[str], str], words: Words) -> None:
        self.body, self.source, self.title, self.slug, self.words = body, source, title, slug, words
        self.outline: list[int] = []
        self.skipped = False
        self.seen: dict[str, int] = {}

    def finish(self, html: str) -> str:
        html = self._without_title(html)
        html = _ID.sub(self._unique, html) if " id=" in html else html
        html = _TAG.sub(self._tag, html)
        self._footnotes(html)
        if "<table>" in html:
            html = self._tables(html)
        self.body.ids = set(self.seen)
        self.body.summary = summary(html)
        return html

    def _without_title(self, html: str) -> str:
        first = re.match(rf"\s*<h1{_ATTRIBUTES}>(.*?)</h1>\s*", html, re.DOTALL)
        if first and plain(first[1]).casefold() == " ".join(self.title.split()).casefold():
            return html[first.end() :]
        return html

    def _unique(self, match: re.Match[str]) -> str:
        return match[1] + self._id(match[2]) + match[3]

    def _id(self, wanted: str) -> str:
        number = self.seen.get(wanted, 1 if wanted in RESERVED else 0) + 1
        self.seen[wanted] = number
        if number == 1:
            return wanted
        return self._id(f"{wanted}-{number}")

    def _tag(self, match: re.Match[str]) -> str:
        if match["level"]:
            return self._heading(int(match["level"]), dict(_ATTRIBUTE.findall(match["heading"])), match["title"])
        if match["link"] is not None:
            return self._link(match)
        return self._picture(dict(_ATTRIBUTE.findall(match["img"])))

    def _heading(self, level: int, attributes: dict[str, str], inner: str) -> str:
        inner = _TAG.sub(self._tag, inner)
        text = plain(inner)
        if not text:
            return ""
        while self.outline and self.outline[-1] >= level:
            self.outline.pop()
        if self.outline and level > self.outline[-1] + 1 and not self.skipped:
            self.skipped = True
            self.fault("heading-skips", text, heading=text, level=level, above=self.outline[-1])
        self.outline.append(level)
        depth = min(len(self.outline) + 1, 6)
        anchor = attributes.pop("id", None) or self._id(self.slug(text))
        self.body.headings.append(Heading(depth, anchor, text))
        rest = "".join(f' {name}="{value}"' for name, value in attributes.items() if name in {"lang", "dir"})
        return f'<h{depth} id="{anchor}"{rest}>{inner}</h{depth}>'

    def _link(self, match: re.Match[str]) -> str:
        attributes = dict(_ATTRIBUTE.findall(match["link"]))
        inner = _TAG.sub(self._tag, match["inner"])
        href = entities.unescape(attributes.pop("href", ""))
        if href.startswith("#") and attributes.get("class", "").startswith("footnote"):
            return match[0]
        if not href:
            return inner
        if not plain(inner) and "<img" not in inner:
            self._empty_link(href)
            return ""
        rest = "".join(f' {name}="{value}"' for name, value in attributes.items() if name in {"title", "lang", "hreflang", "id"})
        if re.match(r"(?:https?:)?//|mailto:|tel:", href):
            return f'<a href="{entities.escape(href)}"{rest}>{inner}</a>'
        self.body.links.append(Target(href, self._line(href), plain(inner)))
        return f'<a data-place="{len(self.body.links) - 1}"{rest}>{inner}</a>'

    def _empty_link(self, href: str) -> None:
        """A link without text is an error, unless it is what migration left of a picture: one that leads to a picture, or is
        glued to the word after it, or was written as HTML."""
        written = re.search(re.escape(f"]({href})") + r"(\w?)", self.source)
        if not written:
            return
        leftover = written[1] or re.search(r"\.(?:jpe?g|png|gif|webp)$", href, re.IGNORECASE)
        code = "leftover-link" if leftover else "empty-link-text"
        self.body.faults.append((code, line_of(self.source, written.start()), {"href": href}))

    def _picture(self, attributes: dict[str, str]) -> str:
        src, alt = entities.unescape(attributes.get("src", "")), attributes.get("alt", "")
        if not src:
            return alt
        line = self._line(src)
        if re.match(r"(?:https?:)?//", src):
            self.body.faults.append(("remote-picture", line, {"href": src}))
            return f'<a href="{entities.escape(src)}">{alt or entities.escape(src.rsplit("/", 1)[-1])}</a>'
        if not alt.strip():
            self.body.faults.append(("no-alt", line, {"file": src}))
        caption = entities.unescape(attributes.get("title", ""))
        self.body.pictures.append(Target(src, line, entities.unescape(alt), caption))
        return f'<img data-place="{len(self.body.pictures) - 1}">'

    def _tables(self, html: str) -> str:
        """Each table in a region of its own, so that a wide one scrolls and a keyboard reaches it."""
        numbers = iter(range(1, html.count("<table>") + 1))

        def opened(_: re.Match[str]) -> str:
            label = entities.escape(self.words.table.replace("{number}", str(next(numbers))))
            return f'<div class="table" role="region" tabindex="0" aria-label="{label}"><table>'

        html = re.sub("<table>", opened, html).replace("</table>", "</table></div>")
        return re.sub(r"<thead>.*?</thead>", lambda head: head[0].replace("<th>", '<th scope="col">'), html, flags=re.DOTALL)

    def _footnotes(self, html: str) -> None:
        if "[^" in html:
            for name in re.findall(r"\[\^([^\]<\s]{1,40})\](?!:)", re.sub(r"<(pre|code)>.*?</\1>", "", html, flags=re.DOTALL)):
                self.fault("footnote-missing", f"[^{name}]", name=name)

    def _line(self, part: str) -> int | None:
        at = self.source.find(part)
        return line_of(self.source, at) if at >= 0 else None

    def fault(self, code: str, part: str, **facts: object) -> None:
        self.body.faults.append((code, self._line(part), facts))


def plain(html: str) -> str:
    """The text of a piece of sanitised HTML, on one line."""
    return " ".join(entities.unescape(_MARKUP.sub("", html)).split())


def summary(html: str) -> str:
    """The first paragraph that says something, as plain text, cut after a word."""
    for paragraph in _PARAGRAPH.finditer(html):
        text = plain(re.sub(r"<sup\b.*?</sup>", "", paragraph[1], flags=re.DOTALL))
        if text:
            if len(text) <= SUMMARY:
                return text
            return text[: SUMMARY - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
    return ""
