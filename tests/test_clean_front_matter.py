"""What is called clean without Pydantic is what the model accepts, for every shipped schema."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples
from test_shipped_schemas import COMPLETE

from contentlint.front_matter import read
from contentlint.schema.clean import KINDS, Plan, ShippedSchema, is_clean
from contentlint.schema.clean_plan import plan_of
from contentlint.schema.loading import load_model
from contentlint.schema.pydantic_model import ModelSchema
from contentlint.schema.shipped import shipped_schemas

SCHEMAS: dict[str, tuple[ModelSchema, Plan | None]] = {
    name: (schema, plan_of(schema))
    for name in sorted({*shipped_schemas(), *COMPLETE})
    for schema in [load_model(name, Path())]
}
PLANS = {name: (schema, plan) for name, (schema, plan) in SCHEMAS.items() if plan is not None}

# Values as written in YAML.
SCALARS = st.sampled_from(
    """\
low tide|"low tide"|""|" "|'\\ud800'|"\\ud800"|潮汐|"{{ title }}"|<% t %>|~|null|true|yes|"yes"|No|off
0|1|-2|2.5|2.0|.nan|.inf|9999999999999999999999|0x1F|"7"|"2.50"|1e400|12345678901234567890123
2024-03-18|2024-03-18 07:45:10 +01:00|2024-03-18T07:45|2024-13-18|"2024-03-18"|18 Mar 2024|12:30:45
Mon, 18 Mar 2024 02:15:40 GMT|2024/03/18|20240318|1710720000
/img/a.png|https://example.org/a b|http://example.org/|mailto:mara@example.org|javascript:alert(1)
data:image/png;base64,AA|//example.org/x|https://exa mple.org|"#336699"|linear-gradient(red)|htp://x
en|zh-CN|zh_Hant_TW|english|e|en-|EN|default|draft|published|weight|always|date|note
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(
            st.tuples(st.sampled_from(["name", "src", "1", "label"]), inner), max_size=2
        ).map(lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}")
    ),
    max_leaves=5,
)
UNKNOWN = ["mood", "titel", "_own", "Date", "TITLE", "contentlint", "tag", "1", "authr", "true"]


def clean_and_problems(name: str, lines: list[str]) -> tuple[bool, Any]:
    schema, plan = PLANS[name]
    front_matter = read("---\n" + "\n".join(lines) + "\n---\n\nLow tide.\n")
    if front_matter.is_broken:
        return False, ()
    return is_clean(plan, front_matter.data), schema.check(front_matter)


@pytest.mark.parametrize("name", sorted(PLANS))
def test_a_clean_block_has_no_problems(name: str) -> None:
    plan = PLANS[name][1]
    keys = st.sampled_from(sorted({*plan.kinds, *UNKNOWN}))
    # Half of the blocks have what is required, or none would be clean.
    required = [f"{keys[0]}: low" for keys in plan.required]

    @examples(60)
    @given(st.lists(st.tuples(keys, VALUES), max_size=4), st.booleans())
    def agrees(pairs: list[tuple[str, str]], is_whole: bool) -> None:
        written = {key: f"{json.dumps(key)}: {value}" for key, value in pairs}
        is_missing = [line for line in required if line.partition(":")[0] not in written]
        lines = [*(is_missing if is_whole else []), *written.values()]
        is_clean, problems = clean_and_problems(name, lines)
        assert not (is_clean and problems), (lines, problems)

    agrees()


@pytest.mark.parametrize("name", sorted(COMPLETE))
def test_each_line_of_a_valid_block_is_clean_or_left_to_the_model(name: str) -> None:
    plan = SCHEMAS[name][1]
    if plan is None:
        return
    front_matter = read(f"---\n{COMPLETE[name]}---\n")
    without = plan._replace(required=[], is_closed=False)
    clean = [key for key, value in front_matter.data.items() if is_clean(without, {key: value})]
    # Most keys of most schemas have one of the common types.
    assert len(clean) >= len(front_matter.data) / 3


@pytest.mark.parametrize("name", ["article", "hexo", "hugo", "jekyll", "docusaurus.BlogPost"])
def test_usual_front_matter_is_clean(name: str) -> None:
    usual = ["title: Low tide", "date: 2024-03-18", "tags: [sea, coast]", "mood: calm"]
    assert clean_and_problems(name, usual) == (True, ())
    for faulty in ("title: ' '", "date: 2024-13-18", "titel: Low tide"):
        kept = [line for line in usual if line.partition(":")[0] != faulty.partition(":")[0]]
        assert not clean_and_problems(name, [*kept, faulty])[0]


def test_every_kind_is_a_type_of_some_schema_or_of_the_fields() -> None:
    used = {
        kind.removesuffix("[]")
        for _, plan in PLANS.values()
        for kinds in plan.kinds.values()
        for kind in kinds
    }
    assert set(KINDS) - used <= {"Number", "Tag"}


def test_a_block_that_is_not_clean_is_checked_by_the_model() -> None:
    schema, plan = PLANS["hexo"]
    loaded: list[ModelSchema] = []

    def load() -> ModelSchema:
        loaded.append(schema)
        return schema

    shipped = ShippedSchema("hexo", plan, load)
    clean, faulty = (read(f"---\ntitle: Low\ndate: 2024-{n}-18\n---\n") for n in ("03", "13"))
    assert shipped.check(clean) == ()
    assert not loaded
    assert shipped.check(faulty) == schema.check(faulty) != ()
    assert shipped.check(clean) == ()
    assert len(loaded) == 1
