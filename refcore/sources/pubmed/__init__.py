"""PubMed's E-utilities: articles of medicine."""
