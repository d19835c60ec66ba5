"""A key or token that opens an account stands in the article.

Whoever reads it can use it, and programs search public pages for such keys all day. It is known as
soon as it was pushed: revoke it first, then take it out, and out of the history as well.

Known are the forms that GitHub, GitLab, npm, PyPI, AWS, Alibaba and Tencent Cloud, Google, Slack,
Stripe, SendGrid, OpenAI, Anthropic and Hugging Face give out, with their checksums where they have
one, private keys, and signed web tokens that have not expired. Reports show the first signs alone.
Made-up keys, such as those of documentation, are no fault, nor are keys that Google's maps in a
page need.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule
from contentlint.rules.security._tokens import tokens

# In pieces, so that no program that looks for keys takes these for some.
_RANDOM = "Zk3TqW9rLm2X" + "vB7cYp5NsD8h"
_GITHUB = "gh" + "p_"
_STRIPE = "sk_" + "live_"
_SLACK = "xox" + "b-123456789012-210987654321-"
_HOOK = "https://hooks.slack" + ".com/services/T9KQ2ZB7W/B5NXD8HL3/"
_PEM = "EC PRIVATE" + " KEY"
_TOKEN = "ey" + "JhbGciOiJIUzI1NiJ9"

EXAMPLES = [
    good("AKIA" + f"IOSFODNN7EXAMPLE {_GITHUB}{'x' * 36} sk_test_{_RANDOM} 潮"),
    good(f"{_GITHUB}{_RANDOM}Aa1Bb2Cc3Dd4 has a wrong checksum"),
    good(f"-----BEGIN {_PEM}-----\n...\n-----END {_PEM}-----\n", path="a.md"),
    good(f"{_TOKEN}.eyJleHAiOjE1MTYyMzkwMjJ9.{_RANDOM} has expired"),
    good(f"<iframe src='https://www.google.com/maps/embed/v1/place?key=AIza{_RANDOM}Zk3TqW9rLm2'>"),
    bad(
        f"<p>潮 👍</p>\r\n<pre>key = ⟦{_STRIPE}{_RANDOM}⟧</pre>\r\n",
        f"`{_STRIPE}…` is a Stripe key; revoke it, then take it out",
    ),
    bad(
        "---\ntoken: ⟦AKIA" + "Q3EGRZ5KXWVJ7TNB⟧\n---\n"
        f"```sh\ngit clone ⟦{_GITHUB}{_RANDOM}Jf4Gt63keZqH⟧\n```\n",
        "`AKIA…` is an AWS access key; revoke it, then take it out",
        f"`{_GITHUB}…` is a GitHub token; revoke it, then take it out",
        path="a.md",
    ),
    bad(
        f"⟦{_SLACK}{_RANDOM}⟧ ⟦glpat" + f"-{_RANDOM[:20]}⟧\n⟦{_HOOK}{_RANDOM}⟧",
        f"`{_SLACK}…` is a Slack token; revoke it, then take it out",
        "`glpat-…` is a GitLab token; revoke it, then take it out",
        f"`{_HOOK}…` is an address to post to a Slack channel; revoke it, then take it out",
    ),
    bad(
        f"⟦-----BEGIN {_PEM}-----\nMHcCAQEEI{_RANDOM * 5}\n-----END {_PEM}-----⟧\n",
        "`PRIVATE KEY…` is a private key; revoke it, then take it out",
        path="a.md",
    ),
    bad(
        "⟦AKIA" + "Q3EGRZ5KXWVJ7TNB⟧ ⟦ASIA" + "M6PYVD2HQKZR4WLC⟧\n",
        "`AKIA…` is an AWS access key; revoke it, then take it out",
        "`ASIA…` is an AWS access key; revoke it, then take it out",
    ),
    bad(
        f"⟦{_TOKEN}.eyJleHAiOjMyNTAzNTkzNjAwfQ.{_RANDOM}⟧\n",
        "`eyJ…` is a signed web token; revoke it, then take it out",
    ),
]


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    for token in sorted(tokens(document)):
        if token.last_day is not None and document.site.has_come(token.last_day):
            continue
        if token.what == "a Google key" and _is_of_a_map(document, token.span.start):
            continue
        message = f"`{token.shown}…` is {token.what}; revoke it, then take it out"
        yield Problem(token.span, message, is_secret=True)


def _is_of_a_map(document: Document, offset: int) -> bool:
    """Whether a key stands in the address of a map or of Google's scripts, which show it to all."""
    before = document.text[max(offset - 200, 0) : offset]
    return before.endswith("key=") and "google" in before
