// Parsers that generators are built on, alone: `node parsers.cjs NAME`.
'use strict';
const { answer, need, typed, version } = require('./answers.cjs');

const name = process.argv[2];
const readers = {
  'gray-matter': ({ text }) => {
    // The options are there to keep it from answering out of its cache, where a broken block is
    // an empty one the second time.
    const found = need('gray-matter')(text, {});
    return { title: typed(found.data.title), data: typed(found.data), body: found.content };
  },
  'hexo-front-matter': ({ text }) => {
    const { _content: body, ...data } = need('hexo-front-matter').parse(text);
    return { title: typed(data.title), data: typed(data), body };
  },
  'js-yaml-3': ({ text }) => yaml(need('js-yaml-3').safeLoad, text),
  'js-yaml-4': ({ text }) => yaml(need('js-yaml-4').load, text),
};

function yaml(load, text) {
  const [, block, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)/.exec(text);
  const data = load(block);
  return { title: typed(data && data.title), data: typed(data), body };
}

const packages = { 'hexo-front-matter': ['hexo-front-matter'] }[name] || [name];
answer(Object.fromEntries(packages.map((each) => [each, version(each)])), readers[name]);
