"""A date does not exist, or the generator cannot read it or reads another instant.

Generators parse dates in different ways. Hugo stops at `2024-03-18T20:00`, which has no seconds;
Eleventy stops at a blank instead of the `T`; Hexo ignores the offset of a date without quotes;
Docusaurus appends `Z` to a date in quotes. What the detected generator does is reported, and
a form that it reads is proposed; other forms that it reads well are accepted.

If the generator is not known, the proposal is ISO 8601: most generators read it, and 5 of 12
cannot read the date of a feed such as `Fri, 19 Nov 2021 03:39:16 GMT`, or one with slashes.
`03/04/2024` is reported in any case, since it is March 4 to some and April 3 to others.

Fix safety: unsafe if the generator reads the date today as another instant, which the fix changes.
"""

from contentlint.rule import (
    Dates,
    Document,
    Fix,
    NamedTuple,
    NotADate,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    cut,
    date_of,
    good,
    is_templated,
    lazy,
    read_date,
    replace,
    rule,
)
from contentlint.rules.front_matter._dates import iso

EXAMPLES = [
    good("---\ntitle: a\ndate: 2024-03-18\nupdated: 2024-03-18 20:00:00 +08:00\n---\n"),
    good("---\ntitle: a\ndate: 2024/3/8 20:00\n---\n", schema="hexo", site=Site("hexo")),
    good("+++\ntitle = 'a'\ndate = 2024-03-18T20:00:00Z\n+++\n", path="a.md"),
    good("---\ntitle: a\nday: 2024/3/8\n---\n", schema="hugo", site=Site("hugo")),
    good("---\ntitle: a\ndate: '{{ date }}'\nupdated:\n---\n"),
    good("---\ntitle: a\ndate: Mar 18, 2024\n---\n", schema="jekyll", site=Site("jekyll")),
    good("---\ntitle: a\nupdated: 18.03.2024\n---\n", schema="hugo", site=Site("hugo")),
    bad(
        "---\ntitle: a\ndate: ⟦Mon, 18 Mar 2024 02:15:40 GMT⟧\n---\n",
        "`date`: `Mon, 18 Mar 2024 02:15:40 GMT` is not ISO 8601; write `2024-03-18T02:15:40Z`",
        fixed="---\ntitle: a\ndate: 2024-03-18T02:15:40Z\n---\n",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\ndate: ⟦'Mar 18, 2024'⟧\r\n---\r\n",
        "`date`: `Mar 18, 2024` is not ISO 8601; write `2024-03-18`",
        fixed="---\r\ntitle: 潮 👍\r\ndate: '2024-03-18'\r\n---\r\n",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\ndate: ⟦03/04/2024⟧\n---\n",
        "`date`: `03/04/2024` is ambiguous: 2024-04-03 or 2024-03-04; write it as `YYYY-MM-DD`",
    ),
    bad(
        "---\ntitle: a\ndate: ⟦2024/13/27⟧\n---\n",
        "`date`: `2024/13/27` does not exist; months range from 01 to 12",
    ),
    bad(
        "---\r\ntitle: 潮\r\ndate: ⟦'2024/3/8 20:00:00Z'⟧\r\nlastmod: 2024-03-09\r\n---\r\n",
        "`date`: Hugo cannot read `2024/3/8 20:00:00Z` and stops the build; "
        "write `2024-03-08T20:00:00Z`",
        fixed="---\r\ntitle: 潮\r\ndate: '2024-03-08T20:00:00Z'\r\nlastmod: 2024-03-09\r\n---\r\n",
        schema="hugo",
        site=Site("hugo"),
    ),
    bad(
        "---\ntitle: a\nupdated: ⟦1710728140⟧\n---\n",
        "`updated`: `1710728140` is a Unix timestamp; write `2024-03-18T02:15:40Z`",
        fixed="---\ntitle: a\nupdated: 2024-03-18T02:15:40Z\n---\n",
    ),
    bad(
        "---\ntitle: a\ndate: ⟦2024-03-18T20:00:00+08:00⟧\n---\n",
        "`date`: Hexo reads `2024-03-18T20:00:00+08:00` as local time, without the offset; "
        "write `'2024-03-18T20:00:00+08:00'`",
        fixed="---\ntitle: a\ndate: '2024-03-18T20:00:00+08:00'\n---\n",
        schema="hexo",
        site=Site("hexo"),
    ),
    bad(
        "---\ntitle: a\nlastUpdated: ⟦'2024-03-18'⟧\n---\n",
        "`lastUpdated`: Starlight cannot read `2024-03-18` and stops the build; "
        "write `2024-03-18`, without quotes",
        fixed="---\ntitle: a\nlastUpdated: 2024-03-18\n---\n",
        path="src/content/docs/a.md",
        schema="astro.Doc",
        site=Site("starlight"),
    ),
    bad(
        "---\ntitle: a\n⟦date⟧:\n---\n",
        "`date`: Jekyll cannot read an empty date and stops the build; set it or remove the key",
        path="_posts/2024-03-18-a.md",
        schema="jekyll",
        site=Site("jekyll"),
    ),
    bad(
        "---\ntitle: a\ndate: ⟦'{{ .Date }}'⟧\n---\n",
        "`date`: template expression `{{ .Date }}` is not evaluated in a date; write the date",
        schema="hugo",
        site=Site("hugo"),
    ),
    good(
        "---\ntitle: a\ndate: '{{ .Date }}'\n---\n",
        path="archetypes/default.md",
        schema="hugo",
        site=Site("hugo"),
    ),
    bad(
        "---\ntitle: a\ndate: ⟦2024⟧\n---\n",
        "`date`: Hugo reads `2024` as seconds since 1970: 1970-01-01",
        schema="hugo",
        site=Site("hugo"),
    ),
    bad(
        '+++\ntitle = "a"\ndate = ⟦"18 March 2024"⟧\n+++\n',
        "`date`: Zola cannot read `18 March 2024` and stops the build; write `2024-03-18`",
        fixed='+++\ntitle = "a"\ndate = "2024-03-18"\n+++\n',
        path="a.md",
        schema="zola",
        site=Site("zola"),
    ),
]

