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
        accent="#1c5c52",
        email="info@mtiskari.example",
        phone="+995 000 00 10 10",
    ),
    languages=("ka", "en", "hy", "az", "ru"),
    timezone="Asia/Tbilisi",
    menu=("press-releases", "events", "acts", "disclosures", "services", "units"),
    security_contact="mailto:security@mtiskari.example",
    now="2026-11-22",
)

SITEURL = "https://mtiskari.example"

PLUGINS = [
    "sajaro",
    "sajaro.outputs.home",
    "sajaro.outputs.lists",
    "sajaro.outputs.pages",
    "sajaro.outputs.files",
    "sajaro.outputs.pictures",
    "sajaro.outputs.assets",
    "sajaro.outputs.icons",
]
