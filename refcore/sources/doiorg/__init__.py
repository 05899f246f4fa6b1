"""doi.org: which agency registered a DOI, and whether there is such a DOI."""
