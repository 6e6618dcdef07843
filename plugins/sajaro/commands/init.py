"""The command that begins a new institution's site."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal


class Refused(Exception):
    """The site cannot be begun as it was asked for; the message is a sentence."""


def init(dir: str, *, name: str, kind: Literal["municipality", "ministry", "ombudsman"], languages: str) -> int:
    """Begins the site of a new institution, which builds at once.

    dir: The folder to make; it must be new or empty.
    name: The institution's name in its first language.
    kind: What the institution is.
    languages: Its languages, the first one first, like ka,en,ru.
    """
    from shlex import quote

    from sajaro.skeleton.settings import place
    from sajaro.skeleton.site import files, has_texts, spoken

    root = Path(dir)
    try:
        _check_folder(root)
        name = _checked_name(name)
        tags = _checked_languages(languages)
        for path, content in files(name, kind, tags).items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    except Refused as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or root} cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{root} holds the site now. Look at it: cd {quote(str(root))} && python3 tasks.py serve")
    print(
        "The time zone ({}) and the country ({}) in pelicanconf.py are guessed from the languages: check them.".format(
            *place(tags)
        )
    )
    for lang in tags:
        if lang not in spoken(tags):
            print(
                f"There are no first pages in {lang}; begin them like this: python3 tasks.py new --translate pages/about --lang {lang}"
            )
        elif not has_texts(lang):
            print(f"There are no first pages in {lang}, so they are in English: write them anew in content/.")
    print("What is to be done first stands in README.md.")
    return 0


def _check_folder(root: Path) -> None:
    if root.exists() and not root.is_dir():
        raise Refused(f"{root} is a file; name a new folder.")
    # An empty clone of a repository is welcome.
    if root.is_dir() and any(each.name != ".git" for each in root.iterdir()):
        raise Refused(f"{root} is not empty; name a new folder.")


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
            raise Refused(f"{tag} is no language that is known here; write tags of BCP 47, like ka, en or sr-Latn.")
        if spelled != tag:
            raise Refused(f"Write {spelled} for {tag}.")
    if len(set(tags)) < len(tags):
        raise Refused("A language is named twice.")
    return tags
