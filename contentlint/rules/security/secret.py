"""The article contains a credential, such as an API key or access token.

Anyone who reads it can use it, and bots scan public pages for credentials all the time. It is
compromised as soon as it is pushed: revoke it first, then remove it from the file and the history.

The rule knows the formats of GitHub, GitLab, npm, PyPI, AWS, Alibaba Cloud, Tencent Cloud, Google,
Slack, Stripe, SendGrid, OpenAI, Anthropic and Hugging Face (with checksums where the format has
one), private keys, and JSON Web Tokens that have not expired. Reports show only the first
characters. Dummy values, as in documentation, are allowed, and so are Google API keys in the URLs
of embedded maps.

The id of an access key (`AKIA…`, `LTAI…`, `AKID…`) is not secret: it is in every signed URL.
Without the secret near it, the confidence is low.
"""

from contentlint.rule import Confidence, Document, Problem, Problems, bad, good, rule
from contentlint.rules.security._tokens import GOOGLE_API_KEY, find_tokens

# Split, so that secret scanners do not report this file.
_RANDOM = "Zk3TqW9rLm2X" + "vB7cYp5NsD8h"
_GITHUB = "gh" + "p_"
_STRIPE = "sk_" + "live_"
_SLACK = "xox" + "b-123456789012-210987654321-"
_HOOK = "https://hooks.slack" + ".com/services/T9KQ2ZB7W/B5NXD8HL3/"
_AWS = "AKIA" + "Q3EGRZ5KXWVJ7TNB"
_PEM = "EC PRIVATE" + " KEY"
_TOKEN = "ey" + "JhbGciOiJIUzI1NiJ9"

EXAMPLES = [
    good("AKIA" + f"IOSFODNN7EXAMPLE {_GITHUB}{'x' * 36} sk_test_{_RANDOM} 潮"),
    good(f"{_GITHUB}{_RANDOM}Aa1Bb2Cc3Dd4 has a wrong checksum"),
    good(f"-----BEGIN {_PEM}-----\n...\n-----END {_PEM}-----\n", path="a.md"),
    good(f"{_TOKEN}.eyJleHAiOjE1MTYyMzkwMjJ9.{_RANDOM} has expired"),
    good(f"<iframe src='https://www.google.com/maps/embed/v1/place?key=AIza{_RANDOM}Zk3TqW9rLm2'>"),
    good(
        f"[tide](https://example.org/a.pdf?AWSAccessKeyId={_AWS}&Signature=b%2Bc) {_AWS}\n",
        path="a.md",
    ),
    bad(
        f"<p>潮 👍</p>\r\n<pre>key = ⟦{_STRIPE}{_RANDOM}⟧</pre>\r\n",
        f"`{_STRIPE}…` is a Stripe API key; revoke it, then remove it",
    ),
    bad(
        f"---\ntoken: ⟦{_AWS}⟧\nsecret: {_RANDOM}Lw8e/Rk2mXq4+Tz6\n---\n"
        f"```sh\ngit clone ⟦{_GITHUB}{_RANDOM}Jf4Gt63keZqH⟧\n```\n",
        "`AKIA…` is an AWS access key; revoke it, then remove it",
        f"`{_GITHUB}…` is a GitHub token; revoke it, then remove it",
        path="a.md",
    ),
    bad(
        f"⟦{_SLACK}{_RANDOM}⟧ ⟦glpat" + f"-{_RANDOM[:20]}⟧\n⟦{_HOOK}{_RANDOM}⟧",
        f"`{_SLACK}…` is a Slack token; revoke it, then remove it",
        "`glpat-…` is a GitLab token; revoke it, then remove it",
        f"`{_HOOK}…` is a Slack webhook URL; revoke it, then remove it",
    ),
    bad(
        f"⟦-----BEGIN {_PEM}-----\nMHcCAQEEI{_RANDOM * 5}\n-----END {_PEM}-----⟧\n",
        "`PRIVATE KEY…` is a private key; revoke it, then remove it",
        path="a.md",
    ),
    bad(
        f"⟦{_AWS}⟧ {_RANDOM}Lw8e/Rk2mXq4+Tz6 ⟦ASIA" + "M6PYVD2HQKZR4WLC⟧\n",
        "`AKIA…` is an AWS access key; revoke it, then remove it",
        "`ASIA…` is an AWS access key; revoke it, then remove it",
    ),
    bad(
        f"⟦{_TOKEN}.eyJleHAiOjMyNTAzNTkzNjAwfQ.{_RANDOM}⟧\n",
        "`eyJ…` is a JSON Web Token; revoke it, then remove it",
    ),
]


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    for token in sorted(find_tokens(document)):
        if token.last_day is not None and document.site.has_come(token.last_day):
            continue
        if token.kind == GOOGLE_API_KEY and _is_public_key(document, token.span.start):
            continue
        confidence: Confidence = "high"
        message = f"`{token.prefix}…` is {token.kind}; revoke it, then remove it"
        if token.is_id:
            confidence = "low"
            message = f"`{token.prefix}…` is the id of {token.kind}; remove it if the key is yours"
        yield Problem(token.span, message, is_secret=True, confidence=confidence)


def _is_public_key(document: Document, offset: int) -> bool:
    """Whether a key is in the URL of a Google map or script, where it is public by design."""
    before = document.text[max(offset - 200, 0) : offset]
    return before.endswith("key=") and "google" in before
