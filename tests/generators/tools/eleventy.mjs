// Eleventy: a real site of one page, built to memory.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { answer, date, root, typed, version } = createRequire(import.meta.url)('./answers.cjs');
const { default: Eleventy } = await import(
  pathToFileURL(path.join(root, 'node_modules/@11ty/eleventy/src/Eleventy.js'))
);

const site = fs.mkdtempSync(path.join(os.tmpdir(), 'eleventy-'));
process.chdir(site);
fs.mkdirSync('_includes');
fs.writeFileSync('_includes/post.html', '{{ content }}');
fs.writeFileSync('_includes/post.njk', '{{ content | safe }}');

// Each has a folder of its own: Eleventy remembers what it has read of a path.
let number = 0;

async function one({ text }) {
  const folder = `posts${(number += 1)}`;
  const file = `${folder}/a.md`;
  fs.mkdirSync(folder);
  fs.writeFileSync(file, text);
  fs.utimesSync(file, 981173106, 981173106);
  let item;
  const eleventy = new Eleventy(folder, '_site', {
    quietMode: true,
    configPath: null,
    config(config) {
      config.setIncludesDirectory('../_includes');
      config.setDataDirectory('../_data');
      config.addCollection('dump', (api) => {
        item = api.getAll()[0];
        return [];
      });
    },
  });
  eleventy.disableLogger();
  const pages = await eleventy.toJSON();
  if (!item && !pages.length) return { page: false };
  const { page, eleventy: _e, pkg, collections, ...data } = item ? item.data : {};
  const stats = fs.statSync(file);
  const seen = item && item.date;
  return {
    title: typed(data.title),
    data: typed(data),
    body: item ? item.rawInput : null,
    published: pages.length > 0 && pages[0].url !== false,
    url: pages.length ? pages[0].url : false,
    dates: { date: seen && (Math.abs(seen - stats.birthtimeMs) < 2 || Math.abs(seen - stats.mtimeMs) < 2) ? 'file' : date(seen) },
    tags: typed(data.tags) ?? [],
  };
}

await answer(
  { eleventy: version('@11ty/eleventy'), 'gray-matter': version('@11ty/gray-matter') },
  async (input) => {
    try {
      return await one(input);
    } catch (caught) {
      let inner = caught;
      while (inner.originalError || inner.cause) inner = inner.originalError || inner.cause;
      throw inner;
    }
  },
);
