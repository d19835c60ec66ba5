"""The request of the command line, and the plan of an article: plain values."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from contentlint.core.finding import Confidence, FailOn, Safety, Severity
from contentlint.core.records import record
from contentlint.core.tuples import NamedTuple
from contentlint.site.generator import Generator


class Trusted(NamedTuple):
    """A commit whose settings apply instead of those of an untrusted checkout.

    Args:
        ref: its name on the command line.
        commit: its full hash.
        root: the root of the checkout, absolute.
        copy: a folder outside of the checkout with the commit's settings, at the same paths.
        has_settings: whether the commit has any configuration file.
    """

    ref: str
    commit: str
    root: Path
    copy: Path
    has_settings: bool

    def in_copy(self, path: Path) -> Path:
        """The path in the copy for a path of the checkout; other paths are unchanged."""
        normal = Path(os.path.normpath(path))
        return self.copy / normal.relative_to(self.root) if self.holds(normal) else normal

    def in_checkout(self, path: Path) -> Path:
        """The opposite of `in_copy`."""
        return self.root / path.relative_to(self.copy) if path.is_relative_to(self.copy) else path

    def holds(self, path: Path) -> bool:
        """Whether a path is in the checkout, without resolving links."""
        return Path(os.path.normpath(path)).is_relative_to(self.root)

    def shown(self, path: Path) -> str | None:
        """A file of the copy as `ref:path`; None for other files."""
        if not path.is_relative_to(self.copy):
            return None
        return f"{self.ref}:{path.relative_to(self.copy).as_posix()}"


@record
class Request:
    """The settings of the command line.

    Args:
        paths: files and folders; empty: the working directory.
        select: rules, categories or presets to run instead of the configured ones.
        ignore: rules or categories not to run.
        config: configuration files, or lines of TOML, in ascending precedence.
        isolated: whether configuration files are ignored.
        fail_on, confidence: as the options of that name.
        python_schemas: whether Python schemas of the site may be imported.
        plugins: whether rules of the site and of named packages may be imported.
        baseline: a baseline file, absolute, in place of the configured one; empty: none.
        suppressions: whether suppressions in articles are applied.
        trusted: the commit whose settings apply; None: the checkout's settings apply.
        online: whether rules about external URLs run.
        selectors: whether findings in markup have the selector of their element.
    """

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: tuple[str, ...] = ()
    isolated: bool = False
    fail_on: FailOn | None = None
    confidence: Confidence | None = None
    python_schemas: bool = True
    plugins: bool = True
    baseline: str | None = None
    suppressions: bool = True
    trusted: Trusted | None = None
    online: bool = False
    selectors: bool = True


class Setting(NamedTuple):
    """A setting of an article, with its origin."""

    key: str
    value: Any
    origin: str


class RulePlan(NamedTuple):
    """A rule to run, with the severity of its findings, its options and the safety of its fixes.

    `fix_safety` is None if the rule decides for each fix. `extra` is the token of the rules that
    the configuration adds, if this is one of them.
    """

    rule_id: str
    severity: Severity
    options: Mapping[str, Any]
    fix_safety: Safety | None = None
    extra: str = ""


class Limits(NamedTuple):
    """The limits for the check of a single article.

    Args:
        file_size: maximum size in bytes.
        depth: maximum nesting of its front matter, and of the quotes and lists of its body.
        findings: maximum number of reported findings.
        seconds: maximum time for its check.
    """

    file_size: int = 10_000_000
    depth: int = 50
    findings: int = 2000
    seconds: float = 60.0


class Online(NamedTuple):
    """How `--online` asks external URLs.

    Args:
        include: the URLs to ask, as hosts or patterns; empty: all.
        exclude: those not to ask.
        accept: status codes that count as success, besides 200 to 299.
        timeout: maximum time for one request, in seconds.
        concurrency: maximum number of requests at the same time.
        per_host: the same for one host.
        rate: maximum number of requests to one host per second.
        user_agent: the value of the `User-Agent` header.
        allow_private: whether hosts of private networks are asked.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    accept: tuple[int, ...] = ()
    timeout: float = 20.0
    concurrency: int = 64
    per_host: int = 4
    rate: float = 10.0
    user_agent: str = "contentlint (link checker)"
    allow_private: bool = False


class BaselineFile(NamedTuple):
    """A baseline file.

    Args:
        file: its path, absolute.
        root: the folder that must contain it; None: any, as the command line names it.
        folder: the folder that its paths are relative to.
    """

    file: Path
    root: Path | None
    folder: Path


class Plan(NamedTuple):
    """The settings for the check of an article.

    Args:
        rules: the rules to run, sorted by id.
        schema: the reference of its front matter's schema; None: fields are not checked.
        base: the folder that the reference is relative to.
        collection: the collection that it belongs to.
        generator: the generator of its site.
        confidence: the lowest confidence that is reported.
        inline_schemas: whether an article may name its own schema.
        is_unfiltered: whether the command line neither selects nor ignores rules.
        credits: the credits file of the site's images, absolute; None: there is none.
        baseline: the baseline that suppresses findings; None: there is none.
        schema_root, credits_root: the folder that must contain these files; None: any, as the
            command line names them.
        credit_keys: additional front matter keys with image credits.
        limits: the limits for its check.
        suppressions: whether suppressions in the article are applied.
        site_rules: the rules that need facts of all articles of the site.
        only_facts: whether only the facts for these rules are needed.
        extra: the token of the rules that the configuration adds; empty: none.
        selectors: whether findings in markup have the selector of their element.
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
    extra: str = ""
    selectors: bool = True
