import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';

export default defineConfig({
  site: 'https://example.org',
  base: '/sea',
  integrations: [
    starlight({
      title: 'Sea',
      pagefind: false,
      pagination: false,
      locales: { root: { label: 'English', lang: 'en' }, fr: { label: 'Français' } },
      sidebar: [
        'index',
        { slug: 'guide/setup' },
        { label: 'L001', slug: 'guide/stup' },
        {
          label: 'Guide',
          items: [
            'guide', // its index
            { label: 'L002', link: '/guide/deep/' },
            { label: 'L003', link: '/guide/none/' },
            { label: 'L004', link: 'https://example.org/' },
            'guide/Deep',
            'own',
          ],
        },
        { label: 'Ref', items: [{ autogenerate: { directory: 'ref' } }] },
        { label: 'L005', link: '/tide.txt' },
        { label: 'L006', link: '/tides.txt' },
      ],
    }),
  ],
});
