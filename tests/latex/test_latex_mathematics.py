"""Mathematics, chemistry and quantities: what Unicode and markup say, and what stays TeX."""

import pytest

from refcore.latex import decode, encode, to_plain
from refcore.latex.mathematics import readable, said
from refcore.latex.quantities import chemical, quantity


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\gamma", "γ"),
        (r"\alpha\beta", "αβ"),
        (r"\Delta T", "ΔT"),
        ("N_2O", "N<sub>2</sub>O"),
        ("^{238}", "<sup>238</sup>"),
        ("_{ij}", "<sub>ij</sub>"),
        (r"3\times3", "3×3"),
        (r"3 \times 3", "3 × 3"),
        (r"a\le b", "a≤b"),
        (r"a \geq b", "a ≥ b"),
        (r"10^{-6}", "10<sup>−6</sup>"),
        (r"\sqrt{3}", "√3"),
        (r"\sqrt[3]{n}", "∛n"),
        (r"\sqrt{a+b}", "√(a+b)"),
        (r"\sqrt{s_{NN}}", "√s<sub>NN</sub>"),
        (r"\frac{1}{4}", "¼"),
        (r"\frac{n}{2}", "n/2"),
        (r"\frac12", "½"),
        (r"\mathcal{O}(n\log n)", "𝒪(n log n)"),
        (r"\mathcal{N}=4", "𝒩=4"),
        (r"{\cal L}", "ℒ"),
        (r"\mathbb{Z}_p", "ℤ<sub>p</sub>"),
        (r"\mathfrak{g}", "𝔤"),
        (r"\mathrm{CO}_2", "CO<sub>2</sub>"),
        (r"{\rm Fe}", "Fe"),
        (r"\text{if } x", "if x"),
        (r"25^\circ", "25°"),
        (r"\hat{y}", "ŷ"),
        (r"\bar\nu", "ν̄"),
        (r"\vec{B}", "B⃗"),
        ("g''", "g′′"),
        (r"K^+", "K<sup>+</sup>"),
        (r"e^+e^-", "e<sup>+</sup>e<sup>−</sup>"),
        (r"B_s^0", "B<sub>s</sub><sup>0</sup>"),
        (r"13\,\mathrm{TeV}", "13\u2009TeV"),
        (r"p < 0.01", "p < 0.01"),
        (r"\left(x\right)", "(x)"),
        (r"\mathbf{v}", "<b>v</b>"),
        (r"\infty", "∞"),
        (r"\ell_1", "ℓ<sub>1</sub>"),
        (r"50\%", "50%"),
        (r"x\in\mathbb{R}", "x∈ℝ"),
        (r"\sin\theta", "sin θ"),
        (r"a \equiv b \pmod{p}", "a ≡ b (mod p)"),
        (r"\textsc{Sat}", "Sat"),
        (r"A \subsetneq B", "A ⊊ B"),
        (r"\checkmark\bigstar", "✓★"),
        (r"x\rightsquigarrow y", "x⇝y"),
    ],
)
def test_what_markup_says(tex, text):
    assert said(tex) == text


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"\sum_{i=1}^n x_i", "∑<sub>i=1</sub><sup>n</sup>x<sub>i</sub>"),
        (r"\int_0^1 f", "∫<sub>0</sub><sup>1</sup>f"),
        (r"\lim_{n\to\infty} a_n", "lim<sub>n→∞</sub>a<sub>n</sub>"),
        (r"x^{2^n}", "x<sup>2^n</sup>"),
        (r"\overbrace{x}", "x"),
        (r"\binom{n}{k}", "(n choose k)"),
        (r"\dbinom n2", "(n choose 2)"),
        (r"\binom{n}{x^2}_q", "(n choose x2)<sub>q</sub>"),
        (r"\overset{d}{=}", "=<sup>d</sup>"),
        (r"X \stackrel{?}{=} Y", "X=<sup>?</sup>Y"),
        (r"\underset{x}{\max}", "max<sub>x</sub>"),
        (r"A \xrightarrow{f} B", "A→<sup>f</sup>B"),
        (r"\xleftarrow[g]{f}", "←<sup>f</sup>"),
        (r"\underbrace{a+b}", "a+b"),
        (r"\unknown{x}", "unknownx"),
        (r"\widehat{AB}", "ÂB"),
        ("x_{", "x"),
        ("}{", ""),
        ("^", ""),
    ],
)
def test_what_stays_tex_can_still_be_read(tex, text):
    assert said(tex) is None
    assert readable(tex) == text


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (r"The $\beta$-sheet", "The β-sheet"),
        (r"$n$-gram models", '<span class="nocase">n</span>-gram models'),
        (r"Decays at $\sqrt{s}=7$ TeV", 'Decays at <span class="nocase">√s=7</span> TeV'),
        (r"N$_2$O and $^{14}$C", "N<sub>2</sub>O and <sup>14</sup>C"),
        (r"{\ensuremath{\sim}}20 K$_{s}$", "∼20 K<sub>s</sub>"),
        (r"\texorpdfstring{$\mu$}{mu}on", "μon"),
        (r"{\alpha}-synuclein", "α-synuclein"),
        (r"\textcolor[rgb]{1,0,0}{Red}\footnote{no} ink", "Red ink"),
        (r"D\ifmmode \check{c}\else \v{c}\fi{}", "Dč"),
        (r"$5 and $6, $7-$8", "$5 and $6, $7-$8"),
        (r"A $\frac{x+y}{2}$ rule", r"A $\frac{x+y}{2}$ rule"),
        (r"The \ce{CO2} of \SI{3}{\mega\watt}", 'The {} of <span class="nocase">3 MW</span>'),
    ],
)
def test_titles(title, text):
    text = text.replace("{}", '<span class="nocase">CO<sub>2</sub></span>')
    assert decode(title) == text
    assert decode(encode(text, protect=True)) == text
    assert decode(encode(text, ascii=True, protect=True)) == text
    assert "\u2060" not in decode(title)


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("α-helix", r"$\alpha$-helix"),
        ("Λ model", r"{$\Lambda$} model"),
        ("Ελλάδα", "Ελλάδα"),
        ("a ≤ b ± c", r"a $\leq$ b $\pm$ c"),
        ("H<sub>2</sub>O<sup>+</sup>", "H$_2$O$^+$"),
        ("10<sup>−3</sup>", "10$^{-3}$"),
        ("2<sup>nd</sup>", r"2\textsuperscript{nd}"),
        ("T<sub>c</sub> x<sub>max</sub>", r"T$_c$ x\textsubscript{max}"),
        ("𝒪(√n)", r"{$\mathcal{O}$}($\sqrt{n}$)"),
        ("∛2 of ∜n", r"$\sqrt[3]{2}$ of $\sqrt[4]{n}$"),
        ("ν̄ and β̂", r"$\bar{\nu}$ and $\hat{\beta}$"),
        ("E⃗×p⃗ of u̲", r"$\vec{E}\times\vec{p}$ of $\underline{u}$"),
        ("χ̄χ", r"$\bar{\chi}\chi$"),
        ("ρ̇, θ̈ and ϕ̆", r"$\dot{\rho}$, $\ddot{\theta}$ and $\breve{\phi}$"),
        ("x̂ and ẍ", "x̂ and ẍ"),
        ("Ἑλλάς", "Ἑλλάς"),
        ("A ⊊ B ⊎ C", r"A $\subsetneq$ B $\uplus$ C"),
    ],
)
def test_formulas_are_written_as_mathematics(text, latex):
    assert encode(text) == latex
    assert decode(latex, protect=False) == text


