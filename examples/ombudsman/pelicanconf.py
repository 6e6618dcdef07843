"""A demonstration: an invented ombudsman with a hotline, in five languages."""

from sajaro.site import Institution, Site

SITE = Site(
    institution=Institution(
        kind="ombudsman",
        name={
            "ka": "ზემო ხეობის რეგიონის ომბუდსმენი",
            "hy": "Վերին հովտի տարածաշրջանի օմբուդսմեն",
            "az": "Yuxarı Vadi Regionunun Ombudsmanı",
            "ru": "Омбудсмен региона Верхняя Долина",
            "en": "Ombudsman of the Upper Valley Region",
        },
        emblem="emblem.svg",
        accent="#2f6596",
        address={
            "ka": "ხიდის ქუჩა 1, კლდისთავი",
            "hy": "Խիդի փողոց 1, Կլդիսթավի",
            "az": "Xidi küçəsi 1, Kldistavi",
            "ru": "улица Хиди, 1, Клдистави",
            "en": "1 Khidi Street, Kldistavi",
        },
        hours={
            "ka": "ორშაბათი–პარასკევი, 10:00–18:00",
            "hy": "Երկուշաբթի–ուրբաթ, 10:00–18:00",
            "az": "Bazar ertəsi–cümə, 10:00–18:00",
            "ru": "Понедельник — пятница, 10:00–18:00",
            "en": "Monday to Friday, 10:00–18:00",
        },
        email="info@ombudsmani.example",
        phone="+995 000 00 10 00",
        hotline="0 000",
        hotline_note={
            "ka": "მთელი დღე-ღამის განმავლობაში, უფასოდ",
            "hy": "Շուրջօրյա, անվճար",
            "az": "Gecə-gündüz, pulsuz",
            "ru": "Круглосуточно, бесплатно",
            "en": "Day and night, free of charge",
        },
    ),
    languages=("ka", "hy", "az", "ru", "en"),
    timezone="Asia/Tbilisi",
    country="GE",
    menu=("services", "press-releases", "events", "reports", "campaigns", "units"),
    security_contact="mailto:security@ombudsmani.example",
    now="2026-11-22",
)

SITEURL = "https://ombudsmani.example"

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
