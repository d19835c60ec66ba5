"""A rule has nothing to say about an article for which its condition `when` does not hold."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from benchmarks.generate_site import write_site
from contentlint import registry
from contentlint.article.conditions import Conditions, holds, parse
from contentlint.article.document import HTML_SUFFIXES, MARKDOWN_SUFFIXES, Document
from contentlint.config.plan import RulePlan
from contentlint.config.resolve import Request, load
from contentlint.core.source import Source
from contentlint.engine.check import document_of
from contentlint.rule import Rule
from contentlint.site.generators import named
from tests.dialects.truth import articles as dialect_articles
from tests.mdx.truth import articles as mdx_articles

RULES = [registry.load(rule_id) for rule_id in registry.rule_ids()]
