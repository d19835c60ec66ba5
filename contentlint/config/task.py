"""What is to be done with one article, resolved once, and what becomes of it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from contentlint.config.plan import Plan
from contentlint.core.finding import Finding
from contentlint.site import credits_file
from contentlint.site.context import Questions, SiteContext
from contentlint.site.credits_file import CreditsList
from contentlint.site.facts import CollectedFact
from contentlint.site.lookups import Folders
from contentlint.site.recognise import Recognised

if TYPE_CHECKING:
    from contentlint.schema.problem import Schema


class SiteRoot(NamedTuple):
    """The folder of a site.

    Args:
        folder: absolute.
        is_deep: whether the folders in it belong to the site as well.
    """

    folder: Path
    is_deep: bool = True


class Resources:
    """What the articles of a run share, each loaded when it is first asked for.

    Args:
        site_of: the site that a folder belongs to.
        shown: a file's name for people.
    """

    def __init__(
        self, site_of: Callable[[Path], Recognised | None], shown: Callable[[Path], str]
    ) -> None:
        self._site_of = site_of
        self._shown = shown
        self._schemas: dict[tuple[str, Path], Schema] = {}
        self._folders: dict[Path, Folders] = {}
        self._credits: dict[Path, CreditsList] = {}

    def schema(self, plan: Plan) -> "Schema | None":
        """The schema of a plan; None where it has none.

        Raises:
            SchemaError: it cannot be found or imported.
        """
        if plan.schema is None:
            return None
        key = (plan.schema, plan.base)
        if key not in self._schemas:
            from contentlint.schema.loading import load_schema  # with all of Pydantic

            self._schemas[key] = load_schema(*key, root=plan.schema_root)
        return self._schemas[key]

    def site(self, path: Path, plan: Plan) -> SiteContext:
        """What rules may ask about the site of an article.

        Raises:
            ConfigError: the list of credits cannot be read.
        """
        return SiteContext(
            path,
            plan.generator,
            self._folders_of,
            self._credits_of(plan),
            credit_keys=plan.credit_keys,
            site_of=self._site_of,
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
    """One article and all that holds for it; below configuration nobody asks for more.

    Args:
        path: where it is or would be, absolute.
        name: what reports call it.
        plan: what holds for it; one object for all articles that are treated alike.
        site_root: the folder of its site.
        resources: what it shares with others.
    """

    path: Path
    name: str
    plan: Plan
    site_root: SiteRoot
    resources: Resources

    @property
    def schema(self) -> "Schema | None":
        """The schema of its front matter, loaded when it is first asked for.

        Raises:
            SchemaError: it cannot be found or imported.
        """
        return self.resources.schema(self.plan)

    def site(self) -> SiteContext:
        """What rules may ask about its site and the day, with no question asked yet.

        Raises:
            ConfigError: the list of credits cannot be read.
        """
        return self.resources.site(self.path, self.plan)


class FactTasks:
    """Makes tasks that want nothing but facts of the paths that they are made for.

    Args:
        task_of: makes the whole tasks.
    """

    def __init__(self, task_of: "TaskOf") -> None:
        self._task_of = task_of
        # The whole plan is kept, so that no other one gets its identity.
        self._plans: dict[int, tuple[Plan, Plan]] = {}

    def __call__(self, path: Path) -> Task:
        task = self._task_of(path)
        known = self._plans.get(id(task.plan))
        if known is None:
            plan = task.plan._replace(rules=task.plan.site_rules, only_facts=True)
            known = self._plans[id(task.plan)] = (task.plan, plan)
        return task._replace(plan=known[1])


TaskOf = Callable[[Path], Task]
"""Makes the task of a path: `Config.task`."""


class Checked(NamedTuple):
    """What came out of the check of one article.

    Args:
        findings: sorted; what the author suppressed is left out.
        facts: what it says that rules about the whole site need.
        questions: what its rules asked about the site and the day, with the answers; None: they
            did not come to an end, so another try may find something else.
        fact_questions: those of them on which the facts depend.
    """

    findings: list[Finding]
    facts: Sequence[CollectedFact] = ()
    questions: Questions | None = None
    fact_questions: Questions | None = None
