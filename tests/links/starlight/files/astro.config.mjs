import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';

export default defineConfig({
  site: 'https://example.org',
  integrations: [
    starlight({
      title: 'Sea',
      pagefind: false,
      locales: { root: { label: 'English', lang: 'en' }, fr: { label: 'Français' } },
    }),
  ],
});
