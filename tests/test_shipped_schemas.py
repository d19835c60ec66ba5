"""The shipped schemas: an article with all documented keys passes, a wrong type is reported."""

import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import BaseModel

from contentlint.core.errors import SchemaError
from contentlint.front_matter import read
from contentlint.schema.loading import load_model, load_schema
from contentlint.schema.problem import FieldProblem
from contentlint.schema.shipped import common_keys, shipped_schemas
from contentlint.site.generators import every

# Every model, with front matter that has all the documented keys of it.
COMPLETE = {
    "article": """\
---
Title: Low tide
description: What the sea leaves behind
date: 2024-03-18
updated: 2024-03-19 08:00:00 +01:00
lastMod: 2024-03-19
author: Mara Ellwood
authors: [Mara Ellwood, {name: Idris Fenwick}]
categories: [Coast, [News, Sea]]
tags: [sea, 2024]
slug: low-tide
image: /img/tide.png
cover: {src: /img/tide.png, alt: Mud}
thumbnail: ./tide.png
banner: "#336699"
headimg: false
featured_image: https://img.example.org/tide.png
lang: en
draft: no
comments: {enabled: true}
mood: calm
---
""",
    "hexo": """\
---
title: Low tide
date: 2024/03/18 20:00:00
updated: 2024-03-19
layout: false
comments: false
tags: [sea]
categories: [[Coast, Sea], Walks]
permalink: coast/low-tide/
excerpt: What the sea leaves behind
disableNunjucks: true
lang: en
published: true
cover: /img/tide.png
---
""",
    "hugo": """\
+++
title = 'Low tide'
aliases = ['/coast/low-tide/']
date = 2024-03-18T20:00:00Z
publishDate = '18 Mar 2024'
expiryDate = '2030-01-01'
lastmod = 2024-03-19
draft = false
description = 'What the sea leaves behind'
summary = 'Mud'
headless = false
isCJKLanguage = false
keywords = ['sea', 'mud']
layout = 'walk'
linkTitle = 'Tide'
markup = 'goldmark'
outputs = ['html', 'json']
slug = 'low-tide'
translationKey = 'tide'
type = 'walk'
url = '/tide/'
weight = 10
tags = ['sea']
images = ['tide.png']
[build]
list = 'local'
render = 'always'
publishResources = true
[menus.main]
parent = 'Coast'
weight = 20
pre = '<i></i>'
[menus.main.params]
class = 'wide'
[[resources]]
src = 'images/*.png'
name = 'mud-:counter'
title = 'Mud'
[resources.params]
credit = 'Mara Ellwood'
[sitemap]
changefreq = 'weekly'
disable = false
priority = 0.8
[sites.matrix]
languages = ['en', 'fr']
[[cascade]]
[cascade.params]
color = 'blue'
[cascade.build]
list = 'never'
[cascade.target]
path = '{/coast,/coast/**}'
[params]
author = 'Mara Ellwood'
+++
""",
    "hugo.Section": """\
---
date: 2024-03-18
menu: [main, footer]
cascade: {params: {color: blue}}
outputs: html
published: false
---
""",
    "jekyll": """\
---
layout: post
title: Low tide
permalink: /coast/low-tide/
published: true
date: 2024-03-18 20:00:00 +0100
category: coast
categories: coast sea
tags: [sea, mud]
excerpt: What the sea leaves behind
excerpt_separator: <!--more-->
render_with_liquid: false
description: What the sea leaves behind
author: {name: Mara Ellwood, url: "https://example.org/mara"}
image: {path: /img/tide.png, height: 400, width: 600, alt: Mud}
lang: en
last_modified_at: 2024-03-19
sitemap: false
canonical_url: https://example.org/tide
redirect_from: [/tide/, /mud/]
redirect_to: /coast/
---
""",
    "astro": """\
---
title: Low tide
description: What the sea leaves behind
pubDate: Mar 18 2024
updatedDate: 2024-03-19
heroImage: ../../assets/tide.png
layout: ../../layouts/Post.astro
author: Mara Ellwood
image: {url: /img/tide.png, alt: Mud}
tags: [sea]
draft: false
---
""",
    "astro.Doc": """\
---
title: Low tide
description: What the sea leaves behind
slug: coast/low-tide
editUrl: https://example.org/edit/tide.md
head:
  - tag: title
    content: Tide
  - tag: meta
    attrs: {name: robots, content: noindex}
tableOfContents: {minHeadingLevel: 2, maxHeadingLevel: 4}
template: splash
hero:
  title: "Low tide: a guide"
  tagline: What the sea leaves behind
  image: {alt: Mud, file: ../../assets/tide.png}
  actions:
    - {text: Read, link: /read/, icon: right-arrow}
    - {text: Code, link: "https://example.org", variant: minimal, attrs: {rel: me}}
banner: {content: "<b>New</b>"}
lastUpdated: 2024-03-19
prev: false
next: {link: /high-tide/, label: High tide}
pagefind: false
draft: false
sidebar:
  label: Tide
  order: 1
  hidden: false
  badge: {text: New, variant: tip}
  attrs: {target: _blank, tabindex: 2}
---
""",
    "docusaurus": """\
---
id: tide
title: Low tide
hide_title: false
hide_table_of_contents: true
toc_min_heading_level: 2
toc_max_heading_level: 4
pagination_label: Tide
pagination_next: null
pagination_prev: coast/intro
sidebar_label: Tide
sidebar_position: 2.5
sidebar_key: tide
sidebar_class_name: wide
sidebar_custom_props: {mood: calm}
displayed_sidebar: coast
parse_number_prefixes: false
custom_edit_url: https://example.org/edit/tide.md
keywords: [sea, 2024]
description: What the sea leaves behind
image: ./img/tide.png
slug: /tide
tags: [sea, {label: Mud, permalink: /mud}]
draft: true
unlisted: false
last_update: {date: 1/1/2024, author: Mara Ellwood}
mdx: {format: md}
---
""",
    "docusaurus.BlogPost": """\
---
title: Low tide
authors:
  - mara
  - name: Idris Fenwick
    title: Rower
    url: https://example.org/idris
    image_url: https://img.example.org/idris.png
    socials: {github: idris}
author: Mara Ellwood
author_title: Writer
author_url: https://example.org/mara
author_image_url: https://img.example.org/mara.png
date: Mon, 18 Mar 2024 20:00:00 GMT
tags: [sea, {label: Mud, permalink: /mud}]
description: What the sea leaves behind
image: https://img.example.org/tide.png
keywords: [sea]
slug: low-tide
draft: false
unlisted: true
hide_table_of_contents: false
toc_max_heading_level: 3
sidebar_label: Tide
last_update: {date: 2024-03-19}
---
""",
    "docusaurus.Page": """\
---
title: Low tide
description: What the sea leaves behind
keywords: [sea]
image: /img/tide.png
wrapperClassName: wide
hide_table_of_contents: true
draft: false
---
""",
    "eleventy": """\
---
title: Low tide
date: git Last Modified
layout: layouts/walk.njk
permalink: "/{{ title | slugify }}/"
tags: walk
pagination:
  data: collections.walk
  size: 10
  alias: walks
  reverse: true
  filter: [draft]
  resolve: values
  addAllPagesToCollections: true
  generatePageOnEmptyData: true
templateEngineOverride: njk,md
eleventyExcludeFromCollections: true
eleventyComputed: {heading: "{{ title }}"}
eleventyNavigation: {key: Tide, parent: Coast, order: 2, title: Low tide, url: /tide/}
eleventyImport: {collections: [walk]}
dynamicPermalink: false
permalinkBypassOutputDir: true
---
""",
    "zola": """\
+++
title = "Low tide"
description = "What the sea leaves behind"
date = 2024-03-18
updated = 2024-03-19T08:00:00Z
weight = 0
draft = false
slug = "low-tide"
path = "coast/low-tide"
aliases = ["tide"]
authors = ["Mara Ellwood"]
in_search_index = true
render = true
template = "walk.html"
[taxonomies]
tags = ["sea", "mud"]
categories = []
[extra]
mood = "calm"
[[extra.links]]
url = "https://example.org"
+++
""",
    "zola.Section": """\
+++
title = "Coast"
description = "Walks"
draft = false
sort_by = "update_date"
weight = 0
template = "coast.html"
page_template = "walk.html"
paginate_by = 5
paginate_path = "page"
paginate_reversed = false
insert_anchor_links = "heading"
in_search_index = true
transparent = false
redirect_to = "walks/"
render = true
aliases = []
generate_feeds = true
[extra]
mood = "calm"
+++
""",
    "mkdocs": """\
---
title: Low tide
description: What the sea leaves behind
template: walk.html
subtitle: A guide
icon: material/waves
status: new
hide: [navigation, toc]
tags: [sea]
search: {exclude: false, boost: 2}
social: {cards: true, cards_layout: wide, cards_layout_options: {color: blue}}
comments: true
---
""",
    "mkdocs.BlogPost": """\
---
date: {created: 2024-03-18, updated: 2024-03-19T08:00:00, reviewed: 2024-03-20}
authors: [mara]
categories: [Coast]
tags: [sea]
draft: true
pin: true
readtime: 15
slug: low-tide
links:
  - coast/index.md
  - Sea:
    - sea/mud.md#depth
---
""",
    "vitepress": """\
---
title: Low tide
titleTemplate: ":title | Coast"
description: What the sea leaves behind
head:
  - - meta
    - name: keywords
      content: sea
  - [script, {src: /a.js}, "1"]
layout: home
hero:
  name: Tide
  text: Low tide
  tagline: What the sea leaves behind
  image: {src: /tide.svg, alt: Mud}
  actions:
    - {theme: brand, text: Read, link: /read, target: _self, rel: me}
features:
  - {icon: 🌊, title: Sea, details: Waves, link: /sea, linkText: More}
  - {icon: {dark: /d.svg, light: /l.svg, height: 20px}, title: Mud}
markdownStyles: false
navbar: false
sidebar: true
aside: left
outline: [2, 4]
lastUpdated: 2024-03-19
editLink: true
footer: false
pageClass: wide
prev: 'Intro | Coast'
next: {text: High tide, link: /high}
---
""",
    "pelican": """\
---
Title: Low tide
Date: 2024-03-18 20:00
Modified: 2024-03-19 08:00
Category: Coast
Tags: sea, mud
Keywords: sea
Slug: low-tide
Author: Mara Ellwood
Authors: Mara Ellwood, Idris Fenwick
Summary: What the sea leaves behind
Lang: en
Translation: true
Status: hidden
Template: walk
Save_As: tide.html
URL: tide/
---
""",
    "nextjs": """\
---
title: Low tide
sidebarTitle: Tide
description: What the sea leaves behind
date: 2024-03-18
icon: WaveIcon
asIndexPage: true
searchable: false
tags: [sea]
author: Mara Ellwood
---
""",
    "nuxt": """\
---
title: Low tide
description: What the sea leaves behind
date: 2024-03-18
draft: false
navigation: {title: Tide, icon: i-lucide-waves}
seo: {title: Low tide, meta: [{name: robots, content: noindex}], link: [{rel: canonical}]}
head: {bodyAttrs: {class: wide}}
image: {src: /img/tide.png, alt: Mud}
---
""",
    "docfx": """\
---
uid: coast.tide
title: Low tide
description: What the sea leaves behind
keywords: sea, mud
author: mellwood
manager: ifenwick
ms.author: mellwood
ms.date: 03/18/2024
ms.topic: how-to
ms.service: coast
ms.custom: [spring, mud]
---
""",
    "nikola": """\
---
title: Low tide
slug: low-tide
date: 2024-03-18 20:00:00 UTC+01:00
updated: 2024-03-19 08:00:00 UTC
tags: sea, mud
status: featured
has_math: yes
category: Coast
guid: tide-1
link: https://example.org/tide
description: What the sea leaves behind
type: text
author: Mara Ellwood
enclosure: /tide.mp3
data: data/tide.json
filters: {".html": ["filters.typogrify"]}
hidetitle: "True"
hyphenate: true
nocomments: true
pretty_url: "False"
previewimage: /img/tide.png
template: wide.tmpl
url_type: full_path
---
""",
    "myst": """\
---
title: Low tide
subtitle: A walk
short_title: Tide
description: What the sea leaves behind
label: tide
date: 18 Mar 2024
tags: [sea]
keywords: [sea, mud]
thumbnail: thumbnails/tide.png
banner: banner.png
authors: [{name: Mara Ellwood, orcid: 0000-0000-0000-0000}]
affiliations: [{id: coast, name: Coast College}]
reviewers: [Idris Fenwick]
editors: idris
exports: [{format: pdf}]
downloads: [{file: tide.csv}]
parts: {abstract: Mud}
doi: 10.5555/tide
arxiv: "2403.00001"
open_access: true
license: CC-BY-4.0
copyright: Mara Ellwood
funding: Coast Fund
github: coast/tide
edit_url: https://example.org/edit
binder: https://example.org/binder
subject: Coast
venue: {title: Tides}
volume: 1
issue: {number: 2}
math: {mud: x}
abbreviations: {LT: low tide}
numbering: {headings: true}
options: {wide: true}
kernelspec: {name: python3}
---
""",
    "sphinx": """\
---
title: Low tide
date: 2024-03-18
tocdepth: 2
nocomments: true
orphan: true
nosearch: true
myst:
  enable_extensions: [deflist]
  html_meta: {"description lang=en": Mud}
  substitutions: {sea: North Sea}
  heading_anchors: 3
  title_to_header: true
---
""",
    "obsidian": """\
---
tags: [coast/sea, mud]
aliases: Ebb
cssclasses: [wide]
publish: true
permalink: coast/tide
description: What the sea leaves behind
image: "[[Tide.png]]"
cover: https://img.example.org/tide.png
tag: sea
alias: [Ebb tide]
cssclass: narrow
read: false
---
""",
    "quarto": """\
---
title: Low tide
subtitle: A guide
date: last-modified
date-modified: {value: 03/07/2024, format: long}
date-format: "D MMMM YYYY"
author:
  - name: Mara Ellwood
    orcid: 0000-0000-0000-0000
    affiliations: [{name: Coast Institute}]
abstract: What the sea leaves behind
abstract-title: In short
keywords: [sea, mud]
categories: [coast]
doi: 10.5555/12345678
license: CC BY
copyright: {holder: Mara Ellwood, year: 2024}
citation: {url: "https://example.org/tide"}
order: 2
aliases: [/tide.html]
image: tide.png
image-alt: Mud
search: false
draft: true
listing: {contents: walks, type: grid}
about: {template: jolla, links: [{text: Mail, href: "mailto:mara@example.org"}]}
page-navigation: true
repo-actions: [edit, issue]
format:
  html: {toc: true, code-fold: true}
  pdf: default
execute: {echo: fenced, eval: [1, -2], warning: false, freeze: auto, cache: refresh}
jupyter: python3
params: {alpha: 0.1}
filters: [lightbox, {path: a.lua, at: pre-ast}]
editor: {mode: source, markdown: {wrap: 72}}
bibliography: [a.bib]
csl: nature.csl
crossref: {fig-title: Fig}
lightbox: auto
theme: {light: flatly, dark: darkly}
css: a.css
toc: true
toc-depth: 3
toc-location: left-body
toc-expand: 2
number-sections: true
page-layout: full
title-block-banner: "#336699"
title-block-style: none
code-fold: show
code-overflow: wrap
code-line-numbers: true
code-copy: hover
code-tools: {source: true}
code-annotations: select
fig-width: 6.5
fig-cap-location: margin
reference-location: margin
embed-resources: true
---
""",
    "skill": """\
---
name: tide-tables
description: Reads tide tables. Use when somebody asks for the next low tide.
license: Apache-2.0
compatibility: Requires Python 3.11 and access to the internet
metadata: {author: coast-institute, version: "1.0"}
allowed-tools: Bash(tide:*) Read
model: any
---
""",
    "feed": """\
---
title: Low tide
source: https://gazette.example.org/2024/low-tide
publisher: The Harbour Gazette
author: Mara Ellwood
date: 2024-03-18T20:00:00Z
updated: 2024-03-19
fetched: 2024-03-20T06:00:00Z
license: CC BY 4.0
categories: [Coast]
cover: https://img.example.org/tide.png
---
""",
}

