"""A demonstration: an invented ministry in Kosovo, in Albanian and Serbian as equals, Serbian in both scripts, and English."""

from sajaro.site import ActKind, Institution, Site

SITE = Site(
    institution=Institution(
        kind="ministry",
        name={
            "sq": "Ministria e Zonave Malore dhe Rrugëve Rurale",
            "sr-Latn": "Ministarstvo planinskih područja i seoskih puteva",
            "sr-Cyrl": "Министарство планинских подручја и сеоских путева",
            "en": "Ministry of Mountain Areas and Rural Roads",
        },
        emblem="emblem.svg",
        accent="#2c6a55",
        address={
            "sq": "Sheshi i Bjeshkëve 1, Prishtinë",
            "sr-Latn": "Planinski trg 1, Priština",
            "sr-Cyrl": "Планински трг 1, Приштина",
            "en": "Sheshi i Bjeshkëve (Planinski trg) 1, Prishtinë/Priština",
        },
        hours={
            "sq": "E hënë–e premte, 08:00–16:00",
            "sr-Latn": "Ponedeljak–petak, 08:00–16:00",
            "sr-Cyrl": "Понедељак–петак, 08:00–16:00",
            "en": "Monday to Friday, 08:00–16:00",
        },
        email="info@mzmrr.example",
        phone="+383 00 000 100",
        hotline="+383 00 000 111",
        hotline_note={
            "sq": "Linja e dimrit, ditë e natë",
            "sr-Latn": "Zimska linija, danonoćno",
            "sr-Cyrl": "Зимска линија, даноноћно",
            "en": "Winter line, day and night",
        },
    ),
    languages=("sq", "sr-Latn", "sr-Cyrl", "en"),
    timezone="Europe/Belgrade",
    country="XK",
    menu=("press-releases", "events", "acts", "consultations", "services", "units"),
    act_kinds=(
        ActKind(
            id="regulation",
            normative=True,
            name={"sq": "Rregullore", "sr-Latn": "Uredba", "sr-Cyrl": "Уредба", "en": "Regulation"},
        ),
        ActKind(
            id="instruction",
            normative=True,
            name={
                "sq": "Udhëzim administrativ",
                "sr-Latn": "Administrativno uputstvo",
                "sr-Cyrl": "Административно упутство",
                "en": "Administrative instruction",
            },
        ),
        ActKind(id="decision", name={"sq": "Vendim", "sr-Latn": "Odluka", "sr-Cyrl": "Одлука", "en": "Decision"}),
    ),
    security_contact="mailto:security@mzmrr.example",
    now="2026-11-22",
)

SITEURL = "https://mzmrr.example"

# What the site produces: delete a line, and it no longer does.
PLUGINS = [
    "sajaro",
    "sajaro.outputs.home",
    "sajaro.outputs.lists",
    "sajaro.outputs.pages",
    "sajaro.outputs.redirects",
    "sajaro.outputs.files",
    "sajaro.outputs.pictures",
    "sajaro.outputs.feeds",
    "sajaro.outputs.calendars",
    "sajaro.outputs.acts",
    "sajaro.outputs.duties",
    "sajaro.outputs.public_register",
    "sajaro.outputs.requests",
    "sajaro.outputs.prints",
    "sajaro.outputs.procurements",
    "sajaro.outputs.activity",
    "sajaro.outputs.open_data",
    "sajaro.outputs.search",
    "sajaro.outputs.sitemap",
    "sajaro.outputs.robots",
    "sajaro.outputs.assets",
    "sajaro.outputs.icons",
    "sajaro.outputs.gallery",
]
