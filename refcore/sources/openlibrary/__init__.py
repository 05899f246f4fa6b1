"""Open Library: books by ISBN."""
