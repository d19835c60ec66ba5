"""A rule has nothing to say about an article for which its condition `when` does not hold."""

from contentlint import registry

RULES = [registry.load(rule_id) for rule_id in registry.rule_ids()]
