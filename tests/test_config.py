"""Configuration: the settings of a file, their origins, and errors."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from test_cli import run as command

from contentlint.cli.init import text
from contentlint.config.json_schema import json_schema
from contentlint.config.resolve import Config, Plan, Request, load
from contentlint.core.errors import ConfigError, UsageError
from contentlint.site.generator import UNKNOWN
from contentlint.site.generators import by_name
from contentlint.site.recognise import recognise


@pytest.fixture(autouse=True)
def _fresh() -> None:
    recognise.cache_clear()


def config(folder: Path, toml: str = "", **request: object) -> Config:
    if toml:
        (folder / "contentlint.toml").write_text(toml, "utf-8")
    return load(Request(**request), folder)  # type: ignore[arg-type]


def plan(folder: Path, toml: str = "", path: str = "a.md", **request: object) -> Plan:
    return config(folder, toml, **request).plan(folder / path)


def severity(plan: Plan, rule: str) -> str | None:
    return next((r.severity for r in plan.rules if r.rule_id == rule), None)


def test_without_configuration_the_recommended_rules_run(tmp_path: Path) -> None:
    found = plan(tmp_path)
    assert severity(found, "html/stray-end-tag") == "error"
    assert (found.schema, found.generator, found.collection) == ("article", UNKNOWN, None)


def test_severity_options_and_categories(tmp_path: Path) -> None:
    toml = """
[rules]
"image" = "info"
"image/placeholder" = { blocked_hosts = ["a.example.org"] }
"html/duplicate-id" = "off"
"attribution/missing-author" = { severity = "error", required = true }
"""
    found = plan(tmp_path, toml)
    assert severity(found, "image/missing-alt") == "info"
    assert severity(found, "html/duplicate-id") is None
    options = {r.rule_id: r.options for r in found.rules}
    assert options["image/placeholder"] == {"blocked_hosts": ("a.example.org",)}
    assert options["attribution/missing-author"] == {"required": True}


def test_overrides_apply_to_their_paths_and_later_ones_win(tmp_path: Path) -> None:
    toml = """
[[overrides]]
paths = ["drafts/"]
rules = { "html" = "off" }
[[overrides]]
paths = ["drafts/late.md"]
rules = { "html/stray-end-tag" = "warning" }
"""
    assert severity(plan(tmp_path, toml), "html/stray-end-tag") == "error"
    assert severity(plan(tmp_path, toml, "drafts/a.md"), "html/stray-end-tag") is None
    late = plan(tmp_path, toml, "drafts/late.md")
    assert severity(late, "html/stray-end-tag") == "warning"
    assert severity(late, "html/parse-error") is None


def test_the_last_collection_that_includes_a_file_applies(tmp_path: Path) -> None:
    toml = """
