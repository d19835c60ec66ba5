"""The rules of a plan, of which only those run whose condition holds for an article."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from contentlint import registry
from contentlint.article.conditions import Conditions
from contentlint.article.document import Document
from contentlint.config.plan import Plan, RulePlan
from contentlint.core.errors import ContentlintError
from contentlint.core.tuples import NamedTuple

if TYPE_CHECKING:
    from contentlint.rule import Rule


class Prepared(NamedTuple):
    """A rule that is ready to run.

    Args:
        plan: its settings.
        rule: the imported rule.
        call: its function, with the options set.
    """

    plan: RulePlan
    rule: "Rule"
    call: Callable[[Document], Iterator[Any]]


class Prepare:
    """Some rules of a plan; each is imported when its condition holds for the first time.

    Args:
        plans: the rules.
        function: the function of theirs that runs.
        rule: the rule, if it is a single one that is not in the registry.
    """

    def __init__(
        self,
        plans: Sequence[RulePlan],
        function: Literal["check", "collect"],
        rule: "Rule | None" = None,
    ) -> None:
        self._plans = plans
        self._rule = rule
        self._function = function
        own = [rule.when] if rule is not None else []
        self._conditions = Conditions(
            own or [registry.defaults_of(plan.rule_id, plan.extra).when for plan in plans],
            registry.test_named,
        )
        self._prepared: list[Prepared | None] = [None] * len(plans)
        self._choices: dict[tuple[int, ...], list[Prepared]] = {}

    def chosen(self, document: Document) -> list[Prepared]:
        """The rules that may have something to say about an article, in order.

        All of them, if it cannot be found out: then every rule reports the failure itself.
        """
        try:
            numbers = self._conditions.chosen(document)
        except (MemoryError, ContentlintError):
            raise
        except Exception:  # the rules fail for the same reason
            return [self._prepare(number) for number in range(len(self._plans))]
        known = self._choices.get(numbers)
        if known is None:
            if len(self._choices) >= _MOST_CHOICES:
                self._choices.clear()
            prepared = self._prepared
            known = [prepared[number] or self._prepare(number) for number in numbers]
            self._choices[numbers] = known
        return known

    def _prepare(self, number: int) -> Prepared:
        known = self._prepared[number]
        if known is None:
            plan = self._plans[number]
            rule = self._rule or registry.load(plan.rule_id, plan.extra)
            function = getattr(rule, self._function)
            options = rule.options_of(function, plan.options)
            call = partial(function, **options) if options else function
            known = self._prepared[number] = Prepared(plan, rule, call)
        return known


class PreparedPlan(NamedTuple):
    """The rules of a plan by when they run.

    Args:
        collectors: those that collect facts for rules about the whole site.
        others: those that run before suppressions are applied.
        about_suppressions: those that run afterwards.
    """

    collectors: Prepare
    others: Prepare
    about_suppressions: Prepare


# Maximum number of remembered plans and of remembered choices of rules.
_MOST_PLANS = 100
_MOST_CHOICES = 10_000

_known: dict[int, tuple[Plan, PreparedPlan]] = {}


def prepared(plan: Plan) -> PreparedPlan:
    """The rules of a plan, remembered by the identity of the plan."""
    known = _known.get(id(plan))
    if known is None or known[0] is not plan:
        if len(_known) >= _MOST_PLANS:
            _known.clear()
        about = [rule for rule in plan.rules if rule.rule_id.startswith("lint/")]
        others = [
            rule
            for rule in plan.rules
            if not rule.rule_id.startswith("lint/")
            and registry.defaults_of(rule.rule_id, rule.extra).has_check
        ]
        made = PreparedPlan(
            Prepare(_distinct(plan.site_rules), "collect"),
            Prepare(others, "check"),
            Prepare(about, "check"),
        )
        # Keep the plan, so that its `id()` is not reused.
        known = _known[id(plan)] = (plan, made)
    return known[1]


def _distinct(plans: Sequence[RulePlan]) -> list[RulePlan]:
    """Without the rules whose facts another one collects by the same function."""
    known: set[str] = set()
    found = []
    for plan in plans:
        # Rules of plugins have facts of their own.
        collector = "" if plan.extra else registry.defaults_of(plan.rule_id).collector
        if not collector or collector not in known:
            found.append(plan)
        if collector:
            known.add(collector)
    return found
