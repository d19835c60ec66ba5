"""What the command line asks for, and what is to be done with an article: plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from contentlint.finding import Confidence, FailOn, Safety, Severity


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for.

    Args:
        paths: files and folders; none: the working directory.
        select: rules, categories or presets to run instead of the configured ones.
        ignore: rules or categories not to run.
        config: configuration files, or lines of TOML, the last one strongest.
        isolated: whether configuration files are left unread.
        fail_on, confidence: as the options of that name.
        python_schemas: whether schemas may be loaded that are Python code of the site's own.
        baseline: the file of a baseline, absolute, in place of the configured one; empty: none.
    """

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: tuple[str, ...] = ()
    isolated: bool = False
    fail_on: FailOn | None = None
    confidence: Confidence | None = None
    python_schemas: bool = True
    baseline: str | None = None


class Setting(NamedTuple):
    """One setting that holds for an article, and where it comes from."""

    key: str
    value: Any
    origin: str


class RulePlan(NamedTuple):
    """A rule that runs, how bad its findings are, its options, and how safe its fixes are.

    `fix_safety` is None where the rule itself says so of each fix.
    """

    rule_id: str
    severity: Severity
    options: Mapping[str, Any]
    fix_safety: Safety | None = None


class Limits(NamedTuple):
    """How much of one article is dealt with.

    Args:
        file_size: how many bytes it may have.
        depth: how many levels its front matter may have, and the quotes and lists of its body.
        findings: how many are reported.
        seconds: how long its check may take.
    """

    file_size: int = 10_000_000
    depth: int = 50
    findings: int = 2000
    seconds: float = 60.0


class Plan(NamedTuple):
    """All that is to be known to check an article.

    Args:
        rules: what runs, sorted by id.
        schema: the reference of its front matter's schema; None: no check of fields.
        base: the folder that the reference is relative to.
        collection: the collection that it belongs to.
        generator: what builds it, where that is known.
        confidence: the least confidence that is reported.
        inline_schemas: whether an article may name its own schema.
        is_whole: whether the command line takes no rule out.
        credits: the file of the site's list of the pictures' credits, absolute; None: it has none.
        schema_root, credits_root: the folder that these must lie in; None: any, since the command
            line names them.
        credit_keys: further keys of the front matter that say whose the pictures are.
        limits: how much of it is dealt with.
    """

    rules: tuple[RulePlan, ...]
    schema: str | None
    base: Path
    collection: str | None
    generator: str | None
    confidence: Confidence
    inline_schemas: bool = False
    is_whole: bool = True
    credits: Path | None = None
    schema_root: Path | None = None
    credits_root: Path | None = None
    credit_keys: tuple[str, ...] = ()
    limits: Limits = Limits()
