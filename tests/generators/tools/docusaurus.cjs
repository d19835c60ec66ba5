// Docusaurus: its blog or docs plugin over a site of one article: `node docusaurus.cjs [docs]`.
'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { answer, date, need, typed, version } = require('./answers.cjs');

process.env.NODE_ENV = 'production';
const isDocs = process.argv[2] === 'docs';
const { loadContext } = need('@docusaurus/core/lib/server/site');
const { normalizePluginOptions } = need('@docusaurus/utils-validation');
const plugin = need(`@docusaurus/plugin-content-${isDocs ? 'docs' : 'blog'}`);
const { parseMarkdownFile, DEFAULT_PARSE_FRONT_MATTER } = need('@docusaurus/utils');

const site = fs.mkdtempSync(path.join(os.tmpdir(), 'docusaurus-'));
const folder = path.join(site, isDocs ? 'docs' : 'blog');
fs.mkdirSync(folder);
fs.writeFileSync(
  path.join(site, 'docusaurus.config.js'),
  "module.exports = { title: 'Sea', url: 'https://example.org', baseUrl: '/' };\n",
);
fs.writeFileSync(path.join(site, 'package.json'), '{}');
// Without a date of its own an article has that of its first commit, or of its file.
const git = (...words) =>
  spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], { cwd: site });
git('init', '--quiet');
git('commit', '--quiet', '--allow-empty', '--message=a');
const file = path.join(folder, 'a.md');
const logged = [];
for (const name of ['warn', 'error']) console[name] = (...parts) => logged.push(parts.join(' '));

let made;
async function loaded(text) {
  if (!made) {
    const context = await loadContext({ siteDir: site });
    const options = plugin.validateOptions({ validate: normalizePluginOptions, options: isDocs ? {} : { onUntruncatedBlogPosts: 'ignore' } });
    made = { context, options: { ...options, id: 'default' } };
  }
  return (await plugin.default(made.context, {
    ...made.options,
    // It asks git where the article says nothing.
    showLastUpdateTime: /^last_update:\n {2}date:/m.test(text),
  })).loadContent();
}

async function one({ text }) {
  fs.rmSync(file, { force: true });
  fs.writeFileSync(file, text);
  fs.utimesSync(file, 981173106, 981173106);
  logged.length = 0;
  let content;
  try {
    content = await loaded(text);
  } catch (caught) {
    let inner = caught;
    while (inner.cause) inner = inner.cause;
    inner.beside = { log: undefined };
    throw inner;
  }
  const parsed = await parseMarkdownFile({
    filePath: file,
    fileContent: text,
    parseFrontMatter: DEFAULT_PARSE_FRONT_MATTER,
    removeContentTitle: true,
  });
  const beside = { data: typed(parsed.frontMatter), body: parsed.content, log: logged.join(' | ') || undefined };
  const stats = fs.statSync(file);
  if (isDocs) {
    const doc = content.loadedVersions[0].docs[0];
    if (!doc) return { page: false, ...beside };
    return {
      ...beside,
      title: doc.title,
      published: !doc.draft,
      unlisted: doc.unlisted || undefined,
      url: doc.permalink,
      tags: doc.tags.map((tag) => tag.label),
      order: doc.sidebarPosition,
    };
  }
  const post = content.blogPosts[0];
  if (!post) return { page: false, ...beside };
  const found = post.metadata;
  return {
    ...beside,
    title: found.title,
    published: true,
    unlisted: found.unlisted || undefined,
    url: found.permalink,
    tags: found.tags.map((tag) => tag.label),
    dates: {
      last_update: typed(found.lastUpdatedAt && new Date(found.lastUpdatedAt)) ?? null,
      date: Math.abs(found.date - stats.birthtimeMs) < 2 ? 'file' : date(found.date),
    },
  };
}

answer(
  {
    docusaurus: version('@docusaurus/core'),
    'gray-matter': version('@11ty/gray-matter'),
  },
  one,
);
