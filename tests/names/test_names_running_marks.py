"""The marks that end a name: the quick search for them finds what each of them finds."""

from hypothesis import given
from hypothesis import strategies as st

from refcore.names import running

PIECES = (
    *"Ada| |.|, |:|\n|\n\n| — |—| - |https:|@|²|⁷|*|†|✉|📧|🆔|\\*|[^a]|[1]|^2|^{3}|g1".split("|"),
    *"(|)|]|orcid|ORCID id|0000-0001-2345-6789|https://orcid.org/| et al| + 3| …".split("|"),
    *"| 等|⋆|\x1f|«|“|/|=|#|~|h|o".split("|"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_first_mark_is_that_of_any_pattern(text: str) -> None:
    each = [found.start() for stop in running._STOPS if (found := stop.search(text))]
    first = running._STOP.search(text)
    assert (first.start() if first else None) == min(each, default=None)
