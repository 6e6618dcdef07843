"""The demonstration: an invented municipality in five languages."""

from sajaro.site import Institution, Site

SITE = Site(
    institution=Institution(
        kind="municipality",
        name={
            "ka": "მთისკარის მუნიციპალიტეტი",
            "en": "Mtiskari Municipality",
            "hy": "Մթիսկարիի մունիցիպալիտետ",
            "az": "Mtiskari bələdiyyəsi",
            "ru": "Муниципалитет Мтискари",
        },
        emblem="emblem.svg",
        accent="#1f4b5c",
        address={
            "ka": "მთისკარი, მდინარის ქუჩა 1",
            "en": "1 Mdinare Street, Mtiskari",
            "hy": "Մթիսկարի, Մդինարե փողոց 1",
            "az": "Mtiskari, Mdinare küçəsi 1",
            "ru": "Мтискари, улица Мдинаре, 1",
        },
        hours={
            "ka": "ორშაბათი–პარასკევი, 09:00–18:00; შესვენება 13:00–14:00",
            "en": "Monday to Friday, 09:00–18:00; closed 13:00–14:00",
            "hy": "Երկուշաբթի–ուրբաթ, 09:00–18:00, ընդմիջում՝ 13:00–14:00",
            "az": "Bazar ertəsi–cümə, 09:00–18:00; fasilə 13:00–14:00",
            "ru": "Понедельник — пятница, 09:00–18:00; перерыв 13:00–14:00",
        },
        email="info@mtiskari.example",
        phone="+995 000 22 44 20",
        hotline="+995 000 22 44 00",
        hotline_note={
            "ka": "საგანგებო შეტყობინება — დღე-ღამის ნებისმიერ დროს",
            "en": "Urgent reports at any hour",
            "hy": "Հրատապ ահազանգեր՝ շուրջօրյա",
            "az": "Təcili müraciətlər – gecə-gündüz",
            "ru": "Срочные сообщения — круглосуточно",
        },
    ),
    languages=("ka", "en", "hy", "az", "ru"),
    timezone="Asia/Tbilisi",
    country="GE",
    menu=("press-releases", "events", "acts", "disclosures", "services", "units"),
    security_contact="mailto:security@mtiskari.example",
    now="2026-11-22",
)

SITEURL = "https://mtiskari.example"

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
