"""Names by the customs of peoples: what is one name written two ways, and what is not."""

import pytest

from refcore import DifferenceKind, compare_authors, compare_names, loads

VARIANT, WRONG, MATCH = "match-with-variant", "wrong", "match"
PAIRS = [
    (["Kovacs PJ"], ["Kovács Péter János"], VARIANT),
    (["Kovacs PX"], ["Kovács Péter János"], WRONG),
    (["Novak PJ"], ["Kovács Péter János"], WRONG),
    (["Müller HR", "Wu X-G"], ["Muller Hans Roland", "Wu Xiaogang"], VARIANT),
    (["Tan WK"], ["Tan Wei Kiat"], VARIANT),
    (["Souza AB"], ["Ana de Souza Barros"], VARIANT),
    (["de Souza BA"], ["Ana de Souza Barros"], VARIANT),
    (["Souza AX"], ["Ana de Souza Barros"], WRONG),
    (["Ferreira CM"], ["Carlos Ferreira Martins"], VARIANT),
    (["Garcia LM"], ["Luis Garcia Molina"], VARIANT),
    (["Ruiz LM"], ["Luis Garcia Molina"], WRONG),
    (["MarioQFenn", "LeaRoth"], ["Mario Q. Fenn", "Lea Roth"], VARIANT),
    (["MarioQVale"], ["Mario Q. Fenn"], WRONG),
    (["AiliChen"], ["Aili Chen"], VARIANT),
    (["J.P.Serre"], ["J. P. Serre"], VARIANT),
    (["Tobias J.Fenn"], ["Tobias J. Fenn"], VARIANT),
    (["Md Anwar Hossain"], ["Mohammad Anwar Hossain"], VARIANT),
    (["Mohd. Rafi Khan"], ["Mohammed Rafi Khan"], VARIANT),
    (["M. Anwar Hossain"], ["Md. Anwar Hossain"], VARIANT),
    (["Md. Anwar Hossain"], ["Anwar Hossain"], VARIANT),
    (["Md. Anwar Hossain"], ["Rafi Hossain"], WRONG),
    (["Nguyen Van Minh"], ["Minh Van Nguyen"], VARIANT),
    (["Minh Nguyen Van"], ["Nguyen Van Minh"], VARIANT),
    (["Le Thi Hoa"], ["Thi-Hoa Le"], VARIANT),
    (["Hoa Thi Le"], ["Thi-Hoa Le"], VARIANT),
    (["Tuan Anh Le"], ["Anh Tuan Le"], WRONG),
    (["Minh Van Tran"], ["Van-Minh Nguyen"], WRONG),
    (["Avinash Warade"], ["Warade Avinash Kalyan"], VARIANT),
    (["S. Ramesh"], ["Ramesh S."], VARIANT),
    (["Ramesh Babu S"], ["S. Ramesh Babu"], VARIANT),
    (["Bob Ellis"], ["Robert Ellis"], VARIANT),
    (["Kate Moss"], ["Katherine Moss"], VARIANT),
    (["Jim Ola"], ["James Ola"], VARIANT),
    (["Jim Ola"], ["John Ola"], WRONG),
    (["Sasha Ruiz"], ["Alexandra Ruiz"], VARIANT),
    (["Dick Ola"], ["Richard Ola"], VARIANT),
    (["Liz Ola"], ["Elizabeth Ola"], VARIANT),
    (["Peggy Ola"], ["Margaret Ola"], VARIANT),
    (["Mike Ola"], ["Mikhail Ola"], VARIANT),
    (["O. Cakir"], ["Ömer Çakır"], VARIANT),
    (["Soren Odegaard"], ["Søren Ødegård"], VARIANT),
    (["Lukasz Zak"], ["Łukasz Żak"], VARIANT),
    (["Dordevic, M."], ["Miloš Đorđević"], VARIANT),
    (["Ibrahim Gokce"], ["İbrahim Gökçe"], VARIANT),
    (["Hasan Sirin"], ["Hasan Şırın"], VARIANT),
    (["van den Berg, J."], ["Jan van den Berg"], VARIANT),
    (["Berg, J. van den"], ["Jan van den Berg"], VARIANT),
    (["Vandenberg, Jan"], ["Jan van den Berg"], VARIANT),
    (["Berg, Jan"], ["Jan van den Berg"], VARIANT),
    (["v.d. Berg, J."], ["Jan van den Berg"], VARIANT),
    (["D'Angelo, Ada"], ["Ada D’Angelo"], MATCH),
    (["De Luca, M."], ["Mario de Luca"], VARIANT),
    (["Luca, M."], ["Mario de Luca"], VARIANT),
    (["Al-Sayed, Omar"], ["Omar Al Sayed"], VARIANT),
    (["El-Sayed, Omar"], ["Omar Al-Sayed"], VARIANT),
    (["Elsayed, Omar"], ["Omar El-Sayed"], VARIANT),
    (["Bin Saleh, N."], ["Noor bin Saleh"], VARIANT),
    (["Ben-Ari, Dan"], ["Dan Ben Ari"], VARIANT),
    (["Mac Donald, Ian"], ["Ian MacDonald"], VARIANT),
    (["O Brien, Pat"], ["Pat O'Brien"], VARIANT),
    (["St. John, Mo"], ["Mo St John"], VARIANT),
    (["Core Team", "Zoe Yu"], ["Orange LLM-Core Team", ":", "Zoe Yu"], VARIANT),
    (["DOE, JANE", "FEI, BO"], ["Jane Doe", "Bo Fei"], VARIANT),
    (["jane doe", "bo fei"], ["Jane Doe", "Bo Fei"], VARIANT),
    (["Doe Jane"], ["Jane Doe"], VARIANT),
    (["Jean Luc Petit"], ["Jean-Luc Petit"], VARIANT),
    (["Jean-Luc Petit"], ["Jean Petit"], VARIANT),
    (["J.L. Petit"], ["Jean-Luc Petit"], VARIANT),
    (["Jae-Woo Kim"], ["Jaewoo Kim"], VARIANT),
    (["Jae Woo Kim"], ["Jae-woo Kim"], VARIANT),
    (["Kim JW"], ["Jae-woo Kim"], VARIANT),
    (["Kim Jae-woo"], ["Jae-woo Kim"], VARIANT),
    (["Ying-Chih Chen"], ["Yingchih Chen"], VARIANT),
    (["Y.-C. Chen"], ["Yingchih Chen"], VARIANT),
    (["Jane Doe, PhD", "Dr. Bo Fei"], ["Jane Doe", "Bo Fei"], MATCH),
    (["Jane Doe, MD", "Bo Fei, M.Sc."], ["Jane Doe", "Bo Fei"], MATCH),
]


