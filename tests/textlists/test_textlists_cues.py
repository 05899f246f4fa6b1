"""Each row of the tables is found in its example."""

import re

import pytest

from refcore.textlists.cues import CUES, Cue
from refcore.textlists.namelists import FORMS, Form, name_lists
from refcore.textlists.words import words_of


@pytest.mark.parametrize("cue", [cue for rows in CUES.values() for cue in rows])
def test_a_cue_is_found_in_its_example(cue: Cue) -> None:
    assert re.search(cue.pattern, cue.example), cue
    assert not cue.needs or any(part in cue.example.lower() for part in cue.needs)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_reads_its_example(form: Form) -> None:
    words = words_of(form.example)
    found = [one for one in name_lists(words, 0, form.example) if one.form == form]
    assert any(one.end == len(words) and len(one.names) >= 2 for one in found)
