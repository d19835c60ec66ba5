module.exports = {
  title: 'Sea',
  url: 'https://example.org',
  baseUrl: '/sea/',
  onBrokenLinks: 'warn',
  onBrokenAnchors: 'warn',
  presets: [
    [
      'classic',
      { docs: { sidebarPath: require.resolve('./sidebars.js') }, blog: false, pages: false, theme: {} },
    ],
  ],
};
