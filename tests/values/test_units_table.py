"""The factors of units.csv against pint, which the program does without: its start would cost 0.4 s."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pint
import pytest

from factcheck.values.word_lists import rows_of

BASES = {
    "By": "byte",
    "Hz": "hertz",
    "L": "liter",
    "V": "volt",
    "W": "watt",
    "bit": "bit",
    "kW.h": "kilowatt_hour",
    "kcal": "kilocalorie",
    "kg": "kilogram",
    "m": "meter",
    "m/s": "meter / second",
    "m2": "meter ** 2",
}
# Names that pint writes otherwise, or that mean something else to it: a barrel is one of oil, an acre is
# international, the calorie of a meal is a kilocalorie.
OTHERWISE = {
    "acre": "43560 * foot ** 2",
    "acre feet": "43560 * foot ** 3",
    "acre foot": "43560 * foot ** 3",
    "acres": "43560 * foot ** 2",
    "barrel": "oil_bbl",
    "barrels": "oil_bbl",
    "calorie": "kilocalorie",
    "calories": "kilocalorie",
    "cm2": "centimeter ** 2",
    "km2": "kilometer ** 2",
    "kmh": "kilometer / hour",
    "kmph": "kilometer / hour",
    "kph": "kilometer / hour",
    "light year": "light_year",
    "light years": "light_year",
    "m2": "meter ** 2",
    "metric ton": "metric_ton",
    "metric tons": "metric_ton",
    "mm2": "millimeter ** 2",
    "nautical mile": "nautical_mile",
    "nautical miles": "nautical_mile",
    "short ton": "short_ton",
    "short tons": "short_ton",
}
SYMBOLS = {
    "gb": "gigabyte",
    "ghz": "gigahertz",
    "gw": "gigawatt",
    "gwh": "gigawatt_hour",
    "hz": "hertz",
    "kb": "kilobyte",
    "khz": "kilohertz",
    "kw": "kilowatt",
    "kwh": "kilowatt_hour",
    "mb": "megabyte",
    "mhz": "megahertz",
    "mw": "megawatt",
    "mwh": "megawatt_hour",
    "tb": "terabyte",
    "twh": "terawatt_hour",
}
CLOSE = 1e-6  # horsepower and inches are kept to nine places


@cache
def registry() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry()


def expression(name: str) -> str:
    """The name as pint writes it: "square miles" is mile ** 2, "miles an hour" mile / hour."""
    if name in OTHERWISE or name in SYMBOLS:
        return OTHERWISE.get(name) or SYMBOLS[name]
    plain = name.replace("gramme", "gram").replace(" per ", " / ").replace(" an ", " / ")
    if plain in {"kgs", "kilo", "kilos", "kms"}:
        return {"kms": "kilometer"}.get(plain, "kilogram")
    for lead, power in (("square ", 2), ("sq ", 2), ("cubic ", 3)):
        if plain.startswith(lead):
            return f"({plain.removeprefix(lead)}) ** {power}"
    return plain


MEASURES = [row for row in rows_of("units.csv") if row["unit"] in BASES]


def test_most_units_are_measures() -> None:
    assert len(MEASURES) > 200
    others = {row["unit"] for row in rows_of("units.csv")} - set(BASES)
    assert others == {"%", "Cel", "dB", "deg", "pp"}


@pytest.mark.parametrize("row", MEASURES, ids=[row["name"] for row in MEASURES])
def test_factor(row: dict[str, str]) -> None:
    ours = float(Decimal(row["factor"]))
    theirs = registry()(expression(row["name"])).to(BASES[row["unit"]]).magnitude
    assert ours == pytest.approx(theirs, rel=CLOSE)


@pytest.mark.parametrize(
    ("name", "unit"), [("celsius", "degC"), ("fahrenheit", "degF"), ("kelvin", "kelvin"), ("° f", "degF")]
)
@pytest.mark.parametrize("degrees", [-40, 0, 98])
def test_temperature(name: str, unit: str, degrees: int) -> None:
    row = next(row for row in rows_of("units.csv") if row["name"] == name)
    ours = (Decimal(degrees) + Decimal(row["offset"])) * Decimal(row["factor"])
    theirs = registry().Quantity(float(degrees), unit).to("degC").magnitude
    assert float(ours) == pytest.approx(theirs, abs=1e-9)
