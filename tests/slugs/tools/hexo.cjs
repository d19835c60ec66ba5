// Hexo: one of its renderers with the site's defaults: `node hexo.cjs marked` or `markdown-it`.
'use strict';
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { answer, need, root, version } = require('../../generators/tools/answers.cjs');

const renderer = `hexo-renderer-${process.argv[2]}`;
const Hexo = need('hexo');
const site = fs.mkdtempSync(path.join(os.tmpdir(), 'hexo-'));
fs.writeFileSync(path.join(site, '_config.yml'), 'title: Sea\nurl: https://example.org\n');
fs.writeFileSync(
  path.join(site, 'package.json'),
  JSON.stringify({ hexo: { version: version('hexo') }, dependencies: { [renderer]: '*' } }),
);
fs.symlinkSync(path.join(root, 'node_modules'), path.join(site, 'node_modules'));

async function main() {
  const hexo = new Hexo(site, { silent: true });
  await hexo.init();
  await answer(
    { hexo: version('hexo'), [renderer]: version(renderer), 'hexo-util': version('hexo-util') },
    async ({ text }) => ({ html: await hexo.render.render({ text, engine: 'md' }) }),
  );
}

main();
