"""The page of all sections."""

from __future__ import annotations

from sajaro.artifacts import Artifact, key
from sajaro.fields import N_
from sajaro.presenters.build import Build
from sajaro.presenters.duties import duties
from sajaro.presenters.listed import listed
from sajaro.presenters.page import Page, page
from sajaro.types import TYPES
from sajaro.views import Head, Link, SiteMap

GROUPS = {
    "newsroom": N_("News"),
    "acts": N_("Law"),
    "information": N_("Public information"),
    "participation": N_("Participation and services"),
    "institution": N_("The institution"),
}


def sections(build: Build, lang: str) -> Artifact:
    counts = [(section, len(documents)) for section, documents in listed(build).items()]
    pages = [build.library.card_keys[each.id] for each in build.library.listed.get("pages", ())]
    return page(
        build,
        f"{lang}/sections/",
        lang,
        "",
        "sections.html",
        key("sections", counts, build.once(duties) is None, *pages),
        lambda: _view(build, lang),
    )


def _view(build: Build, lang: str) -> Page:
    reading, found, to = build.reading(lang), listed(build), build.places.to
    title = reading.word(N_("All sections"))
    groups = []
    for group, word in GROUPS.items():
        links = tuple(
            (Link(to(f"{lang}/{model.section}/"), reading.word(model.plural)), len(found[model.section]))
            for model in TYPES
            if model.group == group and model.section in found and model.section != "pages"
        )
        if group == "information" and build.once(duties):
            links += ((Link(to(f"{lang}/duties/"), reading.word(N_("Duties to publish"))), 0),)
        if group == "institution":
            links += tuple((link, 0) for each in found.get("pages", ()) if (link := reading.link(each.id)))
        if links:
            groups.append((reading.word(word), links))
    crumbs = (Link(to(f"{lang}/"), reading.word(N_("Home"))),)
    main = SiteMap(crumbs, title, tuple(groups))
    description = f"{title}. {build.title(lang)}"
    head = Head(title, description, build.places.whole(f"{lang}/sections/"), build.alternates_everywhere("sections/"))
    return Page(lang, head, build.everywhere(lang, "sections/"), main)
