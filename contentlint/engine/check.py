"""Check articles: bytes to document, rules to problems, problems to findings.

An exception in a rule is a finding on that file; the run goes on.
"""

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contentlint import registry
from contentlint.article.document import Document
from contentlint.cache.entries import Examined
from contentlint.cache.key import content, day, file_state
from contentlint.config.resolve import Config, Plan, RulePlan
from contentlint.core.errors import ContentlintError, name_of
from contentlint.core.finding import (
    CONFIDENCES,
    SEVERITIES,
    Excerpt,
    Finding,
    Fix,
    Related,
    Report,
    Severity,
)
from contentlint.core.reading import TooLarge, read_file
from contentlint.core.source import Source, Span, decode
from contentlint.engine.discover import Discovery
from contentlint.engine.fingerprints import Fingerprints
from contentlint.engine.guard import (
    LIMIT_REACHED,
    OUT_OF_MEMORY,
    OutOfTime,
    TimeLimit,
    circumstances,
    out_of_time,
)
from contentlint.site.context import Surroundings
from contentlint.site.facts import Poll, settle

if TYPE_CHECKING:
    from contentlint.article.suppressions import Suppressions
    from contentlint.cache.store import Cache
    from contentlint.engine.run import Watch
    from contentlint.rule import Problem, Rule

INTERNAL_ERROR = "lint/internal-error"
# Of the engine's own findings, the one about a limit that configuration sets.
_OWN_RULES = (INTERNAL_ERROR, LIMIT_REACHED)
UNREADABLE_FILE = "lint/unreadable-file"

# Until it has done its work, nothing else of a file with lone carriage returns is fixed.
_OF_LINE_ENDS = "file/mixed-line-ends"

# Without this word an article has no suppression.
_MARK = "contentlint"

# Rules about markup, whose findings carry the selector of their element.
_IN_MARKUP = ("html/", "accessibility/", "image/")
# A selector costs a walk through the tree; an article with more faults than these is no page.
_MOST_SELECTORS = 500

# The part of a line that a finding carries along: enough for any terminal, whatever the line.
_EXCERPT = 160
_BEFORE = 60
_SHOWN_OF_SECRET = 4


def check_files(
    discovery: Discovery,
    config: Config,
    cwd: Path,
    cache: "Cache | None" = None,
    *,
    jobs: int | None = 1,
    watch: "Watch | None" = None,
) -> Report:
    """Check all files of a run.

    Args:
        discovery: which.
        config: what to do with each.
        cwd: the folder that paths of findings are relative to.
        cache: what is known of files that have not changed.
        jobs: how many processes work; None: as many as pay.
        watch: who is told how far it is.

    Raises:
        SchemaError: a schema cannot be found or imported.
    """
    from contextlib import closing

    from contentlint.engine.run import examine_files

    started = time.perf_counter()
    poll = Poll()
    done = 0
    # Closed whatever happens, so that no worker outlives an interrupt.
    with closing(examine_files(discovery.files, config, cwd, cache, jobs=jobs, watch=watch)) as run:
        for found in run:
            poll.add(found)
            done += 1
    return Report(poll.settled(), done, time.perf_counter() - started)


def check_file(
    path: Path, config: Config, name: str, cache: "Cache | None" = None
) -> list[Finding]:
    """Check one file by itself.

    Args:
        path: where it is, absolute.
        config: what to do with it.
        name: what reports call it.
        cache: what is known of it if it has not changed.
    """
    from contentlint.engine.run import examine_cached

    return settle(examine_cached(path, config, name, cache))


def examine_file(path: Path, config: Config, name: str, *, is_kept: bool = False) -> Examined:
    """The findings of a file, those included that depend on the facts of others.

    Args:
        path: where it is, absolute.
        config: what to do with it.
        name: what reports call it.
        is_kept: whether the findings are kept, with all that they depend on.
    """
    try:
        state = file_state(path)
        data = read_file(path, config.plan(path).limits.file_size)
    except OSError as error:
        return Examined([unreadable(name, error)])
    except TooLarge as error:
        return Examined([of_file(Source(name, ""), LIMIT_REACHED, str(error))])
    if not is_kept:
        return Examined(_examine_bytes(data, path, config, name))
    return _examined(data, path, config, name, state)


def unreadable(name: str, error: OSError) -> Finding:
    """The finding about a file that cannot be read; its name as reports show it."""
    reason = error.strerror or type(error).__name__
    return of_file(Source(name, ""), UNREADABLE_FILE, f"file cannot be read: {reason}")


