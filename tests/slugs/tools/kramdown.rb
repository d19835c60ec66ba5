# Asks kramdown for the ids of headings, as Jekyll calls it; the argument is `input`.

require "json"
require "kramdown"
require "kramdown-parser-gfm"

input = ARGV[0]
answers = JSON.parse(File.read(ENV["GENERATORS_INPUTS"])).map do |document|
  # What Jekyll sets by default.
  options = {
    input: input, auto_ids: true, toc_levels: (1..6).to_a, hard_wrap: false,
    guess_lang: true, footnote_nr: 1, show_warnings: false, smart_quotes: "lsquo,rsquo,ldquo,rdquo",
    syntax_highlighter: nil
  }
  begin
    { html: Kramdown::Document.new(document["text"], options).to_html }
  rescue StandardError => e
    { error: e.message }
  end
end
versions = { "kramdown" => Kramdown::VERSION, "kramdown-parser-gfm" => Kramdown::Parser::GFM::VERSION }
File.write(ENV["GENERATORS_ANSWERS"], JSON.generate({ versions: versions, answers: answers }))
