"""The task of checking one article, with all its settings, and the result."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.config.plan import Plan
from contentlint.core.finding import Finding
from contentlint.core.tuples import NamedTuple
from contentlint.schema.references import is_json_schema, is_python
from contentlint.site import credits_file
from contentlint.site.answers import Web
from contentlint.site.context import Questions, SiteContext
from contentlint.site.credits_file import CreditsList
from contentlint.site.facts import CollectedFact
from contentlint.site.lookups import Folders
from contentlint.site.recognise import Recognised

if TYPE_CHECKING:
    from contentlint.config.settings import Memory
    from contentlint.schema.problem import Schema


class SiteRoot(NamedTuple):
    """The folder of a site.

    Args:
        folder: absolute.
        is_deep: whether its subfolders belong to the site as well.
    """

    folder: Path
    is_deep: bool = True


class Resources:
    """Schemas, folders and credits that the articles of a run share, each loaded on first use.

    Args:
        site_of: returns the site of a folder.
        shown: returns a file's name in messages.
        web: what is known about external URLs.
        index: the keys of shipped schemas, from earlier runs.
    """

    def __init__(
        self,
        site_of: Callable[[Path], Recognised | None],
        shown: Callable[[Path], str],
        web: Web | None = None,
        index: "Memory | None" = None,
    ) -> None:
        self._web = {} if web is None else web
        self._site_of = site_of
        self._shown = shown
        self._index = index
        self._schemas: dict[tuple[str, Path], Schema] = {}
        self._folders: dict[Path, Folders] = {}
        self._credits: dict[Path, CreditsList] = {}

    def schema(self, plan: Plan) -> "Schema | None":
        """The schema of a plan; None if it has none.

        Raises:
            SchemaError: it cannot be found or imported.
        """
        if plan.schema is None:
            return None
        key = (plan.schema, plan.base)
        if key not in self._schemas:
            self._schemas[key] = self._load(*key, plan.schema_root)
        return self._schemas[key]

    def _load(self, reference: str, base: Path, root: Path | None) -> "Schema":
        def load() -> "Schema":
            from contentlint.schema.loading import load_schema  # imports Pydantic

            return load_schema(reference, base, root=root)

        if self._index is None or is_python(reference) or is_json_schema(reference):
            return load()
        from contentlint.schema.clean import shipped_schema

        def plan() -> str:
            from contentlint.schema.clean_plan import plan_of

            return json.dumps(plan_of(load()))

        key = reference.encode("utf-8", "surrogatepass")
        return shipped_schema(reference, self._index.remembered((b"schema", key), plan), load)

    def site(self, path: Path, plan: Plan) -> SiteContext:
        """The site of an article, as rules see it.

        Raises:
            ConfigError: the credits file cannot be read.
        """
        return SiteContext(
            path,
            plan.generator,
            self._folders_of,
            self._credits_of(plan),
            credit_keys=plan.credit_keys,
            site_of=self._site_of,
            web=self._web,
        )

    def _credits_of(self, plan: Plan) -> CreditsList | None:
        file = plan.credits
        if file is None:
            return None
        if file not in self._credits:
            listed = credits_file.read(file, self._shown(file), plan.credits_root)
            self._credits[file] = listed
        return self._credits[file]

    def _folders_of(self, root: Path) -> Folders:
        if root not in self._folders:
            self._folders[root] = Folders(root)
        return self._folders[root]


class Task(NamedTuple):
    """An article and all its settings; the check of an article needs no other configuration.

    Args:
        path: absolute; the file need not exist.
        name: its name in reports.
        plan: its settings; articles with the same settings share one object.
        site_root: the folder of its site.
        resources: schemas, folders and credits shared with other articles.
    """

    path: Path
    name: str
    plan: Plan
    site_root: SiteRoot
    resources: Resources

    @property
    def schema(self) -> "Schema | None":
        """The schema of its front matter, loaded on first use.

        Raises:
            SchemaError: it cannot be found or imported.
        """
        return self.resources.schema(self.plan)

    def site(self) -> SiteContext:
        """Its site and the current day, as rules see them, with no questions recorded yet.

        Raises:
            ConfigError: the credits file cannot be read.
        """
        return self.resources.site(self.path, self.plan)


class FactTasks:
    """Makes tasks that only collect facts.

    Args:
        task_of: makes complete tasks.
    """

    def __init__(self, task_of: "TaskOf") -> None:
        self._task_of = task_of
        # A reference to the plan is kept, so that its id is not reused.
        self._plans: dict[int, tuple[Plan, Plan]] = {}

    def __call__(self, path: Path) -> Task:
        return self.only_facts(self._task_of(path))

    def only_facts(self, task: Task) -> Task:
        """The task that only collects the facts of the same article."""
        known = self._plans.get(id(task.plan))
        if known is None:
            plan = task.plan._replace(rules=task.plan.site_rules, only_facts=True)
            known = self._plans[id(task.plan)] = (task.plan, plan)
        return task._replace(plan=known[1])


TaskOf = Callable[[Path], Task]
"""Makes the task of a path: `Config.task`."""


class Checked(NamedTuple):
    """The result of checking one article.

    Args:
        findings: sorted, without suppressed ones.
        facts: the facts that rules about the whole site need.
        questions: what its rules asked about the site and the current day, with the answers; None:
            a rule did not finish, so a second check may have a different result.
        fact_questions: the questions that the facts depend on.
    """

    findings: list[Finding]
    facts: Sequence[CollectedFact] = ()
    questions: Questions | None = None
    fact_questions: Questions | None = None
