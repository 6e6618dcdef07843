"""Armenian, in the reformed spelling.

The endings are plural, case and article together. Bare -ն (the article after a vowel) stays: too many stems end so
(կենտրոն, պաշտպան). Nouns in -ում and -ություն lose that too, because their genitives in -ման and -ության do.
"""

from __future__ import annotations

from .collation import SCRIPTS, Alphabet
from .language import Language
from .search import SearchRules, alike

_CASE = "յ?ին?|յ?ից|յ?ով|յ?ումն?|ուն?|ուց"
_NOUN = f"ի?(?:ներ|եր)(?:[ըն]|{_CASE})?|{_CASE}|ը"
_ENDINGS = f"{_NOUN}|ում(?:{_NOUN}|ն)?|ման(?:ը|ից)?|մամբ|ություն(?:{_NOUN}|ն)?|ության(?:ը|ն)?|ությամբ"

# Stems that end like an ending, and stems that lose a vowel before one.
_KNOWN = {
    **alike(
        "ժողով հանձնաժողով հրաման սահման պայման գնում բյուջե տար մարդ խորհուրդ նախագիծ ծրագիր փաստաթուղթ ջուր "
        "եկամուտ լեզու ամիս բնակիչ աշխատակից մասնակից"
    ),
    "գնման": "գնում", "բյուջեն": "բյուջե", "տարվա": "տար", "մարդիկ": "մարդ", "մարդկանց": "մարդ",
    "խորհրդ": "խորհուրդ", "նախագծ": "նախագիծ", "ծրագր": "ծրագիր", "փաստաթղթ": "փաստաթուղթ", "ջր": "ջուր",
    "եկամտ": "եկամուտ", "լեզվ": "լեզու", "ամս": "ամիս", "ամսվա": "ամիս", "բնակչ": "բնակիչ", "աշխատակց": "աշխատակից",
    "մասնակց": "մասնակից",
}  # fmt: skip

LANGUAGES = (
    Language(
        tag="hy",
        name="հայերեն",
        script="Armn",
        locale="hy",
        alphabet=Alphabet(SCRIPTS["Armn"], filed_as={"և": "եվ"}),
        search=SearchRules(endings=_ENDINGS, known=_KNOWN),
        # CLDR's day_month has d where its dates have dd, and its month ․ (U+2024) where its dates have a full stop.
        patterns={"day_month": "dd MMMM", "month": "y թ. MMMM", "year": "y թ."},
        begun=lambda day, date: f"{day.year} թ. {date.split()[1].strip(',')} {day.day}-ից",
        sizes=("բայթ", "ԿԲ", "ՄԲ", "ԳԲ"),
        capitals={"և": "Եվ"},
    ),
)
