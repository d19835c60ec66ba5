module.exports = {
  title: 'Sea',
  url: 'https://example.org',
  baseUrl: '/sea/',
  i18n: { defaultLocale: 'en', locales: ['en', 'fr'] },
  onBrokenLinks: 'warn',
  onBrokenAnchors: 'warn',
  markdown: { hooks: { onBrokenMarkdownLinks: 'warn', onBrokenMarkdownImages: 'warn' } },
  presets: [
    [
      'classic',
      {
        docs: { includeCurrentVersion: true, lastVersion: 'current' },
        blog: { onUntruncatedBlogPosts: 'ignore', onInlineTags: 'ignore', onInlineAuthors: 'ignore' },
        theme: {},
      },
    ],
  ],
};
