"""Files for coding agents that lie beside articles: skills, rules, prompts and instructions.

They are recognized by their names, and by the folders that the tools read.
"""

from contentlint.core.patterns import lazy
from contentlint.site.generator import Kind

_KINDS = {
    "skill": Kind("agent skills", ("SKILL.md",), "skill"),
    "rule": Kind("cursor rules", (".cursor/rules/**/*.mdc",), "cursor"),
    "prompt": Kind("copilot prompts", ("*.prompt.md",), "copilot.Prompt"),
    "instructions": Kind("copilot instructions", ("*.instructions.md",), "copilot.Instructions"),
    "copilot": Kind("copilot agents", ("*.agent.md", "*.chatmode.md"), "copilot.Agent"),
    "agent": Kind("claude agents", (".claude/agents/**/*.md",), "claude.Agent"),
    "command": Kind("claude commands", (".claude/commands/**/*.md",), "claude.Command"),
}
_FILE = lazy(
    r"(?:^|/)(?:"
    r"(?P<skill>SKILL\.md)"
    r"|(?P<rule>\.cursor/rules/(?:.*/)?[^/]+\.mdc)"
    r"|(?P<prompt>[^/]+\.prompt\.md)"
    r"|(?P<instructions>[^/]+\.instructions\.md)"
    r"|(?P<copilot>[^/]+\.(?:agent|chatmode)\.md|\.github/agents/[^/]+\.md)"
    r"|(?P<agent>\.claude/agents/(?:.*/)?[^/]+\.md)"
    r"|(?P<command>\.claude/commands/(?:.*/)?[^/]+\.md)"
    r")$"
)
_ENDINGS = ("SKILL.md", ".mdc", ".prompt.md", ".instructions.md", ".agent.md", ".chatmode.md")
_AGENTS, _CLAUDE = ".github/agents/", ".claude/"
# Plain Markdown: https://agents.md and the documentation of the tools require no front matter.
_PLAIN = (
    "AGENTS.md",
    "AGENTS.override.md",
    "CLAUDE.md",
    "CLAUDE.local.md",
    "GEMINI.md",
    "copilot-instructions.md",
)
_ALL_ENDINGS = (*_ENDINGS, *_PLAIN)


def agent_file(path: str) -> Kind | None:
    """The kind of an agent's file with front matter; None for other files.

    Args:
        path: with `/`, absolute or relative.
    """
    # Most files are articles, and this is asked for each of them.
    if not path.endswith(_ENDINGS) and _AGENTS not in path and _CLAUDE not in path:
        return None
    match = _FILE.search(path)
    return None if match is None or match.lastgroup is None else _KINDS[match.lastgroup]


def may_be_of_agents(paths: str) -> bool:
    """Whether there may be such a file among some paths, joined in any way."""
    return _AGENTS in paths or _CLAUDE in paths or any(end in paths for end in _ALL_ENDINGS)


def is_plain_agent_file(path: str) -> bool:
    """Whether a file contains instructions for agents without front matter.

    Args:
        path: with `/`, absolute or relative.
    """
    return path.rpartition("/")[2] in _PLAIN
