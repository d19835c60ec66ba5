export default {
  title: 'Sea',
  base: '/sea/',
  cleanUrls: true,
  ignoreDeadLinks: true,
  srcExclude: ['excluded/**'],
  rewrites: {
    'packages/:pkg/docs/:page': ':pkg/:page',
    'old-name.md': 'renamed.md',
  },
}
