"""One work has one key, whoever makes it."""

import refcore
from refcore.formats import loads
from refcore.model.keys import key_of

KEY = "muller2015lodz"
RIS = "TY  - JOUR\nAU  - Müller, Jörg\nTI  - On the Łódź Archive\nPY  - 2015\nER  - \n"
NBIB = "PMID- 1\nTI  - On the Łódź Archive\nFAU - Müller, Jörg\nDP  - 2015\n"
CFF = (
    "cff-version: 1.2.0\nmessage: m\ntitle: On the Łódź Archive\ndate-released: 2015-01-02\n"
    "authors: [{family-names: Müller, given-names: Jörg}]\n"
)
NOTE = '- "On the Łódź Archive" by Jörg Müller, arXiv:1501.00001\n'


def test_every_reader_and_maker_agrees() -> None:
    for text, format_ in ((RIS, "ris"), (NBIB, "nbib"), (CFF, "cff"), (NOTE, "markdown")):
        (reference,) = loads(text, format_)
        made = refcore.make_keys([reference.evolve(key="other")])["other"]
        assert made == KEY
        if format_ == "nbib":  # the file states an id, which is the key
            continue
        assert reference.key == key_of(reference) == KEY