# A model, a block, and each problem: its kind, what is marked, the message.
WRONG: list[tuple[str, str, list[tuple[str, str, str]]]] = [
    (
        "article",
        "---\ntitle: [a]\nDate: 18.03.2024\n---\n",
        [
            ("invalid", "[a]", "`title`: expected a string, found a list"),
            ("date", "18.03.2024", "`Date`: `18.03.2024` is not ISO 8601; write `2024-03-18`"),
        ],
    ),
    (
        "article",
        "---\nTitle:\n---\n",
        [("missing", "Title", "`Title` is empty; expected a non-empty string")],
    ),
    (
        "hexo",
        "---\ntitle: a\ntags: {a: b}\ndisableNunjucks: maybe\n---\n",
        [("invalid", "maybe", "`disableNunjucks`: expected `true` or `false`, found `maybe`")],
    ),
    (
        "hugo",
        "---\ntitle: a\nmenu: true\nweight: heavy\naliases: {a: b}\nBuild: {List: nevr}\n---\n",
        [
            ("invalid", "true", "`menu`: expected a string, a list or a mapping, found `true`"),
            ("invalid", "heavy", "`weight`: expected an integer such as `2`, found `heavy`"),
            ("invalid", "{a: b}", "`aliases`: expected a string, found a mapping"),
            ("invalid", "nevr", "`Build.List`: `nevr` is not allowed; did you mean `never`?"),
        ],
    ),
    (
        "hugo",
        "+++\ntitle = 'a'\nweight = 1.5\nexpiryDate = '2024-02-30'\npublished = 'maybe'\n"
        "[[cascade]]\n[cascade.build]\nrender = 5\n[sitemap]\npriority = 'high'\n+++\n",
        [
            ("invalid", "1.5", "`weight`: `1.5` is not an integer; remove the fraction"),
            (
                "date",
                "'2024-02-30'",
                "`expiryDate`: `2024-02-30` does not exist; February 2024 has 29 days",
            ),
            (
                "invalid",
                "'maybe'",
                "`published`: expected `true`, `false` or a date such as `2024-03-18`, found `maybe`",
            ),
            (
                "invalid",
                "5",
                "`cascade.0.build.render`: expected `always`, `link`, `never`, `true` or `false`, "
                "found `5`",
            ),
            (
                "invalid",
                "'high'",
                "`sitemap.priority`: expected a number such as `0.5`, found `high`",
            ),
        ],
    ),
    (
        "hugo",
        "---\ntitel: a\nlinktitel: b\n---\n",
        [
            ("missing", "titel", "`title` is missing; found `titel`, did you mean `title`?"),
            ("unknown", "linktitel", "`linktitel`: unknown key; did you mean `linkTitle`?"),
        ],
    ),
    (
        "hugo.Section",
        "---\nresources: a.png\nmenus: {main: {weight: first}}\n---\n",
        [
            ("invalid", "a.png", "`resources`: expected a list, found `a.png`"),
            (
                "invalid",
                "first",
                "`menus.main.weight`: expected an integer such as `2`, found `first`",
            ),
        ],
    ),
    (
        "jekyll",
        "---\nTitle: a\nlayout: [a]\npublished: maybe\nredirect_from: {a: b}\n---\n",
        [
            ("unknown", "Title", "`Title`: unknown key; did you mean `title`?"),
            ("invalid", "[a]", "`layout`: expected a string, `true` or `false`, found a list"),
            ("invalid", "maybe", "`published`: expected `true` or `false`, found `maybe`"),
            ("invalid", "{a: b}", "`redirect_from`: expected a string, found a mapping"),
        ],
    ),
    (
        "astro",
        "---\npubDate: 08/07/2022\nheroimage: a.png\n---\n",
        [
            ("missing", "---", "`title` is missing"),
            (
                "date",
                "08/07/2022",
                "`pubDate`: `08/07/2022` is ambiguous: 2022-07-08 or 2022-08-07; write it "
                "as `YYYY-MM-DD`",
            ),
            ("unknown", "heroimage", "`heroimage`: unknown key; did you mean `heroImage`?"),
        ],
    ),
    (
        "astro.Doc",
        "---\nsidebar: {order: first, badge: {text: a, variant: cauton}}\ntemplate: splsh\n---\n",
        [
            ("missing", "---", "`title` is missing"),
            ("invalid", "first", "`sidebar.order`: expected a number, found `first`"),
            (
                "invalid",
                "cauton",
                "`sidebar.badge.variant`: `cauton` is not allowed; did you mean `caution`?",
            ),
            ("invalid", "splsh", "`template`: `splsh` is not allowed; did you mean `splash`?"),
        ],
    ),
    (
        "astro.Doc",
        "---\ntitle: a\nhero: {actions: [{text: a}]}\nprev: {text: b}\nbanner: c\n"
        "tableOfContents: {minHeadingLevel: 0}\nlastUpdated: 31.12.2023\neditUrl: htps://a.org\n"
        "---\n",
        [
            ("missing", "{text: a}", "`hero.actions.0.link` is missing"),
            ("unknown", "text", "`prev.text`: unknown key"),
            ("invalid", "c", "`banner`: expected a mapping, found `c`"),
            ("invalid", "0", "`tableOfContents.minHeadingLevel`: expected at least 1, found `0`"),
            (
                "date",
                "31.12.2023",
                "`lastUpdated`: `31.12.2023` is not ISO 8601; write `2023-12-31`",
            ),
            (
                "invalid",
                "htps://a.org",
                "`editUrl`: `htps://a.org` has the unsupported scheme `htps:`; use `https://`",
            ),
        ],
    ),
    (
        "docusaurus",
        "---\nsidebar_position: first\ntags: sea\ntoc_max_heading_level: 9\n"
        "sidebar_custom_props: [a]\nunlisted: maybe\n---\n",
        [
            (
                "invalid",
                "first",
                "`sidebar_position`: expected a number such as `0.5`, found `first`",
            ),
            ("invalid", "sea", "`tags`: expected a list, found `sea`"),
            ("invalid", "9", "`toc_max_heading_level`: expected at most 6, found `9`"),
            ("invalid", "[a]", "`sidebar_custom_props`: expected a mapping, found a list"),
            ("invalid", "maybe", "`unlisted`: expected `true` or `false`, found `maybe`"),
        ],
    ),
    (
        "docusaurus.BlogPost",
        "---\nauthors: [mara, {title: Rower}]\ntags: [{label: Sea}]\ndate: 03/04/2024\n---\n",
        [
            (
                "invalid",
                "{title: Rower}",
                "`authors.1`: author has no name; add `name`, or a `key` from `authors.yml`",
            ),
            ("missing", "{label: Sea}", "`tags.0.permalink` is missing"),
            (
                "date",
                "03/04/2024",
                "`date`: `03/04/2024` is ambiguous: 2024-04-03 or 2024-03-04; write it as "
                "`YYYY-MM-DD`",
            ),
        ],
    ),
    (
        "docusaurus.Page",
        "---\nkeywords: sea, mud\nlast_update: 2024-03-18\n---\n",
        [
            ("invalid", "sea, mud", "`keywords`: expected a list, found `sea, mud`"),
            ("invalid", "2024-03-18", "`last_update`: expected a mapping, found `2024-03-18`"),
        ],
    ),
    (
        "eleventy",
        "---\ndate: yesterday\npermalink: [a]\npagination: {size: many}\n"
        "eleventyNavigation: Tide\neleventyExcludeFromCollections: {a: b}\n---\n",
        [
            (
                "date",
                "yesterday",
                "`date`: `yesterday` is not a date; write it as `YYYY-MM-DD` or "
                "`YYYY-MM-DDTHH:MM:SS+HH:MM`",
            ),
            (
                "invalid",
                "[a]",
                "`permalink`: expected a string, `true`, `false` or a mapping, found a list",
            ),
            (
                "invalid",
                "many",
                "`pagination.size`: expected an integer such as `2`, found `many`",
            ),
            (
                "invalid",
                "Tide",
                "`eleventyNavigation`: expected `true`, `false` or a mapping, found `Tide`",
            ),
            (
                "invalid",
                "{a: b}",
                "`eleventyExcludeFromCollections`: expected a string, `true` or `false`, found a mapping",
            ),
        ],
    ),
    (
        "zola",
        "+++\ntitle = 2024\ndraft = 'true'\nweight = -1\nauthors = 'Mara'\nslug = 'low tide'\n"
        "[taxonomies]\ntags = 'sea'\ncategories = [2024]\n+++\n",
        [
            ("invalid", "2024", "`title`: `2024`: expected a string; quote it"),
            ("invalid", "'true'", "`draft`: `true` is a string; remove the quotes"),
            ("invalid", "-1", "`weight`: expected at least 0, found `-1`"),
            ("invalid", "'Mara'", "`authors`: expected a list, found `Mara`"),
            (
                "invalid",
                "'low tide'",
                "`slug`: `low tide` contains a space; a slug is words joined by hyphens",
            ),
            ("invalid", "'sea'", "`taxonomies.tags`: expected a list, found `sea`"),
            ("invalid", "2024", "`taxonomies.categories.0`: expected a string, found `2024`"),
        ],
    ),
    (
        "zola.Section",
        "+++\nsort_by = 'weigth'\npaginate_by = '5'\nmood = 'calm'\nextra = 1\n+++\n",
        [
            ("invalid", "'weigth'", "`sort_by`: `weigth` is not allowed; did you mean `weight`?"),
            ("invalid", "'5'", "`paginate_by`: `5` is a string; remove the quotes"),
            ("unknown", "mood", "`mood`: unknown key"),
            ("invalid", "1", "`extra`: expected a mapping, found `1`"),
        ],
    ),
    (
        "mkdocs",
        "---\nhide: {toc: true}\nsearch: {boost: high}\nsocial: false\nsubtitel: a\n---\n",
        [
            ("invalid", "{toc: true}", "`hide`: expected a string, found a mapping"),
            ("invalid", "high", "`search.boost`: expected a number such as `0.5`, found `high`"),
            ("invalid", "false", "`social`: expected a mapping, found `false`"),
            ("unknown", "subtitel", "`subtitel`: unknown key; did you mean `subtitle`?"),
        ],
    ),
    (
        "mkdocs.BlogPost",
        "---\ndate: '2024-03-18'\ncategories: Coast\nreadtime: long\n---\n",
        [
            (
                "invalid",
                "'2024-03-18'",
                "`date`: `2024-03-18`: expected a date without quotes, such as `2024-03-18`",
            ),
            ("invalid", "Coast", "`categories`: expected a list, found `Coast`"),
            ("invalid", "long", "`readtime`: expected an integer such as `2`, found `long`"),
        ],
    ),
    (
        "mkdocs.BlogPost",
        "---\ndate: {updated: 18.03.2024}\n---\n",
        [
            ("missing", "{updated: 18.03.2024}", "`date.created` is missing"),
            (
                "date",
                "18.03.2024",
                "`date.updated`: `18.03.2024` is not ISO 8601; write `2024-03-18`",
            ),
        ],
    ),
    (
        "vitepress",
        "---\naside: rihgt\noutline: [2, x]\nfeatures: [{details: a}]\nsidebar: auto\n"
        "prev: [a]\nhead: [meta]\n---\n",
        [
            ("invalid", "rihgt", "`aside`: expected `true`, `false` or `left`, found `rihgt`"),
            ("invalid", "x", "`outline.1`: expected an integer, found `x`"),
            ("missing", "{details: a}", "`features.0.title` is missing"),
            ("invalid", "auto", "`sidebar`: expected `true` or `false`, found `auto`"),
            (
                "invalid",
                "[a]",
                "`prev`: expected a string, `true`, `false` or a mapping, found a list",
            ),
            ("invalid", "meta", "`head.0`: expected a list, found `meta`"),
        ],
    ),
    (
        "pelican",
        "---\nTitle: a\nStatus: drft\nDate: 18.03.2024\nSummary: [a]\n---\n",
        [
            ("invalid", "drft", "`Status`: `drft` is not allowed; did you mean `draft`?"),
            ("date", "18.03.2024", "`Date`: `18.03.2024` is not ISO 8601; write `2024-03-18`"),
            ("invalid", "[a]", "`Summary`: expected a string, found a list"),
        ],
    ),
    (
        "nextjs",
        "---\nasIndexPage: maybe\ndate: 03/04/2024\n---\n",
        [
            ("invalid", "maybe", "`asIndexPage`: expected `true` or `false`, found `maybe`"),
            (
                "date",
                "03/04/2024",
                "`date`: `03/04/2024` is ambiguous: 2024-04-03 or 2024-03-04; write it "
                "as `YYYY-MM-DD`",
            ),
        ],
    ),
    (
        "nuxt",
        "---\ntitle: [a]\nseo: often\n---\n",
        [
            ("invalid", "[a]", "`title`: expected a string, found a list"),
            ("invalid", "often", "`seo`: expected a mapping, found `often`"),
        ],
    ),
    (
        "docfx",
        "---\nuid: [a]\nms.topic: {a: b}\n---\n",
        [
            ("invalid", "[a]", "`uid`: expected a string, found a list"),
            ("invalid", "{a: b}", "`ms.topic`: expected a string, found a mapping"),
        ],
    ),
    (
        "nikola",
        "---\ntitle: ''\nstatus: drft\nhas_math: often\n---\n",
        [
            ("missing", "''", "`title` is empty; expected a non-empty string"),
            ("invalid", "drft", "`status`: `drft` is not allowed; did you mean `draft`?"),
            ("invalid", "often", "`has_math`: expected `true` or `false`, found `often`"),
        ],
    ),
    (
        "myst",
        "---\nopen_access: often\nmath: x\n---\n",
        [
            ("invalid", "often", "`open_access`: expected `true` or `false`, found `often`"),
            ("invalid", "x", "`math`: expected a mapping, found `x`"),
        ],
    ),
    (
        "sphinx",
        "---\norphan: often\ntocdepth: deep\nmyst: {heading_anchors: many}\n---\n",
        [
            ("invalid", "often", "`orphan`: expected `true` or `false`, found `often`"),
            ("invalid", "deep", "`tocdepth`: expected an integer such as `2`, found `deep`"),
            (
                "invalid",
                "many",
                "`myst.heading_anchors`: expected an integer such as `2`, found `many`",
            ),
        ],
    ),
    (
        "obsidian",
        "---\npublish: maybe\ncssclasses: {a: b}\ntags: [sea, '']\n---\n",
        [
            ("invalid", "maybe", "`publish`: expected `true` or `false`, found `maybe`"),
            ("invalid", "{a: b}", "`cssclasses`: expected a string, found a mapping"),
            ("invalid", "''", "`tags.1` is empty; expected a non-empty string"),
        ],
    ),
    (
        "quarto",
        "---\ntoc: maybe\ntoc-depth: deep\ncode-fold: shwo\neditor: visul\nformat: [html]\n"
        "execute: {echo: fencd}\nlightbox: often\ndate: soon\ntoc_title: a\n---\n",
        [
            ("invalid", "maybe", "`toc`: expected `true` or `false`, found `maybe`"),
            ("invalid", "deep", "`toc-depth`: expected an integer, found `deep`"),
            ("invalid", "shwo", "`code-fold`: `shwo` is not allowed; did you mean `show`?"),
            ("invalid", "visul", "`editor`: `visul` is not allowed; did you mean `visual`?"),
            ("invalid", "[html]", "`format`: expected a string or a mapping, found a list"),
            ("invalid", "fencd", "`execute.echo`: `fencd` is not allowed; did you mean `fenced`?"),
            (
                "invalid",
                "often",
                "`lightbox`: expected `true`, `false`, `auto` or a mapping, found `often`",
            ),
            (
                "invalid",
                "soon",
                "`date`: expected a date such as `2024-03-18` or a mapping, found `soon`",
            ),
            ("unknown", "toc_title", "`toc_title`: unknown key; did you mean `toc-title`?"),
        ],
    ),
    (
        "skill",
        "---\nname: Tide Tables\ndesciption: a\nmetadata: [a]\nallowed-tools: [{a: b}]\n---\n",
        [
            (
                "invalid",
                "Tide Tables",
                "`name`: `Tide Tables`: expected lower-case words joined by single hyphens; "
                "use `tide-tables`",
            ),
            (
                "missing",
                "desciption",
                "`description` is missing; found `desciption`, did you mean `description`?",
            ),
            ("invalid", "[a]", "`metadata`: expected a mapping, found a list"),
            ("invalid", "{a: b}", "`allowed-tools.0`: expected a string, found a mapping"),
        ],
    ),
    (
        "skill",
        f"---\nname: {'a' * 65}\ndescription: {'b' * 1025}\ncompatibility: {'c' * 501}\n---\n",
        [
            ("invalid", "a" * 65, "`name`: expected at most 64 characters"),
            ("invalid", "b" * 1025, "`description`: expected at most 1024 characters"),
            ("invalid", "c" * 501, "`compatibility`: expected at most 500 characters"),
        ],
    ),
    (
        "feed",
        "---\ntitle: a\nsource: The Harbour Gazette\n---\n",
        [
            ("missing", "---", "`publisher` is missing"),
            (
                "invalid",
                "The Harbour Gazette",
                "`source`: `The Harbour Gazette`: expected an absolute URL; use the URL "
                "of the original",
            ),
        ],
    ),
    (
        "feed",
        "---\ntitle: a\nsource_ulr: https://example.org/a\noutlet: ' '\n---\n",
        [
            (
                "missing",
                "source_ulr",
                "`source_url` is missing; found `source_ulr`, did you mean `source_url`?",
            ),
            ("missing", "' '", "`outlet` is empty; expected a non-empty string"),
        ],
    ),
]


