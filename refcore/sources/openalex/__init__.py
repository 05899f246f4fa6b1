"""OpenAlex: works by DOI; it repeats Crossref, and is asked with the user's key only."""
