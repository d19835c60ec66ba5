BLOG_AUTHOR = "A"
BLOG_TITLE = "Tides"
SITE_URL = "https://tides.example.org/"
BLOG_EMAIL = "a@example.org"
BLOG_DESCRIPTION = "d"
DEFAULT_LANG = "en"
TRANSLATIONS = {"en": ""}
POSTS = (("posts/*.md", "posts", "post.tmpl"),)
PAGES = (("pages/*.md", "", "page.tmpl"),)
TIMEZONE = "UTC"
COMPILERS = {"markdown": [".md"], "html": [".html"]}
GENERATE_RSS = False
THEME = "base"
MARKDOWN_EXTENSIONS = [
    "markdown.extensions.fenced_code",
    "markdown.extensions.extra",
    "markdown.extensions.toc",
]