def problems(reference: str, text: str) -> list[FieldProblem]:
    return list(load_schema(reference, Path()).check(read(text)))


@pytest.mark.parametrize("reference", COMPLETE)
def test_an_article_with_all_documented_keys_passes(reference: str) -> None:
    text = COMPLETE[reference]
    front_matter = read(text)
    assert front_matter.data
    assert not front_matter.syntax_problems
    assert problems(reference, text) == []


@pytest.mark.parametrize(("reference", "text", "expected"), WRONG)
def test_a_wrong_type_is_reported_at_its_value(
    reference: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = problems(reference, text)
    assert [(p.kind, text[p.span.start : p.span.end], p.message) for p in found] == expected


def test_every_model_is_in_both_tables() -> None:
    assert set(shipped_schemas()) <= set(COMPLETE)
    assert set(COMPLETE) == {reference for reference, _, _ in WRONG}
    used = {kind.schema for generator in every() for kind in generator.kinds}
    assert used <= set(COMPLETE)


def module(name: str) -> ModuleType:
    return import_module(f"contentlint.schemas.{name}")


def models(name: str) -> list[type[BaseModel]]:
    own = module(name)
    found = (value for value in vars(own).values() if isinstance(value, type))
    return [m for m in found if issubclass(m, BaseModel) and m.__module__ == own.__name__]


@pytest.mark.parametrize("name", shipped_schemas())
def test_every_field_and_model_has_a_description(name: str) -> None:
    assert module(name).__doc__
    for model in models(name):
        assert model.__doc__ or model.__name__.startswith("_")
        for field, about in model.model_fields.items():
            assert about.description, f"{model.__name__}.{field}"


NEEDED = {
    "title": "Low tide",
    "date": "2024-03-18",
    "source": "https://example.org/tide",
    "publisher": "The Harbour Gazette",
    "name": "tide-tables",
    "description": "Reads tide tables.",
}


@pytest.mark.parametrize("reference", COMPLETE)
def test_empty_optional_values_pass(reference: str) -> None:
    fields = load_model(reference, Path()).model.model_fields
    lines = ["---"]
    for name, field in fields.items():
        lines.append(f"{field.alias or name}: {NEEDED[name] if field.is_required() else ''}")
    assert problems(reference, "\n".join([*lines, "---", ""])) == []


@pytest.mark.parametrize("reference", COMPLETE)
def test_a_site_can_inherit_from_it(reference: str, tmp_path: Path) -> None:
    model = load_model(reference, Path()).model
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "post.py").write_text(
        "from typing import Literal\n\n"
        f"from {model.__module__} import {model.__name__} as Shipped\n\n\n"
        "class Post(Shipped):\n"
        "    desk: Literal['city', 'coast']\n"
    )
    schema = load_schema("schemas/post.py:Post", tmp_path)
    text = COMPLETE[reference]
    line = "desk = 'cost'" if text.startswith("+") else "desk: cost"
    messages = [p.message for p in schema.check(read(f"{text[:4]}{line}\n{text[4:]}"))]
    assert messages == ["`desk`: `cost` is not allowed; did you mean `coast`?"]
    assert [p.message for p in schema.check(read(text))] == ["`desk` is missing"]


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("docusaurus.BlogPots", "schema `docusaurus` has no `BlogPots`; did you mean `BlogPost`?"),
        ("zola.Note", "schema `zola` has no `Note`; available: Section, Page"),
        ("docusarus.Doc", "unknown schema `docusarus.Doc`; did you mean `docusaurus.Doc`?"),
        (
            "article.py",
            "unknown schema `article.py`; add the name of the model: `article.py:Model`",
        ),
    ],
)
def test_an_unknown_name_of_a_shipped_schema_is_reported(reference: str, words: str) -> None:
    with pytest.raises(SchemaError) as caught:
        load_schema(reference, Path())
    assert str(caught.value) == words


