"""A skill for an agent: the front matter of a `SKILL.md`.

https://agentskills.io/specification; its validator rejects other keys.
https://code.claude.com/docs/en/skills has the keys that Claude Code adds.
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
    """Front matter of a skill, with the keys that Claude Code adds."""

    # Required keys must be in every file, not only in articles.
    for_every_file: ClassVar[bool] = True

    unknown_key_help: ClassVar[str] = (
        "not a key of the Agent Skills specification; put keys of your own below `metadata`"
    )

    model_config = ConfigDict(extra="forbid")

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

    # Keys of Claude Code.
    when_to_use: Any = Field(None, description="when to use it, in addition to the description")
    argument_hint: Any = Field(
        None, alias="argument-hint", description="hint for the arguments, when it is completed"
    )
    arguments: Any = Field(None, description="names of its arguments")
    disable_model_invocation: Any = Field(
        None, alias="disable-model-invocation", description="whether only users can run it"
    )
    user_invocable: Any = Field(
        None, alias="user-invocable", description="whether users can run it"
    )
    disallowed_tools: Any = Field(
        None, alias="disallowed-tools", description="tools that it may not use"
    )
    model: Any = Field(None, description="model that runs it")
    effort: Any = Field(None, description="effort level of the model")
    context: Any = Field(None, description="`fork`: it runs in a subagent")
    agent: Any = Field(None, description="type of that subagent")
    hooks: Any = Field(None, description="commands that run at its events")
    paths: Any = Field(None, description="patterns of the files for which it is used")
    shell: Any = Field(None, description="shell for commands in its text")