schema = "article"
[[collections]]
name = "all"
include = ["**/*.md"]
[[collections]]
name = "posts"
include = ["posts/**"]
exclude = ["posts/old.md"]
schema = "hexo"
"""
    found = config(tmp_path, toml)
    posts = found.plan(tmp_path / "posts/a.md")
    assert (posts.collection, posts.schema) == ("posts", "hexo")
    old = found.plan(tmp_path / "posts/old.md")
    assert (old.collection, old.schema) == ("all", "article")


def test_files_with_the_same_settings_share_a_plan(tmp_path: Path) -> None:
    found = config(tmp_path)
    assert found.plan(tmp_path / "a.md") is found.plan(tmp_path / "b.md")


def test_only_the_nearest_configuration_file_applies(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    (inner / "deep").mkdir(parents=True)
    (inner / "pyproject.toml").write_text('[tool.contentlint.rules]\n"file/bom" = "error"\n')
    outer = config(tmp_path, '[rules]\n"file/bom" = "off"\n"file/encoding" = "off"\n')
    assert severity(outer.plan(tmp_path / "a.md"), "file/bom") is None
    deep = outer.plan(inner / "deep/a.md")
    assert severity(deep, "file/bom") == "error"
    assert severity(deep, "file/encoding") == "error"


def test_a_pyproject_without_the_table_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert severity(plan(tmp_path), "file/bom") == "warning"


def test_the_command_line_overrides_the_file(tmp_path: Path) -> None:
    toml = '[rules]\n"file/bom" = "off"\n'
    assert severity(plan(tmp_path, toml, isolated=True), "file/bom") == "warning"
    over = plan(tmp_path, toml, config=('rules."file/bom" = "error"',))
    assert severity(over, "file/bom") == "error"
    selected = plan(tmp_path, toml, select=("file/bom",))
    assert [r.rule_id for r in selected.rules] == ["file/bom"]
    without = plan(tmp_path, toml, ignore=("html", "file/encoding"))
    assert {r.rule_id.partition("/")[0] for r in without.rules} >= {"image", "file"}
    assert severity(without, "html/parse-error") is None


def test_a_file_on_the_command_line_replaces_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text('preset = "recommended"\n[rules]\n"file/bom" = "info"\n')
    found = plan(tmp_path, '[rules]\n"file/bom" = "off"\n', config=("other.toml",))
    assert severity(found, "file/bom") == "info"


def test_fail_on(tmp_path: Path) -> None:
    assert config(tmp_path).fail_on == "error"
    assert config(tmp_path, 'fail-on = "never"\n').fail_on == "never"
    assert config(tmp_path, 'fail-on = "never"\n', fail_on="info").fail_on == "info"


def test_every_setting_has_an_origin(tmp_path: Path) -> None:
    toml = 'confidence = "low"\n\n[rules]\n"image/placeholder" = { blocked_hosts = ["a"] }\n'
    found = {
        s.key: s for s in config(tmp_path, toml, ignore=("file/bom",)).settings(tmp_path / "a")
    }
    assert found["confidence"].origin == "contentlint.toml:1"
    assert found["image/placeholder.blocked-hosts"].origin == "contentlint.toml:4"
    assert (found["file/bom"].value, found["file/bom"].origin) == ("off", "--ignore")
    assert found["html/parse-error"].origin == "preset recommended"
    assert found["schema"].origin == "default"


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        (
            '\nfial-on = "error"\n',
            "contentlint.toml:2: unknown key `fial-on`; did you mean `fail-on`?",
        ),
        (
            'fail-on = "eror"\n',
            "contentlint.toml:1: `fail-on`: unknown value `eror`; did you mean `error`?",
        ),
        (
            'fail-on = "zzz"\n',
            "`fail-on`: unknown value `zzz`; expected `error`, `warning`, `info`, `never`",
        ),
        ("fail-on = 5\n", "contentlint.toml:1: `fail-on` must be a string"),
        ('exclude = "a"\n', "contentlint.toml:1: `exclude` must be a list"),
        ('generator = "hexxo"\n', "`generator`: unknown value `hexxo`; did you mean `hexo`?"),
        (
            '[rules]\n\n"html/stray-end-tagg" = "off"\n',
            "contentlint.toml:3: unknown rule or category `html/stray-end-tagg`; did you mean `html/stray-end-tag`?",
        ),
        ('[rules]\n"stray-end-tag" = "off"\n', "did you mean `html/stray-end-tag`?"),
        (
            '[rules]\n"file/bom" = "on"\n',
            'contentlint.toml:2: `rules."file/bom"`: unknown value `on`',
        ),
        ('[rules]\n"file/bom" = 5\n', '`rules."file/bom"`: unknown value `5`; expected `error`'),
        (
            '[rules]\n"file/bom" = { hosts = [] }\n',
            "unknown `file/bom` option `hosts`; the rule has no options",
        ),
        (
            '[rules]\n"image/placeholder" = { host = [] }\n',
            "contentlint.toml:2: unknown `image/placeholder` option `host`",
        ),
        ('[rules]\n"image/placeholder" = { blocked_hosts = "a" }\n', "hosts` must be a list"),
        ('[rules]\n"image" = { hosts = ["a"] }\n', "category `image` has no options"),
        (
            "[[collections]]\nname = 'a'\n",
            "contentlint.toml:1: `collections.0`: `include` is missing",
        ),
        (
            "[[collections]]\nname = 'a'\ninclude = []\n",
            "contentlint.toml:3: `collections.0.include` must not be empty",
        ),
        (
            "[[collections]]\nname = 'a'\ninclude = ['a']\nschem = 'b'\n",
            "contentlint.toml:4: unknown key `schem`; did you mean `schema`?",
        ),
        ("[[overrides]]\npath = ['a']\n", "contentlint.toml:2: unknown key `path`"),
        ("[rules\n", "contentlint.toml:1: invalid TOML"),
        ("a = 1\n\na = 2\n", "contentlint.toml:3: invalid TOML"),
        (
            "[limits]\ndeep = 3\n",
            "contentlint.toml:2: unknown key `deep`; expected `depth`, `file-size`",
        ),
        (
            "[limits]\nsecons = 3.0\n",
            "contentlint.toml:2: unknown key `secons`; did you mean `seconds`?",
        ),
        ("limits.depth = 101\n", "contentlint.toml:1: `limits.depth` must be at most 100"),
        (
            "max-depth = 3\n[limits]\ndepth = 4\n",
            "contentlint.toml:1: `max-depth` and `limits.depth` are both set; remove `max-depth`",
        ),
    ],
)
def test_an_error_names_the_file_the_line_and_the_valid_values(
    tmp_path: Path, toml: str, words: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        config(tmp_path, toml)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_error_in_pyproject_has_its_line_there(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n[tool.contentlint]\nx = 1\n")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:4: unknown key `x`"):
        config(tmp_path)


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (
            {"select": ("html/strayendtag",)},
            "--select: unknown rule or category `html/strayendtag`; did you mean `html/stray-end-tag`?",
        ),
        ({"ignore": ("nonsense",)}, "--ignore: unknown rule or category `nonsense`"),
        ({"ignore": ("strict",)}, "--ignore: unknown rule or category `strict`"),
    ],
)
def test_an_unknown_rule_on_the_command_line(
    tmp_path: Path, request_: dict[str, Any], words: str
) -> None:
    with pytest.raises(UsageError) as caught:
        config(tmp_path, **request_)
    assert words in str(caught.value)


@pytest.mark.parametrize("text", ["none.toml", "rules.x = ", "fial-on = 'a'"])
def test_an_invalid_config_option(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match="--config"):
        config(tmp_path, config=(text,))


def test_an_unreadable_file(tmp_path: Path) -> None:
    (tmp_path / "contentlint.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match=r"contentlint.toml: invalid UTF-8"):
        config(tmp_path)


# --- limits

OLD = "max-file-size = 300\nmax-depth = 3\nmax-findings-per-file = 5\ntime-per-file = 2.5\n"
NEW = "[limits]\nfile-size = 300\ndepth = 3\nfindings = 5\nseconds = 2.5\n"


@pytest.mark.parametrize("toml", [OLD, NEW])
def test_limits_have_old_and_new_keys(tmp_path: Path, toml: str) -> None:
    made = config(tmp_path, toml)
    assert made.plan(tmp_path / "a.md").limits == (300, 3, 5, 2.5)
    limits = [s for s in made.settings(tmp_path / "a.md") if s.key.startswith("limits.")]
    first = toml.startswith("[") + 1
    assert [(setting.key, setting.origin) for setting in limits] == [
        ("limits.file-size", f"contentlint.toml:{first}"),
        ("limits.depth", f"contentlint.toml:{first + 1}"),
        ("limits.findings", f"contentlint.toml:{first + 2}"),
        ("limits.seconds", f"contentlint.toml:{first + 3}"),
    ]


def test_old_keys_of_limits_are_deprecated(tmp_path: Path) -> None:
    assert config(tmp_path, NEW).deprecated == []
    assert config(tmp_path, OLD).deprecated[0] == (
        "contentlint.toml:1: `max-file-size` is deprecated; use `limits.file-size`"
    )
    (tmp_path / "a.md").write_text("low\n")
    warnings = [
        f"contentlint: warning: contentlint.toml:{line}: `{old}` is deprecated; use `limits.{new}`"
        for line, old, new in (
            (1, "max-file-size", "file-size"),
            (2, "max-depth", "depth"),
            (3, "max-findings-per-file", "findings"),
            (4, "time-per-file", "seconds"),
        )
    ]
    # Read from the file, and from the cache.
    for _ in range(2):
        assert command(tmp_path, "check").stderr.splitlines() == warnings
    assert command(tmp_path, "config", "show").stderr.splitlines() == warnings
    assert command(tmp_path, "check", "--quiet").stderr == ""


# --- the JSON Schema


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft7Validator:
    schema = json_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


@pytest.mark.parametrize(
    "toml",
    [
        OLD,
        NEW,
        'preset = "strict"\n[rules]\n"html" = "off"\n"file/bom" = { severity = "info" }\n',
        '[rules]\n"image/placeholder" = { severity = "error", blocked_hosts = ["example.org"] }\n',
        '[rules]\n"attribution/platform-author" = { min-articles = 3, min_share = 0.9 }\n',
        '[[collections]]\nname = "p"\ninclude = ["p/**"]\nschema = "hugo"\n',
        '[[overrides]]\npaths = ["d/**"]\nrules = { attribution = "off" }\n',
        text(by_name("hexo"), "recognised"),
    ],
)
def test_the_json_schema_accepts_what_contentlint_accepts(
    tmp_path: Path, validator: jsonschema.Draft7Validator, toml: str
) -> None:
    config(tmp_path, toml)
    validator.validate(tomllib.loads(toml))


@pytest.mark.parametrize(
    "toml",
    [
        'fial-on = "error"\n',
        'fail-on = "eror"\n',
        "max-depth = 101\n",
        "[limits]\ndeep = 3\n",
        '[rules]\n"file/bon" = "off"\n',
        '[rules]\n"file/bom" = "on"\n',
        '[rules]\n"image/placeholder" = { host = [] }\n',
        '[rules]\n"image" = { hosts = ["a"] }\n',
        '[[overrides]]\npaths = ["d/**"]\nrules = { atribution = "off" }\n',
        "[[collections]]\nname = 'a'\ninclude = []\n",
    ],
)
def test_the_json_schema_rejects_what_contentlint_rejects(
    tmp_path: Path, validator: jsonschema.Draft7Validator, toml: str
) -> None:
    with pytest.raises(ConfigError):
        config(tmp_path, toml)
    assert not validator.is_valid(tomllib.loads(toml))


def test_config_schema_prints_it(tmp_path: Path) -> None:
    assert json.loads(command(tmp_path, "config", "schema").stdout) == json_schema()
