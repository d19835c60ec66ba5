"""Which rules correspond to those of other linters: every rule of theirs is in one of the tables.

Checked against markdownlint 0.40, html-validate 10.17, HTMLHint 1.9, remark-lint 10 and rumdl 0.3.
"""

from collections.abc import Mapping

from contentlint.core.tuples import NamedTuple

LAYOUT = "layout, which readers do not see; use a formatter"
NO_RULE = "contentlint has no such rule"
PAGE = "about complete pages, which the templates of the generator make"
CHECK = "contentlint has no such rule; a `[[checks]]` table can have a pattern or selector for it"


class Peer(NamedTuple):
    """The rules of another linter.

    Args:
        same: its rules with those of ours that find the same, separated by spaces.
        layout, pages, checks, others: its rules without a counterpart, by reason.
        aliases: other names of its rules.
    """

    same: Mapping[str, str]
    layout: frozenset[str]
    pages: frozenset[str]
    checks: frozenset[str]
    others: frozenset[str]
    aliases: Mapping[str, str]

    def reason(self, name: str) -> str | None:
        """Why a rule has no counterpart; None if it has one, or is unknown."""
        reasons = (
            (self.layout, LAYOUT),
            (self.pages, PAGE),
            (self.checks, CHECK),
            (self.others, NO_RULE),
        )
        return next((reason for names, reason in reasons if name in names), None)

    @property
    def rules(self) -> frozenset[str]:
        """The names of all its rules."""
        return frozenset(self.same) | self.layout | self.pages | self.checks | self.others


_MARKDOWNLINT = Peer(
    same={
        "MD001": "accessibility/skipped-heading-level",
        "MD011": "markdown/unrendered-link",
        "MD018": "markdown/heading-without-space",
        "MD026": "text/heading-punctuation",
        "MD037": "markdown/unrendered-emphasis",
        "MD042": "markdown/empty-link",
        "MD045": "image/missing-alt",
        "MD047": "file/missing-final-newline",
        "MD051": "link/broken-anchor",
        "MD052": "markdown/undefined-reference",
        "MD056": "markdown/broken-table",
    },
    layout=frozenset(
        "MD003 MD004 MD005 MD007 MD009 MD010 MD012 MD013 MD014 MD019 MD020 MD021 MD022 MD023 MD027 "
        "MD028 MD029 MD030 MD031 MD032 MD035 MD038 MD039 MD046 MD048 MD049 MD050 MD054 MD055 MD058 "
        "MD060".split()
    ),
    pages=frozenset(["MD041"]),
    checks=frozenset("MD033 MD034 MD040 MD044 MD059".split()),
    others=frozenset("MD024 MD025 MD036 MD043 MD053".split()),
    aliases={
        "heading-increment": "MD001",
        "heading-style": "MD003",
        "ul-style": "MD004",
        "list-indent": "MD005",
        "ul-indent": "MD007",
        "no-trailing-spaces": "MD009",
        "no-hard-tabs": "MD010",
        "no-reversed-links": "MD011",
        "no-multiple-blanks": "MD012",
        "line-length": "MD013",
        "commands-show-output": "MD014",
        "no-missing-space-atx": "MD018",
        "no-multiple-space-atx": "MD019",
        "no-missing-space-closed-atx": "MD020",
        "no-multiple-space-closed-atx": "MD021",
        "blanks-around-headings": "MD022",
        "heading-start-left": "MD023",
        "no-duplicate-heading": "MD024",
        "single-title": "MD025",
        "single-h1": "MD025",
        "no-trailing-punctuation": "MD026",
        "no-multiple-space-blockquote": "MD027",
        "no-blanks-blockquote": "MD028",
        "ol-prefix": "MD029",
        "list-marker-space": "MD030",
        "blanks-around-fences": "MD031",
        "blanks-around-lists": "MD032",
        "no-inline-html": "MD033",
        "no-bare-urls": "MD034",
        "hr-style": "MD035",
        "no-emphasis-as-heading": "MD036",
        "no-space-in-emphasis": "MD037",
        "no-space-in-code": "MD038",
        "no-space-in-links": "MD039",
        "fenced-code-language": "MD040",
        "first-line-heading": "MD041",
        "first-line-h1": "MD041",
        "no-empty-links": "MD042",
        "required-headings": "MD043",
        "proper-names": "MD044",
        "no-alt-text": "MD045",
        "code-block-style": "MD046",
        "single-trailing-newline": "MD047",
        "code-fence-style": "MD048",
        "emphasis-style": "MD049",
        "strong-style": "MD050",
        "link-fragments": "MD051",
        "reference-links-images": "MD052",
        "link-image-reference-definitions": "MD053",
        "link-image-style": "MD054",
        "table-pipe-style": "MD055",
        "table-column-count": "MD056",
        "blanks-around-tables": "MD058",
        "descriptive-link-text": "MD059",
        "table-column-style": "MD060",
    },
)

