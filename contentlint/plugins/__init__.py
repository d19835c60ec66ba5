"""Rules that a configuration adds: Python modules of the site or of a package, and `[[checks]]`.

They are rules in all respects. A module has the form of our own rules and needs no registration:
with `house = "lint/house"` in `[plugins]`, `lint/house/no_shouting.py` is `house/no-shouting`.
"""
