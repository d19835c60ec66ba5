// Nuxt Content: the parser of @nuxtjs/mdc.
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { answer, root, version } = createRequire(import.meta.url)('../../generators/tools/answers.cjs');
const { parseMarkdown } = await import(
  pathToFileURL(path.join(root, 'node_modules/@nuxtjs/mdc/dist/runtime/parser/index.js'))
);
const parse = (text) => parseMarkdown(text, { highlight: false });

function collect(node, ids, others) {
  const { tag = '', props = {}, children = [] } = node;
  if (/^h[1-6]$/.test(tag)) ids.push(props.id ?? null);
  else {
    if (props.id) others.push(String(props.id));
    if (tag === 'a' && props.name) others.push(String(props.name));
  }
  for (const child of children) collect(child, ids, others);
}

await answer({ '@nuxtjs/mdc': version('@nuxtjs/mdc') }, async ({ text }) => {
  const ids = [];
  const others = [];
  collect((await parse(text)).body, ids, others);
  return { ids, others };
});
