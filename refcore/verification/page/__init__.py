"""The reports of a run as one page to send."""
