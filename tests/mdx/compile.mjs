// Compiles Markdown texts as the sites' tools do, and says where each compiler stops.
//
// Reads a JSON array of {text} from standard input; writes a JSON array with one object for
// every text: its verdict by variant (null: it compiles; else [line, column, rule], and the
// line and column of the tag or block that it does not pair with) and what becomes of the plain
// variant's module when it is run (only with `--run`: run nothing that is not your own). Lines and columns count from 1, columns in UTF-16 units, as the compilers do.
import {createProcessor, run} from '@mdx-js/mdx'
import * as runtime from 'react/jsx-runtime'
import {renderToStaticMarkup} from 'react-dom/server'
import {createElement} from 'react'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import {createRequire} from 'node:module'
import {text as wholeOf} from 'node:stream/consumers'

const {compileToJSX} = createRequire(import.meta.url)('@docusaurus/mdx-loader/lib/utils.js')

/** The options of `@docusaurus/mdx-loader`: those of a site that sets none. */
function docusaurus(format, compat) {
  return {
    markdownConfig: {
      format,
      mermaid: false,
      emoji: true,
      mdx1Compat: {comments: compat, admonitions: compat, headingIds: compat},
      anchors: {maintainCase: false},
      remarkRehypeOptions: undefined,
      hooks: {onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore'},
    },
    admonitions: true,
    removeContentTitle: false,
    staticDirs: [],
    siteDir: '/site',
  }
}

const sets = {mdx: docusaurus('mdx', true), detect: docusaurus('detect', true), strict: docusaurus('mdx', false)}
const load = (options, path) => (text) =>
  compileToJSX({filePath: path, fileContent: text, frontMatter: {}, options, compilerName: 'server'})

const plain = createProcessor({remarkPlugins: [remarkFrontmatter, remarkGfm]})
const math = createProcessor({remarkPlugins: [remarkFrontmatter, remarkGfm, remarkMath]})
const runnable = createProcessor({remarkPlugins: [remarkFrontmatter, remarkGfm], outputFormat: 'function-body'})

const VARIANTS = {
  mdx: (text) => plain.process(text),
  math: (text) => math.process(text),
  'docusaurus-mdx': load(sets.mdx, '/site/docs/page.mdx'),
  'docusaurus-md': load(sets.mdx, '/site/docs/page.md'),
  'docusaurus-detect': load(sets.detect, '/site/docs/page.md'),
  'docusaurus-strict': load(sets.strict, '/site/docs/page.mdx'),
}

function fault(thrown) {
  const error = thrown.cause?.ruleId || !thrown.ruleId && thrown.cause?.name ? thrown.cause : thrown
  const named = error.ruleId ? `${error.source}:${error.ruleId}` : `thrown:${error.name}`
  const place = [error.line ?? 0, error.column ?? 0, named]
  // What a tag is not paired with: the message alone says where that is.
  const other = /end-tag-mismatch$/.test(named) && /\((\d+):(\d+)/.exec(error.reason)
  return other ? [...place, Number(other[1]), Number(other[2])] : place
}

const OUTCOMES = [
  [/`style` prop expects/, 'style'],
  [/^Expected (component|object)/, 'component'],
  [/not valid as a React child/, 'child'],
  [/void element tag/, 'void-children'],
  [/Element type is invalid/, 'component'],
]

/** What a build that renders pages sees once the text has compiled. */
async function ran(text) {
  let module
  try {
    module = String(await runnable.process(text))
  } catch (error) {
    return `thrown:${fault(error)[2]}`
  }
  if (/await import\(/.test(module)) return 'imports'
  try {
    const page = await run(module, {...runtime, baseUrl: import.meta.url})
    renderToStaticMarkup(createElement(page.default))
    return 'renders'
  } catch (error) {
    return OUTCOMES.find(([about]) => about.test(error.message))?.[1] ?? error.name
  }
}

console.error = () => {}
console.warn = () => {}
console.log = () => {}
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const answers = []
for (const {text} of JSON.parse(await wholeOf(process.stdin))) {
  const answer = {}
  for (const [variant, compile] of Object.entries(VARIANTS)) {
    if (wanted.length > 0 && !wanted.includes(variant)) continue
    try {
      await compile(text)
      answer[variant] = null
    } catch (error) {
      answer[variant] = fault(error)
    }
  }
  if (process.argv.includes('--run')) answer.run = answer.mdx ? null : await ran(text)
  answers.push(answer)
}
process.stdout.write(JSON.stringify(answers))
