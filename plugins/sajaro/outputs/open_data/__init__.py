"""The catalogue of the site's data for portals: `/catalog.jsonld` and `/catalog.ttl`, the same in two forms (DCAT-AP 3.0.1).

A site without an address has none: what a catalogue names must be found from elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from sajaro.artifacts import Artifact, key
from sajaro.outputs import register
from sajaro.outputs.open_data.catalogue import Node, catalogue
from sajaro.outputs.open_data.own import own
from sajaro.presenters.build import Build

__all__ = ["artifacts", "register"]


def artifacts(build: Build) -> Iterator[Artifact]:
    if not build.places.origin:
        return
    documents = build.library.listed.get("datasets", [])
    units = {each.fields.publisher or each.fields.unit for each in documents} - {None}
    about = [build.key_of(build.library.documents[id]) for id in sorted(units & build.library.documents.keys())]
    fingerprint = key(build.base, *map(build.key_of, documents), *about, [each.name for each in own(build)])
    for path, render in (("catalog.jsonld", as_json), ("catalog.ttl", as_turtle)):
        code = partial(_code, build.engine, path)
        view = partial(catalogue, build)
        yield Artifact(path, key(fingerprint, path), view, render, code, permanent=True)


def _code(engine: bytes, path: str, _: Node) -> bytes:
    return key(engine, path)


def as_json(catalogue: Node) -> bytes:
    return json.dumps(catalogue, ensure_ascii=False, indent=1).encode() + b"\n"


def as_turtle(catalogue: Node) -> bytes:
    from rdflib import Graph

    return Graph().parse(data=json.dumps(catalogue), format="json-ld").serialize(format="turtle", encoding="utf-8")
