"""The command that begins a new institution's site."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sajaro.refused import Refused

if TYPE_CHECKING:
    from sajaro.catalogs import Catalog


def init(dir: str, *, name: str, kind: Literal["municipality", "ministry", "ombudsman"], languages: str) -> int:
    """Begins the site of a new institution, which builds at once.

    dir: The folder to make; it must be new or empty.
    name: The institution's name in its first language.
    kind: What the institution is.
    languages: Its languages, the first one first, like ka,en,ru.
    """
    from sajaro import catalogs
    from sajaro.skeleton.site import files
    from sajaro.terminal import refuse

    root, words = Path(dir), catalogs.asked()
    try:
        _check_folder(root)
        name = _checked_name(name)
        tags = _checked_languages(languages)
        for path, content in files(name, kind, tags).items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    except (Refused, OSError) as error:
        return refuse(error, words)
    for sentence in _told(root, tags, words):
        print(sentence)
    return 0


def _told(root: Path, tags: tuple[str, ...], words: Catalog) -> Iterator[str]:
    """What to do now."""
    from shlex import quote

    from sajaro.skeleton.settings import place
    from sajaro.skeleton.site import has_texts, spoken

    # By the engine that is here: the site's own, which its requirements name, may not be out yet.
    program = f"python3 {quote(sys.argv[0])}" if sys.argv[0].endswith(".py") else Path(sys.argv[0]).name
    yield words.gettext("{folder} holds the site now. Look at it: {command}").format(
        folder=root, command=f"{program} serve --site {quote(str(root))}"
    )
    timezone, country = place(tags)
    yield words.gettext(
        "The time zone ({timezone}) and the country ({country}) in pelicanconf.py are guessed from the languages: check them."
    ).format(timezone=timezone, country=country)
    for lang in tags:
        if lang not in spoken(tags):
            yield words.gettext("There are no first pages in {language}; begin them like this: {command}").format(
                language=lang, command=f"{program} new --translate pages/about --lang {lang} --site {quote(str(root))}"
            )
        elif not has_texts(lang):
            yield words.gettext(
                "There are no first pages in {language}, so they are in English: write them anew in content/."
            ).format(language=lang)
    yield words.gettext("What is to be done first stands in README.md.")


def _check_folder(root: Path) -> None:
    if root.exists() and not root.is_dir():
        raise Refused("{folder} is a file; name a new folder.", folder=root)
    # An empty clone of a repository is welcome.
    if root.is_dir() and any(each.name != ".git" for each in root.iterdir()):
        raise Refused("{folder} is not empty; name a new folder.", folder=root)


def _checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not any(character.isalpha() for character in name):
        raise Refused("The name has no letters; write it as it is to stand on the pages.")
    if len(name) > 200 or not name.isprintable():
        raise Refused(
            "The name is too long or has characters that cannot be shown; write it as it is to stand on the pages."
        )
    return name


def _checked_languages(languages: str) -> tuple[str, ...]:
    from babel import Locale

    words = Locale("en")
    tags = tuple(filter(None, (tag.strip() for tag in languages.split(","))))
    if not tags:
        raise Refused("Name at least one language, like ka or ka,en.")
    for tag in tags:
        primary, *rest = tag.split("-")
        spelled = "-".join((primary.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)))
        scripts, regions = [part for part in rest if len(part) == 4], [part for part in rest if len(part) != 4]
        known = (
            spelled.split("-")[0] in words.languages
            and len(scripts) <= 1
            and len(regions) <= 1
            and all(part.title() in words.scripts for part in scripts)
            and all(len(part) == 2 and part.upper() in words.territories for part in regions)
            and rest == scripts + regions
        )
        if not known:
            raise Refused("There is no language {language}; write tags like ka, en or sr-Latn.", language=tag)
        if spelled != tag:
            raise Refused("The language {language} is written {near}.", language=tag, near=spelled)
    if len(set(tags)) < len(tags):
        raise Refused("A language is named twice.")
    return tags
