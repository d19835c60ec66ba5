"""Wording and fixes that rules about links share."""

from contentlint.rule import Fix, Link, Outcome, Safety, SiteFact, cut, replace


def quoted(text: str) -> str:
    """A target in backticks, shortened."""
    return f"`{cut(text.replace('`', chr(39)), 80)}`"


def proposal(outcome: Outcome) -> str:
    """The end of a message that names the nearest target; empty if there is none."""
    return f"; did you mean {quoted(outcome.suggestion)}?" if outcome.suggestion else ""


def correction(fact: SiteFact, link: Link, outcome: Outcome) -> Fix | None:
    """The fix that replaces the target: safe if it is certainly the same page."""
    if not outcome.suggestion or not link.is_exact or link.is_templated:
        return None
    if any(character in outcome.suggestion for character in " ()<>\"'`\n"):
        return None
    safety: Safety = "safe" if outcome.is_safe else "unsafe"
    title = f"write `{cut(outcome.suggestion, 80)}`"
    return replace(fact.span, outcome.suggestion, title, safety, (fact.span,))
