"""The text of an act as Akoma Ntoso: a page's HTML becomes articles and divisions by its headings, and blocks within them.

Attributes that only a browser needs stay behind. Not here: what is said of the act as a whole (`akn_document`).
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

from sajaro.markup.articles import article

_EMPTY = frozenset({"br", "hr", "img", "input", "source", "wbr"})
_INLINE = {"strong": "b", "b": "b", "em": "i", "i": "i", "sub": "sub", "sup": "sup", "u": "u"}
_LISTS = frozenset({"ol", "ul"})
_BLOCKS = frozenset({
    "p", "ol", "ul", "table", "div", "blockquote", "pre", "dl", "dt", "dd", "figure", "figcaption", "details", "summary", "section", "hr",
    "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip


class _Tree(HTMLParser):
    """Balanced HTML as elements."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("root")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = SubElement(self.open[-1], tag, {name: value or "" for name, value in attrs})
        if tag not in _EMPTY:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        at = self.open[-1]
        if len(at):
            at[-1].tail = (at[-1].tail or "") + data
        else:
            at.text = (at.text or "") + data


class Text:
    """One act's text on its way; footnotes go to where they are called, each once."""

    def __init__(self, html: str) -> None:
        parser = _Tree()
        parser.feed(html)
        parser.close()
        self.root = parser.root
        self.notes: dict[str, Element] = {}
        for each in list(self.root):
            if each.tag == "div" and "footnote" in each.get("class", ""):
                self.notes = {f"#{item.get('id')}": item for item in each.iter("li") if item.get("id")}
                self.root.remove(each)
        self._ids: dict[str, int] = {}

    def write(self, act: Element) -> None:
        """Appends the preamble, where there is one, and the body."""
        nodes = list(self.root)
        first = next((at for at, each in enumerate(nodes) if _level(each)), len(nodes))
        if 0 < first < len(nodes):
            preamble = Element("preamble")
            for each in nodes[:first]:
                self._block(each, preamble)
            if len(preamble):
                act.append(preamble)
        body = SubElement(act, "body")
        if first == len(nodes):
            whole = SubElement(body, "hcontainer", name="text", eId="hcontainer_1")
            self._content(whole, nodes)
        else:
            self._divided(body, nodes[first:])

    def _divided(self, body: Element, nodes: list[Element]) -> None:
        """Parts by their headings: what is deeper is within; text before deeper parts introduces them."""
        above: list[tuple[int, Element]] = [(0, body)]
        for heading, own, deeper in _parts(nodes):
            level = _level(heading)
            while above[-1][0] >= level:
                above.pop()
            part = self._part(above[-1][1], heading)
            if deeper and own:
                intro = SubElement(part, "intro")
                for each in own:
                    self._block(each, intro)
                if not len(intro):
                    part.remove(intro)
            elif not deeper:
                self._content(part, own)
            above.append((level, part))

    def _part(self, parent: Element, heading: Element) -> Element:
        text = " ".join("".join(heading.itertext()).split())
        found = article(text)
        if found:
            part = SubElement(parent, "article", eId=self._id(found.anchor.replace("-", "_", 1)))
            SubElement(part, "num").text = found.label
        else:
            part = SubElement(parent, "division", eId=self._id("division"))
        if found is None or found.heading:
            SubElement(part, "heading").text = found.heading if found else text
        return part

    def _id(self, wanted: str) -> str:
        number = self._ids[wanted] = self._ids.get(wanted, 0) + 1
        return f"{wanted}_{number}" if number > 1 or wanted == "division" else wanted

    def _content(self, part: Element, nodes: list[Element]) -> None:
        content = SubElement(part, "content")
        for each in nodes:
            self._block(each, content)
        if not len(content):
            SubElement(content, "p")

    # Blocks.

    def _block(self, node: Element, into: Element) -> None:
        match node.tag:
            case "p" | "dt" | "dd" | "pre" | "summary" | "figcaption" | "h2" | "h3" | "h4" | "h5" | "h6" if (
                not _holds_blocks(node)
            ):
                paragraph = SubElement(into, "p")
                self._inline(node, paragraph)
            case "ol" | "ul":
                self._list(node, into)
            case "table":
                self._table(node, into)
            case "hr":
                pass
            case _:
                self._flow(node, into)

    def _flow(self, node: Element, into: Element) -> None:
        """Blocks and loose text, which becomes paragraphs."""
        loose: Element | None = None

        def said(text: str | None) -> None:
            nonlocal loose
            if text and (loose is not None or text.strip()):
                loose = SubElement(into, "p") if loose is None else loose
                _append(loose, text)

        said(node.text)
        for each in node:
            if each.tag in _BLOCKS:
                self._block(each, into)
                loose = None
            else:
                loose = SubElement(into, "p") if loose is None else loose
                self._run(each, loose)
            said(each.tail)

    def _list(self, node: Element, into: Element) -> None:
        items = [each for each in node if each.tag == "li"]
        if not items:
            return
        made = SubElement(into, "blockList")
        start = node.get("start", "1")
        for number, each in enumerate(items, int(start) if start.isdecimal() else 1):
            item = SubElement(made, "item")
            if node.tag == "ol":
                SubElement(item, "num").text = f"{number}."
            blocks = len(item)
            self._flow(each, item)
            if len(item) == blocks:
                SubElement(item, "p")

    def _table(self, node: Element, into: Element) -> None:
        rows = [each for each in node.iter("tr") if any(cell.tag in ("td", "th") for cell in each)]
        if not rows:
            return
        table = SubElement(into, "table")
        caption = node.find("caption")
        if caption is not None:
            self._inline(caption, SubElement(table, "caption"))
        for row in rows:
            made = SubElement(table, "tr")
            for cell in row:
                if cell.tag in ("td", "th"):
                    spans = {
                        name: value for name in ("colspan", "rowspan") if (value := cell.get(name, "")).isdecimal()
                    }
                    written = SubElement(made, cell.tag, spans)
                    self._flow(cell, written)
                    if not len(written):
                        SubElement(written, "p")

    # Words.

    def _inline(self, node: Element, into: Element) -> None:
        _append(into, node.text)
        for each in node:
            self._run(each, into)
            _append(into, each.tail)

    def _run(self, node: Element, into: Element) -> None:
        note = self._note(node)
        if note is not None:
            into.append(note)
        elif node.tag == "a" and node.get("href"):
            self._inline(node, SubElement(into, "a", href=node.get("href", "")))
        elif node.tag == "img":
            SubElement(into, "img", src=node.get("src", ""), alt=node.get("alt", ""))
        elif node.tag == "br":
            SubElement(into, "br")
        elif node.tag in _INLINE:
            self._inline(node, SubElement(into, _INLINE[node.tag]))
        else:
            self._inline(node, into)

    def _note(self, node: Element) -> Element | None:
        """The footnote that is called here, where it has not been called before."""
        call = node if node.tag == "a" else next(iter(node.findall("a")), None) if node.tag == "sup" else None
        if call is None or call.get("href") not in self.notes:
            return None
        item = self.notes.pop(call.get("href", ""))
        made = Element("authorialNote", marker="".join(call.itertext()).strip(), placement="bottom")
        for back in [
            (parent, each) for parent in item.iter() for each in parent if "footnote-backref" in each.get("class", "")
        ]:
            back[0].remove(back[1])
        self._flow(item, made)
        if not len(made):
            SubElement(made, "p")
        return made


def _append(element: Element, text: str | None) -> None:
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _level(node: Element) -> int:
    return int(node.tag[1]) if len(node.tag) == 2 and node.tag[0] == "h" and node.tag[1].isdecimal() else 0


def _holds_blocks(node: Element) -> bool:
    return any(each.tag in _BLOCKS for each in node)


def _parts(nodes: list[Element]) -> Iterator[tuple[Element, list[Element], bool]]:
    """Each heading with what stands below it, and whether deeper headings follow."""
    heads = [at for at, each in enumerate(nodes) if _level(each)]
    for number, at in enumerate(heads):
        end = heads[number + 1] if number + 1 < len(heads) else len(nodes)
        deeper = end < len(nodes) and _level(nodes[end]) > _level(nodes[at])
        yield nodes[at], nodes[at + 1 : end], deeper
