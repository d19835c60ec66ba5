// Astro: the processor of Markdown, the one of MDX (`mdx`), or the one on remark (`remark`), which
// was the only one before Astro 7.
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { answer, root, version } = createRequire(import.meta.url)('../../generators/tools/answers.cjs');
const load = (file) => import(pathToFileURL(path.join(root, 'node_modules', file)));
const kind = process.argv[2];

if (kind === 'remark') {
  const { createMarkdownProcessor } = await load('@astrojs/markdown-remark/dist/index.js');
  const processor = await createMarkdownProcessor({ syntaxHighlight: false });
  await answer(
    { '@astrojs/markdown-remark': version('@astrojs/markdown-remark') },
    async ({ text }) => ({ html: (await processor.render(text)).code }),
  );
} else if (kind === 'mdx') {
  const { createSatteriMdxProcessor } = await load('@astrojs/markdown-satteri/dist/mdx/create-processor.js');
  const processor = createSatteriMdxProcessor(
    { syntaxHighlight: false },
    {},
    { mdastPlugins: [], hastPlugins: [], features: {} },
  );
  const versions = { '@astrojs/mdx': version('@astrojs/mdx'), satteri: version('satteri') };
  await answer(versions, async ({ text }) => {
    const found = await processor.process(text, '/site/a.mdx', {});
    const list = /export function getHeadings\(\) \{ return (.*); \}/.exec(found.code)[1];
    return { ids: JSON.parse(list).map((each) => each.slug) };
  });
} else {
  const { createSatteriMarkdownProcessor } = await load('@astrojs/markdown-satteri/dist/index.js');
  const processor = await createSatteriMarkdownProcessor({ syntaxHighlight: false });
  const versions = { '@astrojs/markdown-satteri': version('@astrojs/markdown-satteri'), satteri: version('satteri') };
  await answer(versions, async ({ text }) => ({ html: (await processor.render(text)).code }));
}
