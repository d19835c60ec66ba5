"""The name of a skill differs from the name of its folder.

The specification of Agent Skills requires the name of the folder, and its validator rejects a skill
with another name. Change the name, or rename the folder.
"""

from unicodedata import normalize

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule

EXAMPLES = [
    good("---\nname: tide-tables\n---\n", path="skills/tide-tables/SKILL.md"),
    good("---\nname: tide-tables\n---\n", path="SKILL.md"),
    good("---\nname: tide-tables\n---\n", path="skills/tides/index.md"),
    good("---\nname: [tide]\n---\n", path="skills/tides/SKILL.md"),
    good("---\nname:\n---\n", path="skills/tides/SKILL.md"),
    good("Low tide.\n", path="skills/tides/SKILL.md"),
    bad(
        "---\r\ndescription: 潮 👍\r\nname: ⟦'tide'⟧\r\n---\r\n",
        "skill `tide` is in the folder `tide-tables`; use the same name for both",
        path="skills/tide-tables/SKILL.md",
    ),
]


@rule(
    severity="warning",
    preset="recommended",
    since="0.2",
    standard="https://agentskills.io/specification#name-field",
    when="key:name",
)
def check(document: Document) -> Problems:
    *_, folder, file = ("", "", *document.path.replace("\\", "/").split("/"))
    if file != "SKILL.md" or not folder:
        return
    front_matter = document.front_matter
    name = front_matter.get("name")
    if not isinstance(name, str) or not name.strip():
        return
    if normalize("NFKC", name.strip()) != normalize("NFKC", folder):
        where = f"is in the folder `{cut(folder)}`; use the same name for both"
        yield Problem(front_matter.span_of(("name",)), f"skill `{cut(name)}` {where}")
