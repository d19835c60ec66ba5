"""A key is in a table, or outside of one, where the generator does not read it.

In TOML every key after a `[table]` belongs to this table, up to the next one: `draft = true` at the
end, after `[params]`, is not the draft setting of the article, and Hugo and Zola publish it without
a warning. Move the key above the first table.

Zola reads tags and categories below `[taxonomies]` only, and ignores others.
"""

from contentlint.rule import Document, Problem, Problems, Site, bad, good, rule

_HUGO = Site("hugo")
_ZOLA = Site("zola")

EXAMPLES = [
    good("+++\ntitle = 'a'\ndate = 2024-03-18\n[params]\nmood = 'calm'\n+++\n", site=_HUGO),
    good("+++\ntitle = 'a'\n[params]\ntags = ['sea']\n+++\n", schema="hugo", site=_HUGO),
    good("+++\ndate = 2024-03-18\n[extra]\ndate = 2024-03-19\n+++\n", site=_ZOLA),
    good("+++\n[taxonomies]\ntags = ['sea']\n[extra]\ntags = 1\n+++\n", site=_ZOLA),
    good("+++\n[[resources]]\nsrc = 'a.png'\n[resources.params]\ndate = 1\n+++\n", site=_HUGO),
    good("+++\ntitle = 'a'\n[extra]\ndate = 2024-03-18\n+++\n", path="a.md"),
    bad(
        "+++\ntitle = 'a'\n[menu.main]\nname = 'a'\n⟦draft⟧ = true\n+++\n",
        "`draft` belongs to `[menu.main]`, where Hugo does not read it; move it above the tables",
        schema="hugo",
        site=_HUGO,
    ),
    bad(
        "+++\r\ntitle = '潮 👍'\r\n[extra]\r\n⟦date⟧ = 2024-03-18\r\n⟦tags⟧ = ['sea']\r\n+++\r\n",
        "`date` belongs to `[extra]`, where Zola does not read it; move it above the tables",
        "`tags` belongs to `[extra]`, where Zola does not read it; move it to `[taxonomies]`",
        path="a.md",
        schema="zola",
        site=_ZOLA,
    ),
    bad(
        "+++\ntitle = 'a'\n⟦tags⟧ = ['sea']\n+++\n",
        "`tags` is outside of `[taxonomies]`, where Zola does not read it; move it there",
        path="a.md",
        schema="zola",
        site=_ZOLA,
    ),
]


@rule(
    severity="warning", preset="recommended", since="0.1", when="generator:top_keys,keys_of_tables"
)
def check(document: Document) -> Problems:
    generator = document.generator
    if not generator.top_keys and not generator.keys_of_tables:
        return
    front_matter = document.front_matter
    entries = front_matter.entries
    tables = dict(generator.keys_of_tables)
    for path in entries:
        key, table = path[-1], ".".join(map(str, path[:-1]))
        right = tables.get(str(key))
        is_list = any(isinstance(part, int) for part in path)
        if is_list or (key not in generator.top_keys and right is None):
            continue
        if right is not None and ((right, key) in entries or table == right):
            continue
        span = front_matter.span_of(path, key=True)
        name = f"`{key}`"
        if not table and right is not None:
            where = f"is outside of `[{right}]`, where {generator.title} does not read it"
            yield Problem(span, f"{name} {where}; move it there")
        if not table or front_matter.format != "toml" or (key,) in entries:
            continue
        if (table, key) in generator.also_below or _is_inline(document, path[:-1]):
            continue
        goal = f"to `[{right}]`" if right is not None else "above the tables"
        where = f"belongs to `[{table}]`, where {generator.title} does not read it"
        yield Problem(span, f"{name} {where}; move it {goal}")


def _is_inline(document: Document, table: tuple[str | int, ...]) -> bool:
    """Whether a table is written as a value, so that its keys are there on purpose."""
    start = document.front_matter.span_of(table).start
    return document.text[start : start + 1] != "["
