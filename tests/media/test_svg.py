"""Drawings: what stays, what goes, what is refused; and that no input whatever leaves anything active."""

from __future__ import annotations

import base64
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from sajaro.media.svg import ATTRIBUTES, ELEMENTS, MAX_SIZE, clean_svg, dimensions
from sajaro.media.unfit import Unfit

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 40">'


def cleaned(inside: str) -> str:
    """What is left of the content of an <svg>."""
    result = clean_svg(f"{OPEN}{inside}</svg>".encode()).decode()
    assert clean_svg(result.encode()).decode() == result
    return re.fullmatch(r"<svg[^>]*?(?:/>|>(.*)</svg>)", result, re.S)[1] or ""


def refused(content: str | bytes) -> str:
    with pytest.raises(Unfit) as caught:
        clean_svg(content.encode() if isinstance(content, str) else content)
    return caught.value.reason


def pixel(format: str, **options: object) -> str:
    target = io.BytesIO()
    Image.new("RGB", (2, 2), "red").save(target, format, **options)
    return f"data:image/{format.lower()};base64,{base64.b64encode(target.getvalue()).decode()}"


@pytest.mark.parametrize(
    "inside",
    [
        '<g id="a" class="b" transform="rotate(3)" opacity=".5"><path d="M0 0h1" fill="rgb(1,2,3)" stroke="#123"/></g>',
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        '<rect width="9" height="9" fill="url(#g)"/>',
        '<title>ამბავი &amp; გერბი</title><text x="1" y="2">ა<tspan>ბ</tspan>გ</text>',
        "<style>.a{fill:url(#g);stroke:#123}@media (prefers-color-scheme: dark){.a{fill:#fff}}</style>",
        '<symbol id="s"><circle r="3"/></symbol><use href="#s" x="3"/>',
        '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)" style="fill:red;opacity:.5"/>',
        f'<image href="{pixel("PNG")}" width="2" height="2"/>',
    ],
)
def test_drawings_stay_as_they_are(inside: str) -> None:
    left = cleaned(inside)
    assert etree.canonicalize(f"<x>{left}</x>") == etree.canonicalize(f"<x>{inside}</x>")


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ("<script>alert(1)</script><g/>", "<g/>"),
        ('<SCRIPT>alert(1)</SCRIPT><h:script xmlns:h="http://www.w3.org/1999/xhtml"/><g/>', "<g/>"),
        ('<g onload="alert(1)" ONCLICK="x" data-x="y" inkscape:z="1" xmlns:inkscape="urn:i"/>', "<g/>"),
        ('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject><g/>', "<g/>"),
        ('<a xlink:href="javascript:alert(1)"><path d="M0"/></a>', '<g><path d="M0"/></g>'),
        ('<animate attributeName="href" to="javascript:x"/><set attributeName="onclick" to="x"/><g/>', "<g/>"),
        ('<use href="http://e.example/x.svg#a"/><use xlink:href="data:image/svg+xml,x"/><g/>', "<g/>"),
        ('<image href="https://e.example/a.png"/><image href="file:///etc/passwd"/><g/>', "<g/>"),
        ('<image href="data:image/svg+xml;base64,PHN2Zy8+"/><image href="data:image/png;base64,AAAA"/><g/>', "<g/>"),
        ('<feImage href="x.png"/><metadata>me</metadata><iframe src="x"/><video/><g/>', "<g/>"),
        ('<g fill="url(http://e.example/#a)" mask="url(x.svg#m)" filter="URL( //e )"/>', "<g/>"),
        (
            '<g style="fill:red;background:url(x);behavior:url(#x);-moz-binding:x;fill:url(//e)"/>',
            '<g style="fill:red"/>',
        ),
        ('<g style="fill:u\\72l(//e)"/><g style="fill:expression(x)"/><g style="fill:image-set(x)"/>', "<g/><g/><g/>"),
        ("<style>@import 'x.css';@font-face{src:url(x)}.a{fill:red}</style>", "<style>.a{fill:red}</style>"),
        ("<style>.a{fill:red}@supports(x){.b{fill:red}}.c{cursor:url(x)}</style>", "<style>.a{fill:red}</style>"),
        ("<style>/*</style><!-- x --><?php x ?><style>*/.a{fill:red}</style>", ""),
        ("<style><![CDATA[.a{fill:red}</style><script>x]]></style>", "<style>.a{fill:red}</style>"),
        ("<text>a<script>x</script>b<g>c</g></text>", "<text>ab<g>c</g></text>"),
        ("<title><script>x</script>t</title>", "<title>t</title>"),
    ],
)
def test_what_runs_or_loads_goes(inside: str, left: str) -> None:
    assert cleaned(inside) == left


