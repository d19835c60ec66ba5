"""Builds the documentation site from `docs/`, the rules, the generators and the configuration.

`python -m website.build` needs the extra `docs`.
"""
