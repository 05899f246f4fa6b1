"""Letters, spellings and verbatim values that test the LaTeX conversion, and the peers."""

from __future__ import annotations

import codecs
import unicodedata
import warnings
from collections.abc import Callable, Iterator

from refcore.latex import decode, encode, to_plain

Convert = Callable[[str], str]

# The marks that LaTeX's accent commands put on a letter (OT1, T1, T4, T5, TU).
MARKS = set(
    "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030f\u0311"
    "\u031b\u0323\u0324\u0325\u0326\u0327\u0328\u032d\u032e\u0330\u0331"
)
LETTERS = "ßẞæÆœŒøØłŁđĐðÐþÞŋŊıȷĳĲħĦŧŦĸſ"
SIGNS = "‘’“”„‚«»‹›–—…¡¿§¶†‡•·©®™°ªº±×÷½¼¾¹²³£€¥¢¤¦¬№‰µ" + "&%#_$~^\\"
BLOCKS = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))

# How people write it, and what it says.
SPELLINGS = r"""
\'e|é
\'{e}|é
{\'e}|é
{\'{e}}|é
\' e|é
{\' e}|é
\'{ e}|é
\'\relax e|é
{\'E}cole|École
\'\i|í
\'{\i}|í
\'{\i{}}|í
{\'\i}|í
{\'{\i}}|í
\'i|í
Mart\'\i{}nez|Martínez
H\'\i dalgo|Hídalgo
na{\"{\i}}ve|naïve
\"o|ö
{\"o}|ö
\"{o}|ö
\H{o}|ő
\H o|ő
{\H o}|ő
Erd{\H{o}}s|Erdős
\c{c}|ç
{\c c}|ç
Fran\c cois|François
\textcedilla{c}|ç
\v s|š
{\v{S}}|Š
\u{g}|ğ
{\u\i}|ĭ
\k{a}|ą
\textogonekcentered{a}|ą
\r{a}|å
\aa|å
{\aa}|å
\AA ngstr\"om|Ångström
\o{}|ø
\o re|øre
{\O}re|Øre
\L ukasz|Łukasz
{\L}{\'o}d{\'z}|Łódź
\l{}|ł
Stra\ss e|Straße
Stra{\ss}e|Straße
\SS|ẞ
\dh|ð
\DH|Ð
\dj|đ
\th|þ
\ng|ŋ
\ae|æ
\AE{}|Æ
{\oe}uvre|œuvre
\t{oo}|o͡o
\b{b}|ḇ
\d{s}|ṣ
\textcommabelow{s}|ș
\textcommabelow t|ț
{\'{\^e}}|ế
\'{\^{e}}|ế
\'\^e|ế
\d{\^o}|ộ
\d{\u{a}}|ặ
\'{\ae}|ǽ
\'{\ohorn}|ớ
\`{\i}|ì
\.I|İ
\.{\i}|i
\=a|ā
\~n|ñ
\^{\j}|ĵ
\v\j|ǰ
\h{a}|ả
\G{a}|ȁ
é\'e|éé
it\textquoteright s|it’s
it{\textquoteright}s|it’s
a\textendash{}b|a–b
a--b|a–b
a---b|a—b
``q''|“q”
`q'|‘q’
\ldots{}|…
{\ldots}|…
a\&b|a&b
100\%|100%
100% sure|100% sure
a\#b\_c|a#b_c
\$5|$5
a\ b|a b
a~b|a b
20\textdegree{}C|20°C
\pounds|£
\S 5|§5
\P|¶
\copyright|©
\texttrademark|™
\texteuro|€
?`|¿
{\glqq}x{\grqq}|„x“
\guillemotleft x\guillemotright|«x»
\textbackslash|\
\~{}|~
\^{}|^
\emph{x}|x
{\em x}|x
{\it x\/}|x
{\bf x}|x
\textbf{\emph{x}}|x
\textsuperscript{2}|2
\texttt{x}|x
\mbox{x}|x
{\small x}|x
\enquote{x}|“x”
\uppercase{d}e|De
{\relax Ch}arles|Charles
{DNA}|DNA
{B}ayes|Bayes
\TeX{} x|TeX x
\url{http://a.b/c_d}|http://a.b/c_d
\href{http://a.b/c_d}{x}|x
$x_1$|$x_1$
\ensuremath{x_1}|$x_1$
\unknown{x}|\unknown{x}
""".strip("\n").splitlines()

