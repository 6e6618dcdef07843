"""The styling that a drawing may keep: presentation properties with plain values; no imports, fonts or addresses.

For `svg` only; the theme's style sheets are not looked at.
"""

from __future__ import annotations

import re

# SVG 2, appendix "Property index", without what fetches, animates or positions in a page.
PROPERTIES = frozenset(
    "alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters "
    "cx cy direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity "
    "font-family font-size font-size-adjust font-stretch font-style font-variant font-weight height "
    "image-rendering isolation letter-spacing lighting-color marker marker-end marker-mid marker-start mask mask-type "
    "mix-blend-mode opacity overflow paint-order r rx ry shape-rendering stop-color stop-opacity stroke "
    "stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width "
    "text-anchor text-decoration text-rendering transform transform-box transform-origin unicode-bidi vector-effect "
    "visibility white-space width word-spacing writing-mode x y".split()
)
_FUNCTIONS = frozenset(
    "rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate skewx skewy".split()
)
_LOCAL = re.compile(r"""url\(\s*(['"]?)#[\w:.-]+\1\s*\)""", re.I)
_FUNCTION = re.compile(r"([\w-]*)\s*\(")
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.S)
_RULE = re.compile(r"\s*([^{}@;]+)\{([^{}]*)\}")
_MEDIA = re.compile(r"\s*@media\s*(\([\w\s:.-]+\))\s*\{((?:[^{}@;]+\{[^{}]*\})*)\s*\}", re.I)
_OTHER = re.compile(r"\s*@[^{};]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})")
_SELECTOR = re.compile(r"[\w\s.#*,>+~:()-]+")


def plain(value: str) -> bool:
    """True for a value that refers to nothing outside the drawing and calls only functions of colour and place."""
    rest = _LOCAL.sub("", value)
    if any(char in rest for char in "\\<>@{}"):
        return False
    return all(name.lower() in _FUNCTIONS for name in _FUNCTION.findall(rest))


def declarations(text: str) -> str:
    """A style attribute with the declarations that may stay."""
    kept = []
    for declaration in _COMMENT.sub(" ", text).split(";"):
        name, colon, value = (part.strip() for part in declaration.partition(":"))
        if colon and name.lower() in PROPERTIES and plain(value):
            kept.append(f"{name}:{value}")
    return ";".join(kept)


def stylesheet(text: str) -> str:
    """A style element with the rules that may stay, those under one simple @media included."""
    text, at, kept = _COMMENT.sub(" ", text), 0, []
    while at < len(text):
        if rule := _RULE.match(text, at):
            kept.append(_rule(rule))
        elif rule := _MEDIA.match(text, at):
            kept.append(f"@media {rule[1]}{{{''.join(map(_rule, _RULE.finditer(rule[2])))}}}")
        elif not (rule := _OTHER.match(text, at)):
            break
        at = rule.end()
    return "".join(kept)


def _rule(rule: re.Match[str]) -> str:
    selector, body = rule[1].strip(), declarations(rule[2])
    return f"{selector}{{{body}}}" if body and _SELECTOR.fullmatch(selector) else ""
