"""What the command line asks for, and what is to be done with an article: plain values."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from contentlint.core.finding import Confidence, FailOn, Safety, Severity
from contentlint.site.generator import Generator


class Trusted(NamedTuple):
    """A commit whose settings apply in place of those of a checkout that strangers have changed.

    Args:
        ref: what the command line calls it.
        commit: its full name.
        root: the root of the checkout, absolute.
        copy: a folder outside of the checkout with the commit's settings, at the same places.
        has_settings: whether the commit has any configuration file.
    """

    ref: str
    commit: str
    root: Path
    copy: Path
    has_settings: bool

    def in_copy(self, path: Path) -> Path:
        """Where the commit has a path of the checkout; paths outside of the checkout stay."""
        normal = Path(os.path.normpath(path))
        return self.copy / normal.relative_to(self.root) if self.holds(normal) else normal

    def in_checkout(self, path: Path) -> Path:
        """The opposite of `in_copy`."""
        return self.root / path.relative_to(self.copy) if path.is_relative_to(self.copy) else path

    def holds(self, path: Path) -> bool:
        """Whether a path is one of the checkout, by its name alone."""
        return Path(os.path.normpath(path)).is_relative_to(self.root)

    def shown(self, path: Path) -> str | None:
        """A file of the copy as git names it; None for other files."""
        if not path.is_relative_to(self.copy):
            return None
        return f"{self.ref}:{path.relative_to(self.copy).as_posix()}"


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
        suppressions: whether suppressions in articles are applied.
        trusted: the commit whose settings apply; None: those of the checkout.
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
    suppressions: bool = True
    trusted: Trusted | None = None


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


class BaselineFile(NamedTuple):
    """The file of a baseline.

    Args:
        file: absolute.
        root: the folder that it must lie in; None: any, since the command line names it.
        folder: the folder that its paths are relative to.
    """

    file: Path
    root: Path | None
    folder: Path


class Plan(NamedTuple):
    """All that is to be known to check an article.

    Args:
        rules: what runs, sorted by id.
        schema: the reference of its front matter's schema; None: no check of fields.
        base: the folder that the reference is relative to.
        collection: the collection that it belongs to.
        generator: what builds its site.
        confidence: the least confidence that is reported.
        inline_schemas: whether an article may name its own schema.
        is_unfiltered: whether the command line takes no rule out.
        credits: the file of the site's list of the pictures' credits, absolute; None: it has none.
        baseline: what holds findings back; None: nothing does.
        schema_root, credits_root: the folder that these must lie in; None: any, since the command
            line names them.
        credit_keys: further keys of the front matter that say whose the pictures are.
        limits: how much of it is dealt with.
        suppressions: whether suppressions in the article are applied.
        site_rules: those of the rules that need what all articles of the site say.
        only_facts: whether nothing but the facts for these is wanted.
    """

    rules: tuple[RulePlan, ...]
    schema: str | None
    base: Path
    collection: str | None
    generator: Generator
    confidence: Confidence
    inline_schemas: bool = False
    is_unfiltered: bool = True
    credits: Path | None = None
    baseline: BaselineFile | None = None
    schema_root: Path | None = None
    credits_root: Path | None = None
    credit_keys: tuple[str, ...] = ()
    limits: Limits = Limits()
    suppressions: bool = True
    site_rules: tuple[RulePlan, ...] = ()
    only_facts: bool = False
