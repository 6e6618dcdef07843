"""The second half of a conversion: sanitised HTML becomes the page's, with its outline, anchors, places, tables.

It is read tag by tag, so that what was balanced stays so, however strangely headings and links are nested in it.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable
from dataclasses import dataclass

from sajaro.markup.body import Body, Heading, Target, Words
from sajaro.markup.bounds import line_of
from sajaro.markup.mail import linked
from sajaro.markup.tables import framed

SUMMARY = 300
"""Characters of an automatic summary, at most; it ends with a word."""

RESERVED = frozenset(
    {"main", "search", "q", "top", "content", "languages", "menu", "footer", "header", "alerts", "choices"}
)
"""Ids that pages themselves use; a heading of that name gets a number."""

_ATTRIBUTES = r'(?: [a-z-]+="[^"]*")*'
_TAG = re.compile(rf"(</?(?:h[1-6]|a){_ATTRIBUTES}>|<img{_ATTRIBUTES}>)")
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_ID = re.compile(r'(<[a-z0-9]+(?: [a-z-]+="[^"]*")*?) id="([^"]*)"')
_HIDDEN = re.compile(r"[\x00-\x1f\x7f]|%[01][0-9A-Fa-f]|%7[Ff]")
_MARKUP = re.compile(r"<[^>]*>")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_CODE = re.compile(r"<(pre|code)>.*?</\1>", re.DOTALL)


@dataclass(slots=True)
class _Open:
    """A heading or a link that has begun: its `level` (0 for a link), and where its tag stands among the pieces.

    One that stands in another of its kind is `lost`: its tags go, what they hold stays.
    """

    level: int
    attributes: dict[str, str]
    at: int
    lost: bool


class Finish:
    """Finishes one body; what is found on the way goes into `body`."""

    def __init__(self, body: Body, source: str, title: str, slug: Callable[[str], str], words: Words) -> None:
        self.body, self.source, self.slug, self.words = body, source, slug, words
        self.title = " ".join(title.split()).casefold()
        self.outline: list[int] = []
        self.begun = self.skipped = False
        self.seen: dict[str, int] = {}

    def finish(self, html: str) -> str:
        html = _ID.sub(self._unique, html) if " id=" in html else html
        html = self._tags(html)
        self._footnotes(html)
        for kind, title in self.words.callouts:
            html = html.replace(
                f'<p class="admonition-title">{kind}</p>', f'<p class="admonition-title">{entities.escape(title)}</p>'
            )
        html = linked(html)
        if "<table" in html:
            html = framed(html, self.words.table)
        self.body.ids = {match[2] for match in _ID.finditer(html)}
        self.body.summary = summary(html)
        return html.strip()

    def _unique(self, match: re.Match[str]) -> str:
        wanted = "-".join(match[2].split())
        return f'{match[1]} id="{self._id(wanted)}"' if wanted else match[1]

    def _id(self, wanted: str) -> str:
        found, number = wanted, self.seen.get(wanted, 1)
        while found in self.seen or found in RESERVED:
            number += 1
            found = f"{wanted}-{number}"
        self.seen[wanted] = number
        self.seen.setdefault(found, 1)
        return found

    def _tags(self, html: str) -> str:
        pieces = _TAG.split(html)
        opened: list[_Open] = []
        for at in range(1, len(pieces), 2):
            tag = pieces[at]
            if tag.startswith("<img"):
                pieces[at] = self._picture(dict(_ATTRIBUTE.findall(tag)), linked=any(not each.level for each in opened))
            elif tag.startswith("</"):
                self._close(pieces, opened.pop(), at)
            else:
                level = int(tag[2]) if tag.startswith("<h") else 0
                lost = any(bool(each.level) == bool(level) for each in opened)
                opened.append(_Open(level, dict(_ATTRIBUTE.findall(tag)), at, lost))
        return "".join(pieces)

    def _close(self, pieces: list[str], opened: _Open, end: int) -> None:
        inner = pieces[opened.at + 1 : end]
        if opened.lost:
            pieces[opened.at] = pieces[end] = ""
        elif opened.level and self._is_title(pieces, opened, inner):
            pieces[opened.at : end + 1] = [""] * (end + 1 - opened.at)
        elif opened.level:
            pieces[opened.at], pieces[end] = self._heading(opened.level, opened.attributes, "".join(inner))
        else:
            pieces[opened.at], pieces[end] = self._link(opened.attributes, "".join(inner), pieces[opened.at])

    def _is_title(self, pieces: list[str], opened: _Open, inner: list[str]) -> bool:
        """Whether a heading only repeats the document's title, before anything else."""
        first, self.begun = not self.begun, True
        alone = first and opened.level == 1 and not "".join(pieces[: opened.at]).strip()
        return alone and plain("".join(inner)).casefold() == self.title

    def _heading(self, level: int, attributes: dict[str, str], inner: str) -> tuple[str, str]:
        text = plain(inner)
        if not text:
            return "", ""
        while self.outline and self.outline[-1] >= level:
            self.outline.pop()
        if self.outline and level > self.outline[-1] + 1 and not self.skipped:
            self.skipped = True
            self.fault("heading-skips", text, heading=text, level=level, above=self.outline[-1])
        self.outline.append(level)
        depth = min(len(self.outline) + 1, 6)
        anchor = attributes.pop("id", None) or self._id(self.slug(text))
        self.body.headings.append(Heading(depth, anchor, text))
        return f'<h{depth} id="{anchor}"{_kept(attributes, "lang", "dir")}>', f"</h{depth}>"

    def _link(self, attributes: dict[str, str], inner: str, tag: str) -> tuple[str, str]:
        href = entities.unescape(attributes.pop("href", ""))
        if href.startswith("#") and attributes.get("class", "").startswith("footnote"):
            return tag, "</a>"
        if not href:
            return "", ""
        if not plain(inner) and "<img" not in inner:
            self._empty_link(href)
            return "", ""
        rest = _kept(attributes, "title", "lang", "hreflang", "id")
        if re.match(r"(?:https?:)?//|mailto:|tel:", href, re.IGNORECASE):
            return f'<a href="{entities.escape(href)}"{rest}>', "</a>"
        if "://" in href or _HIDDEN.search(href):
            self.fault("address-unusable", href, href=href)
            return "", ""
        self.body.links.append(Target(href, self._line(href), plain(inner)))
        return f'<a data-place="{len(self.body.links) - 1}"{rest}>', "</a>"

    def _empty_link(self, href: str) -> None:
        """A link without text is an error, unless it is what migration left of a picture or a recording: one that leads to a
        picture, is glued to the word after it, held white space where that was, or was written as HTML."""
        written = re.search(r"\[(\s*)\]\(" + re.escape(href) + r"[^)\n]*\)(\w?)", self.source)
        if not written:
            return
        leftover = written[1] or written[2] or re.search(r"\.(?:jpe?g|png|gif|webp)$", href, re.IGNORECASE)
        code = "leftover-link" if leftover else "empty-link-text"
        self.body.faults.append((code, line_of(self.source, written.start()), {"href": href}))

    def _picture(self, attributes: dict[str, str], linked: bool) -> str:
        src, alt = entities.unescape(attributes.get("src", "")), attributes.get("alt", "")
        if not src:
            return alt
        line = self._line(src)
        if re.match(r"(?:https?:)?//", src, re.IGNORECASE):
            self.body.faults.append(("remote-picture", line, {"href": src}))
            text = alt or entities.escape(src.rsplit("/", 1)[-1])
            return text if linked else f'<a href="{entities.escape(src)}">{text}</a>'
        if not alt.strip():
            self.body.faults.append(("no-alt", line, {"file": src}))
        caption = entities.unescape(attributes.get("title", ""))
        self.body.pictures.append(Target(src, line, entities.unescape(alt), caption))
        return f'<img data-place="{len(self.body.pictures) - 1}">'

    def _footnotes(self, html: str) -> None:
        if "[^" in html:
            for name in re.findall(r"\[\^([^\]<\s]{1,40})\](?!:)", _CODE.sub("", html)):
                self.fault("footnote-missing", f"[^{name}]", name=name)

    def _line(self, part: str) -> int | None:
        at = self.source.find(part)
        return line_of(self.source, at) if at >= 0 else None

    def fault(self, code: str, part: str, **facts: object) -> None:
        self.body.faults.append((code, self._line(part), facts))


def _kept(attributes: dict[str, str], *names: str) -> str:
    return "".join(f' {name}="{value}"' for name, value in attributes.items() if name in names)


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
