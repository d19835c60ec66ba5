"""Lines that look like a list or a mapping are folded into one string.

YAML joins the lines of an unquoted value. A list item needs a space after its `-` and no text above
it on the line of the key; a key needs a space after its `:`. Otherwise

    tags: sea
      - mud

is the one tag "sea - mud", and `-sea` and `-mud` on two lines are the one tag "-sea -mud".

Put every item on a line of its own, with `- ` before it, and a space after every `:`.
"""

from contentlint.rule import Document, Problem, Problems, Site, bad, cut, good, lazy, rule

EXAMPLES = [
    good("---\ntags:\n  - sea\n  - mud\nsize:\n  a: 1\n  b: 2\n---\n"),
    good("---\ndescription: low tide\n  - and high - at the sea\n---\n"),
    good("---\ndescription: see https://example.org\n  https://example.org/a\n---\n"),
    good(
        "---\ntitle: low\n  tide\ntags: sea\nnote: |\n  - a\n  - b\ntext: 'a\n  - b\n  - c'\n---\n"
    ),
    good("---\ntags: sea\n---\n", site=Site("pelican")),
    good("---\nopens:\n  10:30\n  11:30\nweight: -1\n---\n"),
    bad(
        "---\ntitle: R\ntags: ⟦sea\n  - mud⟧\n---\n",
        "`tags`: lines are folded into the string `sea - mud`; put `- ` before every item, "
        "below the key",
        site=Site("hexo"),
    ),
    bad(
        "---\r\ntags:\r\n  ⟦-潮\r\n  -👍⟧\r\n---\r\n",
        "`tags`: lines are folded into the string `-潮 -👍`; put a space after `-`",
    ),
    bad(
        "---\ntags:\n  - ⟦sea\n    -mud⟧\n---\n",
        "`tags`: lines are folded into the string `sea -mud`; put a space after `-`",
    ),
    bad("---\ntags: ⟦-sea⟧\n---\n", "`tags`: `-sea` is a string; put a space after `-`"),
    bad(
        "---\nsize:\n  ⟦width:1\n  height:2⟧\n---\n",
        "`size`: lines are folded into the string `width:1 height:2`; put a space after `:`",
    ),
    bad(
        "---\ndescription: ⟦one\n  - two\n  - three⟧\n---\n",
        "`description`: lines are folded into the string `one - two - three`; put `- ` before "
        "every item, below the key",
    ),
]

_LINE_END = lazy(r"(?<![ \t])[ \t]*+\r?\n[ \t]*+")
_ITEM = lazy(r"- \S")
_GLUED = lazy(r"-[^\s\d-]")
_PAIR = lazy(r"[A-Za-z_][\w-]*:(?!//)\S")
# Longer values are text, in code points.
_LONGEST = 2000
_LIST_KEYS = frozenset(
    "tags tag categories category keywords keyword authors aliases topics".split()
)


@rule(severity="warning", preset="recommended", since="0.2", when="front-matter")
def check(document: Document) -> Problems:
    front_matter = document.front_matter
    if front_matter.format != "yaml" or document.reading.yaml == "none":
        return
    for path, raw in front_matter.scalars.items():
        if not _may_be_folded(raw) or path not in front_matter.entries:
            continue
        span = front_matter.span_of(path)
        written = document.text[span.start : span.end]
        if written[:1] in "'\"|>[{&*!":
            continue
        name = next((part for part in reversed(path) if isinstance(part, str)), "")
        advice = _advice(written, is_list=name.lower() in _LIST_KEYS)
        if not isinstance(path[-1], str):
            rest = _LINE_END.split(written)[1:]
            advice = "put a space after `-`" if rest and all(map(_GLUED.match, rest)) else None
        if advice is not None:
            what = f"lines are folded into the string `{cut(raw)}`"
            if "\n" not in written:
                what = f"`{cut(raw)}` is a string"
            yield Problem(span, f"`{name}`: {what}; {advice}")


def _may_be_folded(raw: str) -> bool:
    """Whether a value may be of several lines, which are joined by spaces, or begin with `-`."""
    return 0 < len(raw) <= _LONGEST and (" " in raw or raw[0] == "-" or "\n" in raw)


def _advice(written: str, *, is_list: bool) -> str | None:
    """What to change in an unquoted value; None if it is a string on purpose."""
    if "\n" not in written:
        return "put a space after `-`" if is_list and _GLUED.match(written) else None
    lines = _LINE_END.split(written)
    if all(map(_GLUED.match, lines)):
        return "put a space after `-`"
    if all(map(_PAIR.match, lines)):
        return "put a space after `:`"
    rest = lines[1:]
    if all(map(_ITEM.match, rest)) and (is_list or len(rest) > 1):
        return "put `- ` before every item, below the key"
    return None