def _examined(data: bytes, path: Path, config: Config, name: str, state: str) -> Examined:
    surroundings = config.surroundings(path, config.plan(path))
    known_by, ends = content(data, name), day(data)
    findings = _examine_bytes(data, path, config, name, surroundings)
    # A rule that failed may not fail again.
    asked = None if _has_failed(findings) else surroundings.asked
    return Examined(findings, asked, known_by, state, ends)


def examine_content(
    data: bytes, path: Path, config: Config, name: str, cache: "Cache | None" = None
) -> list[Finding]:
    """As `examine_file`, of what was read of a file or of a text that is nowhere."""
    if cache is None:
        return _examine_bytes(data, path, config, name)
    plan = config.plan(path)
    key = cache.keys.key(data, name, plan)
    surroundings = config.surroundings(path, plan)
    findings = cache.get(key, surroundings)
    if findings is None:
        findings = _examine_bytes(data, path, config, name, surroundings)
        if not _has_failed(findings):
            cache.put(key, findings, surroundings.asked)
    return findings


def examine_whole(data: bytes, path: Path, config: Config, name: str) -> list[Finding]:
    """As `examine_content`, however many findings there are."""
    return _examine_bytes(data, path, config, name, is_whole=True)


def _has_failed(findings: list[Finding]) -> bool:
    """Whether another try may find something else: a rule failed, or time was over."""
    return any(finding.rule in _OWN_RULES for finding in findings)


def check_bytes(
    data: bytes,
    path: Path,
    config: Config,
    name: str,
    surroundings: Surroundings | None = None,
) -> list[Finding]:
    """Check the content of one file, which need not exist; arguments as for `check_file`.

    `surroundings` is where rules ask what the content does not say; none: those of the path.
    """
    return settle(_examine_bytes(data, path, config, name, surroundings))


def _examine_bytes(
    data: bytes,
    path: Path,
    config: Config,
    name: str,
    surroundings: Surroundings | None = None,
    *,
    is_whole: bool = False,
) -> list[Finding]:
    """The findings of a content, one that says what happened where it cannot be checked.

    `is_whole` leaves the limit of findings aside.
    """
    plan = config.plan(path)
    limits = plan.limits
    empty = Source(name, "")
    if len(data) > limits.file_size:
        message = str(TooLarge(len(data), limits.file_size))
        return [of_file(empty, LIMIT_REACHED, message)]
    try:
        with TimeLimit(limits.seconds):
            return _examine_text(data, path, config, name, surroundings, is_whole=is_whole)
    except ContentlintError:
        raise
    except OutOfTime:
        return [of_file(empty, LIMIT_REACHED, out_of_time(limits.seconds))]
    except MemoryError:
        pass  # it is told when its frames are gone, and what they hold
    except Exception as error:  # whatever an article does, the run goes on
        return [_failure(empty, f"file could not be checked ({name_of(error)})", error)]
    return [of_file(empty, LIMIT_REACHED, OUT_OF_MEMORY)]


def within_limit(findings: list[Finding], most: int) -> list[Finding]:
    """The first findings, and one that counts the others at the place of the first of these.

    Args:
        findings: of one file, sorted.
        most: how many may be told. What only others decide on does not count.
    """
    told = [found for found in findings if found.fact is None]
    if len(told) <= most:
        return findings
    kept, others = told[:most], told[most:]
    message = (
        f"file has {len(told):,} findings, more than the {most:,} of `limits.findings`; "
        f"{len(others):,} are not reported"
    )
    counted = replace(
        others[0],
        rule=LIMIT_REACHED,
        severity=min((o.severity for o in others), key=SEVERITIES.index),
        confidence="high",
        message=message,
        help=None,
        fix=None,
        related=(),
        selector=None,
        expected=(),
    )
    facts = [found for found in findings if found.fact is not None]
    return sorted([*kept, counted, *facts], key=lambda finding: finding.sort_key)


def _examine_text(
    data: bytes,
    path: Path,
    config: Config,
    name: str,
    surroundings: Surroundings | None,
    *,
    is_whole: bool,
) -> list[Finding]:
    text, fault = decode(data)
    source = Source(name, text, fault)
    plan = config.plan(path)
    document = Document(
        source,
        schema=config.schema(plan),
        generator=plan.generator,
        expects_front_matter=plan.collection is not None,
        surroundings=surroundings or config.surroundings(path, plan),
        deepest=plan.limits.depth,
    )
    if plan.inline_schemas:
        document.take_named_schema(plan.base, plan.schema_root)
    findings = _examine(document, plan, is_whole=is_whole)
    document.release()
    return findings