@pytest.mark.parametrize(("claimed", "actual", "verdict"), PAIRS)
def test_pairs(claimed: list[str], actual: list[str], verdict: str) -> None:
    assert compare_authors(claimed, actual).verdict.value == verdict


@pytest.mark.parametrize(("claimed", "actual", "verdict"), PAIRS)
def test_the_other_way_round(claimed: list[str], actual: list[str], verdict: str) -> None:
    assert compare_authors(actual, claimed).verdict.value == verdict


@pytest.mark.parametrize(
    "name",
    ["Ada Del Corno", "Tea Le Scaut", "Abu Rafi Bin Azim", "Rob D. Van Der Hilst", "Minh Van Tran"],
)
def test_the_very_name_of_the_record_is_the_same(name: str) -> None:
    text = f"@misc{{k, author = {{{name} and Tea Ola}}, title = {{T}}}}"
    authors = loads(text, "bibtex")["k"].authors
    assert compare_authors(authors, [name, "Tea Ola"]).verdict.value == MATCH
    assert compare_authors([name, "Tea Ola"], [name, "Tea Ola"]).verdict.value == MATCH


@pytest.mark.parametrize(
    ("claimed", "actual", "kind"),
    [
        ("Rui Sá Costa Neto", "Neto, R. S. C.", DifferenceKind.VARIANT),
        ("Rui Costa Filho", "R. C. Filho", DifferenceKind.VARIANT),
        ("Costa Sobrinho, Rui", "Sobrinho, Rui Costa", DifferenceKind.SAME),
        ("Neto, R. C.", "Rui Costa Neto", DifferenceKind.VARIANT),
        ("Rui Costa Filho", "Filho, R. D.", DifferenceKind.DIFFERENT_FAMILY_NAME),
        ("Rui Costa Neto", "Filho, R. C.", DifferenceKind.DIFFERENT_FAMILY_NAME),
        ("Rui Costa Neto", "Neto, Ana", DifferenceKind.OTHER_PERSON),
    ],
)
def test_a_portuguese_suffix_may_be_filed_as_the_family_name(claimed, actual, kind):
    assert compare_names(claimed, actual).kind is kind