def test_keys_read_from_the_text_of_schemas_are_those_of_their_models() -> None:
    common = common_keys()
    dashed = {name.replace("_", "-") for name in common}
    for name in shipped_schemas():
        assert load_model(name, Path())._known <= common | (dashed if name == "quarto" else set())


def test_a_value_that_a_template_fills_in_is_accepted() -> None:
    block = "---\ntitle: {{ title }}\nweight: '{{ weight }}'\nbuild: {{ build }}\n---\n"
    assert problems("hugo", block) == []


def test_a_shipped_file_can_be_copied() -> None:
    allowed = {"re", "typing", "pydantic"}
    allowed |= {f"contentlint.{module}" for module in ("bases", "fields", "core.urls")}
    for file in shipped_schemas().values():
        text = file.read_text("utf-8")
        assert set(re.findall(r"^(?:from|import) (\S+)", text, re.MULTILINE)) <= allowed, file


JUNK = (
    "true", "0", "-7", "2.5", ".inf", ".nan", "1.10", "' '", "''", "x y", "\u6f6e", "{}", "[]", "[[]]",
    "{a: {b: [c]}}", "[{a: b}, x, 1, null, [y]]", "2024-03-18", "2024-02-30", "1710728140",
    "htps://example.org", "no", "{{ x }}", "'{{ x }}'", "!!binary aGk=", "!x y",
)  # fmt: skip


