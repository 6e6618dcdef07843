"""Drawings made safe: an allowlist of elements and attributes, nothing that runs, moves or loads.

The result is meant for `<img>` and for icons; pasted into a page its ids and styles would meet the page's own.
"""

from __future__ import annotations

import base64
import binascii
import io
import math
import re
from typing import TYPE_CHECKING

from . import containers, css, decode
from .kinds import sniff
from .unfit import Unfit

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_SIZE = 2_000_000  # bytes
# Elements drawn, when every reference is followed.
_DRAWN = 200_000
_DEPTH = 200
_MAX_SIDE = 1_000_000
_DEFAULT = 300, 150  # pixels, of a drawing that does not say (CSS 2.2, 10.3.2)
_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_XML = "{http://www.w3.org/XML/1998/namespace}"

ELEMENTS = frozenset(
    "svg g defs symbol use switch title desc style path rect circle ellipse line polyline polygon text tspan textPath "
    "image clipPath mask pattern marker linearGradient radialGradient stop filter feBlend feColorMatrix "
    "feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow "
    "feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight "
    "feSpecularLighting feSpotLight feTile feTurbulence".split()
)
ATTRIBUTES = (
    css.PROPERTIES
    | frozenset(
        "id class lang role aria-label aria-labelledby aria-hidden viewBox preserveAspectRatio d points x1 y1 x2 y2 "
        "dx dy fx fy fr rotate textLength lengthAdjust startOffset pathLength offset gradientUnits gradientTransform "
        "spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits "
        "markerUnits markerWidth markerHeight refX refY orient filterUnits primitiveUnits in in2 result type values "
        "mode operator k1 k2 k3 k4 stdDeviation radius order kernelMatrix divisor bias targetX targetY edgeMode "
        "preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent limitingConeAngle pointsAtX "
        "pointsAtY pointsAtZ z azimuth elevation baseFrequency numOctaves seed stitchTiles scale xChannelSelector "
        "yChannelSelector tableValues slope intercept amplitude exponent".split()
    )
    | {_XML + "lang", _XML + "space"}
)
_EMBEDDED = re.compile(r"\s*data:(image/png|image/jpeg);base64,([A-Za-z0-9+/=\s]+)")
_FRAGMENT = re.compile(r"#[^\s#]+")
_LOCAL = re.compile(r"""url\(\s*['"]?#([\w:.-]+)""", re.I)
_LENGTH = re.compile(r"\s*(\d*\.?\d+)\s*(px|pt|pc|mm|cm|in|)\s*")
_PIXELS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}


def clean_svg(content: bytes) -> bytes:
    """The drawing as UTF-8 without declaration; cleaning it again changes nothing.

    Links lose their address and keep what they show; pictures in it are kept where they are PNG or JPEG data, without
    metadata. Raises Unfit: too-large, encoding, mismatch, malformed, entities, expands.
    """
    from lxml import etree

    root = _root(content)
    _sift(root)
    etree.cleanup_namespaces(root, top_nsmap={None: _SVG[1:-1]})
    width, height = _dimensions(root)
    if "viewBox" not in root.attrib:
        root.set("viewBox", f"0 0 {width} {height}")
    _weigh(root)
    root.tail = None
    return etree.tostring(root, encoding="utf-8", xml_declaration=False)


def dimensions(content: bytes) -> tuple[int, int]:
    """Width and height in CSS pixels, from the attributes or else the viewBox. Raises Unfit as `clean_svg`."""
    return _dimensions(_root(content))


def has_text(content: bytes) -> bool:
    return next(_root(content).iter(_SVG + "text"), None) is not None


def _root(content: bytes) -> Element:
    from lxml import etree

    if len(content) > MAX_SIZE:
        raise Unfit("too-large", size=len(content), limit=MAX_SIZE)
    if b"<!ENTITY" in content:
        raise Unfit("entities")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        raise Unfit("encoding") from None
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    found = sniff(content[:1024])
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if found != "image/svg+xml":
            raise Unfit("mismatch", expected="image/svg+xml", found=found) from None
        raise Unfit("malformed", line=error.lineno or 1) from None
    if root.tag != _SVG + "svg":
        raise Unfit("mismatch", expected="image/svg+xml", found=found)
    return root


def _sift(root: Element) -> None:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = _name(element)
        if name == "a":
            element.tag, name = _SVG + "g", "g"
        if name not in ELEMENTS or not _attributes(element, name):
            _drop(element)
            continue
        if name == "style":
            element.text = css.stylesheet("".join(element.itertext()))
            element[:] = []
            if not element.text:
                _drop(element)
        waiting.extend(element)


def _name(element: Element) -> str | None:
    tag = element.tag
    return tag[len(_SVG) :] if isinstance(tag, str) and tag.startswith(_SVG) else None


def _attributes(element: Element, name: str) -> bool:
    """Leaves the allowed ones. False where the element is nothing without what it referred to."""
    target = next((element.get(href) for href in _HREFS if element.get(href)), None)
    for key, value in element.items():
        if key == "style":
            value = css.declarations(value)
        if key == "style" and value or key in ATTRIBUTES and (key not in css.PROPERTIES or css.plain(value)):
            element.set(key, value)
        else:
            del element.attrib[key]
    if name == "image":
        target = _embedded(target or "")
    elif target is not None and not _FRAGMENT.fullmatch(target.strip()):
        target = None
    if target is not None and name != "g":
        element.set("href", target.strip())
    return target is not None or name not in ("image", "use")


def _embedded(target: str) -> str | None:
    match = _EMBEDDED.fullmatch(target)
    if match is None:
        return None
    try:
        content = base64.b64decode("".join(match[2].split()), validate=True)
        containers.whole(content, match[1])
        with decode.opened(io.BytesIO(content), match[1]):
            bare = containers.bare(content, match[1])
    except (Unfit, binascii.Error):
        return None
    return f"data:{match[1]};base64,{base64.b64encode(bare).decode()}"


def _drop(element: Element) -> None:
    """Out of the tree, without the text that follows it."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _dimensions(root: Element) -> tuple[int, int]:
    width, height = _length(root.get("width")), _length(root.get("height"))
    try:
        _, _, across, down = (float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()))
    except ValueError:
        across = down = 0.0
    if not (across > 0 and down > 0 and math.isfinite(across) and math.isfinite(down)):
        across = down = 0.0
    if across and not (width and height):
        scale = width / across if width else height / down if height else 1.0
        width, height = across * scale, down * scale
    if not (0 < width <= _MAX_SIDE and 0 < height <= _MAX_SIDE):
        return _DEFAULT
    return max(1, round(width)), max(1, round(height))


def _length(value: str | None) -> float:
    match = _LENGTH.fullmatch(value or "")
    return float(match[1]) * _PIXELS[match[2]] if match else 0.0


def _weigh(root: Element) -> None:
    """Raises Unfit expands: references within references draw more than any screen could show, or never end."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    weights: dict[Element, int] = {}
    open_: set[Element] = set()

    def weight(element: Element) -> int:
        if element in weights:
            return weights[element]
        if element in open_ or len(open_) > _DEPTH:
            raise Unfit("expands")
        open_.add(element)
        targets = [named[name] for name in _references(element) if name in named]
        total = 1 + sum(map(weight, element)) + sum(weight(target) for target in targets)
        open_.remove(element)
        if total > _DRAWN:
            raise Unfit("expands")
        weights[element] = total
        return total

    weight(root)


def _references(element: Element) -> list[str]:
    href = element.get("href", "")
    names = [href[1:]] if href.startswith("#") else []
    return names + [name for key, value in element.items() if key != "d" for name in _LOCAL.findall(value)]
