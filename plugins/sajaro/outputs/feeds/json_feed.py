"""A feed as JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import Any

from sajaro.outputs.feeds.entries import Entry, Feed


def json_feed(feed: Feed) -> bytes:
    """The feed as a JSON document in UTF-8."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.json,
        "language": feed.lang,
        "authors": [{"name": feed.author, "url": feed.author_url}],
        "items": [_item(entry) for entry in feed.entries],
    }
    # Escaped as in a page: a server that sends a feed as HTML opens no hole.
    return json.dumps(document, ensure_ascii=False, indent=1).replace("<", "\\u003c").encode() + b"\n"


def _item(entry: Entry) -> dict[str, Any]:
    """An item must have some content; where a document has no body its summary or its title is all that there is."""
    item: dict[str, Any] = {"id": entry.id, "url": entry.url, "title": entry.title, "language": entry.lang}
    if entry.content:
        item["content_html"] = entry.content
    else:
        item["content_text"] = entry.summary or entry.title
    if entry.summary:
        item["summary"] = entry.summary
    if entry.picture:
        item["image"] = entry.picture
    item |= {
        "date_published": entry.published,
        "date_modified": entry.updated,
        "tags": [label for _, label in entry.categories],
    }
    if entry.enclosures:
        item["attachments"] = [
            {"url": file.url, "mime_type": file.media_type, "title": file.title, "size_in_bytes": file.size}
            for file in entry.enclosures
        ]
    return item
