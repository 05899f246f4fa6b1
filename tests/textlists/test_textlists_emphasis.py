"""Titles in emphasis, as notes and documentation set them."""

import pytest

from refcore import loads


def read(text):
    (found,) = loads(text, "text")
    return found.title, str(found.authors)


@pytest.mark.parametrize(
    ("text", "title", "authors"),
    [
        ("A. Fei, B. Wu, *Of moss IV. Coefficients*, Bog Math. 143 (2007), 1-5.",
         "Of moss IV. Coefficients", "A. Fei, B. Wu"),
        ("A. Fei and B. Wu. *Of Moss, Fern, and Patterns of Bogs*, Bog 5 (1995), 9-15.",
         "Of Moss, Fern, and Patterns of Bogs", "A. Fei, B. Wu"),
        ("Wu, B. and Fernandez de la Vega, W., *On Moss*, Bog Letters 10, 2001, 385-396.",
         "On Moss", "B. Wu, W. Fernandez de la Vega"),
        ("Ada Berg, *Moss Theory*, Addison-Wesley, 1969.", "Moss Theory", "Ada Berg"),
        ("A. Fei (1993): *Moss and Fern Systems*. Springer.", "Moss and Fern Systems", "A. Fei"),
        ("A. Fei. 1997. *On some moss of bogs.* Bog Letters 93, 369-379.",
         "On some moss of bogs", "A. Fei"),
        ("E.-J. Yoon, *New moss of old bogs*; in BOGS, 2004, 4-9.", "New moss of old bogs",
         "E.-J. Yoon"),
        ("A. Fei, _Of moss and its fern_, Bog 5 (1995), 9-15.", "Of moss and its fern", "A. Fei"),
        ("**Fei, A. (2019).** *Of moss and its fern.* Bog 5, 9-15.", "Of moss and its fern",
         "A. Fei"),
        # A journal or a book in emphasis is none.
        ("A. Fei. Of moss and fern. *Bog Letters* 5 (1995), 9-15.", "Of moss and fern", "A. Fei"),
        ("A. Fei. Of moss and fern. In *Proceedings of the Bog Meeting*, 1995, 9-15.",
         "Of moss and fern", "A. Fei"),
        ('A. Fei, "Of moss and fern," *Journal of Wet Bogs* 5 (1995), 9-15.',
         "Of moss and fern", "A. Fei"),
    ],
)  # fmt: skip
def test_a_title_in_emphasis_is_the_title(text, title, authors):
    assert read(text) == (title, authors)
