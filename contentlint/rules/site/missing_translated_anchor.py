"""A translation lacks anchors that its original has.

Links to these anchors lead to the start of the page in this language. Only ids of headings that
authors write are compared, such as `## Low tide {#low-tide}`, in a translation that has some of
them: those made of the text of headings differ in every language.

Add the ids to the translation.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, cut, good, rule

_CONFIGURATION = (
    "defaultContentLanguage = 'en'\n[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n"
)
_HUGO = Site("hugo", configuration=_CONFIGURATION)
_TEXT = "## Low {#low}\n\n## High {#high}\n\n<h2 id='mud'>Mud</h2>\n"

EXAMPLES = [
    good("## Basse {#low}\n", path="content/a.de.md", site=_HUGO, files={"content/a.md": _TEXT}),
    good("## Basse\n", path="content/a.fr.md", site=_HUGO, files={"content/a.md": _TEXT}),
    good(_TEXT, path="content/a.fr.md", site=_HUGO, files={"content/a.md": _TEXT}),
    good("## A {#low}\n", path="content/a.md", site=_HUGO, files={"content/a.fr.md": _TEXT}),
    good("## A {#low}\n", path="fr/a.md", files={"en/a.md": _TEXT}),
    bad(
        "---\ntitle: Marée\n---\n⟦⟧## Basse 👍 {#low}\n",
        "anchors of `content/a.md` are missing in this translation: `#high`, `#mud`",
        path="content/a.fr.md",
        site=_HUGO,
        files={"content/a.md": _TEXT},
    ),
]

# The number of anchors that a message names.
_MOST = 5

collect = collect_links


@rule(severity="info", preset="strict", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    urls = facts.urls
    if urls is None:
        return
    translations = urls.translations()
    originals = {each.key: page for page, each in translations if each.is_original}
    keys = {page.path: each.key for page, each in translations if not each.is_original}
    for fact, page in facts.pages() if keys else ():
        original = originals.get(keys.get(page.path, ""))
        if original is None:
            continue
        own = {*urls.heading_ids(page), *page.ids}
        wanted = urls.heading_ids(original)
        missing = [each for each in wanted if each not in own]
        if missing and len(missing) < len(wanted):
            named = ", ".join(f"`#{cut(each)}`" for each in missing[:_MOST])
            more = f" and {len(missing) - _MOST} more" if len(missing) > _MOST else ""
            what = f"anchors of `{cut(original.path, 80)}` are missing in this translation"
            yield fact.problem(f"{what}: {named}{more}")
