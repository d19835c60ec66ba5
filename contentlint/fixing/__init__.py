"""Apply fixes to files in rounds; each round is checked, and harmful fixes are reverted."""
