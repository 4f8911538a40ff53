import { expect, it } from 'vitest';
import { frontmatterSchema } from '../schemas/frontmatter.ts';
import type { Page } from '../schemas/page.ts';
import { judgeDomains } from './judge-domains.ts';

const page = (audience: 'public' | 'internal', url: string): Page => ({
  id: 'help/a',
  path: 'src/content/docs/help/a.md',
  locale: 'en',
  sourceId: null,
  frontmatter: frontmatterSchema.parse({ title: 'A', audience }),
  blocks: [],
  translatedBlocks: [],
  pictures: [],
  anchors: [],
  links: [{ url, position: { line: 9, column: 5 } }],
});
const judge = (url: string, audience: 'public' | 'internal' = 'public') =>
  judgeDomains([page(audience, url)], ['etherscan.io', 'solana.com']);

it('a link of a public page to a domain that is not listed is told of at its place, with the nearest listed one', () => {
  const [found] = judge('https://etherscam.io/tx');
  expect(found).toMatchObject({ line: 9, column: 5, severity: 'error', code: 'unlisted-domain' });
  expect(found?.message).toContain('`etherscam.io`');
  expect(found?.message).toContain('Did you mean `etherscan.io`?');
});

it('a link that calls is a phone number', () => {
  expect(judge('tel:+14155550132')).toMatchObject([{ code: 'phone-number' }]);
});

it('listed domains, their subdomains, other pages, and all of an internal page may stand', () => {
  for (const url of ['https://etherscan.io/', 'https://docs.solana.com/x', './b.md']) expect(judge(url)).toEqual([]);
  expect(judge('https://evil.example/', 'internal')).toEqual([]);
});
