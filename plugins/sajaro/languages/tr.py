"""Turkish. Search folds letters only."""

from __future__ import annotations

from .collation import Alphabet
from .language import Language

LANGUAGES = (
    Language(
        tag="tr",
        name="Türkçe",
        script="Latn",
        locale="tr",
        alphabet=Alphabet("a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z"),
        patterns={"quarter": "y 'yılı' QQQQ", "money": "#,##0.00\u00a0¤"},
        sizes=("bayt", "KB", "MB", "GB"),
        capitals={"i": "İ"},
    ),
)
