"""Whether what was published can be read by those who must: pages, feeds, data, calendars.

Deeper checks (the HTML checker, feed validators, browsers) run over the demonstrations; this is quick enough for every site.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from lxml import etree

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
EXECUTED = re.compile(r"\s*(?:javascript|vbscript|data):", re.IGNORECASE)


class Page(HTMLParser):
    """A page read strictly: what is opened is closed, in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]
        twice = {each for each in self.ids if self.ids.count(each) > 1} if len(set(self.ids)) < len(self.ids) else set()
        self.faults += [f"id {each!r} stands twice" for each in sorted(twice)]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attributes}
        if len(named) != len(attributes):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.tags.append((tag, named))
        if "id" in named:
            self.ids.append(named["id"])
            if not named["id"] or re.search(r"\s", named["id"]):
                self.faults.append(f"id {named['id']!r} is none")
        if re.fullmatch("h[1-6]", tag):
            level = int(tag[1])
            if level > (self.headings[-1] if self.headings else 0) + 1:
                self.faults.append(f"<{tag}> after {self.headings[-1:]}")
            self.headings.append(level)
        for name, value in named.items():
            if name.startswith("on") or name in {"href", "src", "action"} and EXECUTED.match(value):
                self.faults.append(f"<{tag} {name}={value!r}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"<![{data}]>")


def faults(published: Mapping[str, bytes]) -> list[str]:
    """What is wrong with the files of a site, each with its path."""
    return [f"{path}: {fault}" for path, content in published.items() for fault in _of(path, content)]


def _of(path: str, content: bytes) -> Iterator[str]:
    kind = path.rsplit(".", 1)[-1]
    try:
        if kind == "html":
            yield from _page(content.decode())
        elif kind in {"atom", "xml", "svg"}:
            etree.fromstring(content, etree.XMLParser(resolve_entities=False))
        elif kind in {"json", "webmanifest"}:
            json.loads(content)
        elif kind == "ics":
            yield from _calendar(content)
    except (ValueError, etree.XMLSyntaxError) as error:
        yield str(error)


def _page(html: str) -> Iterator[str]:
    page = Page(html)
    yield from page.faults
    if page.headings.count(1) != 1:
        yield f"{page.headings.count(1)} headings of the first level"
    if sum(tag == "main" for tag, _ in page.tags) != 1 or not html.rstrip().endswith("</html>"):
        yield "is no whole page"
    for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL):
        json.loads(data)
    if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", html):
        yield "holds a control character"


def _calendar(content: bytes) -> Iterator[str]:
    """RFC 5545: lines of at most 75 octets, ended by CRLF, never parted within a character."""
    lines = content.split(b"\r\n")
    if lines.pop() != b"" or b"\n" in b"".join(lines):
        yield "lines do not end with CRLF"
    for line in lines:
        line.decode()
        if len(line) > 75:
            yield f"a line of {len(line)} octets"
