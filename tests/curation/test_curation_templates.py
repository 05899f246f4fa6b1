"""Templates for citation keys: what each word gives, and what each fault says."""

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from refcore import KeyTemplate, loads
from refcore.curation.filters import FILTERS
from refcore.curation.functions import FUNCTIONS
from refcore.curation.markers import MARKERS
from refcore.errors import InvalidTemplate

PEOPLE = "Isaac Newton and James Maxwell and Albert Einstein and N. Bohr and Harry Unknown"
TITLE = "An awesome paper on JabRef"


def paper(authors: str = "Isaac Newton", fields: str = ""):
    text = f"@article{{x, author = {{{authors}}}, title = {{{TITLE}}}, year = 2016, {fields}}}"
    return loads(text, "bibtex")["x"]


def people(count: int, *, others: bool = False) -> str:
    return " and ".join(PEOPLE.split(" and ")[:count] + ["others"] * others)


@pytest.mark.parametrize(
    ("template", "count", "key"),
    [
        ("[auth]", 1, "Newton"),
        ("[auth3]", 2, "New"),
        ("[auth10]", 2, "Newton"),
        ("[auth4_3]", 3, "Eins"),
        ("[auth2_4]", 3, ""),
        ("[authors]", 2, "NewtonMaxwell"),
        ("[authors2]", 2, "NewtonMaxwell"),
        ("[authors2]", 3, "NewtonMaxwellEtAl"),
        ("[authIni4]", 1, "Newt"),
        ("[authIni4]", 2, "NeMa"),
        ("[authIni4]", 3, "NeME"),
        ("[authIni4]", 5, "NMEB"),
        ("[authIni0]", 1, ""),
        ("[authIni2]", 3, "NM"),
        ("[authorIni]", 1, "Newto"),
        ("[authorIni]", 5, "NewtoMEBU"),
        ("[authorsAlpha]", 1, "New"),
        ("[authorsAlpha]", 4, "NMEB"),
        ("[authorsAlpha]", 5, "NME+"),
        ("[authshort]", 1, "Newton"),
        ("[authshort]", 3, "NME"),
        ("[authshort]", 4, "NME+"),
        ("[auth.auth.ea]", 1, "Newton"),
        ("[auth.auth.ea]", 2, "Newton.Maxwell"),
        ("[auth.auth.ea]", 3, "Newton.Maxwell.ea"),
        ("[auth.etal]", 2, "Newton.Maxwell"),
        ("[auth.etal]", 3, "Newton.etal"),
        ("[authEtAl]", 2, "NewtonMaxwell"),
        ("[authEtAl]", 3, "NewtonEtAl"),
        ("[authorLast]", 3, "Einstein"),
        ("[authForeIni]", 3, "I"),
        ("[authorLastForeIni]", 3, "A"),
        ("authEtAl", 3, "NewtonEtAl"),
        ("authEtal2", 3, "Newton.etal"),
        ("authAuthEa", 3, "Newton.Maxwell.ea"),
        ("authorsAlpha", 5, "NME+"),
        ("authors(2, etal='EtAl')", 3, "NewtonMaxwellEtAl"),
        ("authors(-1)", 3, "Einstein"),
        ("authors(min=4) | auth", 3, "Newton"),
        ("auth(2, m=2)", 2, "Ma"),
        ("auth(initials=true)", 2, "NewtonI"),
    ],
)
def test_names(template: str, count: int, key: str) -> None:
    assert KeyTemplate.parse(template).apply(paper(people(count))) == key


@pytest.mark.parametrize(
    ("template", "count", "key"),
    [
        ("[authorsAlpha]", 1, "N+"),
        ("[authorsAlpha]", 2, "NM+"),
        ("[authorsAlpha]", 4, "NME+"),
        ("[authshort]", 1, "N+"),
        ("[authshort]", 2, "NM+"),
        ("[auth.etal]", 1, "Newton.etal"),
        ("[auth.etal]", 2, "Newton.etal"),
        ("[auth.auth.ea]", 1, "Newton.ea"),
        ("[auth.auth.ea]", 2, "Newton.Maxwell.ea"),
        ("[authorIni]", 2, "NewtoM+"),
        ("[authors]", 1, "NewtonEtAl"),
    ],
)
def test_names_of_a_list_that_is_cut(template: str, count: int, key: str) -> None:
    assert KeyTemplate.parse(template).apply(paper(people(count, others=True))) == key


