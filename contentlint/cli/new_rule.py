"""`contentlint new-rule`: write the file of a new rule, with examples that hold."""

from collections.abc import Sequence
from pathlib import Path

from contentlint import registry
from contentlint.cli.files import save
from contentlint.cli.options import Parser, write
from contentlint.cli.request import add_configuration
from contentlint.core.errors import UsageError
from contentlint.core.finding import PRESETS
from contentlint.plugins.folders import NAME

_DESCRIPTION = """\
Write the file of a new rule of your own, with a good and a bad example that hold. If the
configuration has no plugin of this name, the rule is written to lint/NAME, and the command prints
the lines to add.
"""

_TEMPLATE = '''\
"""A text has a placeholder.

Say here why it matters to readers, and what to do about it.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, good, rule

EXAMPLES = [
    good("Low tide at noon.\\n", path="a.md"),
    bad("Low tide ⟦lorem ipsum⟧ noon.\\n", "placeholder text: `lorem ipsum`", path="a.md"),
]


@rule(severity="warning")
def check(document: Document, *, words: tuple[str, ...] = ("lorem ipsum",)) -> Problems:
    """
    Args:
        words: the placeholders, in lower case.
    """
    for run in document.text_runs:
        for word in words:
            start = run.raw.lower().find(word)
            if start >= 0:
                start += run.span.start
                span = Span(start, start + len(word))
                yield Problem(span, f"placeholder text: `{word}`")
'''


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("new-rule", description=_DESCRIPTION)
    parser.add_argument("rule", metavar="RULE", help="rule id, such as house/no-shouting")
    add_configuration(parser)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    category, _, name = given.rule.partition("/")
    if not NAME.fullmatch(category) or not NAME.fullmatch(name):
        raise UsageError(f"`{given.rule}` is not a rule id; expected one such as house/no-shouting")
    if category in registry.categories() or category in PRESETS:
        raise UsageError(f"`{category}` is a name of contentlint; use another category")
    folder, is_new = _folder(category, given)
    file = folder / f"{name.replace('-', '_')}.py"
    if file.exists() or file.is_symlink():
        raise UsageError(f"`{_shown(file)}` already exists")
    folder.mkdir(parents=True, exist_ok=True)
    save(file, [_TEMPLATE], _shown(file))
    write([f"wrote {_shown(file)}\n"])
    if is_new:
        write([f'add to contentlint.toml:\n\n[plugins]\n{category} = "{_shown(folder)}"\n\n'])
    write([f"test it with `contentlint test-rules {_shown(file)}`\n"])
    return 0


def _folder(category: str, given: object) -> tuple[Path, bool]:
    """The folder of a plugin, and whether the configuration does not name it yet.

    Raises:
        UsageError: it is that of an installed package.
    """
    from contentlint.config.resolve import Request, load

    options = vars(given)
    request = Request(config=tuple(options["config"]), isolated=options["isolated"], plugins=False)
    cwd = Path.cwd()
    layers = load(request, cwd).layers(cwd)
    for settings in reversed(layers.files):
        value = settings.settings.plugins.get(category)
        if value is True or (settings.package is not None and value):
            raise UsageError(f"plugin `{category}` is an installed package; use another name")
        if isinstance(value, str):
            base = cwd if settings.path is None else settings.path.parent
            return base / value, False
    return cwd / "lint" / category.replace("-", "_"), True


def _shown(path: Path) -> str:
    cwd = Path.cwd()
    return path.relative_to(cwd).as_posix() if path.is_relative_to(cwd) else str(path)
