# Renders Markdown texts with kramdown as Jekyll sets it up, kramdown's own dialect, and redcarpet.
#
# Reads a JSON array of texts from standard input; writes {"versions": {...}, "html": [{...}, ...]}.
require "json"
require "kramdown"
require "kramdown-parser-gfm"
require "redcarpet"

# Code is left as it is: how it is coloured is not what is recorded.
JEKYLL = { input: "GFM", auto_ids: true, hard_wrap: false, smart_quotes: "lsquo,rsquo,ldquo,rdquo",
           toc_levels: (1..6), entity_output: "as_char", syntax_highlighter: nil }.freeze
KRAMDOWN = { entity_output: "as_char", syntax_highlighter: nil }.freeze
REDCARPET = Redcarpet::Markdown.new(
  Redcarpet::Render::HTML,
  no_intra_emphasis: true, tables: true, fenced_code_blocks: true, autolink: true, strikethrough: true,
  footnotes: true
)

answers = JSON.parse($stdin.read).map do |text|
  { "jekyll" => Kramdown::Document.new(text, JEKYLL).to_html.scrub,
    "kramdown" => Kramdown::Document.new(text, KRAMDOWN).to_html.scrub,
    # It cuts some characters in the middle; what is left of them shows as U+FFFD.
    "redcarpet" => REDCARPET.render(text).scrub }
end
versions = { "kramdown" => Kramdown::VERSION, "kramdown-parser-gfm" => Gem.loaded_specs["kramdown-parser-gfm"]&.version.to_s,
             "redcarpet" => Redcarpet::VERSION }
puts JSON.generate({ "versions" => versions, "html" => answers })
