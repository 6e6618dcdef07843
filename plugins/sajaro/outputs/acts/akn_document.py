"""An act as an Akoma Ntoso document (OASIS LegalDocML 1.0, schema akomantoso30.xsd): what it is, and its text.

The work is the act, an expression its text in one language on one day, the manifestation this file. Addresses follow the naming
convention of Akoma Ntoso; those of other works are their pages on this site.
"""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from sajaro.outputs.acts.akn_text import Text
from sajaro.plain import plain

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LONG = {
    "ka": "kat",
    "hy": "hye",
    "az": "aze",
    "ru": "rus",
    "en": "eng",
    "sq": "sqi",
    "sr": "srp",
    "tr": "tur",
    "os": "oss",
    "ab": "abk",
    "de": "deu",
}
"""ISO 639-2 codes, as the naming convention wants them."""


@plain
class Other:
    """Another act: its address, as it is cited, and the day from which what it does, or what is done to it, counts."""

    relation: str
    href: str
    title: str
    day: date | None = None


@plain
class Expression:
    """An act in one language on one day. `done` is what it does to others, `suffered` what they do to it."""

    country: str
    kind: str
    number: str
    issuer: str
    issuer_name: str
    institution: str
    adopted: date
    day: date | None
    published: date | None
    official_url: str
    lang: str
    title: str
    url: str
    authoritative: bool
    done: tuple[Other, ...]
    suffered: tuple[Other, ...]
    html: str

    @property
    def work(self) -> str:
        number = "-".join(self.number.replace("/", "-").split()) or "nn"
        return f"/akn/{self.country}/act/{self.kind}/{self.issuer or 'issuer'}/{self.adopted}/{number}"

    @property
    def expression(self) -> str:
        lang = LONG.get(self.lang.split("-")[0], self.lang)
        return f"{self.work}/{lang}@{self.day or ''}"


def akn(view: Expression) -> bytes:
    """The document in UTF-8."""
    root = Element("akomaNtoso", xmlns=NAMESPACE)
    act = SubElement(root, "act", name=view.kind or "act", contains="singleVersion" if view.day else "originalVersion")
    meta = SubElement(act, "meta")
    _identification(meta, view)
    if view.published:
        SubElement(
            meta,
            "publication",
            date=view.published.isoformat(),
            name="official",
            showAs=view.official_url or "official",
        )
    _lifecycle(meta, view)
    _references(meta, view)
    preface = SubElement(act, "preface")
    SubElement(SubElement(SubElement(preface, "longTitle"), "p"), "docTitle").text = view.title
    Text(view.html).write(act)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="utf-8") + b"\n"


def _identification(meta: Element, view: Expression) -> None:
    identification = SubElement(meta, "identification", source="#institution")
    work = _core(identification, "FRBRWork", view.work, view.adopted, "adopted", "#issuer")
    SubElement(work, "FRBRcountry", value=view.country)
    SubElement(work, "FRBRsubtype", value=view.kind)
    SubElement(work, "FRBRnumber", value=view.number)
    SubElement(work, "FRBRname", value=view.title)
    expression = _core(
        identification,
        "FRBRExpression",
        view.expression,
        view.day or view.adopted,
        "consolidated" if view.day else "adopted",
        "#institution",
    )
    SubElement(expression, "FRBRauthoritative", value="true" if view.authoritative else "false")
    SubElement(expression, "FRBRlanguage", language=LONG.get(view.lang.split("-")[0], view.lang))
    manifestation = _core(
        identification,
        "FRBRManifestation",
        f"{view.expression}.xml",
        view.day or view.adopted,
        "made",
        "#institution",
        view.url,
    )
    SubElement(manifestation, "FRBRformat", value="application/akn+xml")


def _core(parent: Element, name: str, uri: str, day: date, event: str, author: str, url: str = "") -> Element:
    level = SubElement(parent, name)
    SubElement(level, "FRBRthis", value=f"{uri}/!main" if not url else uri.replace(".xml", "/!main.xml"))
    SubElement(level, "FRBRuri", value=uri)
    if url:
        SubElement(level, "FRBRalias", name="page", value=url)
    SubElement(level, "FRBRdate", date=day.isoformat(), name=event)
    SubElement(level, "FRBRauthor", href=author)
    return level


def _lifecycle(meta: Element, view: Expression) -> None:
    """The days on which the act became, began, and was changed."""
    lifecycle = SubElement(meta, "lifecycle", source="#institution")
    SubElement(lifecycle, "eventRef", eId="e_1", date=view.adopted.isoformat(), source="#original", type="generation")
    number = 1
    for at, each in enumerate(view.suffered, 1):
        if each.day:
            number += 1
            kind = "repeal" if each.relation == "repeals" else "amendment"
            SubElement(
                lifecycle, "eventRef", eId=f"e_{number}", date=each.day.isoformat(), source=f"#passive_{at}", type=kind
            )


def _references(meta: Element, view: Expression) -> None:
    references = SubElement(meta, "references", source="#institution")
    SubElement(references, "original", eId="original", href=view.work, showAs=view.title)
    for name, others in (("active", view.done), ("passive", view.suffered)):
        for number, each in enumerate(others, 1):
            SubElement(references, f"{name}Ref", eId=f"{name}_{number}", href=each.href, showAs=each.title)
    SubElement(
        references,
        "TLCOrganization",
        eId="institution",
        href="/ontology/organization/institution",
        showAs=view.institution,
    )
    SubElement(
        references,
        "TLCOrganization",
        eId="issuer",
        href=f"/ontology/organization/{view.issuer or 'issuer'}",
        showAs=view.issuer_name or view.institution,
    )
