"""Mathematics in titles: kept if an output supports it, printed as text elsewhere, never run."""

import pytest

import refcore
from refcore import Reference
from refcore.bibtex import read
from refcore.latex.mathematics import is_sound

KEPT = r"A $\frac{p+q}{3}$ rule"


def printed(title, output, style="chicago-author-date"):
    reference = Reference("k", "article-journal", title)
    return refcore.bibliography(reference, style, output).entries[0].text


@pytest.mark.parametrize(
    ("output", "text"),
    [
        ("text", "A (p+q)/3 Rule"),
        ("html", "A (p+q)/3 Rule"),
        ("latex", r"A $\frac{p+q}{3}$ Rule"),
        ("markdown", r"A $\frac{p+q}{3}$ Rule"),
        ("rst", r":math:`\frac{p+q}{3}`"),
        ("typst", "A $frac(p + q, 3)$ Rule"),
    ],
)
def test_what_markup_cannot_say(output, text):
    assert text in printed(KEPT, output)


@pytest.mark.parametrize(
    ("output", "text"),
    [
        ("text", "The β-Sheet ≤ 5"),
        ("html", "The β-Sheet ≤ 5"),
        ("latex", r"The $\beta$-Sheet $\leq$ 5 in N$_2$O"),
        ("typst", "The β-Sheet ≤ 5"),
    ],
)
def test_signs(output, text):
    library = read(r"@article{k, title = {The $\beta$-sheet $\le$ 5 in N$_2$O}}")
    assert text in str(refcore.bibliography(library, "chicago-author-date", output))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (r"On $\hat{\beta}$ and $\bar{\nu}$", r"On $\hat{\beta}$ and $\bar{\nu}$"),
        (r"On $\vec{E}\times\vec{B}$", r"On $\vec{E}\times\vec{B}$"),
        (r"On $\bar{\mathcal{M}}$", r"On $\bar{\mathcal{M}}$"),
        (r"On $\hat{x}$ and $\dot{y}$", r"On {\^x} and {\.y}"),
        (r"On $\sqrt[3]{2}$", r"On $\sqrt[3]{2}$"),
        (r"On $\binom{n}{k}$", r"On $\binom{n}{k}$"),
        (r"On $\underline{u}$", r"On $\underline{u}$"),
    ],
)
def test_pdflatex_has_a_command_for_each_mark(title, text):
    """A combining character without a command ends the run of pdflatex."""
    made = str(refcore.bibliography(read(f"@misc{{k, title = {{{title}}}}}"), "apa", "latex"))
    assert text in made
    assert not any(0x300 <= ord(char) <= 0x36F or char == "\u20d7" for char in made)


@pytest.mark.parametrize("output", ["text", "html", "latex", "markdown", "rst", "typst"])
@pytest.mark.parametrize(
    "title",
    [
        r"On $\input{secret}_1$",
        r"On $x^{\write18{ls}}$",
        r"On $\def\x{\x}\x_1$",
        r"On $a_{`b}$",
        r"On $x^{\csname input\endcsname}$",
    ],
)
def test_unknown_commands_never_reach_tex(output, title):
    text = printed(title, output)
    assert "\\input" not in text
    assert "\\write" not in text
    assert "\\def" not in text
    assert "\\csname" not in text


@pytest.mark.parametrize(
    ("tex", "sound"),
    [
        (r"\frac{a}{b}", True),
        (r"\left(\sqrt{x}\right)_1", True),
        (r"\mathcal{O}(n^{2^k})", True),
        (r"\left(x_1", False),
        (r"\right)_1", False),
        ("x^a^b", False),
        ("x_a_b", False),
        ("x_{", False),
        ("}_{", False),
        (r"\frac{a}", False),
        (r"\nosuch_1", False),
        ("a_1 % b", False),
    ],
)
def test_formulas_that_tex_can_set(tex, sound):
    assert is_sound(tex) == sound


def test_dollars_of_money_stay():
    assert "$5 and $6_000" in printed("Costs of $5 and $6_000", "text")
    assert r"\$5 and \$6" in printed("Costs of $5 and $6", "latex")


@pytest.mark.parametrize(
    ("title", "latex"),
    [
        ("$\\ell_1$ Norms", r"$\ell$$_1$ norms"),
        ("$\\mathbb{R}^n$ Maps", r"{$\mathbb{R}$}\textsuperscript{n} maps"),
        ("10\\,000 Cells", r"10\,000 cells"),
        ("$\\tilde{x}$ Fields", r"{\~x} fields"),
    ],
)
def test_latex_has_no_sign_that_pdflatex_lacks(title, latex):
    entry = f"@article{{k, title={{{title}}}, author={{Fir, I.}}, journal={{Bog}}, year=2020}}"
    printed = str(refcore.bibliography(read(entry), "apa", "latex"))
    assert latex in printed
    assert "$$$" not in printed
