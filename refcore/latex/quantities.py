r"""Converts chemical formulas of mhchem and quantities of siunitx to text in small markup.

Source: the mhchem manual, "The mhchem Bundle", on ``\ce``; the siunitx manual, on
``\SI``, ``\qty``, ``\num``, ``\ang`` and the tables of units.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from refcore.text.patterns import regex

__all__ = ["chemical", "quantity"]

_ARROWS: Final = {"<=>": "⇌", "<->": "↔", "->": "→", "<-": "←", "<-->": "⇄", "^": "↑"}
_CHEMICAL: Final = regex(
    r"(?P<arrow><-->|<=>>|<<=>|<=>|<->|->|<-)(?:\[[^]]*\])*"
    r"|\^\{(?P<raised>[^{}]*)\}|\^(?P<charge>[0-9]*[+-]?)"
    r"|_\{(?P<lowered>[^{}]*)\}|_(?P<index>[0-9]+|.)"
    r"|(?<=[A-Za-z)\]}])(?P<count>[0-9]+)"
    r"|(?<=[A-Za-z0-9)\]}])(?P<ion>[+-])(?=[\s)\]}]|$)"
    r"|(?P<dot>\s*[*.]\s*(?=[0-9A-Z]))|(?P<math>\$[^$]*\$)|(?P<brace>[{}])|(?P<char>.)",
    re.DOTALL,
)

_PREFIXES: Final = {
    "yocto": "y",
    "zepto": "z",
    "atto": "a",
    "femto": "f",
    "pico": "p",
    "nano": "n",
    "micro": "µ",
    "milli": "m",
    "centi": "c",
    "deci": "d",
    "deca": "da",
    "deka": "da",
    "hecto": "h",
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "tera": "T",
    "peta": "P",
    "exa": "E",
    "zetta": "Z",
    "yotta": "Y",
}
_UNITS: Final = {
    "ampere": "A",
    "candela": "cd",
    "kelvin": "K",
    "kilogram": "kg",
    "metre": "m",
    "meter": "m",
    "mole": "mol",
    "second": "s",
    "gram": "g",
    "becquerel": "Bq",
    "celsius": "°C",
    "degreeCelsius": "°C",
    "coulomb": "C",
    "farad": "F",
    "gray": "Gy",
    "hertz": "Hz",
    "henry": "H",
    "joule": "J",
    "katal": "kat",
    "lumen": "lm",
    "lux": "lx",
    "newton": "N",
    "ohm": "Ω",
    "pascal": "Pa",
    "radian": "rad",
    "siemens": "S",
    "sievert": "Sv",
    "steradian": "sr",
    "tesla": "T",
    "volt": "V",
    "watt": "W",
    "weber": "Wb",
    "day": "d",
    "hour": "h",
    "minute": "min",
    "hectare": "ha",
    "litre": "l",
    "liter": "L",
    "tonne": "t",
    "electronvolt": "eV",
    "dalton": "Da",
    "bar": "bar",
    "angstrom": "Å",
    "barn": "b",
    "decibel": "dB",
    "bel": "B",
    "bit": "bit",
    "byte": "B",
    "percent": "%",
    "degree": "°",
    "arcminute": "′",
    "arcsecond": "″",
    "astronomicalunit": "au",
    "parsec": "pc",
    "lightyear": "ly",
    "year": "yr",
    "elementarycharge": "e",
    "c": "c",
}
# siunitx's abbreviations of a prefix and a unit in one command.
_SHORT: Final = frozenset(
    "fg pg ng ug mg g kg amu pm nm um mm cm dm m km as fs ps ns us ms s fmol pmol nmol umol mmol "
    "mol kmol pA nA uA mA A kA ul ml l hl uL mL L hL mHz Hz kHz MHz GHz THz mN N kN MN Pa kPa "
    "MPa GPa mohm kohm Mohm pV nV uV mV V kV W uW mW kW MW GW J kJ eV meV keV MeV GeV TeV kWh "
    "F fF pF K dB".split()
)
_POWERS: Final = {"squared": "2", "cubed": "3", "square": "2", "cubic": "3"}
_UNIT: Final = regex(r"\\([A-Za-z]+)(?:\{([^{}]*)\})?|([A-Za-zµΩ°%]+)|\^\{?(-?[0-9]+)\}?|(.)")
_NUMBER: Final = regex(
    r"(?P<base>[-+]?[0-9., ]*)(?:[eEdD](?P<power>[-+]?[0-9]+))?(?P<rest>.*)", re.DOTALL
)


def chemical(formula: str) -> str:
    r"""Return a formula of mhchem's ``\ce`` in small markup.

    >>> chemical("H2O"), chemical("SO4^2-"), chemical("^{13}C"), chemical("C + O2")
    ('H<sub>2</sub>O', 'SO<sub>4</sub><sup>2−</sup>', '<sup>13</sup>C', 'C + O<sub>2</sub>')
    >>> chemical("Na+"), chemical("CuSO4*5H2O")
    ('Na<sup>+</sup>', 'CuSO<sub>4</sub>·5H<sub>2</sub>O')
    """
    return "".join(_chemical_piece(match) for match in _CHEMICAL.finditer(formula)).strip()


def _chemical_piece(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    return _PIECES[kind](match[kind]) if kind in _PIECES else match[0]


def _raised(text: str) -> str:
    """Return a charge or a raised count; the sign alone is a gas that leaves.

    >>> _raised("2-"), _raised("")
    ('<sup>2−</sup>', '↑')
    """
    return f"<sup>{text.replace('-', '−')}</sup>" if text else "↑"


def _lowered(text: str) -> str:
    return f"<sub>{text}</sub>" if text else ""


# What each kind of piece of a formula prints; mathematics stays.
_PIECES: Final[Mapping[str, Callable[[str], str]]] = {
    "arrow": lambda text: _ARROWS.get(text, "⇌"),
    "raised": _raised,
    "charge": _raised,
    "ion": _raised,
    "lowered": _lowered,
    "index": _lowered,
    "count": _lowered,
    "dot": lambda _: "·",
    "brace": lambda _: "",
    "char": lambda char: "≡" if char == "#" else char,
}


def quantity(command: str, arguments: list[str]) -> str:
    r"""Return what a command of siunitx prints for its arguments.

    >>> quantity("SI", ["5", r"\kilo\meter"]), quantity("num", ["1.5e-3"]), quantity("ang", ["30"])
    ('5 km', '1.5 × 10<sup>−3</sup>', '30°')
    >>> quantity("si", [r"\metre\per\second\squared"]), quantity("SIrange", ["1", "2", r"\nm"])
    ('m s<sup>−2</sup>', '1 nm to 2 nm')
    """
    if command in ("si", "unit"):
        return _unit(arguments[0])
    if command == "num":
        return _number(arguments[0])
    if command == "ang":
        parts = arguments[0].split(";")
        return "".join(f"{_number(part)}{sign}" for part, sign in zip(parts, "°′″", strict=False))
    if command == "numrange":
        return " to ".join(_number(part) for part in arguments)
    *numbers, unit = arguments
    space = "" if unit.strip() in ("\\percent", "\\%", "\\degree") else " "
    return " to ".join(f"{_number(number)}{space}{_unit(unit)}" for number in numbers)


def _number(text: str) -> str:
    match = _NUMBER.fullmatch(text.strip())
    if match is None or match["rest"]:
        text = text.replace("\\pm", "±").replace("+-", "±")
        return text.replace("-", "−")
    base = match["base"].strip().replace("-", "−")
    if match["power"] is None:
        return base
    power = f"10<sup>{match['power'].lstrip('+').replace('-', '−')}</sup>"
    return f"{base} × {power}" if base else power


def _unit(text: str) -> str:
    r"""Return the signs of a unit; signs below a fraction line get a negative power.

    >>> _unit(r"\metre\per\second")
    'm s<sup>−1</sup>'
    """
    found: list[str] = []
    power, sign, prefix = "", "", ""
    for match in _UNIT.finditer(text):
        name, argument, letters, raised = match[1], match[2], match[3], match[4]
        if name == "per":
            sign = "−"
        elif name in ("squared", "cubed", "tothe") or raised:
            exponent = _POWERS.get(name or "", argument or raised or "")
            _raise(found, exponent.replace("-", "−"))
        elif name in ("square", "cubic", "raiseto"):
            power = _POWERS.get(name, argument or "")
        elif name in _PREFIXES:
            prefix = _PREFIXES[name]
        elif name or letters:
            symbol = prefix + (_UNITS.get(name) or _short(name) if name else letters)
            found.append(symbol)
            if sign or power:
                _raise(found, sign + (power or "1"))
            power, sign, prefix = "", "", ""
        elif match[5] in "/":
            found.append("/")
    return " ".join(found).replace(" / ", "/")


def _short(name: str) -> str:
    if name not in _SHORT:
        return name
    return re.sub(r"ohm$", "Ω", re.sub(r"^u", "µ", name))


def _raise(found: list[str], power: str) -> None:
    """Add a power to the last sign; a sign below a fraction line keeps its minus."""
    if not found:
        return
    symbol, _, before = found[-1].partition("<sup>")
    minus = "−" if before.startswith("−") and not power.startswith("−") else ""
    found[-1] = f"{symbol}<sup>{minus}{power}</sup>"
