"""LaTeX's commands of mathematics for a character, a word or an alphabet.

Source: *The Comprehensive LaTeX Symbol List*, the tables on Greek letters, operators,
relations, arrows and alphabets; the `unicode-math` package for the characters.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import Final, NamedTuple

__all__ = [
    "ALPHABETS",
    "COMMAND_OF_SIGN",
    "FUNCTIONS",
    "GREEK",
    "LAYOUTS",
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
    "coloneqq:≔ triangleq:≜ ltimes:⋉ rtimes:⋊ bowtie:⋈ gtrapprox:⪆ lessapprox:⪅ "
    "subsetneq:⊊ supsetneq:⊋ nsubseteq:⊈ nsupseteq:⊉ Subset:⋐ Supset:⋑ sqsubset:⊏ sqsupset:⊐ "
    "sqsubseteq:⊑ sqsupseteq:⊒ sqcap:⊓ sqcup:⊔ uplus:⊎ Cap:⋒ Cup:⋓ smallsetminus:∖ "
    "nleq:≰ ngeq:≱ nless:≮ ngtr:≯ gtrless:≷ leqq:≦ geqq:≧ precsim:≾ succsim:≿ nsim:≁ ncong:≇ "
    "eqsim:≂ backsim:∽ approxeq:≊ circeq:≗ doteqdot:≑ bumpeq:≏ trianglelefteq:⊴ trianglerighteq:⊵ "
    "vartriangleleft:⊲ vartriangleright:⊳ lhd:⊲ rhd:⊳ unlhd:⊴ unrhd:⊵ vDash:⊨ Vdash:⊩ nvdash:⊬ "
    "nvDash:⊭ boxplus:⊞ boxminus:⊟ boxtimes:⊠ boxdot:⊡ oslash:⊘ dotplus:∔ barwedge:⊼ veebar:⊻ "
    "curlyvee:⋎ curlywedge:⋏ multimap:⊸ hookleftarrow:↩ twoheadrightarrow:↠ twoheadleftarrow:↞ "
    "rightsquigarrow:⇝ rightharpoonup:⇀ rightharpoondown:⇁ leftharpoonup:↼ leftharpoondown:↽ "
    "leftrightharpoons:⇋ rightleftarrows:⇄ leftrightarrows:⇆ rightrightarrows:⇉ nrightarrow:↛ "
    "nleftarrow:↚ Uparrow:⇑ Downarrow:⇓ updownarrow:↕ Updownarrow:⇕ nearrow:↗ searrow:↘ swarrow:↙ "
    "nwarrow:↖ Longleftarrow:⟸ Longleftrightarrow:⟺ curvearrowright:↷ curvearrowleft:↶ "
    "circlearrowleft:↺ circlearrowright:↻ varpropto:∝"
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
    "perthousand:‰ percent:% lbar:ƛ nexists:∄ hslash:ℏ gimel:ℷ daleth:ℸ measuredangle:∡ "
    "sphericalangle:∢ bigvee:⋁ bigwedge:⋀ biguplus:⨄ bigsqcup:⨆ bigodot:⨀ iiint:∭ bigstar:★ "
    "lozenge:◊ blacklozenge:⧫ blacktriangle:▲ triangledown:▽ checkmark:✓ bigcirc:◯ Finv:Ⅎ"
)


def _table(rows: str) -> dict[str, str]:
    return {name: char for name, _, char in (row.partition(":") for row in rows.split())}


GREEK: Final[dict[str, str]] = _table(_GREEK)
OPERATORS: Final[dict[str, str]] = _table(_OPERATORS)
# Upright letters of the package upgreek, and signs as unicode-math names them, which Crossref
# writes for each character: "$\\upmu$m", "Science $\\mathplus$ Business".
_UPRIGHT: Final[dict[str, str]] = {
    f"{'Up' if name[0].isupper() else 'up'}{name.lower()}": char for name, char in GREEK.items()
}
_NAMED: Final = (
    "mathplus:+ mathsemicolon:; mathexclam:! mathquestion:? mathcolon:: mathcomma:, mathperiod:. "
    "mathslash:/ mathampersand:& mathpercent:% mathoctothorpe:# mathatsign:@ mathhyphen:- less:< "
    "greater:> equal:="
)
SIGNS: Final[dict[str, str]] = {**_table(_SIGNS), **_table(_NAMED), **GREEK, **_UPRIGHT}

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
TEXTS: Final = frozenset(
    "text textrm textup textnormal textmd textit textsl textsc emph mbox hbox textsf texttt".split()
)
# Functions are words in upright letters.
FUNCTIONS: Final = frozenset(
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf "
    "limsup ln log max min Pr sec sin sinh sup tan tanh argmax argmin bmod".split()
)


class Layout(NamedTuple):
    """A command that arranges its arguments: how many, readable, in Typst, with nothing lost."""

    arguments: int
    text: str
    typst: str
    is_exact: bool = False


_BINOM: Final = Layout(2, "({0} choose {1})", "binom({0}, {1})")
_OVER: Final = Layout(2, "{1}<sup>{0}</sup>", "attach({1}, t: {0})")
LAYOUTS: Final[dict[str, Layout]] = {
    "binom": _BINOM,
    "tbinom": _BINOM,
    "dbinom": _BINOM,
    "overset": _OVER,
    "stackrel": _OVER,
    "underset": Layout(2, "{1}<sub>{0}</sub>", "attach({1}, b: {0})"),
    "xrightarrow": Layout(1, "→<sup>{0}</sup>", "attach(→, t: {0})"),
    "xleftarrow": Layout(1, "←<sup>{0}</sup>", "attach(←, t: {0})"),
    "overbrace": Layout(1, "{0}", "overbrace({0})"),
    "underbrace": Layout(1, "{0}", "underbrace({0})"),
    "pmod": Layout(1, " (mod {0})", '("mod" {0})', is_exact=True),
    "pod": Layout(1, " ({0})", "({0})", is_exact=True),
}

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
