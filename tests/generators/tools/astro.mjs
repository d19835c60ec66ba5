// Astro and Starlight: the entry type that reads Markdown for collections, then a schema. For Astro
// the one that its guide shows for a blog; for Starlight its own.
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { answer, date, root, typed, version } = createRequire(import.meta.url)('./answers.cjs');
const load = (file) => import(pathToFileURL(path.join(root, 'node_modules', file)));

const { markdownContentEntryType } = await load('astro/dist/vite-plugin-markdown/content-entry-type.js');
const { z } = await load('astro/dist/zod.js');
const isStarlight = process.argv[2] === 'starlight';

const blog = z.object({
  title: z.string(),
  description: z.string().optional(),
  date: z.coerce.date().optional(),
  updated: z.coerce.date().optional(),
  draft: z.boolean().optional(),
  tags: z.array(z.string()).optional(),
  categories: z.array(z.string()).optional(),
  category: z.string().optional(),
  author: z.string().optional(),
  lang: z.string().optional(),
  order: z.number().optional(),
  weight: z.number().optional(),
  comments: z.boolean().optional(),
  toc: z.boolean().optional(),
});
const strictDate = z.date();
const context = { image: () => z.string() };
const schema = isStarlight
  ? (await load('@astrojs/starlight/dist/schema.js')).docsSchema()(context)
  : blog;

async function one({ text }) {
  const { data, body } = await markdownContentEntryType.getEntryInfo({
    contents: text,
    fileUrl: new URL('file:///site/src/content/blog/a.md'),
  });
  const answered = { title: typed(data.title), data: typed(data), body };
  const checked = schema.safeParse(data);
  if (!checked.success) {
    answered.error = checked.error.issues
      .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
      .join('; ');
    answered.by = 'schema';
  } else if (isStarlight) {
    answered.dates = { lastUpdated: typed(checked.data.lastUpdated) ?? null };
    answered.published = !checked.data.draft;
  } else {
    answered.dates = { date: date(checked.data.date) };
    answered.published = !checked.data.draft;
  }
  if (!isStarlight && data.date !== undefined)
    answered.strict = strictDate.safeParse(data.date).success;
  return answered;
}

await answer(
  isStarlight
    ? { starlight: version('@astrojs/starlight'), astro: version('astro') }
    : { astro: version('astro') },
  one,
);
