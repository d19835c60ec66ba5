// VitePress: the renderer that compiles its pages.
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { answer, root, version } = createRequire(import.meta.url)('../../generators/tools/answers.cjs');
const { createMarkdownRenderer } = await import(
  pathToFileURL(path.join(root, 'node_modules/vitepress/dist/node/index.js'))
);
const renderer = await createMarkdownRenderer(os.tmpdir(), { lineNumbers: false });

await answer({ vitepress: version('vitepress') }, async ({ text }) => ({
  html: renderer.render(text, { path: '/a.md', relativePath: 'a.md', cleanUrls: false }),
}));