def test_plain_text_of_mathematics():
    assert to_plain(r"On $\frac{a+b}{2}$ and H<sub>2</sub>O") == "On (a+b)/2 and H2O"
    assert to_plain("$5 and $6") == "$5 and $6"


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("CH4", "CH<sub>4</sub>"),
        ("NO3-", "NO<sub>3</sub><sup>−</sup>"),
        ("Fe^{3+}", "Fe<sup>3+</sup>"),
        ("^{235}U", "<sup>235</sup>U"),
        ("Ca(OH)2", "Ca(OH)<sub>2</sub>"),
        ("A <=> B", "A ⇌ B"),
        ("CaSO4.2H2O", "CaSO<sub>4</sub>·2H<sub>2</sub>O"),
    ],
)
def test_chemistry(formula, text):
    assert chemical(formula) == text


@pytest.mark.parametrize(
    ("command", "arguments", "text"),
    [
        ("SI", ["20", r"\micro\meter"], "20 µm"),
        ("qty", ["2.5e4", r"\hertz"], "2.5 × 10<sup>4</sup> Hz"),
        ("SI", ["9", r"\percent"], "9%"),
        ("unit", [r"\kg\per\cubic\metre"], "kg m<sup>−3</sup>"),
        ("si", [r"\mega\parsec"], "Mpc"),
        ("num", ["-4"], "−4"),
        ("ang", ["12;30"], "12°30′"),
        ("SIrange", ["5", "9", r"\GeV"], "5 GeV to 9 GeV"),
    ],
)
def test_quantities(command, arguments, text):
    assert quantity(command, arguments) == text
