"""What stays together on a line of a drawn page: the groups of a number, a number and its sign, a day and its month, an
abbreviation and its number, a telephone number, a range, a figure and the ending that a hyphen ties to it.

Spaces become no-break spaces. Where there is no space, an element keeps the line: a word joiner (U+2060) would be fewer bytes, but
it is copied with the text, and then neither a browser's search nor ours finds `09:00–18:00`. Addresses, drawings, code and
what the browser shows as plain text stay as they are.
"""

from __future__ import annotations

import re

from sajaro.languages.cldr import NO_BREAK_SPACE

# How the names of months begin after a day, in the interface's languages; a test compares them with CLDR.
_MONTH = (
    "იანვ|თებ|მარტ|აპრ|მაის|ივნ|ივლ|აგვ|სექ|ოქტ|ნოე|დეკ"
    "|հունվ|փետ|մարտ|ապր|մայ|հուն|հուլ|օգոս|սեպ|հոկ|նոյ|դեկ"
    "|янв|фев|мар|апр|ма[йяј]|ию[нл]|авг|сен|окт|ноя|дек|јан|ју[нл]|сеп|нов|дец|феб"
    "|[Jj]an|[Ff]e[bv]r|[Mm]ar[cst]|[Aa]pr|[Mm]a[jy]|[Jj]u[nl]|[Aa]ug|avg|[Ss]ept|[Oo][ck]t|[Nn]ovem|[Dd]e[ct]e"
    "|shku|prill|qers|korr|gusht|shta|tetor|nënt|dhje|yanv|iyu[nl]|avq|sent|noyab|dekab"
)
_SPACE = re.compile(
    rf"""[ ](?:
      (?=[\d%‰°₾€₼₽֏$–—№])(?:
        (?<=\d[ ])(?<!\d{{4}}[ ])(?=\d{{3}}(?!\d))  # 2 150 000, not 2026 100
      | (?<=\d[ ])(?=[%‰°₾€₼₽֏$])                   # 45 %
      | (?<=\b[A-Z]{{3}}[ ])(?=\d)                  # GEL 400
      | (?<=[№§][ ])(?=\d) | (?<=\bN[ ])(?=\d)      # № 45
      | (?<=\b(?:[Nn]r|[Bb]r|[Nn]o|[Бб]р|[Сс]т)\.[ ])(?=\d)      # бр. 4
      | (?<=\bթիվ[ ])(?=\d)                         # թիվ 187
      | (?<=\bქუჩა[ ]) | (?<=\bփողոց[ ]) | (?<=\bküçəsi[ ])     # ქუჩა 1
      | (?<=(?:բե|վա)րի[ ])(?=\d\d?\b) | (?<=(?:իս|րտ|ոս|իլ)ի[ ])(?=\d\d?\b)  # նոյեմբերի 23
      | (?=[–—](?:[ ]|$))
      )
    | (?<=[\d.][ ])(?:
        (?<=\d[ ])(?<!\d{{3}}[ ])(?=(?:{_MONTH})) | (?<=\d\.[ ])(?<!\d\d\d\.[ ])(?=(?:{_MONTH}))  # 6 აპრილი, 22. новембар
      | (?<=\d{{4}}[ ])(?=[гթწ]\.)                  # 2026 թ.
      | (?<=\b[Уу]л\.[ ])(?=\w)                     # ул. Горная
      )
    )(?=[^<>]*<)""",
    re.VERBOSE,
)
_TELEPHONE = re.compile(r"\+\d{1,3}(?:[ \u00a0]\d{2,4})+(?=[^<>]*<)")
# What a figure (09:00–18:00, 14-დან) or a single letter (e-postë) goes on with. A longer word may have to part on a telephone.
_TIED = re.compile(
    r"""[–-](?:(?<=\d–)\d(?:[\d:.,/]*\d)?(?:-[^\W\d_]{1,14}\b)? | (?<=\d-)[^\W\d_]{1,14}\b | (?<=[\s>(„“«"][^\W\d_]-)[^\W\d_]{2,14}\b)
    (?=[^<>]*<)""",
    re.VERBOSE,
)
_FIGURE = "0123456789:.,/"
_VERBATIM = re.compile(r"(<(pre|code|option|script|svg)\b.*?</\2>)", re.DOTALL)
_MAY_BE_VERBATIM = re.compile(r"<(?:pre|code|option|script|svg)\b")


def bound(html: str) -> str:
    """`html`, whose text between tags is kept together where a reader would stumble over a new line."""
    if not _MAY_BE_VERBATIM.search(html):
        return _bound(html)
    pieces = _VERBATIM.split(html)
    pieces[::3] = (_bound(piece + "<")[:-1] for piece in pieces[::3])
    del pieces[2::3]
    return "".join(pieces)


def _bound(html: str) -> str:
    html = _TELEPHONE.sub(lambda found: found[0].replace(" ", NO_BREAK_SPACE), _SPACE.sub(NO_BREAK_SPACE, html))
    return _tied(html)


def _tied(html: str) -> str:
    """`html` with an element around each figure and what is tied to it: looked for from its dash, because dashes are rare."""
    pieces, done = [], 0
    for found in _TIED.finditer(html):
        before = html[done : found.start()]
        free = before.rstrip(_FIGURE) if before[-1:] in _FIGURE else before[:-1]
        pieces += free, '<span class="bound">', before[len(free) :], found[0], "</span>"
        done = found.end()
    return "".join((*pieces, html[done:])) if pieces else html
