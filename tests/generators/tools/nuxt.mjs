// Nuxt Content: the function of remark-mdc with which @nuxtjs/mdc reads front matter.
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { answer, root, typed, version } = createRequire(import.meta.url)('./answers.cjs');
const { parseFrontMatter } = await import(
  pathToFileURL(path.join(root, 'node_modules/remark-mdc/dist/index.mjs'))
);

async function one({ text }) {
  const { data, content } = parseFrontMatter(text);
  return { title: typed(data.title), data: typed(data), body: content };
}

await answer(
  { '@nuxtjs/mdc': version('@nuxtjs/mdc'), 'remark-mdc': version('remark-mdc') },
  one,
);
