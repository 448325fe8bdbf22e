"""The tokens of a figure come in, its number and the TIMEX3 duration of so many units come out."""

from __future__ import annotations

from factcheck.values.times_words import Token


def number(tokens: tuple[Token, ...]) -> float | None:
    """The number that tokens write: "two", "twenty-four", "2 1/2", "two and a half"; None for "several"."""
    total, half = 0.0, 0.0
    for token in tokens:
        if token.code == "H":
            half = 0.5
        elif token.code in "ndyO":
            total += _figure(token.text)
        elif token.code == "c":
            value = float(token.value)
            total = max(total, 1) * value if value >= 100 or token.lower == "dozen" else total + value
        elif token.code == "f":
            return None if token.value == "X" else float(token.value)
        elif token.code == "a" and len(tokens) == 1:
            return 1.0
    return total + half


def _figure(text: str) -> float:
    whole, _, fraction = text.replace(",", "").partition(" ")
    whole = "".join(c for c in whole if c.isdigit() or c == ".")
    amount = float(whole or 0)
    if "/" in fraction:
        above, _, below = fraction.partition("/")
        amount += int(above) / int(below) if int(below) else 0
    return min(amount, 1e9)


def timex_duration(amount: float | None, unit: str) -> str:
    """P2Y, PT5H30M, PXD."""
    prefix, letter = ("PT", unit[1]) if unit.startswith("T") else ("P", unit)
    if letter == "WE":
        letter = "W"
    if amount is None:
        return f"{prefix}X{letter}" if letter not in "EC" else f"PX{letter}"
    if letter in "ECF":
        amount, letter = amount * {"E": 10, "C": 100, "F": 2}[letter], "W" if letter == "F" else "Y"
    whole, rest = int(amount), amount - int(amount)
    if not rest:
        return f"{prefix}{whole}{letter}"
    smaller = {"Y": ("6", "M"), "TH": ("30", "M"), "TM": ("30", "S")}.get(unit)
    if smaller and abs(rest - 0.5) < 0.01:
        return f"{prefix}{whole or ''}{letter if whole else ''}{smaller[0]}{smaller[1]}"
    return f"{prefix}{amount:g}{letter}"
