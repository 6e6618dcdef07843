"""The introductions of lists and of the home page, in the reader's language or in the one there is."""

from __future__ import annotations

from sajaro.languages import language
from sajaro.presenters.build import Build
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.views import Prose


def introduction(build: Build, reading: Reading, document: Document | None) -> Prose | None:
    """What an introduction says; None where there is none, or nothing in it."""
    if document is None:
        return None
    drawn, lang = reading.of(document).body(build.draw(reading.lang))
    spoken = reading.language_of(document)
    if not drawn and (summary := document.editions[spoken].fields.summary):
        lang = getattr(summary, "lang", spoken)
        drawn, lang = reading.markdown(summary), None if lang == reading.lang else lang
    return Prose("", drawn, lang, language(lang).name if lang else "") if drawn else None
