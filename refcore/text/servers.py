"""Servers of preprints and other works: what they are called, and which DOIs are theirs."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

__all__ = ["SERVERS", "Server", "name_of_preprints", "server_names"]


class Server(NamedTuple):
    """A server: its name, the prefix of its DOIs, and other names in lower case.

    `form` is a pattern of what follows the prefix where others share it. `keeps_others` says
    that not all works there are preprints. Source: the DOIs and pages of the servers.
    """

    name: str
    prefix: str = ""
    others: tuple[str, ...] = ()
    form: str = ""
    keeps_others: bool = False


SERVERS: Final = (
    Server("arXiv", "10.48550", ("corr", "e print archive", "eprint archive")),
    Server("bioRxiv", "10.1101", form=r"20[12][0-9]\."),
    Server("medRxiv", "10.1101", form=r"20[12][0-9]\."),
    Server("ChemRxiv", "10.26434"),
    Server("PsyArXiv", "10.31234"),
    Server("SocArXiv", "10.31235"),
    Server("EarthArXiv", "10.31223"),
    Server("engrXiv", "10.31224"),
    Server("EdArXiv", "10.35542"),
    Server("LawArXiv"),
    Server("TechRxiv", "10.36227"),
    Server("OSF Preprints", "10.31219"),
    Server("Preprints.org", "10.20944", ("preprints",)),
    Server("Research Square", "10.21203", ("researchsquare",)),
    Server(
        "SSRN",
        "10.2139",
        ("social science research network", "ssrn electronic journal"),
        form=r"ssrn\.",
    ),
    Server("Authorea", others=("authorea preprints",)),
    Server("ESS Open Archive", others=("essoar", "earth and space science open archive")),
    Server("IACR Cryptology ePrint Archive", others=("cryptology eprint archive", "iacr eprint")),
    Server("INA-Rxiv"),
    Server("JMIR Preprints"),
    Server("Nature Precedings"),
    Server("PeerJ Preprints"),
    Server("Qeios"),
    Server("SciELO Preprints"),
    Server("The Lancet Preprints", others=("lancet preprints",)),
    Server("viXra"),
    Server("Cambridge Open Engage", keeps_others=True),
    Server("Cold Spring Harbor Laboratory", keeps_others=True),  # the publisher of bioRxiv
    Server("figshare", "10.6084", keeps_others=True),
    Server("HAL", keeps_others=True),
    Server("OpenReview", keeps_others=True),
    Server("OSF", keeps_others=True),
    Server("Thesis Commons", keeps_others=True),
    Server("Zenodo", "10.5281", keeps_others=True),
)


def server_names(*, of_preprints_alone: bool = False) -> frozenset[str]:
    """Return all names of servers, in lower case and with a space for each mark.

    >>> {"preprints org", "ina rxiv", "zenodo"} <= server_names()
    True
    >>> "zenodo" in server_names(of_preprints_alone=True)
    False
    """
    return frozenset(
        name
        for server in SERVERS
        if not (of_preprints_alone and server.keeps_others)
        for name in (re.sub(r"\W+", " ", server.name.lower()), *server.others)
    )


def name_of_preprints(doi: str) -> str | None:
    """Return the server of a preprint's DOI, "" for one of several, or None for another DOI.

    >>> name_of_preprints("10.31234/osf.io/x"), name_of_preprints("10.1101/2020.01.01.123456")
    ('PsyArXiv', '')
    >>> name_of_preprints("10.1101/gr.1239303"), name_of_preprints("10.5281/zenodo.7")
    (None, None)
    >>> name_of_preprints("") is None
    True
    """
    prefix, _, rest = doi.partition("/")
    names = [
        server.name
        for server in SERVERS
        if prefix and server.prefix == prefix and not server.keeps_others
        if re.match(server.form, rest)
    ]
    return names[0] if len(names) == 1 else "" if names else None
