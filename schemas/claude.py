"""Files for Claude Code: commands and subagents.

`.claude/commands/**/*.md`, https://code.claude.com/docs/en/slash-commands
`.claude/agents/**/*.md`, https://code.claude.com/docs/en/sub-agents
"""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from contentlint.fields import FilledText, Flag, Text, Texts, Title, WholeNumber


class Command(BaseModel):
    """Front matter of a command."""

    model_config = ConfigDict(extra="allow")

    description: FilledText | None = Field(None, description="what the command does")
    argument_hint: Any = Field(
        None, alias="argument-hint", description="hint for the arguments, when it is completed"
    )
    allowed_tools: Texts | None = Field(
        None, alias="allowed-tools", description="tools that it may use without asking"
    )
    model: Text | None = Field(None, description="model that runs it")
    disable_model_invocation: Flag | None = Field(
        None, alias="disable-model-invocation", description="whether only users can run it"
    )


class Agent(BaseModel):
    """Front matter of a subagent."""

    # A file without the required keys is not loaded.
    for_every_file: ClassVar[bool] = True

    model_config = ConfigDict(extra="allow")

    name: Title = Field(description="unique name, in lower-case letters and hyphens")
    description: Title = Field(description="when to use the subagent")
    tools: Texts | None = Field(None, description="tools that it may use; all by default")
    disallowed_tools: Texts | None = Field(
        None, alias="disallowedTools", description="tools that it may not use"
    )
    model: Text | None = Field(None, description="alias or name of a model, or `inherit`")
    permission_mode: Text | None = Field(
        None, alias="permissionMode", description="which actions need no confirmation"
    )
    max_turns: WholeNumber | None = Field(
        None, alias="maxTurns", description="number of turns after which it stops"
    )
    skills: Texts | None = Field(None, description="skills that it starts with")
    mcp_servers: list[Any] | dict[str, Any] | None = Field(
        None, alias="mcpServers", description="servers with additional tools"
    )
    hooks: dict[str, Any] | None = Field(None, description="commands that run at its events")
    memory: Text | None = Field(None, description="`user`, `project` or `local`")
    background: Flag | None = Field(None, description="whether it always runs in the background")
    isolation: Text | None = Field(None, description="`worktree`: a git worktree of its own")
    effort: Text | WholeNumber | None = Field(None, description="effort level of the model")
    color: Text | None = Field(None, description="color of its output")