VERBATIM = (
    ("url", "http://a.b/c_d%20e"),
    ("url", "https://a.b/~c/{d}?e=$f&g=--h#i"),
    ("doi", "10.1002/(SICI)1097_x%3C1::a%3E3.0.co;2-p"),
    ("eprint", "hep-th/9901001"),
    ("file", r"a_b:C\:\\d%20e--f.pdf:PDF"),
    ("verba", r"x_1 ``y'' \'e {DNA} 100% ~"),
    ("isbn", "978--3"),
)


def characters() -> list[str]:
    """Return the letters and signs that LaTeX has a command for."""
    found = [*LETTERS, *SIGNS]
    for code in BLOCKS:
        letter = unicodedata.normalize("NFD", chr(code))
        base = letter[0].isascii() or letter[0] in LETTERS
        if len(letter) > 1 and base and set(letter[1:]) <= MARKS:
            found.append(chr(code))
    return found


def spellings() -> list[tuple[str, str]]:
    """Return pairs of LaTeX and the text that it prints, without formatting."""
    pairs = (line.rpartition("|") for line in SPELLINGS)
    return [(latex, text) for latex, _, text in pairs]


def converters() -> Iterator[tuple[str, Convert, Convert]]:
    """Return refcore and the peers that are installed: name, to LaTeX, from LaTeX."""
    yield "refcore", lambda text: encode(text, ascii=True), lambda text: to_plain(decode(text))
    try:
        from pylatexenc.latex2text import LatexNodes2Text
        from pylatexenc.latexencode import UnicodeToLatexEncoder

        encoder = UnicodeToLatexEncoder(unknown_char_warning=False)
        reader = LatexNodes2Text(math_mode="verbatim")
        yield "pylatexenc", encoder.unicode_to_latex, reader.latex_to_text
    except ImportError:
        pass
    try:
        from bibtexparser.middlewares import LatexDecodingMiddleware, LatexEncodingMiddleware

        out, back = LatexEncodingMiddleware(), LatexDecodingMiddleware()
        yield (
            "bibtexparser",
            lambda text: out._transform_python_value_string(text)[0],
            lambda text: back._transform_python_value_string(text)[0],
        )
    except ImportError:
        pass
    try:
        import latexcodec  # noqa: F401 - registers the codec that pybtex uses

        yield (
            "latexcodec (pybtex)",
            lambda text: codecs.encode(text, "ulatex"),  # type: ignore[arg-type, return-value]
            lambda text: codecs.decode(text, "ulatex"),  # type: ignore[arg-type, return-value]
        )
    except ImportError:
        pass


def there_and_back(encode_text: Convert, decode_text: Convert) -> tuple[int, str]:
    """Count the characters that are written in ASCII and read back; name the others."""
    lost = [char for char in characters() if not _comes_back(char, encode_text, decode_text)]
    return len(characters()) - len(lost), "".join(lost)


def _comes_back(char: str, encode_text: Convert, decode_text: Convert) -> bool:
    for text in (char, f"a{char}b"):
        written = _tried(encode_text, text)
        if not written.isascii() or not _same(_tried(decode_text, written), text):
            return False
    return True


def decoded(decode_text: Convert) -> tuple[int, list[str]]:
    """Count the spellings that are decoded; return the others."""
    lost = [latex for latex, text in spellings() if not _same(_tried(decode_text, latex), text)]
    return len(spellings()) - len(lost), lost


def _tried(convert: Convert, text: str) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return convert(text)
    except Exception:  # a peer's fault is a spelling that it cannot read
        return "\u2205"


def _same(found: str, wanted: str) -> bool:
    plain = found.replace("\u00a0", " ").strip("{}" if "{" not in wanted else "")
    return unicodedata.normalize("NFC", plain) == unicodedata.normalize("NFC", wanted)
