"""The pictures of an article, and what stands with each of them: alternative text, caption, credit.

Pictures are those of the body (`<img>`, Markdown, `figure` of a generator's tags, the poster of a
film) and those that the front matter names under the usual keys (`cover`, `image.src`, `gallery`).
A credit is looked for where people put one: in the caption, in a key beside the picture's, in
`title` or `alt`, in the line behind or before it, in the page that it leads to, in a line at the
head or foot of the article that speaks of all pictures, and in the site's own list of credits.

Rules and the command `credits` both ask `Document.pictures`, so this lies below both.
"""

from contentlint.article.images.credit import ImageCredit
from contentlint.article.images.image import Image
from contentlint.article.images.listing import images_of

__all__ = ["Image", "ImageCredit", "images_of"]
