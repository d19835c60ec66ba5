"""A skill for an agent: the front matter of a `SKILL.md`.

https://agentskills.io/specification
"""

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from contentlint.fields import Text, Texts, Title


def _name(value: str) -> str:
    words = "".join(char if char.isalnum() else "-" for char in value.lower()).split("-")
    name = "-".join(word for word in words if word)
    if value != name:
        example = name or "low-tide"
        raise ValueError(f"expected lower-case words joined by single hyphens; use `{example}`")
    return value


class Skill(BaseModel):
    """Front matter of a skill; keys of specific agents are not checked."""

    # Required keys must be in every file, not only in articles.
    for_every_file: ClassVar[bool] = True

    model_config = ConfigDict(extra="allow")

    name: Annotated[Title, Field(max_length=64), AfterValidator(_name)] = Field(
        description="name, equal to that of the folder: at most 64 letters, digits and hyphens"
    )
    description: Annotated[Title, Field(max_length=1024)] = Field(
        description="what it does and when to use it, in at most 1024 characters"
    )
    license: Text | None = Field(None, description="license, or the license file")
    compatibility: Annotated[Text, Field(max_length=500)] | None = Field(
        None, description="requirements to run it, in at most 500 characters"
    )
    metadata: dict[str, Any] | None = Field(None, description="custom values for agents")
    allowed_tools: Texts | None = Field(
        None, alias="allowed-tools", description="tools that it may use without asking"
    )
