"""Licences as people write them."""

from __future__ import annotations

import pytest

from sajaro.types.licences import licence, licensed
from sajaro.views import Link, Picture, Words
from tests.types.fake import FakePage
from tests.types.loading import example

CC = "https://creativecommons.org/licenses/"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("CC-BY-4.0", Link(f"{CC}by/4.0/", "CC BY 4.0")),
        ("CC BY 4.0", Link(f"{CC}by/4.0/", "CC BY 4.0")),
        ("cc-by-nc-sa-3.0", Link(f"{CC}by-nc-sa/3.0/", "CC BY-NC-SA 3.0")),
        ("CC0-1.0", Link("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0")),
        ("ODbL-1.0", Link("https://opendatacommons.org/licenses/odbl/1-0/", "ODbL 1.0")),
        ("https://data.example/terms/", Link("https://data.example/terms/", "data.example/terms")),
        ("CC-BY-9.0", Words("CC-BY-9.0")),
        ("with permission", Words("with permission")),
        ("", Words("")),
    ],
)
def test_licence(written: str, shown: Link | Words) -> None:
    assert licence(written) == shown


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("CC-BY-4.0", "CC BY 4.0"),
        ("CC BY 4.0", "CC BY 4.0"),
        ("ODbL-1.0", "ODbL 1.0"),
        ("https://data.example/terms/", "https://data.example/terms/"),
        ("with permission", "with permission"),
    ],
)
def test_documents_keep_it_as_people_write_it(written: str, kept: str) -> None:
    known = example("datasets", license=written)
    assert known.license == kept
    assert licence(kept) == licence(written)


def test_machines_get_the_address() -> None:
    assert example("datasets", license="CC-BY-4.0").json_ld(FakePage())["license"] == f"{CC}by/4.0/"
    assert example("datasets", license="by agreement").json_ld(FakePage())["license"]["name"] == "by agreement"


def test_a_picture_leads_to_its_licence() -> None:
    picture = Picture("/a.jpg", 3, 2, "", licence="CC-BY-SA-4.0")
    assert (licensed(picture).licence, licensed(picture).licence_url) == ("CC BY-SA 4.0", f"{CC}by-sa/4.0/")
    assert licensed(Picture("/a.jpg", 3, 2, "")).licence_url == ""
