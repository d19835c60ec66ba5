"""Files for GitHub Copilot: prompts, instructions and custom agents.

`*.prompt.md`, https://code.visualstudio.com/docs/copilot/customization/prompt-files
`*.instructions.md`, https://code.visualstudio.com/docs/copilot/customization/custom-instructions
`*.agent.md`, https://code.visualstudio.com/docs/copilot/customization/custom-agents and
https://docs.github.com/en/copilot/reference/custom-agents-configuration

Keys that VS Code rejects but GitHub reads, and the reverse, are accepted.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from contentlint.fields import FilledText, Flag, Text, Texts


class Instructions(BaseModel):
    """Front matter of instructions."""

    model_config = ConfigDict(extra="allow")

    name: FilledText | None = Field(None, description="name in the menus of the editor")
    description: FilledText | None = Field(None, description="what the instructions are about")
    apply_to: FilledText | None = Field(
        None,
        alias="applyTo",
        description="patterns of the files that they apply to, in one string, separated by commas",
    )
    exclude_agent: Texts | None = Field(
        None, alias="excludeAgent", description="agents that do not use them"
    )


class Prompt(BaseModel):
    """Front matter of a prompt."""

    model_config = ConfigDict(extra="allow")

    name: FilledText | None = Field(None, description="name after `/` in the chat")
    description: FilledText | None = Field(None, description="what the prompt does")
    argument_hint: FilledText | None = Field(
        None, alias="argument-hint", description="hint for the arguments, in the input field"
    )
    agent: FilledText | None = Field(None, description="`ask`, `edit`, `agent` or a custom agent")
    mode: FilledText | None = Field(None, description="deprecated name of `agent`")
    model: Texts | None = Field(None, description="language model, or several by preference")
    tools: list[Text] | None = Field(None, description="tools that the prompt may use")


class Handoff(BaseModel):
    """A step that an agent suggests to continue with."""

    model_config = ConfigDict(extra="allow")

    label: FilledText = Field(description="text of the button")
    agent: FilledText = Field(description="agent to continue with")
    prompt: Text | None = Field(None, description="prompt for that agent")
    send: Flag | None = Field(None, description="whether the prompt is sent at once")
    model: Text | None = Field(None, description="language model that runs it")


class Agent(BaseModel):
    """Front matter of a custom agent, formerly a chat mode."""

    model_config = ConfigDict(extra="allow")

    name: FilledText | None = Field(None, description="name of the agent")
    description: FilledText | None = Field(None, description="what the agent does")
    argument_hint: FilledText | None = Field(
        None, alias="argument-hint", description="hint for the arguments, in the input field"
    )
    tools: Texts | None = Field(None, description="tools that the agent may use")
    agents: Texts | None = Field(None, description="agents that it may use; `*` for all")
    model: Texts | None = Field(None, description="language model, or several by preference")
    target: Literal["vscode", "github-copilot"] | None = Field(
        None, description="where it is available; everywhere by default"
    )
    user_invocable: Flag | None = Field(
        None, alias="user-invocable", description="whether users can choose it"
    )
    disable_model_invocation: Flag | None = Field(
        None, alias="disable-model-invocation", description="whether only users can choose it"
    )
    infer: Flag | Literal["all", "user", "agent", "hidden"] | None = Field(
        None, description="deprecated: `user-invocable` and `disable-model-invocation`"
    )
    handoffs: list[Handoff] | None = Field(None, description="steps to continue with")
    mcp_servers: dict[str, Any] | None = Field(
        None, alias="mcp-servers", description="servers with additional tools"
    )
    metadata: dict[str, Any] | None = Field(None, description="custom values")
