"""Baselines: existing findings that are recorded once and then suppressed."""
