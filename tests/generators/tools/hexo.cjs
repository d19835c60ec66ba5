// Hexo: a real site of one post, loaded and rendered in this process.
'use strict';
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { format } = require('node:util');
const { answer, date, need, root, typed, version } = require('./answers.cjs');

const Hexo = need('hexo');
const site = fs.mkdtempSync(path.join(os.tmpdir(), 'hexo-'));
fs.mkdirSync(path.join(site, 'source/_posts'), { recursive: true });
// A theme without a layout: what is asked is the post, not a page.
fs.mkdirSync(path.join(site, 'themes/landscape'), { recursive: true });
fs.writeFileSync(path.join(site, '_config.yml'), 'title: Sea\nurl: https://example.org\n');
fs.writeFileSync(
  path.join(site, 'package.json'),
  JSON.stringify({
    hexo: { version: version('hexo') },
    dependencies: { 'hexo-renderer-marked': '*' },
  }),
);
fs.symlinkSync(path.join(root, 'node_modules'), path.join(site, 'node_modules'));
const post = path.join(site, 'source/_posts/a.md');
const inner = need.resolve('hexo');
// The one that Hexo itself has, which is an older one than the newest.
const its = (name) => require.resolve(name, { paths: [path.dirname(inner)] });
const { parse } = require(its('hexo-front-matter'));

async function one({ text }) {
  fs.rmSync(post, { force: true });
  fs.rmSync(path.join(site, 'db.json'), { force: true });
  fs.writeFileSync(post, text);
  fs.utimesSync(post, 981173106, 981173106);
  const hexo = new Hexo(site, { silent: true });
  const logged = [];
  hexo.log.error = (...parts) => {
    const caught = parts[0] && (parts[0].err || (parts[0] instanceof Error && parts[0]));
    const said = format(...parts.slice(caught ? 1 : 0));
    logged.push(caught ? `${caught.message} ${said}` : said);
  };
  hexo.log.warn = hexo.log.error;
  await hexo.init();
  await hexo.load();
  const log = logged.join(' | ') || undefined;
  const stats = fs.statSync(post);
  const found = hexo.model('Post').toArray()[0];
  if (!found) return { page: false, log };
  const shown = hexo.locals.get('posts').toArray();
  const title = typed(found.title);
  let stopped;
  const { _content, ...data } = parse(text.replace(/^\ufeff/, ''));
  try {
    await hexo._generate();
  } catch (caught) {
    stopped = caught.message;
  }
  const fromFile = (value, stamp) => (value && Math.abs(value - stamp) < 2 ? 'file' : date(value));
  const answered = {
    title,
    data: typed(data),
    body: found._content,
    published: shown.length > 0,
    dates: {
      date: fromFile(found.date, stats.birthtimeMs),
      updated: fromFile(found.updated, stats.mtimeMs),
    },
    tags: found.tags.toArray().map((tag) => tag.name),
    categories: found.categories.toArray().map((each) => each.name),
    layout: typed(found.layout),
    url: safely(() => found.path),
    log: [...new Set(logged)].join(' | ') || undefined,
  };
  if (stopped) answered.error = stopped;
  return answered;
}

function safely(read) {
  try {
    return read();
  } catch (caught) {
    return { $other: caught.message };
  }
}

answer(
  {
    hexo: version('hexo'),
    'hexo-front-matter': require(its('hexo-front-matter/package.json')).version,
    'js-yaml': require(its('js-yaml/package.json')).version,
  },
  one,
);