_RUMDL = Peer(
    same={
        **_MARKDOWNLINT.same,
        "MD057": "link/broken-link",
        "MD064": "text/space-run",
        "MD066": "markdown/undefined-footnote",
        "MD072": "front-matter/key-order",
        "MD083": "file/mojibake",
        "MD084": "file/invisible-character",
        "MD087": "lint/unused-suppression",
        "MD089": "text/cjk-latin-space",
        "MD091": "markdown/markdown-in-html",
        "MD092": "file/merge-conflict",
        "MD094": "file/encoding",
    },
    layout=_MARKDOWNLINT.layout
    | frozenset("MD062 MD063 MD065 MD067 MD071 MD076 MD077 MD085 MD088".split()),
    pages=_MARKDOWNLINT.pages,
    checks=_MARKDOWNLINT.checks | frozenset("MD061 MD081 MD090 MD093".split()),
    others=_MARKDOWNLINT.others
    | frozenset("MD068 MD069 MD070 MD073 MD074 MD075 MD078 MD079 MD080 MD082 MD086 MD095".split()),
    aliases=_MARKDOWNLINT.aliases,
)

_HTMLHINT = Peer(
    same={
        "alt-require": "image/missing-alt",
        "attr-no-duplication": "html/duplicate-attribute",
        "attr-unsafe-chars": "file/control-character",
        "id-unique": "html/duplicate-id",
        "inline-script-disabled": "security/event-handler security/script-url",
        "script-disabled": "security/script-element",
        "src-not-empty": "image/invalid-url",
        "tag-no-obsolete": "html/obsolete-element",
        "tag-pair": "html/unclosed-element html/stray-end-tag",
    },
    layout=frozenset(
        "attr-lowercase attr-no-unnecessary-whitespace attr-sorted attr-value-double-quotes "
        "attr-value-single-quotes attr-whitespace empty-tag-not-self-closed id-class-value "
        "space-tab-mixed-disabled tag-self-close tagname-lowercase".split()
    ),
    pages=frozenset(
        "doctype-first doctype-html5 h1-require head-script-disabled html-lang-require "
        "link-rel-canonical-require main-require meta-charset-require meta-description-require "
        "meta-viewport-require title-require".split()
    ),
    checks=frozenset(
        "button-type-require form-method-require frame-title-require href-abs-or-rel "
        "id-class-ad-disabled inline-style-disabled style-disabled tags-check".split()
    ),
    others=frozenset(
        "attr-value-no-duplication attr-value-not-empty input-requires-label "
        "spec-char-escape tagname-specialchars".split()
    ),
    aliases={},
)

