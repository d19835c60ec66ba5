import anchor from 'markdown-it-anchor';

export default function (eleventyConfig) {
  eleventyConfig.amendLibrary('md', (library) => library.use(anchor));
  eleventyConfig.addPassthroughCopy('img');
  eleventyConfig.addPassthroughCopy({ public: '/' });
}
