import { defineMiddleware } from 'astro:middleware';
import problems from 'virtual:runlight/problems';
import { AstroError } from 'astro/errors';
import { slugOf } from './page-paths.ts';

/** In `astro dev`, a page with mistakes shows them in the overlay, at their line, in place of itself. */
export const onRequest = defineMiddleware(({ url }, next) => {
  const slug = slugOf(url.pathname, import.meta.env.BASE_URL);
  const found = problems[slug === '' ? 'index' : slug] ?? [];
  const [first] = found;
  if (!first) return next();
  const error = new AstroError(
    found.map(({ message }) => message).join('\n'),
    '`npx runlight lint` lists the mistakes of all pages; each code has a page under `/codes/`.',
  );
  throw Object.assign(error, { loc: { file: first.file, line: first.line, column: first.column } });
});
