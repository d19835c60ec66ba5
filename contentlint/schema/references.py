"""The kind of a schema, by its reference."""

JSON_SCHEMA_SUFFIXES = (".json", ".yaml", ".yml")


def is_python(reference: str) -> bool:
    """Whether it refers to Python code: `file.py:Model`, `package.module:Model`."""
    return ":" in reference or reference.endswith(".py")


def is_json_schema(reference: str) -> bool:
    """Whether it refers to a JSON Schema file."""
    return reference.endswith(JSON_SCHEMA_SUFFIXES)
