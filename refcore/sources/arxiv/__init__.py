"""arXiv's API: its feeds, its client, its search."""
