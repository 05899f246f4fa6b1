"""DataCite's REST API: works with a DOI of repositories and archives."""
