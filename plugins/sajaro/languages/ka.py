"""Georgian.

The endings are those of nouns: case, plural in -ებ-, postpositions, and the particle -ც ("too"). Stems in -ა, -ე, -ო
and -უ lose that vowel too, so that მერია, მერიის and მერიაში meet; so do verbal nouns in -ება and agents in -ებელი.
"""

from __future__ import annotations

import re
from datetime import date

from .collation import SCRIPTS, Alphabet
from .language import Language
from .search import SearchRules, alike

_TOO = "(?:აც)?"  # after a consonant; after a vowel plain ც
_AFTER_CONSONANT = f"(?:ი|მა|ისა|ში|ზე|ისადმი|ამდე)ც?|(?:ს|ის|ით|ად|თა|თან|იდან|ისა?თვის|ისა?გან|ისკენ|თათვის){_TOO}"
_AFTER_VOWEL = f"(?:თი|ში|ზე|სადმი|მდე)?ც?|(?:მ|ს|დ|თა|სთან|დან|სა?თვის|სა?გან|სკენ|თათვის){_TOO}"
_BEFORE_CASE = "(?:ებ)?[აეოუ]?ებ|(?:ებელ|ებლ)(?:ებ)?"
_ENDINGS = f"(?:ებ)?[აეოუ](?:{_AFTER_VOWEL})|(?:{_BEFORE_CASE})?(?:{_AFTER_CONSONANT})"

# Stems whose end looks like an ending (პროგრამა like an ergative, ანგარიში like "in …"), and stems that lose a vowel.
_KNOWN = {
    **alike(
        "ანგარიშ პროგრამ რეკლამ სხდომ შრომ თემ სისტემ სქემ პრობლემ რეფორმ ფორმ პლატფორმ ნორმ ფირმ გეგმ წვიმ გზ ენ "
        "ტყ დღ თვ სოფელ წყალ წელ ქვეყან სამართალ ბაზარ საგან ბეჭედ ნაგავ თებერვალ წარმომადგენელ მეზობელ"
    ),
    "სოფლ": "სოფელ", "წყლ": "წყალ", "წლ": "წელ", "ქვეყნ": "ქვეყან", "სამართლ": "სამართალ", "ბაზრ": "ბაზარ",
    "საგნ": "საგან", "ბეჭდ": "ბეჭედ", "ნაგვ": "ნაგავ", "თებერვლ": "თებერვალ", "წარმომადგენლ": "წარმომადგენელ",
    "მეზობლ": "მეზობელ",
}  # fmt: skip


def _since(day: date, written: str) -> str:
    """The month in the case of «from»: იანვარი is იანვრიდან, აპრილი აპრილიდან."""
    month = re.sub("[აე](?=[რლ]ი$)", "", written.split()[1].strip(","))
    return f"{day.year} წლის {day.day} {month}დან"


LANGUAGES = (
    Language(
        tag="ka",
        name="ქართული",
        script="Geor",
        locale="ka",
        alphabet=Alphabet(SCRIPTS["Geor"]),
        search=SearchRules(endings=_ENDINGS, known=_KNOWN),
        patterns={"month": "y 'წლის' MMMM", "quarter": "y 'წლის' QQQQ", "year": "y 'წელი'"},
        begun=_since,
        sizes=("ბაიტი", "კბ", "მბ", "გბ"),
    ),
)
