// MyST, in a folder of its own for it needs another markdown-it: the parser, the transform that takes front matter out, and the check of a page's keys.
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { answer, root, typed, version } = createRequire(import.meta.url)('./answers.cjs');
const load = (file) => import(pathToFileURL(path.join(root, 'myst/node_modules', file)));
const { mystParse } = await load('myst-parser/dist/index.js');
const { getFrontmatter } = await load('myst-transforms/dist/index.js');
const { validatePageFrontmatter } = await load('myst-frontmatter/dist/index.js');
const { VFile } = await load('vfile/index.js');

const text = (node) =>
  node.value ?? (node.children ?? []).map(text).join(/paragraph|heading/.test(node.type) ? '' : '\n');

async function one({ text: source }) {
  const file = new VFile();
  const tree = mystParse(source, { vfile: file });
  const { frontmatter } = getFrontmatter(file, tree, { keepTitleNode: true });
  const messages = {};
  const said = (kind) => (message) => logged.push(`${kind}: ${message}`);
  const logged = file.messages.map((message) => `${message.fatal ? 'error' : 'warning'}: ${message.reason}`);
  const page = validatePageFrontmatter(frontmatter ?? {}, {
    property: 'frontmatter',
    messages,
    errorLogFn: said('error'),
    warningLogFn: said('warning'),
  });
  return {
    title: typed(page.title),
    data: typed(frontmatter ?? {}),
    body: text(tree).trim(),
    dates: { date: typed(page.date) ?? null },
    tags: typed(page.tags) ?? [],
    log: logged.join(' | ') || undefined,
  };
}

await answer(
  Object.fromEntries(
    ['myst-parser', 'myst-frontmatter', 'myst-transforms'].map((name) => [name, version(name, 'myst/node_modules')]),
  ),
  one,
);
