"""Neighbours of the bad inputs: mistakes that stop a build, each told where it is, and never with a traceback."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.bad import cases
from tests.bad.cases import Files
from tests.sites import document, release

A = "press-releases/a.ka.md"
B = "press-releases/b.ka.md"
EN = "press-releases/a.en.md"


def front(fields: str) -> Files:
    """A press release with this front matter, as it stands."""
    return {A: f"---\n{fields}\n---\n\nText.\n"}


def body(text: str) -> Files:
    return {A: release(body=text)}


def act(**fields: Any) -> str:
    return document("An act", **({"date": "2026-03-01", "kind": "order", "issuer": "council"} | fields))


DATED = "title: a\ndate: 2026-03-01\n"

YAML: dict[str, tuple[Files, str]] = {
    "a key twice": (front("title: a\ntitle: b\ndate: 2026-03-01"), "a.ka.md:3: title: error: is given twice"),
    "a key twice in a group": (
        front(DATED + "image: {file: a.png, file: b.png}"),
        "a.ka.md:4: image.file: error: is given twice",
    ),
    "a tab": (front("title: a\n\tdate: 2026-03-01"), "a.ka.md:2: -: error: .*tab"),
    "laughs": (
        front(DATED + "topics: &a [x, x]\nrelated: &b [*a, *a]\naliases: [*b, *b]"),
        r"a.ka.md:5: related\[1\]: error: anchors and aliases",
    ),
    "a merge key": (
        front(DATED + "image: &x {file: a}\nwithdrawn:\n  <<: *x"),
        "a.ka.md:6: withdrawn.<<: error: anchors",
    ),
    "an alias of itself": (front("title: &a [*a]\ndate: 2026-03-01"), "a.ka.md:2: .*error: anchors"),
    "a list": (front("- a\n- b"), "a.ka.md:2: -: error: the front matter holds no fields"),
    "a word too many": (front(DATED + 'summary: "a" b'), "a.ka.md:4: -: error: the front matter cannot be read"),
    "a bracket left open": (front(DATED + "topics: [a, b\nnumber: 1"), "a.ka.md:4: -: error: the front matter cannot"),
    "a sentence": (front("just text"), "a.ka.md:2: -: error: the front matter holds no fields"),
    "nothing": ({A: "---\n---\n\nText.\n"}, "a.ka.md: title: error: is missing"),
    "a comment": (front("# title: a"), "a.ka.md: title: error: is missing"),
    "dots for an end": (
        {A: "---\ntitle: a\ndate: 2026-03-01\n...\nText.\n"},
        "a.ka.md:1: -: error: the front matter is never closed",
    ),
    "toml": ({A: '+++\ntitle = "a"\n+++\nText.\n'}, "a.ka.md:1: -: error: does not begin with front matter"),
    "pelican's own": (
        {A: "Title: a\nDate: 2026-03-01\n\nText.\n"},
        "a.ka.md:1: -: error: does not begin with front matter",
    ),
    "two marks of order": ({A: "\ufeff\ufeff" + release()}, "a.ka.md:1: -: error: does not begin"),
    "latin-1": ({A: release("Café").encode("latin-1")}, "a.ka.md:2: -: error: the file is not UTF-8"),
    "utf-32": ({A: release().encode("utf-32")}, "a.ka.md: -: error: the file is not UTF-8"),
    "deep brackets": (
        front(DATED + "topics: " + "[" * 100_000),
        "a.ka.md:4: -: error: is nested more than 20 levels deep",
    ),
    "deep hyphens": (front(DATED + "topics:\n  " + "- " * 50_000 + "a"), "a.ka.md:5: -: error: is nested more than 20"),
    "deep lines": (
        front(DATED + "topics:\n" + "".join(" " * n + "- \n" for n in range(1, 400))),
        "a.ka.md:.*error: is nested more than 20",
    ),
    "a list as a key": (front(DATED + "? [a, b]\n: 1"), "a.ka.md:4: -: error: the front matter cannot be read"),
    "no key": (front(DATED + ": x"), "a.ka.md:.: -: error: the front matter cannot be read"),
    "binary": (
        front("title: !!binary aGVsbG8=\ndate: 2026-03-01"),
        "a.ka.md:2: title: error: the tag .*binary is not allowed",
    ),
    "a directive": (
        {A: "---\n%YAML 1.1\n---\ntitle: a\n---\nText."},
        "a.ka.md:3: -: error: the front matter cannot be read",
    ),
    "nulls": (front("title: ~\ndate: null"), "a.ka.md:2: title: error: is missing"),
    "a title of spaces": ({A: release("\u00a0\u2003")}, "a.ka.md:2: title: error: is missing"),
    "an escaped NUL": (front('title: "a\\0b"\ndate: 2026-03-01'), "a.ka.md:2: .*error: .*U[+]0000"),
    "an escaped half of a pair": (
        front('title: "a\\ud800b"\ndate: 2026-03-01'),
        "a.ka.md:2: -: error: the front matter cannot be read",
    ),
    "an escaped non-character": (front('title: "a\\uffffb"\ndate: 2026-03-01'), "a.ka.md:2: .*error: .*U[+]FFFF"),
    "an escaped bell": (front(DATED + 'summary: "x\\x07y"'), "a.ka.md:4: .*error: .*U[+]0007"),
    "an escape character": (body("a\x1bb"), "a.ka.md:6: -: error: .*U[+]001B"),
    "a C1 control": (body("a\x93quoted\x94"), "a.ka.md:6: -: error: .*U[+]0093"),
    "a conflict in a table": ({"topics.csv": "id,title.ka\n<<<<<<< HEAD\nx,T\n"}, "topics.csv:2: .*error: "),
}

VALUES: dict[str, tuple[Files, str]] = {
    "an unknown field": ({A: release(sumary="x")}, "a.ka.md:4: sumary: error: is no field; did you mean summary"),
    "an unknown field of a group": (
        {A: release(quotes=[{"txt": "a"}])},
        r"a.ka.md:4: quotes\[1\].txt: error: is no field; did you mean text",
    ),
    "a text for a group": ({A: release(quotes="hello")}, r"a.ka.md:4: quotes\[1\]: error: must have fields of its own"),
    "a list for a day": ({A: release(date=["2026-03-01"])}, "a.ka.md:3: date: error: is a list"),
    "the thirty-first of a month": (
        {A: release(date="31.11.2026")},
        'a.ka.md:3: date: error: "31.11.2026" is no date; write a day like',
    ),
    "a month or a day": ({A: release(date="03/04/2026")}, "a.ka.md:3: date: error: .* can be read in two ways"),
    "no kind": (
        {"events/a.ka.md": document(date="2026-03-01", start="2026-03-02")},
        "a.ka.md: kind: error: is missing.* Write one of: press-conference, ",
    ),
    "a day in words": ({A: release(date="1 March 2026")}, 'a.ka.md:3: date: error: "1 March 2026" is no date'),
    "other digits": ({A: release(date="٢٠٢٦-٠٣-٠١")}, "a.ka.md:3: date: error: .*is no date"),
    "hour 24": ({A: release(date="2026-03-01 24:00")}, "a.ka.md:3: date: error: .*is no date and time"),
    "an impossible zone": ({A: release(date="2026-03-01T10:00+25:00")}, "a.ka.md:3: date: error: "),
    "a leap second": ({A: release(date="2026-03-01 10:00:60")}, "a.ka.md:3: date: error: .*is no date and time"),
    "a key with a dot": ({A: release(**{"image.file": "x"})}, "a.ka.md:4: image.file: error: is no field"),
    "a key with brackets": ({A: release(**{"title[x]": "y"})}, r"a.ka.md:4: title\[x\]: error: is no field"),
    "an event that ends as it begins": (
        {
            "events/a.ka.md": document(
                date="2026-03-01", kind="session", start="2026-12-31 10:00", end="2026-12-31 10:00"
            )
        },
        "a.ka.md:6: end: error: is before start",
    ),
    "an eternal alert": (
        {"alerts/a.ka.md": document(severity="warning", **{"from": "2026-11-01"})},
        "a.ka.md: until: error: is missing",
    ),
    "withdrawn for no reason": ({A: release(status="withdrawn")}, "a.ka.md: withdrawn: error: is missing"),
    "a draft with a mistake": ({A: release(status="draft", date="2026-02-31")}, "a.ka.md:3: date: error: .*is no date"),
}

TRANSLATIONS: dict[str, tuple[Files, str]] = {
    "without front matter": ({A: release(), EN: "Text."}, "a.en.md:1: -: error: does not begin with front matter"),
    "an unknown field": ({A: release(), EN: document(foo="x")}, "a.en.md:3: foo: error: is no field"),
    "a key with a dot": ({A: release(), EN: document(**{"foo.bar": "x"})}, "a.en.md:3: foo.bar: error: is no field"),
    "a key with brackets": (
        {A: release(), EN: document(**{"title[x]": "y"})},
        r"a.en.md:3: title\[x\]: error: is no field",
    ),
    "a wrong day": ({A: release(), EN: release(date="2026-02-31")}, "a.en.md:3: date: error: .*is no date"),
    "a fact of its own": (
        {A: release(), EN: document(number="7")},
        "a.en.md:3: number: error: is a fact, and the original lacks it",
    ),
    "a group of its own": (
        {A: release(), EN: document(withdrawn={"date": "2026-03-02", "reason": "x"})},
        "a.en.md:3: withdrawn: error: is a fact, and the original lacks it",
    ),
    "an embargo of its own": (
        {A: release(), EN: document(embargo="2026-12-01")},
        "a.en.md:3: embargo: error: is a fact",
    ),
    "fewer groups": (
        {A: release(quotes=[{"text": "a"}, {"text": "b"}]), EN: document(quotes=[{"text": "a"}])},
        "a.en.md:3: quotes: error: has 1 entries, the original 2",
    ),
    "more groups": (
        {A: release(quotes=[{"text": "a"}]), EN: document(quotes=[{"text": "a"}, {"text": "b"}])},
        "a.en.md:3: quotes: error: has 2 entries, the original 1",
    ),
    "fewer texts": (
        {"services/a.ka.md": document(steps=["a", "b"]), "services/a.en.md": document(steps=["a"])},
        "a.en.md:3: steps: error: has 1 entries, the original 2",
    ),
    "a text for a list": (
        {"services/a.ka.md": document(steps=["a", "b"]), "services/a.en.md": document(steps="a")},
        "a.en.md:3: steps: error: must be a list",
    ),
    "two originals": (
        {A: release(), EN: release(source_language="en")},
        "a.ka.md: source_language: error: is not the same in all",
    ),
    "no original": (
        {A: release(source_language="en")},
        "a.ka.md:4: source_language: error: says en, but there is no file",
    ),
    "no language": (
        {A: release(source_language="none of them")},
        "a.ka.md:4: source_language: error: .*is no language",
    ),
    "a list of originals": ({A: release(source_language=["ka"])}, "a.ka.md:4: source_language: error: is a list"),
    "a second form": (
        {A: release(), "press-releases/a/index.ka.md": release()},
        "a/index.ka.md: -: error: is the same document as content/press-releases/a.ka.md",
    ),
}

NAMES: dict[str, tuple[Files, str]] = {
    "no section": ({"a.ka.md": release()}, "content/a.ka.md: -: error: a.ka.md lies in no section; move it into"),
    "a device": ({"press-releases/con.ka.md": release()}, "con.ka.md: -: error: the name con.ka.md cannot be used"),
    "a device as folder": (
        {"press-releases/aux/x.ka.md": release()},
        "aux/x.ka.md: -: error: the name aux cannot be used",
    ),
    "a dot at the end": ({"press-releases/a..ka.md": release()}, "the name a[.] cannot be used"),
    "a space at the end": ({"press-releases/a .ka.md": release()}, "error: the name a cannot be used"),
    "a space at a folder's end": ({"press-releases/x /a.ka.md": release()}, "error: the name x cannot be used"),
    "a colon": ({"press-releases/a:b.ka.md": release()}, "error: the name a:b.ka.md cannot be used"),
    "a tag": ({"press-releases/a<b>.ka.md": release()}, "error: the name .* cannot be used"),
    "a line break": ({"press-releases/a\nb.ka.md": release()}, "error: the name a b.ka.md cannot be used"),
    "a turned direction": ({"press-releases/a\u202eb.ka.md": release()}, "error: the name .* cannot be used"),
    "too long": ({f"press-releases/{'x' * 230}.ka.md": release()}, "error: the name x+… cannot be used"),
    "no text": ({"press-releases/\udce9.ka.md": release()}, r"press-releases/\?.ka.md: -: error: the name"),
    "capital language": ({"press-releases/a.KA.md": release()}, "error: the language KA is written ka"),
    "no language": (
        {"press-releases/a.md": release()},
        "error: the name does not say the language; rename it, like a.ka.md",
    ),
    "capital ending": ({"press-releases/a.ka.MD": release()}, "a.ka.MD: -: error: "),
    "capital section": (
        {"Press-Releases/a.ka.md": release()},
        "error: there is no section Press-Releases; rename the folder to press-releases",
    ),
    "HTML": ({"press-releases/a.html": "<p>"}, "a.html: -: error: a.html is no Markdown"),
    "reserved: a section": ({"pages/acts.ka.md": document()}, "error: the site itself makes a page at /ka/acts/"),
    "reserved: a year": (
        {"press-releases/2026.ka.md": release()},
        "error: the site itself makes a page at /ka/press-releases/2026/",
    ),
    "reserved: a page of a list": (
        {"press-releases/2026/page-1.ka.md": release()},
        "error: the site itself makes a page at",
    ),
    "reserved: activity": (
        {"reports/activity.ka.md": document(date="2026-03-01", kind="audit", period="2026")},
        "error: the site itself makes a page at /ka/reports/activity/",
    ),
    "reserved: the search": ({"pages/search.ka.md": document()}, "error: the site itself makes a page at /ka/search/"),
    "taken: the error page": (
        {"pages/404.html.ka.md": document()},
        "error: two things claim the address /ka/404.html/",
    ),
    "taken: the home": ({"pages/index.html.ka.md": document()}, "error: two things claim the address"),
    "taken: a feed": ({"press-releases/feed.atom.ka.md": release()}, "error: two things claim the address"),
}

FILES: dict[str, tuple[Files, str]] = {
    "unused": ({"press-releases/x.pdf": "x"}, "x.pdf: -: error: no document names this file"),
    "a program": (
        {A: release(attachments=["x.exe"]), "press-releases/x.exe": "MZ"},
        r"a.ka.md:4: attachments\[1\].file: error: .*x.exe: files of the type exe run",
    ),
    "empty": (
        {A: release(attachments=["x.csv"]), "press-releases/x.csv": ""},
        r"a.ka.md:4: attachments\[1\].file: error: .*x.csv is empty",
    ),
    "elsewhere": (
        {A: release(attachments=["../../../etc/passwd"])},
        r"a.ka.md:4: attachments\[1\].file: error: there is no file",
    ),
    "from the root": (
        {A: release(attachments=["/etc/passwd"])},
        r"a.ka.md:4: attachments\[1\].file: error: .*is no file beside",
    ),
    "on the web": (
        {A: release(attachments=["https://x.example/a.pdf"])},
        r"a.ka.md:4: attachments\[1\].file: error: .*is no file beside",
    ),
    "a folder": (
        {A: release(attachments=["d"]), "press-releases/d/x.csv": "a\n"},
        r"a.ka.md:4: attachments\[1\].file: error: there is no file content/press-releases/d",
    ),
    "of another case": (
        {A: release(attachments=["X.csv"]), "press-releases/x.csv": "a\n"},
        r"a.ka.md:4: attachments\[1\].file: error: there is no file",
    ),
    "a picture elsewhere": (body("![x](../../../../etc/passwd)"), "a.ka.md:6: -: error: there is no file"),
    "a link elsewhere": (body("[x](../../../../etc/passwd)"), "a.ka.md:6: -: error: leads nowhere"),
    "out too early": (
        {
            A: release(embargo="2026-12-01 10:00", attachments=["x.csv"]),
            B: release(body="[x](x.csv)"),
            "press-releases/x.csv": "a\n",
        },
        "a.ka.md: -: error: press-releases/x.csv is not out before its document, but content/press-releases/b.ka.md names it too",
    ),
}

TABLES: dict[str, tuple[Files, str]] = {
    "300 columns": (
        {"topics.csv": "id,title.ka," + ",".join(f"c{n}" for n in range(300)) + "\nx,T\n"},
        "topics.csv:1: c299: error: is no column",
    ),
    "an open quotation": (
        {"topics.csv": 'id,title.ka\nx,"T\ny,U\n'},
        "topics.csv:3: -: error: the table cannot be read",
    ),
    "a stray quotation": (
        {"topics.csv": 'id,title.ka\nx,T\ny,"a"b\n'},
        "topics.csv:3: -: error: the table cannot be read",
    ),
    "a huge cell": (
        {"topics.csv": 'id,title.ka,body.ka\nx,T,"' + "word " * 100_000 + '"\n'},
        "topics.csv:2: -: error: the table cannot be read",
    ),
    "latin-1": (
        {"topics.csv": "id,title.ka\nx,Café\n".encode("latin-1")},
        "topics.csv: -: error: the file is not UTF-8",
    ),
    "utf-16": ({"topics.csv": "id,title.ka\nx,T\n".encode("utf-16")}, "topics.csv: -: error: the file is not UTF-8"),
    "NUL": ({"topics.csv": "id,title.ka\nx,a\0b\n"}, "topics.csv:2: -: error: .*U[+]0000"),
    "no header": ({"topics.csv": "x,T\n"}, "topics.csv:1: -: error: the table has no column id"),
    "tabs": ({"topics.csv": "id\ttitle.ka\nx\tT\n"}, "topics.csv:1: -: error: the table has no column id"),
    "empty": ({"topics.csv": ""}, "topics.csv: -: error: the file is empty"),
    "no title": ({"topics.csv": "id,title.ka\nx,\n"}, "topics.csv:2: title: error: is missing"),
    "a cell too many": ({"topics.csv": "id,title.ka\nx,T,U\n"}, "topics.csv:2: -: error: the row has more cells"),
    "a fact in a language": (
        {"topics.csv": "id,title.ka,order.ka\nx,T,1\n"},
        "topics.csv:1: order.ka: error: is the same in all languages",
    ),
    "a translation of no language": (
        {"topics.csv": "id,title.ka,title.en,translation\nx,T,U,official\n"},
        "topics.csv:1: translation: error: must say of which language; call the column like translation.en",
    ),
    "no kind of translation": (
        {"topics.csv": "id,title.ka,title.en,translation.en\nx,T,U,official\ny,T,U,oficial\n"},
        'topics.csv:3: translation.en: error: "oficial" is none of the words that stand here; write one of: official, unofficial, machine',
    ),
    "a column twice": (
        {"topics.csv": "id,title.ka,title\nx,T,U\n"},
        "topics.csv:1: title: error: there are two columns",
    ),
    "ids of one name": ({"topics.csv": "id,title.ka\nx,T\nX,U\n"}, 'topics.csv:3: id: error: "X" names row 2 already'),
    "ids of one form": ({"topics.csv": "id,title.ka\né,T\ne\u0301,U\n"}, "topics.csv:3: .*error: "),
    "a row and a file": (
        {"topics.csv": "id,title.ka\nx,T\n", "topics/x.ka.md": document()},
        "topics.csv:2: -: error: has the same address as content/topics/x.ka.md",
    ),
    "a path": ({"topics.csv": "id,title.ka\na/b,T\n"}, 'topics.csv:2: id: error: "a/b" names no row'),
    "the folder above": ({"topics.csv": "id,title.ka\n..,T\n"}, 'topics.csv:2: id: error: ".." names no row'),
    "the folder itself": ({"topics.csv": "id,title.ka\n.,T\n"}, "topics.csv:2: id: error: "),
    "a device": ({"topics.csv": "id,title.ka\nNUL,T\n"}, "topics.csv:2: id: error: "),
    "a dot at the end": ({"topics.csv": "id,title.ka\na.,T\n"}, "topics.csv:2: id: error: "),
    "too long": ({"topics.csv": f"id,title.ka\n{'ა' * 100},T\n"}, "topics.csv:2: id: error: "),
    "a number of a person": (
        {"requests/2026.csv": "id,title.ka,date,ref\nr1,T 01024012345,2026-03-01,R-1\n"},
        "2026.csv:2: title.ka: error: holds a number of 11 digits",
    ),
}

REFERENCES: dict[str, tuple[Files, str]] = {
    "to a draft": (
        {A: release(related=["press-releases/b"]), B: release(status="draft")},
        r"a.ka.md:4: related\[1\]: error: press-releases/b is a draft",
    ),
    "a link to a draft": (
        {A: release(body="[x](b.ka.md)"), B: release(status="draft")},
        "a.ka.md:6: -: error: press-releases/b is a draft",
    ),
    "to a unit in draft": (
        {A: release(unit="u"), "units/u.ka.md": document(status="draft")},
        "a.ka.md:4: unit: error: units/u is a draft",
    ),
    "to no topic": ({A: release(topics=["nope"])}, r"a.ka.md:4: topics\[1\]: error: there is no document topics/nope"),
    "misspelt": (
        {A: release(related=["press-releases/goood"])},
        r"a.ka.md:4: related\[1\]: error: .*did you mean press-releases/good[?]",
    ),
    "to several": (
        {A: release(related=["x"]), "press-releases/x.ka.md": release(), "pages/x.ka.md": document()},
        r"a.ka.md:4: related\[1\]: error: several documents are called x",
    ),
    "of two lines": ({A: release(related=["a\nb"])}, r"a.ka.md:4: related\[1\]: error: there is no document a b"),
    "an alias too long": (
        {A: release(aliases=["/" + "x/" * 600])},
        r"a.ka.md:4: aliases\[1\]: error: .* is no earlier address",
    ),
    "an alias with a long name": (
        {A: release(aliases=[f"/{'x' * 230}/"])},
        r"a.ka.md:4: aliases\[1\]: error: .* is no earlier address",
    ),
    "an alias of a device": ({A: release(aliases=["/con/"])}, r"a.ka.md:4: aliases\[1\]: error: .* is no earlier"),
    "an alias with a fragment": ({A: release(aliases=["/a/#b"])}, r"a.ka.md:4: aliases\[1\]: error: .* is no earlier"),
    "a hidden alias": ({A: release(aliases=["/.sajaro-new/"])}, r"a.ka.md:4: aliases\[1\]: error: .* is no earlier"),
    "an alias of its own address": (
        {A: release(aliases=["/ka/press-releases/a/"])},
        r"a.ka.md:4: aliases\[1\]: error: .*is the address of content/press-releases/a.ka.md",
    ),
    "an alias of another": (
        {A: release(aliases=["/press-releases/good"])},
        r"a.ka.md:4: aliases\[1\]: error: .*is the address of content/press-releases/good.ka.md",
    ),
    "aliases in a loop": (
        {A: release(aliases=["/press-releases/b/"]), B: release(aliases=["/press-releases/a/"])},
        r"b.ka.md:4: aliases\[1\]: error: .*is the address of",
    ),
    "one alias of two": (
        {A: release(aliases=["/old"]), B: release(aliases=["/old/"])},
        r"b.ka.md:4: aliases\[1\]: error: .*is the address of content/press-releases/a.ka.md",
    ),
    "one alias twice": (
        {A: release(aliases=["/old/", "/old/"])},
        r"a.ka.md:4: aliases\[2\]: error: .*is the address of",
    ),
    "one alias in two cases": (
        {A: release(aliases=["/Old/"]), B: release(aliases=["/old/"])},
        "b.ka.md: -: error: two things claim the address",
    ),
    "one alias in two forms": (
        {A: release(aliases=["/caf%C3%A9/"]), B: release(aliases=["/café/"])},
        "b.ka.md: -: error: two things claim the address",
    ),
    "an alias below an alias": (
        {A: release(aliases=["/old.html"]), B: release(aliases=["/old.html/x/"])},
        "b.ka.md: -: error: two things claim the address",
    ),
    "an alias of a list": (
        {A: release(aliases=["/ka/units/"])},
        "a.ka.md: -: error: two things claim the address /ka/units/index.html",
    ),
    "an alias of the home": ({A: release(aliases=["/"])}, r"a.ka.md:4: aliases\[1\]: error: .*is no earlier address"),
    "an alias of the manifest": (
        {A: release(aliases=["/manifest.json"])},
        "a.ka.md: -: error: two things claim the address /manifest.json",
    ),
    "an alias with a question": (
        {A: release(aliases=["/old?x=1"])},
        r"a.ka.md:4: aliases\[1\]: error: .*is no earlier address",
    ),
    "an alias that climbs": (
        {A: release(aliases=["/%2e%2e/x"])},
        r"a.ka.md:4: aliases\[1\]: error: .*is no earlier address",
    ),
    "an alias that runs": (
        {A: release(aliases=["javascript:alert(1)"])},
        r"a.ka.md:4: aliases\[1\]: error: .*is no earlier address",
    ),
    "parents in a circle": (
        {"units/a.ka.md": document(parent="b"), "units/b.ka.md": document(parent="a")},
        "a.ka.md:3: parent: error: goes round in a circle: units/a → units/b → units/a",
    ),
    "a parent of itself": ({"units/a.ka.md": document(parent="a")}, "a.ka.md:3: parent: error: goes round in a circle"),
    "an act and a later one": (
        {"acts/a.ka.md": act(number="1", amends=["acts/b"]), "acts/b.ka.md": act(number="2", date="2026-04-01")},
        r"a.ka.md:7: amends\[1\].id: error: content/acts/b.ka.md was adopted later \(2026-04-01\)",
    ),
    "acts in a circle": (
        {"acts/a.ka.md": act(number="1", amends=["acts/b"]), "acts/b.ka.md": act(number="2", amends=["acts/a"])},
        "a.ka.md: -: error: these acts touch each other in a circle: content/acts/b.ka.md",
    ),
    "an act twice": (
        {"acts/a.ka.md": act(number="1"), "acts/b.ka.md": act(number="1")},
        "b.ka.md:6: number: error: is taken by content/acts/a.ka.md",
    ),
    "an act of no kind": (
        {"acts/a.ka.md": act(number="1", kind="edict")},
        'a.ka.md:4: kind: error: "edict" is no kind of act',
    ),
    "a version of nothing": (
        {"acts/a.ka.md": document(date="2026-04-01", consolidates="acts/x", text="consolidated")},
        r"a.ka.md:4: consolidates\[1\].id: error: there is no document acts/x",
    ),
    "an act that amends a unit": (
        {"acts/a.ka.md": act(number="1", amends=["units/council"])},
        r"a.ka.md:7: amends\[1\].id: error: there is no document",
    ),
}

BODIES: dict[str, tuple[Files, str]] = {
    "a path of Windows": (body("[x](..\\good.ka.md)"), "a.ka.md:6: -: error: leads nowhere"),
    "a link to nothing": (body("\n\n[x](nowhere.md)"), "a.ka.md:8: -: error: leads nowhere: nowhere.md"),
    "a section without documents": (body("[x](/vacancies)"), "a.ka.md:6: -: error: leads nowhere"),
    "half a host": (body("[x]({filename}//[)"), "a.ka.md:6: -: error: leads nowhere"),
    "a picture without words": (
        body('<p onclick="x">a</p><img src=x onerror=alert(1)>'),
        "a.ka.md:6: -: error: the picture x has no text",
    ),
    "a linked picture without words": (body("[![](x.png)](good.ka.md)"), "a.ka.md:6: -: error: "),
    "HTML nested deep": (body("<div>" * 100_000), "a.ka.md:6: -: error: is nested more than 200 levels"),
    "HTML never closed": (
        body("".join(f'<b id="a{n}">y\n\n' for n in range(20_000))),
        "a.ka.md:.*error: is nested more than 200 levels",
    ),
    "too many lines": (body("- x\n\n" * 200_000), "a.ka.md:5: -: error: the text has more than 40000 lines"),
    "too much in one paragraph": (body("&amp;" * 200_000), "a.ka.md:6: -: error: more than 20000 marks"),
    "too many rules": (body("***\n" * 3_000), "a.ka.md:6: -: error: more than 2000 marks"),
    "too many abbreviations": (
        body("".join(f"*[AB{n}]: x\n" for n in range(10_000)) + "\nAB5"),
        "a.ka.md:5: -: error: there are more than 200 abbreviations",
    ),
    "too many notes": (
        body("[^1]: x\n\n" + "a[^1] " * 30_000),
        "a.ka.md:5: -: error: there are more than 3000 footnotes",
    ),
    "brackets in many paragraphs": (body(("[" * 199 + "\n\n") * 2000), r"a.ka.md:.*error: more than 200 times \["),
    "quotations in quotations": (
        body((">" * 49 + " x\n\n") * 2000),
        "a.ka.md:5: -: error: the text has more than 40000 lines",
    ),
    "a list nested by tabs": (
        body("\n".join("\t" * n + "- x" for n in range(120))),
        "a.ka.md:.*error: is nested more than 50 levels",
    ),
    "too long": (body("word " * 500_000), "a.ka.md:5: -: error: the text is longer than 2000000"),
}

GROUPS = {
    "yaml": YAML, "values": VALUES, "translations": TRANSLATIONS, "names": NAMES, "files": FILES, "tables": TABLES,
    "references": REFERENCES, "bodies": BODIES,
}  # fmt: skip
CASES = {f"{group}: {name}": case for group, named in GROUPS.items() for name, case in named.items()}


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused(name: str, tmp_path: Path) -> None:
    files, expected = CASES[name]
    told = cases.build(cases.lay(tmp_path, files))
    assert not told.errors
    assert told.status == 1
    assert not told.output.exists()
    assert any(re.search(expected, line, re.DOTALL) for line in told.lines), told.lines


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-03-29 02:30", "does not exist: the clocks are put forward"),
        ("2026-10-25 02:30", "comes twice that night: the clocks are put back"),
    ],
)
def test_an_hour_that_is_not_or_comes_twice(moment: str, expected: str, tmp_path: Path) -> None:
    told = cases.build(cases.lay(tmp_path, {A: release(date=moment)}, timezone="Europe/Belgrade"))
    assert told.status == 1
    assert expected in told.lines[0]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"institution": {"emblem": "nope.svg"}}, "there is no file content/nope.svg"),
        ({"menu": ("nope",)}, "there is no section nope"),
        ({"interface": "xx"}, "there is no interface in the language xx"),
    ],
)
def test_a_setting_that_cannot_be_used(options: dict[str, object], expected: str, tmp_path: Path) -> None:
    told = cases.build(cases.lay(tmp_path, {}, **options))
    assert told.status == 1
    assert any(each["file"] == "pelicanconf.py" and expected in each["message"] for each in told.problems)


def test_an_emblem_with_letters(tmp_path: Path) -> None:
    emblem = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text y="9">M</text></svg>'
    told = cases.build(cases.lay(tmp_path, {"emblem.svg": emblem}, institution={"emblem": "emblem.svg"}))
    assert told.status == 1
    assert told.lines == [
        "content/emblem.svg: -: error: emblem.svg holds letters, which look different on every computer; "
        "turn them into paths"
    ]


def test_translations_of_what_cannot_be_read_are_not_blamed(tmp_path: Path) -> None:
    told = cases.build(cases.lay(tmp_path, {**front(DATED + "summary: a: b"), EN: document("", image={"alt": "x"})}))
    assert [line.split(":")[0] for line in told.lines] == [f"content/{A}"]


LINKS = {
    "out of the site": ("/etc/hosts", "is a link that leads to no file in content/"),
    "to nothing": ("nowhere.pdf", "error: "),
    "to itself": ("x.pdf", "error: "),
    "to the folder": ("../press-releases", "error: "),
}


@pytest.mark.parametrize("name", LINKS)
def test_a_symbolic_link(name: str, tmp_path: Path) -> None:
    root = cases.lay(tmp_path, {A: release(attachments=["x.pdf"])})
    target, expected = LINKS[name]
    (root / "content/press-releases/x.pdf").symlink_to(target)
    told = cases.build(root)
    assert told.status == 1
    assert any("x.pdf: -: error" in line and expected in line for line in told.lines), told.lines


def test_a_pipe(tmp_path: Path) -> None:
    import os

    root = cases.lay(tmp_path, {})
    os.mkfifo(root / "content/press-releases/a.ka.md")
    told = cases.build(root)
    assert told.status == 1
    assert "a.ka.md: -: error: " in told.lines[0]


def test_what_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As without permission; the superuser, who runs many a test, has it always."""
    root = cases.lay(
        tmp_path, {A: release(attachments=["x.csv"]), "press-releases/x.csv": "a\n", "topics.csv": "id,title.ka\nx,T\n"}
    )
    closed = {root / "content" / name for name in (A, "topics.csv")}
    real, real_open = Path.read_bytes, Path.open

    def denied(path: Path) -> None:
        if path in closed:
            raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", lambda path: denied(path) or real(path))
    told = cases.build(root)
    assert sum("cannot be read (Permission denied)" in line for line in told.lines) == 2, told.lines
    monkeypatch.setattr(Path, "read_bytes", real)
    monkeypatch.setattr(Path, "open", lambda path, *words, **more: denied(path) or real_open(path, *words, **more))
    closed = {root / "content/press-releases/x.csv"}
    told = cases.build(root)
    assert [line for line in told.lines if "x.csv cannot be opened" in line], told.lines