_LONGEST = 60
_MONTH = lazy(r"[0-9]{4}-[0-9]{2}")
_EMPTY = frozenset({"", "~", "null"})
# Folders of articles to start from, in which a program replaces template expressions.
_TEMPLATE_FOLDERS = frozenset("archetypes scaffolds templates _templates template".split())


@rule(severity="error", preset="recommended", since="0.1", when="field:date or generator:dates")
def check(document: Document) -> Problems:
    judged: set[Span] = set()
    yield from _of_generator(document, judged)
    is_shipped = document.schema is not None and not document.schema.origins
    for problem in document.field_problems:
        if problem.kind != "date" or problem.span in judged:
            continue
        raw = document.front_matter.raw(problem.path) or ""
        fault = _fault(raw)
        # A format is right or wrong for a generator; for keys that it does not read, themes decide.
        is_style = fault is not None and (
            fault.cause in ("format", "zone") or (not fault.is_dated and raw[:4].isdigit())
        )
        if document.generator.is_known and is_shipped and is_style:
            continue
        fix, message = problem.fix, problem.message
        reader = _reader(document, problem.about)
        if fix is not None and reader is not None:
            rewrite = _readable(document, reader, problem.span, raw, fix)
            fix = None if rewrite is None else rewrite.fix
            if rewrite is not None and fault is not None and rewrite.words:
                message = f"`{problem.about}`: `{cut(raw)}` {fault.fault}; write {rewrite.words}"
        yield Problem(problem.span, message, fix, help=problem.help, about=problem.about)


def _of_generator(document: Document, judged: set[Span]) -> Problems:
    """The problems of dates that the generator reads; adds all these dates to `judged`."""
    if not document.generator.dates:
        return
    is_shipped = document.schema is None or not document.schema.origins
    others = {p.span for p in document.field_problems if p.kind != "date" or not is_shipped}
    for path, raw in document.front_matter.scalars.items():
        key = ".".join(map(str, path))
        reader = _reader(document, key)
        span = document.front_matter.span_of(path)
        if reader is None or span in others or len(raw) > _LONGEST:
            continue
        judged.add(span)
        if problem := _problem(document, reader, path, span, raw):
            yield problem


def _reader(document: Document, key: str) -> Dates | None:
    for each in document.generator.dates:
        if each.has(key) and each.are_read_in(document.path):
            return each
    return None


def _fault(raw: str) -> NotADate | None:
    """What is wrong with a date for ISO 8601; None: nothing."""
    try:
        read_date(raw)
    except NotADate as fault:
        return fault
    return None


