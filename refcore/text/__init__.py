"""Rules for plain text that several packages share, each in one place."""
