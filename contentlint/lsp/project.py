"""A folder that is open in the editor: its settings, and checks of unsaved text with them."""

from pathlib import Path

from contentlint.article.document import HTML_SUFFIXES, MARKDOWN_SUFFIXES, Document
from contentlint.baseline.apply import apply_baseline
from contentlint.config.resolve import Config, Request, load
from contentlint.config.settings import FILE_NAME
from contentlint.config.task import Checked, Task
from contentlint.core import reading
from contentlint.core.errors import ContentlintError
from contentlint.core.finding import Finding, Report
from contentlint.core.source import Source
from contentlint.core.tuples import NamedTuple
from contentlint.engine.check import check, document_of
from contentlint.engine.walking import walk_for
from contentlint.fixing.files import fix_bytes
from contentlint.fixing.rounds import FixResult
from contentlint.fixing.site_fixes import fix_about_site
from contentlint.site.recognise import recognise, telling_names

ARTICLE_SUFFIXES = tuple(sorted(MARKDOWN_SUFFIXES | HTML_SUFFIXES))
"""The suffixes of files that are checked."""

_SETTINGS = frozenset({FILE_NAME, "pyproject.toml", ".gitignore"})
_SETTINGS_SUFFIXES = (".py", ".json", ".toml", ".yml", ".yaml")


class Article(NamedTuple):
    """An article with the text of the editor.

    Args:
        task: its settings.
        text: its text.
    """

    task: Task
    text: str

    def document(self) -> Document:
        """The parsed article, with its schema and site."""
        found = document_of(self.task, self.text, self.task.site())
        found.schema = self.task.schema
        return found


class Project:
    """A folder with its settings.

    Args:
        root: the folder, absolute.
        is_trusted: whether Python code of the folder may run.

    Attributes:
        fault: why the settings cannot be used; None if they can.
    """

    def __init__(self, root: Path, *, is_trusted: bool) -> None:
        self.root = root
        self.is_trusted = is_trusted
        self.fault: str | None = None
        self._config: Config | None = None
        self._taken: dict[Path, bool] = {}

    @property
    def config(self) -> Config:
        """The settings, read on first use.

        Raises:
            ContentlintError: they cannot be used.
        """
        if self._config is None:
            is_on = self.is_trusted
            request = Request(python_schemas=is_on, plugins=is_on, selectors=False)
            self._config = load(request, self.root)
        return self._config

    def reload(self) -> None:
        """Read everything again that is not an article: settings, schemas and file names."""
        self._config = None
        self._taken.clear()
        recognise.cache_clear()
        reading.repository_of.cache_clear()
        reading.project_of.cache_clear()

    def article(self, path: Path, text: str) -> Article | None:
        """An article; None if the file is not checked, or the settings cannot be used.

        Args:
            path: its path, absolute; the file need not exist.
            text: its text.
        """
        try:
            article = Article(self.config.task(path), text) if self._takes(path) else None
        except ContentlintError as error:
            self.fault = str(error)
            return None
        self.fault = None
        return article

    def check(self, article: Article) -> Checked | None:
        """Check an article; None if that is not possible, with the reason in `fault`."""
        try:
            checked = check(article.task, article.text)
            return checked._replace(findings=self.without_baseline(article.task, checked.findings))
        except ContentlintError as error:
            self.fault = str(error)
            return None

    def without_baseline(self, task: Task, findings: list[Finding]) -> list[Finding]:
        """The findings of an article that its baseline does not suppress.

        Raises:
            ConfigError: the baseline cannot be read.
        """
        if task.plan.baseline is None or not findings:
            return findings
        report = Report(findings, 1, 0.0)
        config = self.config
        return list(apply_baseline(report, [task.path], config.task, config.cwd).findings)

    def _takes(self, path: Path) -> bool:
        if not path.name.lower().endswith(ARTICLE_SUFFIXES):
            return False
        known = self._taken.get(path)
        if known is None:
            known = self._taken[path] = walk_for(self.config, self.root).reaches(path)
        return known

    @property
    def refused_schemas(self) -> list[str]:
        """Schemas that were not loaded, since the folder is not trusted."""
        return [] if self._config is None else self._config.refused_schemas


def fixed(article: Article, about_site: list[Finding]) -> FixResult:
    """Apply all safe fixes of an article, as `contentlint check --fix` does.

    Args:
        article: the article.
        about_site: its findings about the site, whose fixes are applied first.
    """
    task, data = article.task, article.text.encode("utf-8")
    made = fix_about_site(
        about_site, [task.path], lambda _: task, {task.path: data}, unsafe=False, write=False
    )
    return fix_bytes(task, made[0].after.encode("utf-8") if made else data)


def read(task: Task, text: str) -> Document:
    """A text parsed as an article, without its schema and site."""
    plan = task.plan
    source = Source(task.name, text)
    return Document(source, generator=plan.generator, deepest=plan.limits.depth)


def is_about_settings(path: Path) -> bool:
    """Whether a change of a file may change the settings of articles: configuration, schemas, and
    the files of generators."""
    name = path.name
    return name in _SETTINGS or name in telling_names() or name.endswith(_SETTINGS_SUFFIXES)