def _quote(document: Document, span: Span, raw: str) -> str | None:
    """The quotation mark around a value; empty: none; None: it is written in another way."""
    written = document.text[span.start : span.end]
    if written == raw or not raw:
        return "" if written[:1] not in ("'", '"') else written[:1]
    return written[:1] if written[1:-1] == raw and written[:1] in ("'", '"') else None


def _problem(
    document: Document, reader: Dates, path: tuple[str | int, ...], span: Span, raw: str
) -> Problem | None:
    """What is wrong with a value that the generator reads as a date."""
    key = ".".join(map(str, path))
    title = document.generator.title
    if is_templated(raw):
        if not _TEMPLATE_FOLDERS.isdisjoint(document.path.split("/")):
            return None
        message = f"`{key}`: template expression `{cut(raw)}` is not evaluated in a date"
        return Problem(span, f"{message}; write the date")
    quote = _quote(document, span, raw)
    if quote is None:
        return None
    if raw.strip() not in (_EMPTY if not quote else ("",)):
        return _misread(document, reader, key, span, raw)
    if not reader.empty_fails:
        return None
    where = document.front_matter.span_of(path, key=True) if not raw.strip() else span
    message = f"`{key}`: {title} cannot read an empty date and {reader.failure}"
    return Problem(where, f"{message}; set it or remove the key")


def _misread(document: Document, reader: Dates, key: str, span: Span, raw: str) -> Problem | None:
    """What the generator makes of a date, if it is not what is written."""
    fault = _fault(raw)
    if fault is not None and fault.is_dated and fault.cause == "other":
        return Problem(span, f"`{key}`: `{cut(raw)}` {fault.message}")
    quote = _quote(document, span, raw) or ""
    is_bare = not quote and document.front_matter.format == "toml"
    if is_bare and not raw.strip().isdigit():
        return None
    # Numbers of JSON are floats, which are not seconds since 1970.
    is_number = document.front_matter.format == "json" and reader.unit == "seconds"
    reading = reader.read(raw, quote or ('"' if is_number else ""))
    title = document.generator.title
    if reading.state == "unreadable":
        message = f"`{key}`: {title} cannot read `{cut(raw)}` and {reader.failure}"
    elif reading.state == "shifted":
        message = f"`{key}`: {title} reads `{cut(raw)}` as {reading.meaning}"
    else:
        return None
    rewrite = _rewrite(document, reader, span, raw)
    if rewrite is None:
        return Problem(span, message)
    fix = rewrite.fix
    if reading.state == "shifted":
        fix = fix._replace(safety="unsafe")
    return Problem(span, f"{message}; write {rewrite.words}", fix)


def _readable(
    document: Document, reader: Dates, span: Span, raw: str, fix: Fix
) -> "_Rewrite | None":
    """The fix of a schema, in a form that the generator reads; None if there is none."""
    text = fix.edits[0].text
    if reader.reads(text, _quote(document, span, raw) or ""):
        return _Rewrite("", fix)
    return _rewrite(document, reader, span, raw) if date_of(text) == date_of(raw) else None


class _Rewrite(NamedTuple):
    """The same date in a form that the generator reads.

    Args:
        words: the form, for a message; empty: the one that the schema proposes.
        fix: what replaces the value.
    """

    words: str
    fix: Fix


def _rewrite(document: Document, reader: Dates, span: Span, raw: str) -> _Rewrite | None:
    value = date_of(raw)
    quote = _quote(document, span, raw)
    # The day of `2024-03` is not known.
    if value is None or quote is None or _MONTH.fullmatch(raw):
        return None
    form = iso(value)
    is_json = document.front_matter.format == "json"
    for mark in dict.fromkeys((quote, '"' if is_json else "", "'")):
        is_bare = not mark and document.front_matter.format == "toml"
        if (form, mark) == (raw, quote) or not (is_bare or reader.reads(form, mark)):
            continue
        inside = span if not quote else Span(span.start + 1, span.end - 1)
        words = f"`{form}`"
        if mark == quote:
            return _Rewrite(words, replace(inside, form, f"write `{form}`", names=(inside,)))
        words = f"`{form}`, without quotes" if not mark else f"`{mark}{form}{mark}`"
        title = f"write {words}"
        return _Rewrite(words, replace(span, f"{mark}{form}{mark}", title, names=(span,)))
    return None
