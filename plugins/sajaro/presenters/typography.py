"""What stays together on a line of a drawn page: the groups of a number, a number and its sign, a telephone number, a dash and
the word before it. Only spaces of the text become no-break spaces; addresses, drawings and code stay as they are."""

from __future__ import annotations

import re

from sajaro.languages.cldr import NO_BREAK_SPACE

_SPACE = re.compile(
    r"""[ ](?=[\d%‰°₾€₼₽֏$–—])(?:
      (?<=\d[ ])(?<!\d{4}[ ])(?=\d{3}(?!\d))    # 2 150 000, not 2026 100
    | (?<=\d[ ])(?=[%‰°₾€₼₽֏$])                 # 45 %
    | (?<=\b[A-Z]{3}[ ])(?=\d)                  # GEL 400
    | (?<=[№§][ ])(?=\d) | (?<=\bN[ ])(?=\d)    # № 45
    | (?=[–—](?:[ ]|$))
    )(?=[^<>]*<)""",
    re.VERBOSE,
)
_TELEPHONE = re.compile(r"\+\d{1,3}(?:[ \u00a0]\d{2,4})+(?=[^<>]*<)")
_VERBATIM = re.compile(r"(<(pre|code)\b.*?</\2>)", re.DOTALL)


def bound(html: str) -> str:
    """`html`, whose text between tags is kept together where a reader would stumble over a new line."""
    if "<code" not in html and "<pre" not in html:
        return _bound(html)
    pieces = _VERBATIM.split(html)
    pieces[::3] = (_bound(piece + "<")[:-1] for piece in pieces[::3])
    del pieces[2::3]
    return "".join(pieces)


def _bound(html: str) -> str:
    return _TELEPHONE.sub(lambda found: found[0].replace(" ", NO_BREAK_SPACE), _SPACE.sub(NO_BREAK_SPACE, html))
