"""LaTeX's commands of mathematics for a character, a word or an alphabet.

Source: *The Comprehensive LaTeX Symbol List*, the tables on Greek letters, operators,
relations, arrows and alphabets; the `unicode-math` package for the characters.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import Final

__all__ = [
    "ALPHABETS",
    "COMMAND_OF_SIGN",
    "FUNCTIONS",
    "GREEK",
    "MARKS",
    "OPERATORS",
    "SIGNS",
    "TEXTS",
    "WORDS",
]

_GREEK: Final = (
    "alpha:α beta:β gamma:γ delta:δ epsilon:ϵ varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ "
    "iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ omicron:ο pi:π varpi:ϖ rho:ρ varrho:ϱ sigma:σ "
    "varsigma:ς tau:τ upsilon:υ phi:ϕ varphi:φ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ "
    "Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω varGamma:Γ varDelta:Δ "
    "varOmega:Ω varSigma:Σ varPhi:Φ varPsi:Ψ varkappa:ϰ digamma:ϝ Alpha:Α Beta:Β Epsilon:Ε "
    "Zeta:Ζ Eta:Η Iota:Ι Kappa:Κ Mu:Μ Nu:Ν Omicron:Ο Rho:Ρ Tau:Τ Chi:Χ"
)
# Operators and relations: TeX puts space around them.
_OPERATORS: Final = (
    "times:× pm:± mp:∓ div:÷ cdot:· ast:∗ star:⋆ circ:∘ bullet:• oplus:⊕ ominus:⊖ otimes:⊗ "
    "odot:⊙ cap:∩ cup:∪ vee:∨ lor:∨ wedge:∧ land:∧ setminus:∖ wr:≀ amalg:⨿ "
    "leq:≤ le:≤ geq:≥ ge:≥ neq:≠ ne:≠ equiv:≡ sim:∼ simeq:≃ approx:≈ cong:≅ propto:∝ ll:≪ gg:≫ "
    "leqslant:⩽ geqslant:⩾ lesssim:≲ gtrsim:≳ lessgtr:≶ asymp:≍ doteq:≐ prec:≺ succ:≻ "
    "preceq:⪯ succeq:⪰ subset:⊂ supset:⊃ subseteq:⊆ supseteq:⊇ in:∈ ni:∋ notin:∉ mid:∣ "
    "parallel:∥ perp:⊥ vdash:⊢ dashv:⊣ models:⊨ to:→ rightarrow:→ leftarrow:← gets:← "
    "leftrightarrow:↔ Rightarrow:⇒ Leftarrow:⇐ Leftrightarrow:⇔ iff:⟺ implies:⟹ "
    "longrightarrow:⟶ longleftarrow:⟵ longleftrightarrow:⟷ Longrightarrow:⟹ mapsto:↦ "
    "longmapsto:⟼ hookrightarrow:↪ uparrow:↑ downarrow:↓ rightleftharpoons:⇌ leadsto:⇝ "
    "coloneqq:≔ triangleq:≜ ltimes:⋉ rtimes:⋊ bowtie:⋈ gtrapprox:⪆ lessapprox:⪅"
)
_SIGNS: Final = (
    "infty:∞ partial:∂ nabla:∇ hbar:ℏ ell:ℓ Re:ℜ Im:ℑ wp:℘ aleph:ℵ beth:ℶ emptyset:∅ "
    "varnothing:∅ forall:∀ exists:∃ neg:¬ lnot:¬ angle:∠ triangle:△ square:□ Box:□ diamond:⋄ "
    "Diamond:◇ prime:′ dagger:† ddagger:‡ sum:∑ prod:∏ coprod:∐ int:∫ iint:∬ oint:∮ "
    "bigcup:⋃ bigcap:⋂ bigoplus:⨁ bigotimes:⨂ ldots:… dots:… cdots:⋯ vdots:⋮ ddots:⋱ dotsc:… "
    "langle:⟨ rangle:⟩ lfloor:⌊ rfloor:⌋ lceil:⌈ rceil:⌉ lvert:| rvert:| lVert:‖ rVert:‖ "
    "vert:| Vert:‖ lbrace:{ rbrace:} lbrack:[ rbrack:] backslash:∖ colon:: top:⊤ bot:⊥ "
    "imath:ı jmath:ȷ flat:♭ natural:♮ sharp:♯ clubsuit:♣ diamondsuit:♢ heartsuit:♡ spadesuit:♠ "
    "odots:⊙ sun:☉ earth:⊕ complement:∁ mho:℧ eth:ð degree:° surd:√ lt:< gt:> nmid:∤ "
    "blacksquare:■ therefore:∴ because:∵ AA:Å slash:/ textdegree:° micro:µ ohm:Ω celsius:°C "
    "perthousand:‰ percent:% lbar:ƛ"
)


def _table(rows: str) -> dict[str, str]:
    return {name: char for name, _, char in (row.partition(":") for row in rows.split())}


GREEK: Final[dict[str, str]] = _table(_GREEK)
OPERATORS: Final[dict[str, str]] = _table(_OPERATORS)
SIGNS: Final[dict[str, str]] = {**_table(_SIGNS), **GREEK}

# Commands of mathematics that people also write in text, where TeX reports an error.
WORDS: Final[dict[str, str]] = {
    **GREEK,
    **{
        name: {**OPERATORS, **SIGNS}[name]
        for name in (
            "times pm mp leq le geq ge neq ne sim simeq approx infty rightarrow leftarrow "
            "Rightarrow leftrightarrow rightleftharpoons cdot odot nabla hbar ell partial propto "
            "equiv ll gg subset cup cap otimes oplus div lesssim gtrsim prime"
        ).split()
    },
}

# Commands whose argument is text inside a formula.
TEXTS: Final = frozenset("text textrm textup textnormal mbox hbox textsf texttt".split())
# Functions are words in upright letters.
FUNCTIONS: Final = frozenset(
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf "
    "limsup ln log max min Pr sec sin sinh sup tan tanh argmax argmin bmod".split()
)

# Marks above and below a letter.
MARKS: Final[dict[str, str]] = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "bar": "\u0304",
    "overline": "\u0305",
    "underline": "\u0332",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "vec": "\u20d7",
    "overrightarrow": "\u20d7",
    "dot": "\u0307",
    "ddot": "\u0308",
    "acute": "\u0301",
    "grave": "\u0300",
    "check": "\u030c",
    "breve": "\u0306",
    "mathring": "\u030a",
    "not": "\u0338",
}

# Mathematical alphabets, by the word for them in Unicode's names.
_NAMES: Final = {
    "mathcal": ("SCRIPT",),
    "mathscr": ("SCRIPT",),
    "cal": ("SCRIPT",),
    "mathbb": ("DOUBLE-STRUCK",),
    "Bbb": ("DOUBLE-STRUCK",),
    "mathds": ("DOUBLE-STRUCK",),
    "mathfrak": ("FRAKTUR", "BLACK-LETTER"),
    "frak": ("FRAKTUR", "BLACK-LETTER"),
}


@functools.cache  # some words mean one alphabet
def _alphabet(kinds: tuple[str, ...]) -> dict[str, str]:
    """Return the letters of a mathematical alphabet, by the plain letter."""
    found: dict[str, str] = {}
    for plain in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz":
        size = "CAPITAL" if plain.isupper() else "SMALL"
        for kind in kinds:
            for name in (f"{kind} {size} {plain}", f"MATHEMATICAL {kind} {size} {plain}"):
                try:
                    found.setdefault(plain, unicodedata.lookup(name))
                except KeyError:
                    continue
    return found


ALPHABETS: Final[dict[str, dict[str, str]]] = {
    name: _alphabet(kinds) for name, kinds in _NAMES.items()
}

# Signs that are written as mathematics, because text fonts lack them.
COMMAND_OF_SIGN: Final[dict[str, str]] = {"′": "'"}
for _table_of in (GREEK, OPERATORS, SIGNS):
    for _name, _sign in _table_of.items():
        if len(_sign) == 1 and not _sign.isascii():
            COMMAND_OF_SIGN.setdefault(_sign, f"\\{_name}")
for _name in ("mathcal", "mathbb", "mathfrak"):
    for _plain, _sign in ALPHABETS[_name].items():
        COMMAND_OF_SIGN.setdefault(_sign, f"\\{_name}{{{_plain}}}")
# Greek capitals that look like Latin ones have no command; the other signs belong to text.
for _sign in "µΑΒΕΖΗΙΚΜΝΟΡΤΧο·•¬†‡°…ðıȷÅ☉ƛ√℧Ω‖∗◦←↑→↓‰":
    COMMAND_OF_SIGN.pop(_sign, None)
COMMAND_OF_SIGN.update({"Ω": "\\Omega", "→": "\\rightarrow", "←": "\\leftarrow"})