def check_document(document: Document, plan: Plan) -> list[Finding]:
    """The findings of one article, sorted; what the author suppressed is left out."""
    return settle(_examine(document, plan))


def _examine(document: Document, plan: Plan, *, is_whole: bool = False) -> list[Finding]:
    rules, _ = _prepared(plan)
    crashed: set[str] = set()
    findings = list(_run(document, rules, crashed))
    findings += _too_deep(document, plan.limits.depth)
    if _MARK in document.text:
        findings = _suppressed(document, plan, findings, crashed)
    if not findings:
        return findings
    reported = CONFIDENCES[: CONFIDENCES.index(plan.confidence) + 1]
    findings = [finding for finding in findings if finding.confidence in reported]
    findings.sort(key=lambda finding: finding.sort_key)
    if not is_whole:
        findings = within_limit(findings, plan.limits.findings)
    return list(_identified(document, findings))


def _too_deep(document: Document, deepest: int) -> Iterator[Finding]:
    """What is told of Markdown in too many levels; nothing where no rule looked at the body."""
    if "markup" not in vars(document) or not vars(document.markup):
        return
    try:
        place = document.markup.deep_block(deepest)
    except MemoryError:
        raise
    except Exception:  # the rules have failed at the same
        return
    if place is not None:
        from contentlint.rule import Problem

        message = f"quotes and lists are nested deeper than the {deepest} of `limits.depth`"
        yield finding(document.source, Problem(place, message), LIMIT_REACHED, "error")


_Prepared = list[tuple[RulePlan, "Rule"]]

# The rules of plans, and those of them that are about suppressions and run when all others have.
_known_plans: dict[int, tuple[Plan, tuple[_Prepared, _Prepared]]] = {}
_MOST_PLANS = 100


def _prepared(plan: Plan) -> tuple[_Prepared, _Prepared]:
    """The rules of a plan, imported; those about suppressions by themselves."""
    known = _known_plans.get(id(plan))
    if known is None or known[0] is not plan:
        if len(_known_plans) >= _MOST_PLANS:
            _known_plans.clear()
        rules = [(rule, registry.load(rule.rule_id)) for rule in plan.rules]
        about = [pair for pair in rules if pair[0].rule_id.startswith("lint/")]
        others = [pair for pair in rules if not pair[0].rule_id.startswith("lint/")]
        # The plan is kept, so that no other one gets its identity.
        known = _known_plans[id(plan)] = (plan, (others, about))
    return known[1]


def _run(document: Document, rules: _Prepared, crashed: set[str]) -> Iterator[Finding]:
    """The findings of some rules; one that fails is a finding, too, and is added to `crashed`."""
    fault = document.source.fault
    for rule_plan, rule in rules:
        if fault is not None and fault.unreadable and not rule_plan.rule_id.startswith("file/"):
            continue
        try:
            problems = list(rule.check(document, **rule_plan.options))
        except MemoryError:
            raise  # no other rule will have more of it
        except Exception as error:  # whatever a rule does, the run goes on
            crashed.add(rule_plan.rule_id)
            yield _crashed(document.source, rule_plan.rule_id, error)
            continue
        if problems:
            yield from _lifted(document, problems, rule_plan)


def _suppressed(
    document: Document, plan: Plan, findings: list[Finding], crashed: set[str]
) -> list[Finding]:
    """What suppressions leave, and what the rules about them say of them."""
    fault = document.source.fault
    if fault is not None and fault.unreadable:
        return findings
    ran = {rule.rule_id for rule in plan.rules} - crashed
    try:
        suppressions = _read_suppressions(document)
    except MemoryError:
        raise
    except Exception as error:
        return [*findings, _crashed(document.source, "lint/unused-suppression", error)]
    kept = suppressions.apply(findings, ran, is_whole=plan.is_whole)
    about = list(_run(document, _prepared(plan)[1], crashed))
    if not plan.suppressions:
        return findings + about
    return kept + suppressions.apply(about, ran, is_whole=plan.is_whole)


