"""Findings recorded once and suppressed from then on."""
