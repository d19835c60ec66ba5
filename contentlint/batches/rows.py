"""The check of one row, with settings that are resolved once per process."""

import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from contentlint import registry
from contentlint.article.document import HTML_SUFFIXES, MARKDOWN_SUFFIXES
from contentlint.batches.columns import Row
from contentlint.batches.header import NotFrontMatter, header
from contentlint.config.plan import Plan, Request, RulePlan
from contentlint.config.resolve import load
from contentlint.config.task import Checked, Resources, SiteRoot, Task
from contentlint.core.errors import UsageError
from contentlint.core.finding import FailOn, Finding
from contentlint.core.reading import TooLarge
from contentlint.core.source import decode
from contentlint.core.tuples import NamedTuple
from contentlint.engine.check import check
from contentlint.engine.guard import LIMIT_REACHED
from contentlint.engine.lift import OWN_RULES
from contentlint.site.facts import CollectedFact

_SUFFIXES = {"markdown": ".md", "html": ".html"}
_MOST_OF_PATH = 1000
_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


class Outcome(NamedTuple):
    """The result of checking a row.

    Args:
        row: the row.
        path: the path that rules and settings see.
        text: the text that was checked: the block of the front matter column, and the row's text.
        block: that block; empty if there is no such column.
        findings: as `check` gives them for this text.
        facts: for rules about a whole site.
        reason: why it could not be checked; None if it was.
    """

    row: Row
    path: str
    text: str = ""
    block: str = ""
    findings: list[Finding] = []  # noqa: RUF012  # never changed
    facts: tuple[CollectedFact, ...] = ()
    reason: str | None = None


class Settings:
    """The settings of all rows.

    Args:
        config: values of `--config`; None: the defaults.
        select, ignore: as `--select` and `--ignore`.
        markup: `markdown` or `html`; None: by the path of a row.
    """

    def __init__(
        self,
        config: tuple[str, ...] | None,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        markup: str | None = None,
    ) -> None:
        if markup is not None and markup not in _SUFFIXES:
            raise UsageError(f"unknown markup `{markup}`; expected markdown or html")
        cwd = Path.cwd()
        request = Request(
            config=config or (),
            isolated=not config,
            select=select,
            ignore=ignore,
            selectors=False,
        )
        self._config = load(request, cwd)
        self._layers = self._config.layers(cwd)
        self._root = SiteRoot(self._layers.root)
        self._markup = markup
        self._resources = Resources(lambda _: None, str)
        self._plans: dict[int, tuple[Plan, Plan]] = {}
        self.fail_on: FailOn = self._config.fail_on
        # A schema that cannot be loaded ends a run before its first row.
        self._resources.schema(self.task("article.md").plan)

    def check(self, row: Row) -> Outcome:
        """Check a row; it never raises because of the row."""
        path = self.path_of(row)
        if row.fault is not None:
            return Outcome(row, path, reason=row.fault)
        try:
            block = header(row.front_matter)
        except NotFrontMatter as error:
            return Outcome(row, path, reason=str(error))
        except (ValueError, RecursionError, TypeError) as error:
            return Outcome(row, path, reason=f"front matter: {type(error).__name__}")
        task = self.task(path)
        most, content = task.plan.limits.file_size, _joined(block, row.text)
        if len(content) > most:
            return Outcome(row, path, reason=str(TooLarge(len(content), most)))
        checked = check(task, content)
        if (reason := _failure(checked)) is not None:
            return Outcome(row, path, reason=reason)
        text = content if isinstance(content, str) else decode(content)[0]
        return Outcome(row, path, text, block, checked.findings, tuple(checked.facts))

    def task(self, path: str) -> Task:
        """The task of a path, as `path_of` gives it."""
        file = self._root.folder / path
        plan = self._layers.plan(file, None)
        known = self._plans.get(id(plan))
        if known is None:
            known = self._plans[id(plan)] = (plan, _without_files(plan))
        return Task(file, path, known[1], self._root, self._resources)

    def path_of(self, row: Row) -> str:
        """The path of a row for settings and rules: its collection, and its URL or id.

        It is relative, has no `..`, and ends like a Markdown or HTML file.
        """
        name = row.id
        if row.url is not None:
            try:
                parts = urlsplit(row.url)
                name = f"{parts.hostname or ''}/{unquote(parts.path)}"
            except ValueError:
                name = row.url
        if row.collection is not None:
            name = f"{row.collection.replace('/', '_')}/{name}"
        steps = (step for step in _UNSAFE.sub("_", name).split("/") if step not in ("", "."))
        path = "/".join("_" if step == ".." else step for step in steps)[-_MOST_OF_PATH:] or "_"
        suffix = Path(path).suffix.lower()
        if self._markup is None:
            return path if suffix in MARKDOWN_SUFFIXES | HTML_SUFFIXES else f"{path}.md"
        wanted = HTML_SUFFIXES if self._markup == "html" else MARKDOWN_SUFFIXES
        return path if suffix in wanted else f"{path}{_SUFFIXES[self._markup]}"


@lru_cache(maxsize=8)
def settings_of(config: tuple[str, ...] | None, markup: str | None) -> Settings:
    """The settings for some values of `--config`, resolved once per process."""
    return Settings(config, markup=markup)


def _without_files(plan: Plan) -> Plan:
    """A plan for articles that are not files of a site."""
    # Rules about links and pages know nothing without the files, but have most of the facts.
    return plan._replace(
        rules=tuple(rule for rule in plan.rules if not _needs_pages(rule)),
        site_rules=tuple(rule for rule in plan.site_rules if not _needs_pages(rule)),
        # A schema that an article names would be read from a file.
        inline_schemas=False,
    )


def _needs_pages(rule: RulePlan) -> bool:
    return not rule.extra and bool(registry.defaults_of(rule.rule_id).collector)


def _joined(block: str, text: str | bytes) -> str | bytes:
    if not block:
        return text
    return block + text if isinstance(text, str) else block.encode("utf-8", "replace") + text


def _failure(checked: Checked) -> str | None:
    """Why an article was not checked at all, as the engine says it in its only finding."""
    if len(checked.findings) != 1 or checked.questions is not None or checked.facts:
        return None
    [found] = checked.findings
    is_whole = found.rule in OWN_RULES and found.span == (0, 0) and found.help is not None
    if is_whole or (found.rule == LIMIT_REACHED and found.span == (0, 0)):
        return found.message
    return None