def test_pictures_inside_lose_their_metadata() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Somebody"
    left = cleaned(f'<image href="{pixel("JPEG", exif=exif, comment=b"hidden")}"/>')
    content = base64.b64decode(left.partition("base64,")[2].partition('"')[0])
    assert Image.open(io.BytesIO(content)).size == (2, 2)
    assert b"Camera" not in content and b"hidden" not in content


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "entities"),
        (
            '<!DOCTYPE svg [<!ENTITY % a SYSTEM "file:///etc/passwd">%a;]><svg xmlns="http://www.w3.org/2000/svg"/>',
            "entities",
        ),
        ('<svg xmlns="http://www.w3.org/2000/svg">&nbsp;</svg>', "malformed"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', "malformed"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>'.encode("utf-16"), "encoding"),
        ("<html><body>x", "mismatch"),
        ('<html xmlns="http://www.w3.org/1999/xhtml"/>', "mismatch"),
        ("<svg/>", "mismatch"),
        (b" " * (MAX_SIZE + 1), "too-large"),
        (f'{OPEN}<g id="a"><use href="#a"/></g></svg>', "expands"),
        (
            OPEN + '<pattern id="a"><g fill="url(#b)"/></pattern><pattern id="b"><g fill="url( #a )"/></pattern></svg>',
            "expands",
        ),
        (
            OPEN
            + '<g id="x0"><path/></g>'
            + "".join(f'<g id="x{n}">{f"""<use href="#x{n - 1}"/>""" * 10}</g>' for n in range(1, 12))
            + "</svg>",
            "expands",
        ),
        (OPEN + "<g>" * 220 + "</g>" * 220 + "</svg>", "expands"),
    ],
)
def test_what_is_no_drawing_or_no_end_of_one_is_refused(content: str | bytes, reason: str) -> None:
    assert refused(content) == reason


def test_a_doctype_without_declarations_is_dropped() -> None:
    content = (
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://e.example/x.dtd">'
        + OPEN
        + "</svg>"
    )
    assert clean_svg(content.encode()) == b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"/>'


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30" height="20"', (30, 20)),
        ('width="1in" height="25.4mm"', (96, 96)),
        ('viewBox="0 0 300 200"', (300, 200)),
        ('viewBox="0,0 300,200" width="150"', (150, 100)),
        ('viewBox="0 0 300 200" width="100%" height="100%"', (300, 200)),
        ("", (300, 150)),
        ('viewBox="0 0 nan inf"', (300, 150)),
        (f'width="{"9" * 400}" height="1"', (300, 150)),
    ],
)
def test_dimensions(attributes: str, size: tuple[int, int]) -> None:
    content = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()
    assert dimensions(content) == size == dimensions(clean_svg(content))


def test_the_frame_is_kept_and_completed() -> None:
    kept = clean_svg(b'<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="5mm" viewBox="1 2 3 4"/>').decode()
    assert all(part in kept for part in ('width="9mm"', 'height="5mm"', 'viewBox="1 2 3 4"'))
    assert b'viewBox="0 0 9 5"' in clean_svg(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="5"/>')


NAMES = st.sampled_from(
    sorted(ELEMENTS) + ["script", "a", "animate", "set", "foreignObject", "feImage", "iframe", "SVG"]
)
KEYS = st.sampled_from(
    [*sorted(key for key in ATTRIBUTES if "{" not in key), "href", "xlink:href", "style", "onload", "onfocus", "src"]
)
VALUES = st.sampled_from(
    [
        "#a",
        "url(#a)",
        "url(//e.example)",
        "javascript:alert(1)",
        "u\\72l(x)",
        "red",
        "data:text/html,x",
        "fill:url(#a)",
        "fill:url('//e')",
        "fill:red;x:expression(1)",
        "@import 'x'",
        "1",
    ]
) | st.text("aul(r)#:;@\\'", max_size=9)
TREES = st.recursive(
    st.tuples(NAMES, st.dictionaries(KEYS, VALUES, max_size=3), st.just([])),
    lambda inner: st.tuples(NAMES, st.dictionaries(KEYS, VALUES, max_size=3), st.lists(inner, max_size=3)),
    max_leaves=8,
)


def serialised(tree: tuple[str, dict[str, str], list]) -> str:
    name, attributes, children = tree
    quoted = "".join(f' {key}="{value.replace(chr(34), "")}"' for key, value in attributes.items())
    return f"<{name}{quoted}>{''.join(map(serialised, children))}x</{name}>"


@given(TREES)
@settings(max_examples=200)
def test_nothing_active_is_ever_left(tree: tuple[str, dict[str, str], list]) -> None:
    try:
        root = etree.fromstring(clean_svg(f"{OPEN}{serialised(tree)}</svg>".encode()))
    except Unfit as error:
        assert error.reason == "expands"
        return
    for element in root.iter():
        assert etree.QName(element).localname in ELEMENTS
        for key, value in element.items():
            assert key in ATTRIBUTES | {"style", "href"}
            assert key != "href" or value.startswith("#")
            if key in ("style", "fill", "mask", "filter", "clip-path"):
                assert not re.search(r"\\|@|expression|url\((?!\s*['\"]?#)", value)
