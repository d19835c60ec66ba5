"""Front matter refers to a file that does not exist.

Images, audio and downloads are looked up where the detected generator looks for them: Hugo in
`static`, `assets` and the page bundle, Hexo in `source` and the asset folder of the article, Jekyll
in the root folder, Astro in `public` and next to the article, Zola in `static` and next to the
article, MkDocs in its docs folder, Docusaurus in `static` and next to the article; for Hugo, Hexo
and Zola also in the themes of the site. If only the case differs, the file is found on the author's
computer but not on the server. Add the file, or correct the path.

A path in the sources is not a URL: Hugo publishes `static/img/tide.png` as `/img/tide.png`, Hexo
`source/img/tide.png`, MkDocs `docs/img/tide.png` likewise. The path that works is proposed.

Files that a theme outside the site may provide are not reported, nor are paths in folders that the
configuration moves.

Fix safety: unsafe if the path is replaced by the one that works, which may be meant for a script.
"""

import re

from contentlint.rule import (
    Document,
    Lookup,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    cut,
    good,
    is_templated,
    lazy,
    plain_key,
    replace,
    rule,
)
from contentlint.rules.front_matter._images import Image, images, is_url

_HUGO = Site("hugo", ("static/img/Tide.png", "content/posts/a/index.md", "content/posts/a/sea.jpg"))
_HEXO = Site("hexo", ("source/img/a.png", "source/_posts/low/b.png", "themes/t/source/t/c.png"))
_ASTRO = Site("astro", ("public/a.png", "src/content/blog/b.png", "src/assets/c.png"))
_ZOLA = Site("zola", ("static/a.png", "content/low/index.md", "content/low/b.png"))

EXAMPLES = [
    good("---\ncover: /a.png\n---\n", path="a.md"),
    good(
        "---\ncover: /img/Tide.png?v=2\nimages: [sea.jpg]\n---\n",
        path="content/posts/a/index.md",
        site=_HUGO,
    ),
    good(
        "---\ncover: /brought/by/theme.png\nimage: tide.png\n---\n", path="content/a.md", site=_HUGO
    ),
    good(
        "---\ncover: img/a.png\nphotos: [b.png, /t/c.png, /logo.png]\n---\n",
        path="source/_posts/low.md",
        site=_HEXO,
    ),
    good(
        "---\nheroImage: /a.png\ncover: ./b.png\nimage: ../../assets/c.png\nog: '@/x.png'\n---\n",
        path="src/content/blog/a.md",
        site=_ASTRO,
    ),
    good(
        "---\ncover: ../../../../../etc/passwd.png\n---\n",
        path="src/content/blog/a.md",
        site=_ASTRO,
    ),
    good(
        "---\nimage: a%20b.png\n---\n",
        path="docs/a.md",
        site=Site("mkdocs", ("docs/a b.png",)),
    ),
    # Found by the helper `image()` of a collection, of which nothing is known.
    good(
        "---\nheroImage: /src/assets/c.png\ncover: /public/a.png\n---\n",
        path="src/content/blog/a.md",
        site=_ASTRO,
    ),
    bad(
        "---\nheroImage: ⟦src/assets/c.png⟧\n---\n",
        "`heroImage`: Astro does not find `src/assets/c.png`; write `../../assets/c.png`",
        path="src/content/blog/a.md",
        site=_ASTRO,
    ),
    bad(
        "---\ncover: ⟦/source/img/a.png⟧\n---\n",
        "`cover`: Hexo does not find `/source/img/a.png`; write `/img/a.png`",
        path="source/_posts/low.md",
        site=_HEXO,
    ),
    bad(
        "---\nimage: ⟦/static/img/a.png⟧\n---\n",
        "`image`: Docusaurus does not find `/static/img/a.png`; write `/img/a.png`",
        path="docs/a.md",
        site=Site("docusaurus", ("static/img/a.png",)),
    ),
    bad(
        "---\nimage: ⟦docs/img/a.png⟧\n---\n",
        "`image`: MkDocs does not find `docs/img/a.png`; write `/img/a.png`",
        path="docs/b.md",
        site=Site("mkdocs", ("docs/img/a.png", "docs/b.md")),
    ),
    good(
        "---\nimage: https://example.org/x.png\ncover: '{{ x }}.png'\nthumbnail: mdi:home\n---\n",
        path="a.md",
        site=Site("jekyll", ("assets/a.png",)),
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover:\r\n  image: ⟦'/img/tide.png'⟧\r\n---\r\n",
        "`cover.image`: file `/img/tide.png` not found; did you mean `/img/Tide.png`?",
        fixed="---\r\ntitle: 潮 👍\r\ncover:\r\n  image: '/img/Tide.png'\r\n---\r\n",
        path="content/posts/b.md",
        site=_HUGO,
    ),
    bad(
        "+++\n[extra]\nimage = ⟦'c.png'⟧\n+++\n",
        "`extra.image`: file `c.png` not found; expected at `content/low/c.png`",
        path="content/low/index.md",
        schema="zola",
        site=_ZOLA,
    ),
    bad(
        "---\ncover: ⟦img/z.png⟧\nphotos:\n- ⟦c.png⟧\n---\n",
        "`cover`: file `img/z.png` not found; expected at `source/img/z.png`",
        "`photos.0`: file `c.png` not found; expected at `source/_posts/low/c.png`",
        path="source/_posts/low.md",
        site=_HEXO,
    ),
    bad(
        "---\nheroImage: ⟦/z.png⟧\ncover: ⟦./z.png⟧\n---\n",
        "`heroImage`: file `/z.png` not found; expected at `public/z.png`",
        "`cover`: file `./z.png` not found; expected at `src/content/blog/z.png`",
        path="src/content/blog/a.md",
        site=_ASTRO,
    ),
    bad(
        "---\nheader:\n  teaser: ⟦/assets/z.png⟧\naudio: ⟦assets/z.mp3⟧\n---\n",
        "`header.teaser`: file `/assets/z.png` not found; expected at `assets/z.png`",
        "`audio`: file `assets/z.mp3` not found; expected at `assets/z.mp3`",
        path="_posts/2024-03-18-a.md",
        site=Site("jekyll", ("assets/a.png",)),
    ),
    bad(
        "---\nimage: ⟦/img/z.png⟧\n---\n",
        "`image`: file `/img/z.png` not found; expected at `static/img/z.png`",
        path="docs/a.md",
        site=Site("docusaurus", ("static/img/a.png",)),
    ),
]

