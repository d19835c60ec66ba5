"""Schemas of front matter: Pydantic models and JSON Schema, loaded, applied, exported, inferred."""
