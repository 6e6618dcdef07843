"""What a site is when its operator says nothing."""

from __future__ import annotations

import pytest

from sajaro.site import DEFAULT_ACT_KINDS

LANGUAGES = {lang for kind in DEFAULT_ACT_KINDS for lang in kind.name}
OF_COURTS = {
    "hy": "Վճիռ",
    "az": "Qətnamə",
    "ru": "Приговор",
    "sq": "Aktgjykim",
    "sr-Latn": "Presuda",
    "sr-Cyrl": "Пресуда",
}


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_kinds_of_acts_differ_in_every_language_and_are_no_judgments(lang: str) -> None:
    names = [kind.name[lang] for kind in DEFAULT_ACT_KINDS]
    assert len(set(names)) == len(names)
    assert OF_COURTS.get(lang) not in names
