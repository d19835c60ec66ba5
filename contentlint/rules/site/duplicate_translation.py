"""Two articles of one language are the same translation.

Hugo takes articles with the same `translationKey` for languages of one page. Two in one language
are listed as translations of each other.

Give one of them another key, or set its language.
"""

from collections import defaultdict

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, cut, good, rule

_CONFIGURATION = "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n"
_HUGO = Site("hugo", configuration=_CONFIGURATION)
_KEY = "---\ntranslationKey: tide\n---\n"

EXAMPLES = [
    good(_KEY, path="content/a.md", site=_HUGO, files={"content/b.fr.md": _KEY}),
    good(_KEY, path="content/a.md", site=_HUGO, files={"content/b.md": "Mud\n"}),
    good(_KEY, path="content/a.md", site=Site("hugo"), files={"content/b.md": _KEY}),
    good("Mud\n", path="content/a.md", site=_HUGO, files={"content/a/index.md": "Mud\n"}),
    bad(
        f"{_KEY}⟦⟧潮 👍\n",
        "translation `tide` in language `en` is also `content/b.md`; use another key",
        "translation `tide` in language `en` is also `content/a.md`; use another key",
        path="content/a.md",
        site=_HUGO,
        files={"content/b.md": f"{_KEY}⟦⟧Mud\n", "content/c.fr.md": _KEY},
    ),
]

collect = collect_links


@rule(severity="warning", preset="recommended", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    urls = facts.urls
    if urls is None or not urls.has_translation_keys:
        return
    same: dict[tuple[str, str], list[str]] = defaultdict(list)
    keys = {}
    for page, (key, language, _) in urls.translations():
        if page.front.get("translationkey"):
            same[key, language].append(page.path)
            keys[page.path] = key, language
    for fact, page in facts.pages() if keys else ():
        key, language = keys.get(page.path, ("", ""))
        other = next((path for path in same[key, language] if path != page.path), None)
        if other is not None:
            what = f"translation `{cut(key)}` in language `{language}` is also `{cut(other, 80)}`"
            yield fact.problem(f"{what}; use another key")
