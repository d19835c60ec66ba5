project = "Tides"
extensions = ["myst_parser"]
myst_heading_anchors = 3
myst_enable_extensions = ["attrs_inline", "attrs_block", "html_image"]
html_theme = "basic"
exclude_patterns = ["_build", "_site", "private"]
html_static_path = ["_static"]
html_extra_path = ["extra"]
