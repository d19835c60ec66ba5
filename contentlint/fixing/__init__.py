"""Fixes applied to files: rounds of edits, each checked, taken back where it does harm."""
