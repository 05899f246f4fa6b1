"""LaTeX text to Unicode, case by case, and the markup that titles carry."""

from importlib import import_module

import pytest

from refcore.latex import decode, encode, from_plain, to_plain
from refcore.latex.decode import RULES, Rule
from refcore.text.patterns import regex

SPAN = '<span class="nocase">{}</span>'.format


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\'e}", "é"),
        (r"\'e", "é"),
        (r"\'{e}", "é"),
        (r"{\' e}", "é"),
        (r"\c c", "ç"),
        (r"{\c{c}}", "ç"),
        (r"\H{u}", "ű"),
        (r"\v{\i}", "ǐ"),
        (r"\'{\^a}", "ấ"),
        (r"\'\i", "í"),
        (r"\'{{A}}lvarez", '<span class="nocase">Á</span>lvarez'),
        (r"\"{\emph{\textbf{o}}} \'{\emph{}}x", "<i><b>ö</b></i> <i></i>x"),
        (r"\k{a}\k a", "ąą"),
        (r"{\textcommabelow{s}}", "ș"),
        (r"\o re", "øre"),
        (r"{\AA}rhus", "Århus"),
        (r"stra\ss e", "straße"),
        (r"Stra{\ss}e", "Straße"),
        (r"\L{}ukasz", "Łukasz"),
        (r"\t{oo}", "o͡o"),
        (r"100% sure, 50\% off", "100% sure, 50% off"),
        (r"a \& b \# c \_ d", "a & b # c _ d"),
        ("a~b", "a\u00a0b"),
        ("1--2 --- x", "1–2 — x"),
        ("``a'' `b'", "“a” ‘b’"),
        ("d'Histoire's", "d'Histoire's"),
        (r"\TeX{} and \LaTeX\ too", "TeX and LaTeX too"),
        (r"\emph{a} \textbf{b} \textsuperscript{2}", "<i>a</i> <b>b</b> <sup>2</sup>"),
        (r"{\em a} {\bf b {\it c}}", "<i>a</i> <b>b <i>c</i></b>"),
        (r"\textsc{a}", '<span style="font-variant:small-caps;">a</span>'),
        (r"\mkbibquote{a} \enquote{b}", "“a” “b”"),
        (
            r"XX\ieme{} si\`ecle, 1\ier, XIX\up{e}",
            "XX<sup>e</sup> siècle, 1<sup>er</sup>, XIX<sup>e</sup>",
        ),
        (
            r"\No 5 et \no6, \nos{}3",
            "N<sup>o</sup>\u00a05 et n<sup>o</sup>\u00a06, n<sup>os</sup>\u00a03",
        ),
        (r"O \uv{slov\v{e}}, 1.\sptext{er}, 20\,\degres", "O „slově“, 1.<sup>er</sup>, 20\u2009°"),
        (r"\texttt{a}\mbox{b}", "ab"),
        (r"{\uppercase{d}e la}", "De la"),
        ("$x_1 < 2$ and $ \\alpha $", f"{SPAN('x<sub>1</sub> < 2')} and α"),
        (r"$\frac{a+b}{2}$ and \(\foo\)", r"$\frac{a+b}{2}$ and $\foo$"),
        (r"\(2_1\)", "2<sub>1</sub>"),
        (r"\$5 and \$6", "$5 and $6"),
        (r"\unknown{a {b}} \foo[x]{y} \baz", r"\unknown{a {b}} \foo[x]{y} \baz"),
        (r"a\\b", "a b"),
        ("a } b", "a } b"),
        ("a { b", "a { b"),
        ("\\", "\\"),
        (r"\'", r"\'"),
        (r"\~{}", "~"),
        (r"\'{ e}", "é"),
        (r"\'\relax e", "é"),
        (r"\'{\i{}}", "í"),
        (r"{\'{\i}}{\'\i}\'i", "ííí"),
        (r"\.{\i}", "i"),
        (r"\.I", "İ"),
        (r"\a'e\a`{e}\a=e\a", r"éèē\a"),
        (r"\enquote{a \enquote{b \enquote{c}}} \enquote{d}", "“a ‘b “c”’” “d”"),
        (r"\og{}a\fg{} \EUR \checkmark \IeC{\'e}", "«\u00a0a\u00a0» €✓é"),
        (r"\textcedilla{c}\textogonekcentered a", "çą"),
        (r"\textcrh\textHbar\textopeno{}", "ħĦɔ"),
        (r"\'{\ohorn}\h{\uhorn}", "ớử"),
        (r"{\'\ae}{\'{\aa}}", "ǽǻ"),
        (r"it\textquoteright s it{\textquoteright}s", "it’s it’s"),
        (r"20\textdegree C 5\textperthousand", "20°C 5‰"),
        (r"{\small x} {\Large y}", "x y"),
        (r"M{\"}uller M\"{}uller Bj{\"}{o}rn na{\"}{\i}ve", "Müller Müller Björn naïve"),
        (r"Caf{\'}e Garc{\'}{\i}a {\'}Eva P{\'}erez", "Café García Éva Pérez"),
        (r"Erd{\H}os {\v}Cech Fran{\c}cois Ma{\~}na", "Erdős Čech François Maña"),
        (r"O{\'}Neill D{\'}Angelo l{\'}eau it{\'}s don{\'}t", "O'Neill D'Angelo l'eau it's don't"),
        (r"{\~}smith {\.}Istanbul 5{\'}-UTR", r"~smith .Istanbul 5\'-UTR"),
        (r"\pkg{moss} \hologo{LaTeX3} \MF{} {\VAN{Ek}{Van}{van}}", "moss LaTeX3 METAFONT van"),
        (r"Moss\emdash Fern $\mathplus$ $\upmu$m $\Updelta$", "Moss—Fern + μm Δ"),
        (r"{\&}amp$\mathsemicolon$ {\&}amp; \&amp; \&amp", "& & & &amp"),
        ("Der ,,Moss'' (,,Fen'') a,,b", "Der „Moss” („Fen”) a,,b"),
        (r"{\&}lt$\mathsemicolon$i{\&}gt$\mathsemicolon$a{\&}lt;/i{\&}gt;", "<i>a</i>"),
        (r"\underline{x} \NoCaseChange{y}", "x y"),
        (r"{\noopsort{1973b}}1973", "1973"),
        (r"a\hspace{1em}b", "a b"),
        (r"\url{http://a.b/c_d--e\_f~g}", "http://a.b/c_d--e_f~g"),
        (r"\url{http://a.b/$c$}", "http://a.b/$c$"),
        (r"see \href{http://a.b/c_d}{the \emph{text}}", "see the <i>text</i>"),
        (r"\ensuremath{x_1} \ensuremath{$y$}", f"{SPAN('x<sub>1</sub>')} {SPAN('y')}"),
        (r"\url", r"\url"),
        (r"\url{a", r"\url{a"),
        (r"\'\in", r"\'\in"),
        (r"{\'e}{\c c}{\v{s}}{\ss}{\aa}", "éçšßå"),
        (r"\emph{\'e}\textbf{{\'e}}", "<i>é</i><b>é</b>"),
        (r"\unknown{\'e} {\unknown{\'e}}", r"\unknown{\'e} \unknown{\'e}"),
    ],
)
def test_decode(latex, text):
    assert decode(latex) == text