@pytest.mark.parametrize(
    ("template", "key"),
    [
        ("[title]", "AnAwesomePaperonJabRef"),
        ("[title:abbr]", "AAPoJ"),
        ("[TITLE:abbr]", "AapoJ"),
        ("[camel]", "AnAwesomePaperOnJabRef"),
        ("[camel:abbr]", "AAPOJ"),
        ("[camel2]", "AnAwesome"),
        ("[shorttitle]", "awesomepaperJabRef"),
        ("[shorttitle:lower]", "awesomepaperjabref"),
        ("[shorttitle:title_case]", "AwesomePaperJabref"),
        ("[shorttitle:sentence_case]", "Awesomepaperjabref"),
        ("[shorttitle1:capitalize]", "Awesome"),
        ("[shorttitleINI]", "Aap"),
        ("[veryshorttitle]", "awesome"),
        ("[fulltitle:truncate4]", "Ana"),
        ("demo[TITLE:abbr]", "demoAapoJ"),
        ("[issue:(No: Issue)]", "NoIssue"),
        ("[issue:(n(o)]", "no"),
        ("[auth]Test[year]", "NewtonTest2016"),
        ("[auth:upper]-[shortyear]", "NEWTON-16"),
        ('[title:regex(" ","-")]', "An-Awesome-Paper-on-JabRef"),
        ('[year:regex("(..)(..)","$2.$1")]', "16.20"),
        ('[auth:regex("n\\\\b",""):regex("N","\\"M")]', "Mewto"),
        ("[issue][volume] | [auth]", "Newton"),
        ("[Title:skipwords:select,1,1:lower]", "awesome"),
        ("[Title:condense=_]", "An_awesome_paper_on_JabRef"),
        ("[firstpage]-[lastpage]", "7-97"),
        ("[keyword2][keywords2]", "foodfishfood"),
        ("[journal:abbr]", "JoFB"),
        ("[OWN]", "mine"),
        ("[entrytype]", "Article"),
        ("auth.lower + year + title.skipwords.select(1,1)", "newton2016Awesome"),
        ("shorttitle(3,2)", "AwesomePaperJabRef"),
        ("Title.select(-1)", "JabRef"),
        ("Title.select(n=2)", "Anawesome"),
        ("Title.substring(4,3)", "wes"),
        ("Title.replace(/(a)(w)/i, '$2$1')", "AnwaesomepaperonJabRef"),
        ("Title.replace('PAPER', 'book').condense('-')", "An-awesome-book-on-JabRef"),
        ("Title.match(/x/) + auth | year", "2016"),
        ("issue.prefix('v') + volume.prefix('v').postfix('x')", ""),
        ("auth.len('>', 9) ; year", "2016"),
        ("(issue ? issue : 'none') + type('article', 'book')", "none"),
        ("type('book') + 'b' | \"a\" + year", "a2016"),
        ("(issue || (volume | auth)).lower.default('x')", "newton"),
        ("journal.abbr + firstpage + '-' + lastpage", "JoFB7-97"),
        ("field('own').upper + extra('OWN')", "MINEmine"),
        ("edtr | camel2.abbr", "AA"),
        ("date('%y') + date", "162016"),
        ("keyword(1).discard + Year.numeric", "2016"),
        ("auth.nopunctordash.alphanum.ascii.clean", "Newton"),
    ],
)
def test_titles_and_the_rest(template: str, key: str) -> None:
    fields = (
        "journal = {Journal of Fish Biology}, pages = {7,41,73--97}, "
        "keywords = {fish, food; fun}, own = {mine}"
    )
    assert KeyTemplate.parse(template).apply(paper(fields=fields)) == key


@pytest.mark.parametrize(
    ("name", "key", "german"),
    [
        ("Jürgen Müller", "Muller", "Mueller"),
        ("A. Straße", "Strasse", "Strasse"),
        ("A. Sørensen", "Sorensen", "Sorensen"),
        ("A. Łukasiewicz", "Lukasiewicz", "Lukasiewicz"),
        ("Пафнутий Чебышёв", "Chebyshev", "Chebyshev"),
        ("Α. Παπαδόπουλος", "Papadopoulos", "Papadopoulos"),
        ("Ε. Χατζηευθυμίου", "Chatzievthymiou", "Chatzievthymiou"),
        ("王小明", "WangXiaoMing", "WangXiaoMing"),
        ("김철수", "GimCheolSu", "GimCheolSu"),
        ("D. O'Hara", "OHara", "OHara"),
        ("Wil van der Aalst", "Aalst", "Aalst"),
        ("{European Union Aviation Safety Agency}", "EUASA", "EUASA"),
        ("{MiniMax}", "MiniMax", "MiniMax"),
    ],
)
def test_names_of_any_script_are_ascii(name: str, key: str, german: str) -> None:
    assert KeyTemplate.parse("[auth]").apply(paper(name)) == key
    assert KeyTemplate.parse("[auth]", "ue").apply(paper(name)) == german
    assert KeyTemplate.parse("[auth3]", "ue").apply(paper(name)) == german[:3]


@pytest.mark.parametrize(
    ("name", "small", "capitals"),
    [
        ("王小明", "wangxiaoming", "WANGXIAOMING"),
        ("Jürgen Müller", "mueller", "MUELLER"),
        ("Пётр Щерба", "shcherba", "SHCHERBA"),
        ("Jón Þórsson", "thorsson", "THORSSON"),
    ],
)
def test_case_holds_in_any_script(name: str, small: str, capitals: str) -> None:
    assert KeyTemplate.parse("[auth:lower]", "ue").apply(paper(name)) == small
    assert KeyTemplate.parse("auth.lower", "ue").apply(paper(name)) == small
    assert KeyTemplate.parse("[auth:upper]", "ue").apply(paper(name)) == capitals


