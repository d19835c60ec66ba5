export default {
  title: 'Sea',
  srcDir: './src',
  ignoreDeadLinks: true,
  srcExclude: ['**/excluded/**'],
}
