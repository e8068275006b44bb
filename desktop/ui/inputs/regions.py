"""Choices the world gives: countries, time zones and the jurisdictions whose courts' clocks are known."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from desktop import i18n
from desktop.i18n import _
from desktop.ui.inputs.choices import Group

HOME = "KZ"
COURTS = ("echr", "un")
JURISDICTIONS = (
    "kz", "kg", "uz", "tj", "tm", "ru", "by", "ua", "md", "ge", "am", "az", "mn", "cn", "tr", "it", "fr", "de", "gb",
    "pl", "lt", "lv", *COURTS,
)  # fmt: skip


@cache
def _territories(language: str) -> dict[str, str]:
    """The countries by their two letters."""
    import babel

    known: Mapping[Any, str] = babel.Locale(language).territories
    return {str(code): known[code] for code in known if len(str(code)) == 2 and str(code).isalpha()}


def country(code: str) -> str:
    """The name of a country."""
    return _territories(i18n.current().value).get(code.upper(), code)


def countries() -> list[Group]:
    """Every country, by its name."""
    named = sorted(_territories(i18n.current().value).items(), key=_by_name)
    return [Group("", named)]


def jurisdiction(code: str) -> str:
    """Where proceedings are held."""
    if code in COURTS:
        return {"echr": _("European Court of Human Rights"), "un": _("United Nations treaty bodies")}[code]
    return country(code)


def jurisdictions() -> list[Group]:
    """Every jurisdiction whose clocks are known."""
    return [Group("", [(code, jurisdiction(code)) for code in JURISDICTIONS])]


@cache
def _zones() -> tuple[tuple[str, str], ...]:
    """Country and name of every zone people live in, from the ``tzdata`` package."""
    lines = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(sorted((row[0], row[2]) for row in rows))


def zones() -> list[Group]:
    """The zones of the country most cases are in, then all the others."""
    near = [(zone, zone) for code, zone in _zones() if code == HOME]
    far = sorted((zone, zone) for code, zone in _zones() if code != HOME)
    return [Group(country(HOME), near), Group(_("Other countries"), far)]


def _by_name(entry: tuple[str, str]) -> str:
    from desktop.logic import names

    return names.collation_key(entry[1], i18n.current().value)
