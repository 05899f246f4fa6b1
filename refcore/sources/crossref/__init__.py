"""Crossref's REST API: works with a DOI, as their publishers deposited them."""
