import { defineConfig, type DefaultTheme } from 'vitepress'

// sidebar: [{ text: 'L090', link: '/none' }]
const nav: DefaultTheme.NavItem[] = [
  { text: 'L001', link: '/' },
  { text: 'L002', link: '/guide/setup', activeMatch: '/guide/' },
  { text: 'L003', link: '/guide/stup' },
  {
    text: 'More',
    items: [
      { text: 'L004', link: '/about.html' },
      { text: 'L005', link: 'https://example.org/' },
      { text: 'L006', link: '/abuot.md#low' },
    ],
  },
]

export default defineConfig({
  title: 'Tides',
  base: '/sea/',
  ignoreDeadLinks: true,
  rewrites: { 'old-name.md': 'renamed.md' },
  themeConfig: {
    nav,
    sidebar: {
      '/guide/': [
        {
          text: 'L007',
          link: '/guide/',
          collapsed: true,
          items: [
            { text: 'L008', link: '/guide/setup.md' },
            { text: `L009`, link: '/guide/none/' }, /* a comment, with [ and { */
            { text: 'L010', link: 'guide/deep' },
          ],
        },
      ],
      '/ref/': { base: '/ref/', items: [{ text: 'L011', link: 'low' }, { text: 'L012', link: 'hgih' }] },
      '/': [
        { text: 'L013', link: '/renamed' },
        { text: 'L014', link: '/old-name' },
        { text: 'L015', link: '/Guide/setup' },
        { text: 'L016', link: '/tide.txt' },
        { text: 'L017', link: '/tides.txt' },
      ],
    },
  },
})
