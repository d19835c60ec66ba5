"""The formats of front matter, one module each: YAML, TOML, JSON."""