@pytest.mark.parametrize(
    ("char", "latex"),
    [
        ("í", r"{\'\i}"),
        ("ĭ", r"{\u{\i}}"),
        ("ǰ", r"{\v{\j}}"),
        ("ị", r"{\d{i}}"),
        ("į", r"{\k{i}}"),
        ("ḯ", r"{\'{\"\i}}"),
        ("i\u0307", "i\u0307"),
        ("ș", r"{\textcommabelow{s}}"),
        ("ấ", r"{\'{\^a}}"),
        ("¸", r"{\c{}}"),
        ("ħ", r"{\textcrh}"),
        ("Ω", r"{$\Omega$}"),
        ("±", r"$\pm$"),
        ("₂", "$_2$"),
    ],
)
def test_one_letter(char, latex):
    assert encode(char, ascii=True) == latex
    assert decode(latex) == {"₂": "<sub>2</sub>"}.get(char, char)


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("{MiniMax-M1} and {DNA}", "MiniMax-M1 and DNA"),
        ("{DNA RNA}", "DNA RNA"),
        ("{B}ayes", SPAN("B") + "ayes"),
        ("{Bayes}", SPAN("Bayes")),
        ("{The DNA of Bayes}", SPAN("The DNA of Bayes")),
        ("{{A Whole Title}}", SPAN("A Whole Title")),
        (r"{{\'E}cole}", SPAN("École")),
        (r"{\'E}cole", "École"),
        (r"\emph{{Bayes} x}", f"<i>{SPAN('Bayes')} x</i>"),
        ("{}a{:}", "a:"),
    ],
)
def test_protected_case(latex, text):
    assert decode(latex) == text
    assert decode(encode(text, protect=True)) == text


