"""Formulas for Typst: names apart, marks in quotes, nothing that Typst would run."""

import pytest

from refcore.latex.typst import to_typst


@pytest.mark.parametrize(
    ("tex", "typst"),
    [
        (r"\frac{p+q}{3}", "frac(p + q, 3)"),
        ("y^{3^m}", "y^(3^(m))"),
        (r"\sqrt{\frac{u}{v}}", "sqrt(frac(u, v))"),
        (r"\sqrt[4]{uv}", "root(4, u v)"),
        (r"\sum_{k=0}^m y_k", "∑_(k = 0)^(m) y_(k)"),
        (r"\binom{u}{v}", "binom(u, v)"),
        (r"\overset{d}{=}", "attach(=, t: d)"),
        (r"\underset{u}{v}", "attach(v, b: u)"),
        (r"\xrightarrow[u]{v}", "attach(→, t: v)"),
        (r"\binom{u}{v} \pmod{p}", 'binom(u, v) ("mod" p)'),
        (r"\max(a,b)", 'op("max") "(" a "," b ")"'),
        (r"\text{if } y", '"if" y'),
        (r"\mathbf{y}_{k_j}", "bold(y)_(k_(j))"),
        (r"\left(\frac{u}{v}\right)", '"(" frac(u, v) ")"'),
        (r"\mathcal{N}^{k^j}", "𝒩^(k^(j))"),
        (r"\nosuch", ""),
        ("y^", ""),
        ("#eval(1)_2", ""),
    ],
)
def test_formulas(tex, typst):
    assert to_typst(tex) == typst
