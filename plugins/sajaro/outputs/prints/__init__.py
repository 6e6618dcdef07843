"""PDF beside the pages of what is composed here and handed in on paper: annual reports of requests for information.

They are made by Typst, which is in the environment and needs nothing of the system, as PDF/A-2a and PDF/UA-1: to be kept, and to be read by
everyone. How they look is `templates/print.typ` of the theme.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sajaro import addresses
from sajaro.artifacts import Artifact, key
from sajaro.library import fields_of
from sajaro.outputs import register
from sajaro.outputs.pages import document_view
from sajaro.outputs.prints.typeset import typeset
from sajaro.presenters.build import Build
from sajaro.presenters.request_report import PRINT, composed_key, printed
from sajaro.read import Document
from sajaro.types.parts import day_of
from sajaro.views import Notice, Prose, Table
from sajaro.views.prints import Print

__all__ = ["artifacts", "register"]

TEMPLATE = "templates/print.typ"
FONTS = "whole-400.ttf", "whole-700.ttf"


def artifacts(build: Build) -> Iterator[Artifact]:
    library = build.library
    for document in library.listed.get("reports", ()):
        if not printed(build, document):
            continue
        template = build.theme.path(TEMPLATE)
        fonts = [build.assets.files("fonts")[name] for name in FONTS]
        code = key(build.engine, template.read_bytes(), *(font.read_bytes() for font in fonts))
        said = (
            document.source.digest,
            library.card_keys[document.id],
            library.around(document),
            composed_key(build, document),
        )
        for lang, edition in document.editions.items():
            path = addresses.document(document.id, lang) + PRINT
            yield Artifact(
                path,
                key(build.base, path, edition.digest, *said),
                partial(_print, build, document, lang),
                partial(typeset, template, tuple(fonts)),
                lambda _, code=code: code,
                permanent=True,
                source=edition.file,
            )


def _print(build: Build, document: Document, lang: str) -> Print:
    reading = build.reading(lang, document)
    page = document_view(build, reading, ())
    fields, _ = fields_of(document, lang)
    assert fields.date is not None
    day = day_of(fields.date)
    return Print(
        lang=lang,
        title=str(page.title),
        institution=str(build.title(lang)),
        line=" · ".join((page.kind, reading.language.date(day))),
        lead=str(page.summary),
        address=page.address,
        origin=build.places.origin,
        day=day,
        blocks=tuple(each for each in page.blocks if isinstance(each, (Prose, Table, Notice))),
    )