def test_capitals_are_protected_when_written():
    assert (
        encode("MiniMax-M1: (DNA) Test-Time M1", protect=True)
        == "{MiniMax-M1}: ({DNA}) Test-Time M1"
    )
    assert encode("MiniMax") == "MiniMax"


def test_text_that_looks_like_a_tag_stays_text():
    decoded = decode("the <i> tag </i> and a < b")
    assert to_plain(decoded) == "the <i> tag </i> and a < b"
    assert encode(decoded) == "the <i> tag </i> and a < b"
    assert encode(from_plain("<b>x</b>")) == "<{}b>x</b>"
    assert to_plain(decode("<{}b>x</b>")) == "<b>x</b>"
    assert encode("<b>x</b>") == "\\textbf{x}"


def test_unpaired_tags_are_text():
    assert encode("<i>a <b>c</i>") == "<i>a <b>c</i>"
    assert to_plain("<i>a") == "<i>a"


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("$5 and $6", r"\$5 and \$6"),
        (r"$\foo_1$ & y", r"$\foo_1$ \& y"),
        (r"\foo{a_b} c_d", r"\foo{a_b} c\_d"),
        ("a--b ''", "a-{}-b '{}'"),
        (
            "a{b}~^\\",
            "a{\\textbraceleft}b{\\textbraceright}{\\textasciitilde}{\\textasciicircum}\\textbackslash{}",
        ),
    ],
)
def test_encode_signs(text, latex):
    assert encode(text) == latex
    assert decode(latex) == text


def test_a_group_after_a_kept_command_is_not_an_argument():
    text = f"\\foo{SPAN('bar baz')}"
    assert encode(text) == r"\foo\relax{bar baz}"
    assert decode(encode(text)) == text


def test_ascii_symbols():
    assert encode("“naïve” – œuvre ½ 好", ascii=True) == (
        '{\\textquotedblleft}na{\\"\\i}ve{\\textquotedblright} {\\textendash} '
        "{\\oe}uvre {\\textonehalf} 好"
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_each_row_of_commands_reads_its_example(rule: Rule) -> None:
    assert decode(rule.example, protect=False) == rule.text


@pytest.mark.parametrize(
    "around", ["%s", "a%sb", "{%s b}", "{x%s}", "\\emph{%s}s", "\\'%s", "$%s$"]
)
def test_a_lone_command_in_braces_is_read_as_in_any_group(
    around: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module("refcore.latex.decode")
    texts = [around % f"{{\\{command}}}" for command in module._PRINTED]
    quick = [decode(text) for text in texts]
    monkeypatch.setattr(module, "_LONE_COMMAND", regex(r"(?!)"))
    assert quick == [decode(text) for text in texts]
