// markdown-it-anchor with its defaults, as Eleventy sites use it.
'use strict';
const { answer, need, version } = require('../../generators/tools/answers.cjs');

const module_ = need('markdown-it-anchor');
const anchor = module_.default ?? module_;
const renderer = need('markdown-it')({ html: true }).use(anchor);

answer(
  { 'markdown-it-anchor': version('markdown-it-anchor'), 'markdown-it': version('markdown-it') },
  async ({ text }) => ({ html: renderer.render(text) }),
);
