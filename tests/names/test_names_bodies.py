"""Bodies with "and" in their names are one author; two bodies, or a body and a person, are two."""

import pytest

from refcore import Group, loads, read_author_list
from refcore.names.bodies import is_cut_body

BODIES = """
Food and Drug Administration
U.S. Food and Drug Administration
Centers for Disease Control and Prevention
Ministry of Health and Welfare
Bundesministerium für Bildung und Forschung
Department of Health and Human Services
Organisation for Economic Co-operation and Development
Ministry of Education and Culture
Agency for Healthcare Research and Quality
Institute of Electrical and Electronics Engineers
National Institute of Standards and Technology
National Oceanic and Atmospheric Administration
National Aeronautics and Space Administration
Instituto Nacional de Estadística y Geografía
Society for Industrial and Applied Mathematics
World Bank
Hugging Face
Human Rights Watch
Bureau of Labor Statistics
National Institutes of Health
""".strip().splitlines()


@pytest.mark.parametrize("body", BODIES)
def test_a_body_is_one_author(body: str) -> None:
    assert list(read_author_list(body)) == [Group(body)]
    together = read_author_list(f"{body}; Food and Drug Administration")
    assert [name.name for name in together] == [body, "Food and Drug Administration"]


@pytest.mark.parametrize("body", [body for body in BODIES if " and " in body])
def test_a_field_without_braces_is_read_as_meant_and_named(body: str) -> None:
    library = loads(f"@misc{{k, title = {{T}}, author = {{Bo Fei and {body}}}}}", "bibtex")
    (one,) = library
    assert [name.name for name in one.authors] == ["Bo Fei", body]
    (said,) = library.diagnostics
    assert f"write it in braces: {{{body}}}" in str(said)


@pytest.mark.parametrize("body", ["Ministry of Health and Welfare", BODIES[2]])
def test_a_label_of_a_note(body: str) -> None:
    text = f"Authors: {body}, Bo Fei\nTitle: On Moss and Fern in Wet Places\narXiv: 2401.00001"
    (one,) = loads(text, "markdown")
    assert [name.name for name in one.authors] == [body, "Bo Fei"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("OpenAI", "Qwen Team"),
        ("World Bank", "Bo Fei"),
        ("Google Research", "Stanford University"),
        ("WHO", "World Trade Organization"),
        ("Ministry of Health", "Anna Berg"),
        ("Meta AI", "University of Oslo"),
        ("Aili Chen", "Drug Administration"),
        ("Berg", "Gemini Team"),
        ("Fei", "MiniMax"),
        ("University of Oslo", "Chen"),
        ("Society of Moss", "Fei Bo"),
        ("Vaswani", "Google Brain"),
        ("Vaswani", "National Science Foundation"),
    ],
)
def test_two_authors_are_no_body(before: str, after: str) -> None:
    assert not is_cut_body(before, after)
