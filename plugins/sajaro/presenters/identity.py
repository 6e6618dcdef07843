"""What a document is known by outside of the site, for good: its first id, and when it was issued and changed.

Feed readers and calendars keep what they have seen under an id. So the id never holds a title, and a document that was
renamed keeps the one that it had before: the first of its `aliases` that has the form of an id, `acts/2026/old-name`, with a
language before it or none. Other aliases, such as short addresses for posters, change nothing.
"""

from __future__ import annotations

import unicodedata
from datetime import datetime
from urllib.parse import quote, unquote

from sajaro.library import Library
from sajaro.read import Document
from sajaro.types import BY_SECTION


def first_id(library: Library, document: Document) -> str:
    """The id under which the document was first published."""
    for alias in document.gist.aliases:
        id = unicodedata.normalize("NFC", unquote(alias)).strip("/")
        lang, _, rest = id.partition("/")
        id = rest if lang in library.site.languages else id
        section, _, stem = id.partition("/")
        if stem and section in BY_SECTION:
            return id
    return document.id


def tag(library: Library, host: str, document: Document, lang: str) -> str:
    """The tag URI (RFC 4151) of a document in a language: `tag:town.example,2026:ka/press-releases/2026/bridge`.

    Of the document's date it holds the year alone, so that a corrected day makes no new entry. Translations are entries of
    their own: a reader who has seen the English text is told when there is a Georgian one.
    """
    date = document.fields.date
    year = library.day(date).year if date else 2000
    return f"tag:{host},{year}:{lang}/{_encoded(library, document)}"


def uid(library: Library, host: str, document: Document) -> str:
    """The UID of an event (RFC 5545, 3.8.4.7), the same in all languages: it takes place once."""
    return f"{_encoded(library, document)}@{host}"


def _encoded(library: Library, document: Document) -> str:
    return quote(first_id(library, document), safe="/-._~")


def issued(library: Library, document: Document) -> datetime | None:
    """When readers could first have it: its date, or the end of its embargo where that is later."""
    issued = document.gist.issued
    return None if issued is None else datetime.fromtimestamp(issued, library.zone)


def changed(library: Library, document: Document) -> datetime | None:
    """When it last changed in a way that readers should know of; None where its fields name no day."""
    last = changed_at(library, document)
    return datetime.fromtimestamp(last, library.zone) if last else None


def changed_at(library: Library, document: Document) -> float:
    """The same as a timestamp; 0 where its fields name no day."""
    if not document.gist.changes:
        return document.gist.issued or 0.0
    moments = [library.moment(day).timestamp() for day in document.gist.changes if day <= library.today]
    return max((*moments, document.gist.issued or 0.0))