def _read_suppressions(document: Document) -> "Suppressions":
    from contentlint.article.suppressions import Known, Suppressions
    from contentlint.fixing.rounds import FIX_FAILED

    rules = {*registry.rule_ids(), *_OWN_RULES, UNREADABLE_FILE, FIX_FAILED}
    known = Known(rules, registry.categories())
    document.suppressions = Suppressions(document, known, datetime.now(UTC).date())
    return document.suppressions


def problems_of(rule: "Rule", document: Document, options: Mapping[str, Any]) -> "list[Problem]":
    """What one rule says of an article; rules about suppressions say it when all others ran."""
    if rule.id.startswith("lint/") and _MARK in document.text:
        ids = [rule_id for rule_id in registry.rule_ids() if not rule_id.startswith("lint/")]
        rules = tuple(RulePlan(rule_id, "error", {}) for rule_id in ids)
        plan = Plan(rules, None, Path(), None, document.generator, "low", is_whole=True)
        check_document(document, plan)
    return list(rule.check(document, **options))


def _identified(document: Document, findings: list[Finding]) -> Iterator[Finding]:
    """The findings with what names them apart from their line: selector and fingerprint."""
    fingerprints = Fingerprints(document)
    left = _MOST_SELECTORS
    for found in findings:
        selector = None
        if left and found.rule.startswith(_IN_MARKUP) and found.span.start >= document.body.start:
            left -= 1
            selector = document.markup.selector_at(found.span.start)
        yield replace(found, selector=selector, fingerprint=fingerprints.of(found))


def _lifted(document: Document, problems: "Iterable[Problem]", plan: RulePlan) -> Iterator[Finding]:
    source = document.source
    for problem in problems:
        fix = problem.fix
        if fix is not None and not _may_be_offered(document, fix, plan.rule_id):
            fix = None
        elif fix is not None and plan.fix_safety is not None:
            fix = fix._replace(safety=plan.fix_safety)
        yield finding(source, problem._replace(fix=fix), plan.rule_id, plan.severity)


def _may_be_offered(document: Document, fix: Fix, rule_id: str) -> bool:
    """Whether a fix may be made of this article, whatever its rule thinks of it."""
    if document.source.fault is not None:
        return False  # the places of a text that is not the file's are not the file's places
    if document.has_lone_returns and rule_id != _OF_LINE_ENDS:
        return False
    if fix.safety == "unsafe":
        return True
    body = document.body.start
    return not any(
        edit.span.end > body and document.is_in_faulty_tag(edit.span) for edit in fix.edits
    )


def finding(source: Source, problem: "Problem", rule_id: str, severity: Severity) -> Finding:
    """A problem as a finding: its place in lines and columns, and the line for people."""
    span = problem.span
    start, end = source.position(span.start), source.position(span.end)
    help_text = problem.help
    if help_text is None and problem.fix is not None:
        help_text = problem.fix.title
    related = (Related(note.message, *source.position(note.span.start)) for note in problem.related)
    return Finding(
        path=source.path,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        rule=rule_id,
        severity=severity,
        confidence=problem.confidence,
        message=problem.message,
        help=help_text,
        fix=problem.fix,
        related=tuple(related),
        excerpt=_excerpt(source, span, is_secret=problem.is_secret),
        span=span,
        expected=problem.expected,
        fact=problem.fact,
        about=problem.about,
    )


def _excerpt(source: Source, span: Span, *, is_secret: bool) -> Excerpt:
    """The first marked line, or the part of it around the mark where it is long.

    Of a secret the first few signs are shown, so that it can be found.
    """
    line = source.line_at(span.start)
    start = line.start
    if line.end - line.start > _EXCERPT:
        start = max(line.start, min(span.start - _BEFORE, line.end - _EXCERPT))
    text = source.text[start : min(line.end, start + _EXCERPT)]
    if is_secret:
        first, last = span.start - start + _SHOWN_OF_SECRET, span.end - start
        text = text[:first] + "•" * len(text[first:last]) + text[last:]
    return Excerpt(text, start - line.start + 1)


def _crashed(source: Source, rule_id: str, error: Exception) -> Finding:
    message = f"rule `{rule_id}` failed on this file ({name_of(error)})"
    return _failure(Source(source.path, ""), message, error)


def _failure(empty: Source, message: str, error: Exception) -> Finding:
    return replace(of_file(empty, INTERNAL_ERROR, message), help=circumstances(error))


def of_file(source: Source, rule_id: str, message: str) -> Finding:
    """A finding about a file as a whole."""
    from contentlint.rule import Problem

    return finding(source, Problem(Span(0, 0), message), rule_id, "error")
