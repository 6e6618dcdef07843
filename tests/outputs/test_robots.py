from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest

from sajaro.outputs.robots import SECURITY, expires
from sajaro.site import Institution
from tests.outputs.sites import NAME, Made, make


def fields(made: Made) -> dict[str, str]:
    lines = made.text(SECURITY).splitlines()
    found = dict(line.split(": ", 1) for line in lines)
    assert len(found) == len(lines)
    return found


def test_robots_may_read_everything(tmp_path: Path) -> None:
    made = make(tmp_path, {}, siteurl="https://forge.example/town")
    parser = RobotFileParser()
    parser.parse(made.text("robots.txt").splitlines())
    assert parser.site_maps() == ["https://forge.example/town/sitemap.xml"]
    assert all(
        parser.can_fetch("anyone", f"https://forge.example/town/{place}")
        for place in ("", "ka/register/", "ka/search/")
    )


def test_robots_are_told_of_no_sitemap_that_is_not_there(tmp_path: Path) -> None:
    assert "Sitemap" not in make(tmp_path, {}, outputs=("robots",)).text("robots.txt")


def test_security_contact(tmp_path: Path) -> None:
    made = make(tmp_path, {}, security_contact="security@town.example")
    assert fields(made) == {
        "Contact": "mailto:security@town.example",
        "Expires": "2027-06-01T00:00:00Z",
        "Preferred-Languages": "ka, en",
        "Canonical": "https://town.example/.well-known/security.txt",
    }


@pytest.mark.parametrize("contact", ["mailto:a@town.example", "https://town.example/report", "tel:+995-000-00-00-00"])
def test_a_contact_may_be_an_address_of_any_kind(tmp_path: Path, contact: str) -> None:
    assert fields(make(tmp_path, {}, security_contact=contact))["Contact"] == contact


def test_else_the_institutions_mail_and_else_nothing(tmp_path: Path) -> None:
    institution = Institution(name=NAME, email="info@town.example")
    assert fields(make(tmp_path, {}, institution=institution))["Contact"] == "mailto:info@town.example"
    assert SECURITY not in make(tmp_path, {}).artifacts


def test_a_canonical_address_is_https_or_left_out(tmp_path: Path) -> None:
    made = make(tmp_path, {}, siteurl="http://town.example", security_contact="a@town.example")
    assert "Canonical" not in fields(made)


def test_it_expires_within_a_year_and_changes_once_a_month() -> None:
    day, last, seen = datetime(2024, 1, 1), datetime(2028, 12, 31), []
    while day <= last:
        until = datetime.fromisoformat(expires(day)).replace(tzinfo=None)
        assert timedelta(days=300) < until - day <= timedelta(days=366)
        seen.append(expires(day))
        day += timedelta(days=1)
    assert len(set(seen)) == 60
