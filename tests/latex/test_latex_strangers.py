"""Commands that nothing defines, as print shows them."""

import pytest

from refcore.latex.strangers import readable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"\moss{Fern}", '<span class="nocase">Fern</span>'),
        (r"\moss[x]{a}{Fern}", '<span class="nocase">Fern</span>'),
        (r"by \PS{}!", "by PS!"),
        (r"\moss*{Fern}", '<span class="nocase">Fern</span>'),
        (r"\moss{Fern", "moss{Fern"),
        (r"the $\foo{x}$ rule", r"the $\foo{x}$ rule"),
        (r"\moss{{\"U}ber}", '<span class="nocase">Über</span>'),
        ("no command", "no command"),
    ],
)
def test_a_command_that_nothing_defines_prints_its_argument(text, shown):
    assert readable(text) == shown
