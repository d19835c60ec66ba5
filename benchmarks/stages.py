"""Measure the time of each stage and rule of a run on a folder.

    python benchmarks/stages.py FOLDER [--preset recommended] [--rounds 5] [--format text]

Checks the folder in this process, without cache and workers, and times each stage: discovery, read,
decode, configuration, front matter, schema, the tree and the other indexes of an article, each
rule, findings and the report. Time in a nested stage counts only for that stage; an index counts
for the stage with its name, whichever rule used it. Prints milliseconds for the folder (median of
the rounds), microseconds per article, and the number of calls. Time is that of the processor, which
depends less on the load of the machine. The timer costs about a microsecond per call. "the floor"
is the time for reading, decoding, YAML and the tree with its locations alone.
"""

import argparse
import gc
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property, wraps
from pathlib import Path
from typing import Any

import turbohtml
import yaml

from contentlint import registry
from contentlint.article import links
from contentlint.article.document import HTML_SUFFIXES, MARKDOWN_SUFFIXES, Document
from contentlint.config.resolve import Config, Request, load
from contentlint.config.task import Resources
from contentlint.core.finding import Report
from contentlint.core.source import Source
from contentlint.engine import check, run
from contentlint.engine import discover as discovering
from contentlint.engine.prepared import Prepare
from contentlint.engine.site import Sites
from contentlint.front_matter.split import split
from contentlint.markup.tree import Markup
from contentlint.reporters import WITH_SELECTORS, Style, render

# Indexes that are computed once per article, on first use: stage, class, name.
INDEXES = (
    ("front matter", Document, "front_matter"),
    ("schema", Document, "field_problems"),
    ("images", Document, "images"),
    ("masks", Markup, "_masked"),
    ("Markdown", Markup, "_rendering"),
    ("tree", Markup, "tree"),
    ("tag names", Markup, "_written_tags"),
    ("attribute names", Markup, "attribute_names"),
    ("text runs", Markup, "text_runs"),
    ("parse errors", Markup, "parse_errors"),
    ("repairs", Markup, "repairs"),
    ("soup", Markup, "soup"),
    ("selectors", Markup, "_by_start"),
    ("lines", Source, "line_starts"),
)
FUNCTIONS = (
    ("read", run, "read_file"),
    ("decode", check, "decode"),
    ("configuration", Config, "task"),
    ("load schema", Resources, "schema"),
    ("findings", check, "lifted"),
    ("findings", check, "identified"),
    ("conditions", Prepare, "chosen"),
    ("links", links, "links_of"),
    ("page", links, "page_of_article"),
    ("link elements", links, "link_elements"),
    ("rules about sites", Sites, "_problems"),
)


class Clock:
    """Time by stage, excluding nested stages."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()
        self._open: list[str] = ["other"]
        self._since = time.process_time()

    def _add_elapsed(self) -> None:
        now = time.process_time()
        self.seconds[self._open[-1]] += now - self._since
        self._since = now

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self._add_elapsed()
        self._open.append(name)
        self.calls[name] += 1
        try:
            yield
        finally:
            self._add_elapsed()
            self._open.pop()

    def around(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)  # rules with the same collector are known by its name
        def timed(*args: Any, **options: Any) -> Any:
            with self.stage(name):
                found = function(*args, **options)
                # Lazy results are computed here, not in the caller.
                return list(found) if isinstance(found, Iterator) else found

        return timed

    def attach(self) -> Iterator[tuple[Any, str, Any]]:
        """Add the timer to all stages; yields the attributes to restore."""
        for name, owner, attribute in INDEXES:
            index = owner.__dict__[attribute]
            yield owner, attribute, index
            timed = cached_property(self.around(name, getattr(index, "func", None) or index.fget))
            timed.__set_name__(owner, attribute)
            setattr(owner, attribute, timed)
        for name, owner, attribute in FUNCTIONS:
            plain = owner.__dict__[attribute]
            yield owner, attribute, plain
            is_method = isinstance(plain, classmethod)
            timed_function = self.around(name, plain.__func__ if is_method else plain)
            setattr(owner, attribute, classmethod(timed_function) if is_method else timed_function)


@contextmanager
def attached(clock: Clock) -> Iterator[None]:
    before = list(clock.attach())
    rules = [
        (rule, attribute, getattr(rule, attribute))
        for rule in map(registry.load, registry.rule_ids())
        for attribute in ("check", "collect")
        if getattr(rule, attribute) is not None
    ]
    for rule, attribute, function in rules:
        name = rule.id if attribute == "check" else f"{rule.id} (facts)"
        object.__setattr__(rule, attribute, clock.around(name, function))
    try:
        yield
    finally:
        for rule, attribute, function in rules:
            object.__setattr__(rule, attribute, function)
        for owner, attribute, plain in before:
            setattr(owner, attribute, plain)


def one_round(folder: Path, request: Request, form: str) -> tuple[Clock, Report]:
    """A run with a timer around each stage."""
    gc.collect()
    clock = Clock()
    with attached(clock):
        with clock.stage("configuration"):
            config = load(request, folder)
        with clock.stage("discovery"):
            discovery = discovering.discover((), config, folder)
        report = run.check_files(discovery, config.task)
        with clock.stage("report"):
            for _ in render(form, report, Style()):
                pass
    return clock, report


def floor(folder: Path, files: list[Path]) -> float:
    """Seconds for reading, decoding, YAML in C and the tree with its locations only."""
    started = time.process_time()
    for file in files:
        text = file.read_bytes().decode("utf-8", "replace")
        block = split(text)
        if block is not None and block.format == "yaml":
            with suppress(yaml.YAMLError, ValueError):
                yaml.load(text[slice(*block.content)], yaml.CSafeLoader)
        body = text if block is None else text[block.body_start :]
        turbohtml.parse(body, source_locations=True)
    return time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--preset", default="recommended", help="preset of rules to run")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--format", default="text", help="report format")
    given = parser.parse_args()
    folder = given.folder.resolve()
    selectors = given.format in WITH_SELECTORS
    request = Request(config=(f'preset = "{given.preset}"',), selectors=selectors)
    config = load(request, folder)
    files = discovering.discover((), config, folder).files
    files = [file for file in files if file.suffix.lower() in MARKDOWN_SUFFIXES | HTML_SUFFIXES]
    if not files:
        sys.exit(f"no articles found in {folder}")
    one_round(folder, request, given.format)
    rounds = [one_round(folder, request, given.format) for _ in range(given.rounds)]
    bare = statistics.median(floor(folder, files) for _ in range(given.rounds))
    clocks = [clock for clock, _ in rounds]
    names = set().union(*(clock.seconds for clock in clocks))
    spent = {name: statistics.median(clock.seconds[name] for clock in clocks) for name in names}
    out = sys.stdout.write
    out(f"{len(files)} articles, {len(rounds[0][1].findings)} findings\n")
    out(f"{'ms':>9} {'µs/article':>11} {'calls':>8}  stage\n")
    total = sum(spent.values())
    for name in sorted(spent, key=lambda name: -spent[name]):
        seconds, calls = spent[name], clocks[0].calls[name]
        out(f"{seconds * 1e3:9.1f} {seconds / len(files) * 1e6:11.1f} {calls:8}  {name}\n")
    out(f"{total * 1e3:9.1f} {total / len(files) * 1e6:11.1f} {'':8}  total\n")
    out(f"{bare * 1e3:9.1f} {bare / len(files) * 1e6:11.1f} {'':8}  the floor\n")


if __name__ == "__main__":
    main()
