// VitePress: the renderer that compiles its pages, with its front matter plugin.
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { answer, root, typed, version } = createRequire(import.meta.url)('./answers.cjs');
const { createMarkdownRenderer } = await import(
  pathToFileURL(path.join(root, 'node_modules/vitepress/dist/node/index.js'))
);
const renderer = await createMarkdownRenderer(os.tmpdir(), { lineNumbers: false });

async function one({ text }) {
  const env = { path: '/a.md', relativePath: 'a.md', cleanUrls: false };
  renderer.render(text, env);
  const data = env.frontmatter ?? {};
  const title = data.title ?? env.title;
  return { title: typed(title), data: typed(data), body: env.content };
}

await answer({ vitepress: version('vitepress') }, one);
