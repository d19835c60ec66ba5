"""Findings of earlier runs, kept outside the articles and keyed by all that they depend on."""
