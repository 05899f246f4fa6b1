"""What a report says, as HTML."""
