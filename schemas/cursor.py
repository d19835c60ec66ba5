"""A rule for Cursor: the front matter of `.cursor/rules/**/*.mdc`.

https://cursor.com/docs/context/rules
"""

from pydantic import BaseModel, ConfigDict, Field

from contentlint.fields import Flag, Text, Texts


class Rule(BaseModel):
    """Front matter of a rule; every key may be empty."""

    model_config = ConfigDict(extra="allow")

    description: Text | None = Field(
        None, description="what the rule is about, for the agent to decide whether to apply it"
    )
    globs: Texts | None = Field(None, description="patterns of the files that it applies to")
    always_apply: Flag | None = Field(
        None, alias="alwaysApply", description="whether it applies to every conversation"
    )
