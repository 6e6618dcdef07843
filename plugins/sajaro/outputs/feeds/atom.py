"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sajaro.outputs.feeds.entries import Entry, Feed


def atom(feed: Feed) -> bytes:
    """The feed as an XML document in UTF-8."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.lang})
    _text(root, "id", feed.atom)
    _text(root, "title", feed.title)
    _text(root, "updated", feed.updated)
    author = SubElement(root, "author")
    _text(author, "name", feed.author)
    _text(author, "uri", feed.author_url)
    SubElement(root, "link", rel="self", type="application/atom+xml", href=feed.atom)
    SubElement(root, "link", rel="alternate", type="text/html", hreflang=feed.lang, href=feed.home)
    SubElement(root, "link", rel="alternate", type="application/feed+json", hreflang=feed.lang, href=feed.json)
    _text(root, "generator", "Sajaro")
    for entry in feed.entries:
        _entry(SubElement(root, "entry", {} if entry.lang == feed.lang else {"xml:lang": entry.lang}), entry)
    indent(root, " ")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="utf-8") + b"\n"


def _entry(element: Element, entry: Entry) -> None:
    _text(element, "id", entry.id)
    _text(element, "title", entry.title, entry.lang, entry.title_lang)
    _text(element, "published", entry.published)
    _text(element, "updated", entry.updated)
    SubElement(element, "link", rel="alternate", type="text/html", hreflang=entry.lang, href=entry.url)
    for file in entry.enclosures:
        SubElement(
            element,
            "link",
            rel="enclosure",
            type=file.media_type,
            length=str(file.size),
            title=file.title,
            href=file.url,
        )
    for term, label in entry.categories:
        SubElement(element, "category", term=term, label=label)
    if entry.summary:
        _text(element, "summary", entry.summary, entry.lang, entry.summary_lang)
    if entry.content:
        _text(element, "content", entry.content).set("type", "html")


def _text(parent: Element, name: str, text: str, around: str = "", lang: str = "") -> Element:
    """An element with a text, marked where it is in another language than what is around it."""
    element = SubElement(parent, name, {"xml:lang": lang} if lang != around else {})
    element.text = text
    return element