_OTHER_KEYS = frozenset(
    {"audio", "video", "podcast", "pdf", "attachment", "attachments", "download"}
)
_FILE = lazy(
    r".+\.(?:png|jpe?g|gif|webp|svg|avif|ico|bmp|tiff?|mp3|m4a|ogg|wav|mp4|webm|mov|pdf|zip|epub)",
    re.IGNORECASE,
)


@rule(severity="warning", preset="recommended", since="0.1", when="generator:assets")
def check(document: Document) -> Problems:
    if document.generator.assets is None:
        return
    for named in (*document.once(images), *_others(document)):
        path = re.split("[?#]", named.url, maxsplit=1)[0].strip()
        if is_url(path) or not _FILE.fullmatch(path):
            continue
        found = document.site.file(path)
        if found.state == "missing":
            yield _problem(document, named, path, found)


def _problem(document: Document, named: Image, path: str, found: Lookup) -> Problem:
    what = f"`{named.key}`: file `{cut(path)}` not found"
    if not found.variant:
        return Problem(named.span, f"{what}; expected at `{found.place}`")
    start = named.inside.start
    span = Span(start, start + len(path))
    is_written = document.text[span.start : span.end] == path
    fix = None
    if found.variant.casefold() != path.casefold():
        title = document.generator.title
        message = f"`{named.key}`: {title} does not find `{cut(path)}`; write `{found.variant}`"
        if is_written:
            fix = replace(span, found.variant, f"write `{found.variant}`", "unsafe", (span,))
        return Problem(named.span, message, fix)
    if is_written:
        fix = replace(span, found.variant, "correct the case", names=(span,))
    return Problem(named.span, f"{what}; did you mean `{cut(found.variant)}`?", fix)


def _others(document: Document) -> list[Image]:
    """Audio, videos and downloads."""
    front_matter = document.front_matter
    return [
        Image(".".join(map(str, path)), front_matter.span_of(path), raw)
        for path, raw in front_matter.scalars.items()
        if plain_key(path[0]) in _OTHER_KEYS and len(path) <= 2 and not is_templated(raw)
    ]
