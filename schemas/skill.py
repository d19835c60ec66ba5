"""A skill for an agent: the front matter of a `SKILL.md`.

https://agentskills.io/specification
"""

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from contentlint.fields import Text, Texts, Title


def _name(value: str) -> str:
    words = "".join(char if char.isalnum() else "-" for char in value.lower()).split("-")
    right = "-".join(word for word in words if word)
    if value != right:
        form = f"write `{right}`" if right else "write `low-tide`"
        raise ValueError(f"a name is words in lower case, joined by single hyphens; {form}")
    return value


class Skill(BaseModel):
    """Front matter of a skill; what a certain agent reads beside it is left alone."""

    # A file that lacks what is required is a fault, whatever else its block is for.
    for_every_file: ClassVar[bool] = True

    model_config = ConfigDict(extra="allow")

    name: Annotated[Title, Field(max_length=64), AfterValidator(_name)] = Field(
        description="its name, which is its folder's: at most 64 letters, digits and hyphens"
    )
    description: Annotated[Title, Field(max_length=1024)] = Field(
        description="what it does and when to use it, in at most 1024 characters"
    )
    license: Text | None = Field(None, description="its licence, or the file that has it")
    compatibility: Annotated[Text, Field(max_length=500)] | None = Field(
        None, description="what it needs to run, in at most 500 characters"
    )
    metadata: dict[str, Any] | None = Field(None, description="values for certain agents")
    allowed_tools: Texts | None = Field(
        None, alias="allowed-tools", description="the tools that it may use unasked"
    )
