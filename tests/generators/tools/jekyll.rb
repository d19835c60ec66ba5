# Jekyll, with kramdown: a real site of one post, built in this process.
require "json"
require "jekyll"
require "tmpdir"
require "fileutils"
require "time"

STAMP = Time.at(981_173_106)

def typed(value)
  case value
  when nil, true, false, Integer, String then value.is_a?(Integer) && value.abs >= 2**53 ? { "$number" => value.to_s } : value
  when Float then value.finite? && value != value.to_i ? value : { "$number" => value.to_s }
  when Symbol then { "$symbol" => value.to_s }
  when DateTime then { "$date" => value.to_time.utc.iso8601(3) }
  when Time then { "$date" => value.utc.iso8601(3) }
  when Date then { "$date" => value.iso8601 }
  when Array then value.map { |each| typed(each) }
  when Hash then value.to_h { |key, each| [key.to_s, typed(each)] }
  else { "$other" => "#{value.class}: #{value}" }
  end
end

class Log
  attr_reader :lines
  attr_accessor :level

  def initialize
    @lines = []
  end

  %i[debug info].each { |name| define_method(name) { |*_| nil } }
  %i[warn error].each { |name| define_method(name) { |*parts| @lines << parts.join(" ").strip } }
end

SITE = Dir.mktmpdir
%w[_posts _layouts].each { |name| FileUtils.mkdir_p(File.join(SITE, name)) }
File.write(File.join(SITE, "_layouts/post.html"), "TITLE[{{ page.title }}]TITLE{{ content }}")
POST = File.join(SITE, "_posts/2001-01-01-a.md")

def one(text)
  File.binwrite(POST, text)
  File.utime(STAMP, STAMP, POST)
  FileUtils.rm_rf([File.join(SITE, "_site"), File.join(SITE, ".jekyll-cache")])
  log = Log.new
  Jekyll.logger = log
  config = Jekyll.configuration(
    "source" => SITE, "destination" => File.join(SITE, "_site"), "quiet" => true,
    "future" => true, "disable_disk_cache" => true,
    "defaults" => [{ "scope" => { "path" => "" }, "values" => { "layout" => "post" } }]
  )
  site = Jekyll::Site.new(config)
  answer = {}
  begin
    site.reset
    site.read
    post = site.posts.docs.first
    raw = post && post.content
    site.render
    site.write if post && post.write?
  rescue Exception => e # rubocop:disable Lint/RescueException
    answer["error"] = e.message.empty? ? e.class.to_s : e.message
  end
  said = log.lines.uniq.join(" | ")
  answer["log"] = said unless said.empty?
  return answer if answer["error"]

  unless post
    copied = site.static_files.map(&:relative_path)
    copied = Dir.glob(File.join(SITE, "_site/**/*")).map { |path| path.delete_prefix(SITE) } if copied.empty?
    answer["page"] = false
    answer["copied"] = copied unless copied.empty?
    return answer
  end
  data = post.data
  shown = post.output.to_s[/TITLE\[(.*?)\]TITLE/m, 1]
  date = data["date"]
  answer.merge(
    "title" => typed(data["title"]), "shown_title" => shown, "data" => typed(data.reject { |key, _| %w[excerpt date_].include?(key) }),
    "body" => raw, "published" => post.published?,
    "dates" => {
      "date" => date.respond_to?(:to_time) ? date.to_time.utc.iso8601(3) : typed(date),
    },
    "tags" => typed(data["tags"]), "categories" => typed(data["categories"]), "url" => post.url,
    "layout" => typed(data["layout"])
  )
end

inputs = JSON.parse(File.read(ENV.fetch("GENERATORS_INPUTS"), encoding: "UTF-8"))
answers = inputs.map { |input| one(input["text"]) }
versions = { "jekyll" => Jekyll::VERSION, "kramdown" => Kramdown::VERSION, "liquid" => Liquid::VERSION, "psych" => Psych::VERSION, "ruby" => RUBY_VERSION }
File.write(ENV.fetch("GENERATORS_ANSWERS"), JSON.generate("versions" => versions, "answers" => answers))
