// Renders Markdown texts with the renderers that run on Node.
//
// Reads a JSON array of texts from standard input; writes a JSON array with one object for every
// text: its HTML by renderer (null: it throws), and `vue`: the faults for which Vue would refuse VitePress's page.
import {compileTemplate, parse} from '@vue/compiler-sfc'
import {HtmlRenderer, Parser} from 'commonmark'
import Hexo from 'hexo'
import MarkdownIt from 'markdown-it'
import {micromark} from 'micromark'
import {gfm, gfmHtml} from 'micromark-extension-gfm'
import {writeFileSync} from 'node:fs'
import {text as wholeOf} from 'node:stream/consumers'
import rehypeRaw from 'rehype-raw'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {createMarkdownRenderer} from 'vitepress'

const here = process.cwd()
// Code is left as it is: how it is coloured is not what is recorded.
writeFileSync('_config.yml', 'syntax_highlighter: ""\n')
const hexo = new Hexo(here, {silent: true})
await hexo.init()
const vitepress = await createMarkdownRenderer(here, {highlight: () => ''}, '/')
const eleventy = new MarkdownIt({html: true})
const raw = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, {allowDangerousHtml: true})
  .use(rehypeRaw)
  .use(rehypeStringify)

const page = {path: `${here}/page.md`, relativePath: 'page.md', cleanUrls: false}

const RENDERERS = {
  commonmark: (text) => new HtmlRenderer().render(new Parser().parse(text)),
  github: (text) => micromark(text, {allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()]}),
  'remark-raw': (text) => String(raw.processSync(text)),
  'markdown-it': (text) => eleventy.render(text),
  vitepress: (text) => vitepress.render(text, {...page}).replaceAll(/ ?<a class="header-anchor".*?<\/a>/gs, ''),
  hexo: (text) => hexo.render.render({text, engine: 'markdown'}),
}

/** What Vue says of a page, as its numbers for the faults. */
function vueFaults(html) {
  const {descriptor, errors} = parse(`<template><div>${html}</div></template>`)
  const template = descriptor.template
  const found = [...errors]
  if (template) {
    found.push(...compileTemplate({source: template.content, filename: 'page.vue', id: 'page'}).errors)
  }
  return [...new Set(found.map((error) => error.code ?? String(error.name ?? 'Error')))]
}

const answers = []
for (const text of JSON.parse(await wholeOf(process.stdin))) {
  const html = {}
  for (const [name, render] of Object.entries(RENDERERS)) {
    try {
      html[name] = await render(text)
    } catch {
      html[name] = null
    }
  }
  answers.push({html, vue: html.vitepress === null ? [] : vueFaults(html.vitepress)})
}
process.stdout.write(JSON.stringify(answers))
