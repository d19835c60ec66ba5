"""Old names of rules and of their options. They work for one release, with a warning."""

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    "attribution/conflicting-licence": "attribution/conflicting-license",
    "attribution/unclear-licence": "attribution/unclear-license",
    "file/mixed-line-ends": "file/mixed-line-endings",
    "front-matter/impossible-year": "front-matter/implausible-year",
    "front-matter/repeated-image": "front-matter/duplicate-image",
    "front-matter/repeated-tag": "front-matter/duplicate-tag",
    "front-matter/wordless-title": "front-matter/symbol-only-title",
    "html/misplaced-tag": "html/ignored-start-tag",
    "image/agency-picture": "image/agency-image",
    "image/hot-link": "image/hotlink",
    "image/licence-needs-credit": "image/license-needs-credit",
    "image/unthanked-photographer": "image/uncredited-stock-photo",
    "security/click-identifier": "security/click-id",
    "security/foreign-form": "security/external-form",
}
"""The current rule id for each old one."""

OPTIONS: Mapping[str, Mapping[str, str]] = {
    "attribution/conflicting-license": {"site-licence": "site-license"},
    "attribution/long-quotation": {"longest": "max-length"},
    "attribution/unsourced-embed": {"hosts": "embed-hosts"},
    "attribution/unsourced-quotation": {"shortest": "min-length"},
    "attribution/platform-author": {"articles": "min-articles", "share": "min-share"},
    "front-matter/duplicate-tag": {"plurals": "match-plurals"},
    "front-matter/future-date": {"days": "max-days"},
    "front-matter/implausible-year": {"earliest": "min-year", "ahead": "max-years-ahead"},
    "front-matter/invalid-language": {"underscores": "allow-underscores"},
    "front-matter/large-data-uri": {"largest": "max-length"},
    "front-matter/long-title": {"columns": "max-width"},
    "front-matter/wrong-image-host": {"allowed": "allowed-hosts", "refused": "blocked-hosts"},
    "front-matter/wrong-image-type": {"types": "blocked-types"},
    "html/obsolete-attribute": {"allow": "allowed-attributes"},
    "html/obsolete-element": {"allow": "allowed-elements"},
    "html/unknown-element": {"allow": "allowed-elements"},
    "image/hotlink": {"own": "own-hosts", "hosts": "allowed-hosts"},
    "image/placeholder": {"hosts": "blocked-hosts"},
    "security/campaign-parameter": {"names": "parameters", "hosts": "allowed-hosts"},
    "security/click-id": {"names": "parameters"},
    "security/exposed-email": {"fields": "keys"},
    "security/external-form": {"hosts": "allowed-hosts"},
    "security/script-element": {"hosts": "allowed-hosts"},
    "security/tracking-pixel": {"hosts": "allowed-hosts"},
    "security/unsandboxed-iframe": {"hosts": "allowed-hosts"},
    "text/heading-punctuation": {"marks": "characters"},
}
"""For each rule, by its current id, the current name of each old option, with hyphens."""


def current(name: str) -> str:
    """The current id of a rule; other names are returned unchanged."""
    return RULES.get(name, name)


def deprecation(old: str, new: str) -> str:
    """The warning about an old name."""
    return f"`{old}` is deprecated; use `{new}`"
