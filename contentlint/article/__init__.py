"""One article: the document, its images, its suppressions."""
