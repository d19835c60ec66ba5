"""Validate and lint folders of articles: front matter, markup, images and attribution.

The public names are loaded on first use, so that importing the package is fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from contentlint.article.document import Document
    from contentlint.config.plan import Plan, Request
    from contentlint.config.resolve import Config, load
    from contentlint.config.task import Checked, Task
    from contentlint.core.errors import ConfigError, ContentlintError, SchemaError, UsageError
    from contentlint.core.finding import Edit, Finding, Fix, Report
    from contentlint.core.source import Position, Source, Span
    from contentlint.engine.check import check
    from contentlint.engine.discover import Discovery, discover
    from contentlint.engine.run import check_files
    from contentlint.front_matter import FrontMatter
    from contentlint.schema.loading import load_schema
    from contentlint.schema.problem import Schema

_HOMES = {
    "Checked": "config.task",
    "Config": "config.resolve",
    "ConfigError": "core.errors",
    "ContentlintError": "core.errors",
    "Discovery": "engine.discover",
    "Document": "article.document",
    "Edit": "core.finding",
    "Finding": "core.finding",
    "Fix": "core.finding",
    "FrontMatter": "front_matter",
    "Plan": "config.plan",
    "Position": "core.source",
    "Report": "core.finding",
    "Request": "config.plan",
    "Schema": "schema.problem",
    "SchemaError": "core.errors",
    "Source": "core.source",
    "Span": "core.source",
    "Task": "config.task",
    "UsageError": "core.errors",
    "check": "engine.check",
    "check_files": "engine.run",
    "discover": "engine.discover",
    "load": "config.resolve",
    "load_schema": "schema.loading",
}

__all__ = [
    "Checked",
    "Config",
    "ConfigError",
    "ContentlintError",
    "Discovery",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "FrontMatter",
    "Plan",
    "Position",
    "Report",
    "Request",
    "Schema",
    "SchemaError",
    "Source",
    "Span",
    "Task",
    "UsageError",
    "check",
    "check_files",
    "discover",
    "load",
    "load_schema",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("contentlint")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
