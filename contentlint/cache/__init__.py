"""Findings of earlier runs, stored outside the articles and keyed by everything they depend on."""
