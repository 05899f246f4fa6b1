"""One table of preprint servers for citations, comparison and verification."""

import re

import pytest

from refcore.compare.venues import read_venue
from refcore.csl.kinds.preprints import _SERVERS
from refcore.text.servers import SERVERS, name_of_preprints


@pytest.mark.parametrize("server", SERVERS, ids=lambda server: server.name)
def test_each_server_is_one_wherever_it_is_named(server):
    assert read_venue(server.name).is_preprint
    own = re.sub(r"\W+", " ", server.name.lower())
    assert (own in _SERVERS) is not (server.keeps_others or server.name == "arXiv")


def test_a_doi_of_one_server_names_it():
    assert name_of_preprints("10.26434/chemrxiv-2020-x") == "ChemRxiv"
    assert name_of_preprints("10.2139/ssrn.3580000") == "SSRN"
    assert name_of_preprints("10.1016/j.cell.2020.01.001") is None
