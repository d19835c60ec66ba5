"""An image has no credit, unlike nearly all other images of its folder.

On a site that credits its images, an image without a credit is usually an omission. The rule
searches the same places as `image/missing-credit`, which reports every image without a credit.

Name the author of the image in its caption, next to its key in the front matter, or in the credits
file of the configuration.
"""

from contentlint.rule import (
    Document,
    Fact,
    Facts,
    SiteFacts,
    SiteProblems,
    bad,
    good,
    outliers,
    rule,
)
from contentlint.rules.image._credits import needs_no_credit

_CREDITED = {
    f"posts/{number}.md": f"![Ferry](a{number}.jpg)\n*Photo: Mara Ellwood*\n\nThe ferry.\n"
    for number in range(1, 11)
}
_UNCREDITED = {
    f"posts/{number}.md": f"![Ferry](a{number}.jpg)\n\nThe ferry.\n" for number in range(11, 16)
}
_MESSAGE = "image has no credit, unlike 10 of 11 images in `posts`; name its author"

EXAMPLES = [
    good("![Ferry](a.jpg)\n\nThe ferry leaves at noon.\n", path="posts/a.md"),
    good("![Ferry](a.jpg)\n\nThe ferry.\n", path="posts/a.md", files={**_CREDITED, **_UNCREDITED}),
    good("![Ferry](a.jpg)\n\nThe ferry.\n", path="posts/a.md", files=_CREDITED, min_images=12),
    good("![Ferry](a.jpg)\n\nThe ferry.\n", path="posts/a.md", files=_CREDITED, min_share=0.95),
    good("![Ferry](a.svg) ![b](data:image/png;base64,AAAA)\n", path="posts/a.md", files=_CREDITED),
    good("![Ferry](a.jpg)\n\nThe ferry.\n", path="about/a.md", files=_CREDITED),
    bad("![Ferry](⟦a.jpg⟧)\n\nThe ferry.\n", _MESSAGE, path="posts/a.md", files=_CREDITED),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover: ⟦/img/a.jpg⟧\r\n---\r\n",
        _MESSAGE,
        path="posts/2024/a.md",
        files=_CREDITED,
    ),
]


def collect(document: Document) -> Facts:
    """For each image whether it has a credit."""
    for image in document.images:
        if not needs_no_credit(image):
            yield Fact(image.span, image.credit is not None)


@rule(severity="warning", preset="recommended", since="0.2", when="has:images")
def check_site(facts: SiteFacts, *, min_images: int = 10, min_share: float = 0.9) -> SiteProblems:
    """
    Args:
        min_images: minimum number of images in a folder to compare with.
        min_share: minimum share of those that have a credit, from 0 to 1.
    """
    for found in outliers(facts, min_images, min_share):
        others = found.others("images")
        yield found.fact.problem(f"image has no credit, unlike {others}; name its author")
