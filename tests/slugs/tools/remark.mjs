// GitHub: github-slugger, with which JavaScript tools reproduce its ids, on GitHub Flavored Markdown.
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { answer, root, version } = createRequire(import.meta.url)('../../generators/tools/answers.cjs');
const load = async (name) =>
  (await import(pathToFileURL(path.join(root, 'node_modules', name, 'index.js')))).default;
const { unified } = await import(pathToFileURL(path.join(root, 'node_modules/unified/index.js')));
const names = ['remark-parse', 'remark-gfm', 'remark-rehype', 'rehype-raw', 'rehype-slug'];
const [parse, gfm, rehype, raw, slug] = await Promise.all(names.map(load));
const stringify = await load('rehype-stringify');
const processor = unified()
  .use(parse)
  .use(gfm)
  .use(rehype, { allowDangerousHtml: true })
  .use(raw)
  .use(slug)
  .use(stringify);

await answer(
  { 'github-slugger': version('github-slugger'), 'rehype-slug': version('rehype-slug') },
  async ({ text }) => ({ html: String(await processor.process(text)) }),
);
