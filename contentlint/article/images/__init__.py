"""The images of an article, each with its alt text, caption and credit.

Images are those in the body (`<img>`, Markdown, image tags of the generator, video posters) and
those in the front matter under the usual keys (`cover`, `image.src`, `gallery`). A credit is
searched for in the caption, in keys next to the image key, in `title` and `alt`, in the line after
or before the image, in the page that the image links to, in a line at the top or bottom of the
article or a section that credits all images, and in the site's credits file. The image in the front
matter may be credited by a line anywhere in the article.

Rules and the command `credits` both use `Document.images`, so this package is below both.
"""

from contentlint.article.images.credit import ImageCredit
from contentlint.article.images.image import Image
from contentlint.article.images.listing import images_of

__all__ = ["Image", "ImageCredit", "images_of"]