@pytest.mark.parametrize("reference", COMPLETE)
def test_the_message_for_any_value_is_free_of_python_terms(reference: str) -> None:
    fields = load_model(reference, Path()).model.model_fields
    for junk in JUNK:
        block = "\n".join(f"{field.alias or name}: {junk}" for name, field in fields.items())
        for problem in problems(reference, f"---\n{block}\n---\n"):
            for word in ("Input", "should", "valid", "None", "Error", "pydantic", "datetime"):
                assert word not in problem.message, problem.message


def test_the_documentation_lists_all_schemas() -> None:
    page = (Path(__file__).parents[1] / "docs" / "front-matter.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` +\| [^|]+\| ([^|]+) \|$", page, re.MULTILINE)
    listed = {name: re.findall(r"`([A-Z]\w+)`", row) for name, row in rows}
    assert list(listed) == [name for name in listed if name in shipped_schemas()]
    assert set(listed) == set(shipped_schemas())
    for name, named in listed.items():
        assert load_model(name, Path()).model.__name__ == named[0]
        rest = {reference.partition(".")[2] for reference in COMPLETE if f"{name}." in reference}
        assert set(named[1:]) == rest, name


def test_several_shipped_schemas_in_one(tmp_path: Path) -> None:
    (tmp_path / "post.py").write_text(
        "from contentlint.schemas.feed import NewsArticle\n"
        "from contentlint.schemas.hexo import Post as HexoPost\n\n\n"
        "class Post(NewsArticle, HexoPost):\n"
        "    pass\n"
    )
    schema = load_schema("post.py:Post", tmp_path)
    text = "---\ntitle: a\ndisableNunjucks: maybe\npublisher: The Gazette\n---\n"
    assert [problem.message for problem in schema.check(read(text))] == [
        "`source` is missing",
        "`disableNunjucks`: expected `true` or `false`, found `maybe`",
    ]
