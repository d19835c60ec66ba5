// Docusaurus: the processor that compiles its pages, as MDX.
'use strict';
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { answer, need, root, version } = require('../../generators/tools/answers.cjs');

const { createProcessors } = need('@docusaurus/mdx-loader/lib/processor.js');
const { default: preprocess } = need('@docusaurus/mdx-loader/lib/preprocessor.js');
const { DEFAULT_MARKDOWN_CONFIG } = need('@docusaurus/core/lib/server/configValidation.js');
const site = os.tmpdir();

let found;
function collect(node) {
  const tag = node.tagName ?? node.name ?? '';
  const given = node.properties ?? {};
  const of = (name) => given[name] ?? (node.attributes ?? []).find((each) => each.name === name)?.value;
  if (/^h[1-6]$/.test(tag)) found.ids.push(of('id') ?? null);
  else {
    if (typeof of('id') === 'string') found.others.push(of('id'));
    if (tag === 'a' && typeof of('name') === 'string') found.others.push(of('name'));
  }
  for (const child of node.children ?? []) collect(child);
}

async function main() {
  const options = {
    staticDirs: [],
    siteDir: site,
    admonitions: true,
    markdownConfig: DEFAULT_MARKDOWN_CONFIG,
    removeContentTitle: false,
    rehypePlugins: [() => (tree) => void collect(tree)],
  };
  const { mdxProcessor } = await createProcessors({ options });
  await answer(
    { docusaurus: version('@docusaurus/core') },
    async ({ text }) => {
      found = { ids: [], others: [] };
      const content = preprocess({
        fileContent: text,
        filePath: path.join(site, 'a.mdx'),
        admonitions: true,
        markdownConfig: DEFAULT_MARKDOWN_CONFIG,
      });
      await mdxProcessor.process({ content, filePath: path.join(site, 'a.mdx'), frontMatter: {}, compilerName: 'client' });
      return found;
    },
  );
}

main();