_HTML_VALIDATE = Peer(
    same={
        "attribute-allowed-values": "html/invalid-attribute-value",
        "close-order": "html/misnested-element html/stray-end-tag html/unclosed-element",
        "deprecated": "html/obsolete-element",
        "heading-level": "accessibility/skipped-heading-level",
        "meta-refresh": "security/http-equiv",
        "no-deprecated-attr": "html/obsolete-attribute",
        "no-dup-attr": "html/duplicate-attribute",
        "no-dup-id": "html/duplicate-id",
        "no-self-closing": "html/self-closed-element",
        "no-unknown-elements": "html/unknown-element",
        "no-unused-disable": "lint/unused-suppression",
        "no-utf8-bom": "file/bom",
        "void-content": "html/stray-end-tag",
        "wcag/h37": "image/missing-alt",
    },
    layout=frozenset(
        "attr-case attr-delimiter attr-quotes attr-spacing attribute-boolean-style "
        "attribute-empty-style close-attr doctype-style element-case no-trailing-whitespace "
        "void-style void no-implicit-close prefer-tbody no-implicit-input-type".split()
    ),
    pages=frozenset(
        "aria-hidden-body doctype-html empty-title long-title missing-doctype no-multiple-main "
        "unique-landmark".split()
    ),
    checks=frozenset(
        "allowed-links attr-pattern class-pattern deprecated-class id-pattern name-pattern "
        "no-autoplay no-conditional-comment no-inline-style no-style-tag no-implicit-button-type "
        "prefer-button prefer-native-element require-csp-nonce require-sri script-type "
        "tel-non-breaking".split()
    ),
    others=frozenset(
        "area-alt aria-label-misuse attribute-misuse autocomplete-password deprecated-rule "
        "element-name element-permitted-content element-permitted-occurrences "
        "element-permitted-order element-permitted-parent element-required-ancestor "
        "element-required-attributes element-required-content empty-heading form-dup-name "
        "hidden-focusable input-attributes input-missing-label map-dup-name map-id-name "
        "multiple-labeled-controls no-abstract-role no-dup-class no-missing-references "
        "no-raw-characters no-redundant-aria-label no-redundant-for no-redundant-role "
        "no-unknown-attributes script-element svg-focusable text-content unrecognized-char-ref "
        "valid-autocomplete valid-for valid-id wcag/h30 wcag/h32 wcag/h36 wcag/h63 wcag/h67 "
        "wcag/h71".split()
    ),
    aliases={},
)

_REMARK_LINT = Peer(
    same={
        "lint-final-newline": "file/missing-final-newline",
        "lint-heading-increment": "accessibility/skipped-heading-level",
        "lint-no-heading-punctuation": "text/heading-punctuation",
        "lint-no-undefined-references": "markdown/undefined-reference",
    },
    layout=frozenset(
        f"lint-{name}"
        for name in "blockquote-indentation checkbox-character-style code-block-style "
        "definition-case definition-spacing emphasis-marker fenced-code-marker final-definition "
        "hard-break-spaces heading-style link-title-style list-item-bullet-indent "
        "list-item-content-indent list-item-indent list-item-spacing maximum-line-length "
        "no-blockquote-without-marker no-consecutive-blank-lines no-heading-content-indent "
        "no-shell-dollars no-table-indentation ordered-list-marker-style "
        "ordered-list-marker-value rule-style strong-marker table-cell-padding "
        "table-pipe-alignment table-pipes unordered-list-marker-style".split()
    ),
    pages=frozenset(),
    checks=frozenset(
        f"lint-{name}"
        for name in "fenced-code-flag maximum-heading-length no-literal-urls "
        "no-shortcut-reference-image no-shortcut-reference-link".split()
    ),
    others=frozenset(
        f"lint-{name}"
        for name in "file-extension no-duplicate-definitions no-duplicate-headings "
        "no-emphasis-as-heading no-file-name-articles no-file-name-consecutive-dashes "
        "no-file-name-irregular-characters no-file-name-mixed-case no-file-name-outer-dashes "
        "no-multiple-toplevel-headings no-unused-definitions".split()
    ),
    aliases={},
)

PEERS: Mapping[str, Peer] = {
    "markdownlint": _MARKDOWNLINT,
    "html-validate": _HTML_VALIDATE,
    "htmlhint": _HTMLHINT,
    "remark-lint": _REMARK_LINT,
    "rumdl": _RUMDL,
}
