"""Verification: references compared with records, and the reports about them."""