def test_a_formula_can_ask_for_german() -> None:
    assert KeyTemplate.parse("auth.fold('german')").apply(paper("Jürgen Müller")) == "Mueller"
    assert KeyTemplate.parse("auth").apply(paper("Wil van der Aalst")) == "vanderAalst"


def test_editors_stand_in_for_authors_unless_told_otherwise() -> None:
    book = loads("@book{x, editor = {Ann Lee and Bo Wu}, title = {A}}", "bibtex")["x"]
    for template, key in [
        ("[auth]", "Lee"),
        ("[pureauth]", ""),
        ("[edtr]", "Lee"),
        ("[editors]", "LeeWu"),
        ("[edtr2_2]", "Wu"),
        ("auth", "Lee"),
        ("auth(creator='author')", ""),
        ("auth(creator='editor')", "Lee"),
    ]:
        assert KeyTemplate.parse(template).apply(book) == key


@pytest.mark.parametrize(
    ("template", "column", "words"),
    [
        ("[auth", 6, "found the end, expected ':' or ']'"),
        ("a]b[auth]", 2, "a '[' before it"),
        ("[autor]", 2, "authors"),
        ("[]", 2, "the name of a marker"),
        ("[auth:lowr]", 7, "lower"),
        ("[auth:]", 7, "the name of a modifier"),
        ("[auth:(x]", 7, "')'"),
        ("[auth:truncate]", 7, "truncate without n"),
        ("[auth:truncate99999]", 7, "up to 1000"),
        ('[auth:regex("(","a")]', 7, "a regular expression"),
        ('[auth:regex("a"]', 16, "',' or ')'"),
        ("[auth:regex(a,b)]", 13, "double quotes"),
        ("[auth:select,a]", 14, "a number"),
        ("[auth+initials]", 6, "initials=true"),
        ("auth.", 6, "a filter"),
        ("auth +", 7, "found the end"),
        ("foo", 1, "text must be in quotes"),
        ("'abc", 1, "a closing quote"),
        ("auth%", 5, "a function, text or sign"),
        ("auth.select('a')", 6, "a number"),
        ("auth.select(1,2,3)", 6, "start, n"),
        ("auth(q=1)", 1, "n, m, creator, initials"),
        ("auth(n=1, 2)", 11, "the name of an argument"),
        ("auth(creator='x')", 1, "one of * author editor"),
        ("auth.replace(a,b)", 15, "is quoted"),
        ("auth.replace(/[/, '')", 14, "a regular expression"),
        ("auth.replace(/a/z, '')", 17, "the flags"),
        ("auth ? year", 12, "':'"),
        ("(auth", 6, "')'"),
        ("(" * 60 + "auth" + ")" * 60, 41, "parentheses"),
    ],
)
def test_a_fault_says_where_and_what_was_expected(template: str, column: int, words: str) -> None:
    with pytest.raises(InvalidTemplate) as caught:
        KeyTemplate.parse(template)
    assert f"column {column}: " in str(caught.value)
    assert words in str(caught.value)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("text", ["", "  ", "x" * 3000])
def test_an_empty_or_endless_template_is_refused(text: str) -> None:
    with pytest.raises(InvalidTemplate):
        KeyTemplate.parse(text)


WORDS = sorted(
    {*FUNCTIONS, *FILTERS, *MARKERS, "[", "]", "(", ")", ":", ".", "+", "|", "/", "=", ","}
)
PIECES = st.lists(
    st.one_of(st.sampled_from([*WORDS, "'a'", '"b"', "1", "[auth]", "?"]), st.text(max_size=3))
)
SAFE = set(string.ascii_letters + string.digits + ":.+_/-")


@given(st.one_of(st.text(), PIECES.map("".join)))
@example("auth.replace(/[[a]/, '')")
@example('[auth:regex("[[a]","$9")]')
@example("auth.select(-5,-5)")
@settings(max_examples=400)
def test_any_text_is_a_template_or_the_planned_error(text: str) -> None:
    try:
        template = KeyTemplate.parse(text)
    except InvalidTemplate:
        return
    key = template.apply(paper("J. Müller and others"))
    assert set(key) <= SAFE


@given(st.text(), st.text(), st.sampled_from(["[auth3][title]", "auth.lower + Title.abbr + year"]))
def test_any_name_and_title_give_a_safe_key(name: str, title: str, template: str) -> None:
    from refcore import Authors, Group, Person, Reference

    names = [kind(name) for kind in (Group, Person) if name.strip()]
    reference = Reference("x", title=title, authors=Authors(names, others=True))
    assert set(KeyTemplate.parse(template).apply(reference)) <= SAFE
