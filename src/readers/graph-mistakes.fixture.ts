import { z } from 'zod';

// What schema.org and Google's rules for rich results say of the things that pages are described by: strict, so that a
// property which is misspelt, or belongs to another thing, is a mistake.
// https://schema.org/version/latest/schemaorg-current-https.jsonld
// https://developers.google.com/search/docs/appearance/structured-data/search-gallery

const text = z
  .string()
  .regex(/^\S[\s\S]*$/, 'no empty text')
  .refine((each) => !/[<>]|\*\*|\]\(|:::/.test(each), 'plain text, no markup');
const url = z.url({ protocol: /^https$/ });
const lang = z.string().refine((each) => Intl.getCanonicalLocales(each)[0] === each, 'a canonical BCP 47 tag');
const id = z.strictObject({ '@id': url });

const organization = z.strictObject({ '@type': z.literal('Organization'), '@id': url, name: text, url });
const website = z.strictObject({
  '@type': z.literal('WebSite'),
  '@id': url,
  name: text,
  url,
  inLanguage: lang,
  publisher: id,
  description: text.optional(),
});
const article = z.strictObject({
  '@type': z.literal('TechArticle'),
  '@id': url,
  headline: text.max(110),
  description: text.optional(),
  url,
  mainEntityOfPage: url,
  inLanguage: lang,
  isPartOf: id,
  author: id,
  publisher: id,
  image: url.optional(),
  dateModified: z.iso.datetime().optional(),
  translationOfWork: id.optional(),
  workTranslation: z.array(id).min(1).optional(),
});
const list = z.strictObject({
  '@type': z.literal('CollectionPage'),
  '@id': url,
  name: text,
  description: text.optional(),
  url,
  inLanguage: lang,
  isPartOf: id,
});
const breadcrumbs = z.strictObject({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(z.strictObject({ '@type': z.literal('ListItem'), position: z.int().min(1), name: text, item: url }))
    .min(2)
    .refine((items) => items.every(({ position }, index) => position === index + 1), 'positions from 1 on'),
});
const questions = z.strictObject({
  '@type': z.literal('FAQPage'),
  '@id': url,
  url,
  inLanguage: lang,
  mainEntity: z
    .array(
      z.strictObject({
        '@type': z.literal('Question'),
        name: text,
        url,
        acceptedAnswer: z.strictObject({ '@type': z.literal('Answer'), text }),
      }),
    )
    .min(1),
});
const steps = z.strictObject({
  '@type': z.literal('HowTo'),
  '@id': url,
  name: text,
  inLanguage: lang,
  url,
  step: z
    .array(z.strictObject({ '@type': z.literal('HowToStep'), position: z.int().min(1), text }))
    .min(2)
    .refine((all) => all.every(({ position }, index) => position === index + 1), 'positions from 1 on'),
});

const graph = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z
    .array(z.discriminatedUnion('@type', [organization, website, article, list, breadcrumbs, questions, steps]))
    .min(2),
});

/** What is wrong with a page's structured data, a line each; things that it refers to must be in it, or on a sister page. */
export function graphMistakes(data: unknown): string[] {
  const read = graph.safeParse(data);
  if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const things = read.data['@graph'];
  const ids = things.flatMap((thing) => ('@id' in thing ? thing['@id'] : []));
  const mistakes = ids.filter((each, index) => ids.indexOf(each) !== index).map((each) => `${each} stands twice.`);
  for (const thing of things)
    for (const property of ['isPartOf', 'author', 'publisher'] as const) {
      const reference = property in thing ? (Reflect.get(thing, property) as { '@id': string }) : null;
      if (reference && !ids.includes(reference['@id'])) mistakes.push(`${property}: ${reference['@id']} is not there.`);
    }
  return mistakes;
}
