"""Schemas for front matter: load, apply, export and infer Pydantic models and JSON Schemas."""
