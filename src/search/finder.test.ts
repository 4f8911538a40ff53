import { expect, test } from 'vitest';
import type { SearchDocument } from '../schemas/search.ts';
import { buildIndex } from './build-index.ts';
import { createFinder } from './finder.ts';

const page = (slug: string, title: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  kind: 'help',
  slug,
  locale: 'en',
  title,
  description: '',
  url: `/help/${slug}/`,
  active: false,
  symptoms: [],
  errors: [],
  text: '',
  ...more,
});

const shelf = [
  page('tx-pending', 'My transaction is still pending', {
    symptoms: ['my transaction is stuck', 'transfer not arrived'],
    errors: ['nonce too low', 'already known'],
  }),
  page('stolen-funds', 'Coins were stolen, or I was scammed', {
    symptoms: ['my wallet was drained', 'reverse a crypto transaction'],
  }),
  page('walletconnect', 'WalletConnect does not connect', {
    errors: ['Pairing already exists', 'Please try again with a new connection URI'],
  }),
  page('secret-phrase', 'I lost my secret phrase', {
    symptoms: ['forgot my seed phrase'],
    errors: ['invalid mnemonic'],
  }),
  page('wrong-network', 'I sent crypto over the wrong network', {
    symptoms: ['sent to the wrong address'],
    text: 'Ask the exchange that owns the deposit.',
  }),
  page('buy-3ds', 'My bank’s confirmation does not work', { errors: ['timeout_3d_secure'] }),
];

const open = (documents = shelf, locale = 'en') =>
  createFinder(
    JSON.parse(JSON.stringify(buildIndex(documents, { audience: 'public', locale, popular: ['/help/tx-pending/'] }))),
  );

const first = (query: string, finder = open()): string | undefined => finder.find(query).results[0]?.slug;

test('A title, a symptom and an error text find their page as they stand', () => {
  expect(first('I lost my secret phrase')).toBe('secret-phrase');
  expect(first('transfer not arrived')).toBe('tx-pending');
  expect(first('invalid mnemonic')).toBe('secret-phrase');
});

test('An accent that is a character of its own is an accent', () => {
  const { results } = open([page('buy-3ds', 'Mi código no llega', { locale: 'es' })], 'es').find(
    'código'.normalize('NFD'),
  );
  expect(results[0]?.reasons[0]?.words).toEqual([{ typed: 'código', found: 'código', way: 'same' }]);
});

test('What people say finds the page that says it in other words', () => {
  expect(first('someone hacked me and emptied everything')).toBe('stolen-funds');
  expect(first('dont remember my 12 words')).toBe('secret-phrase');
});

test('Typos find what was meant, and say so', () => {
  const { results, corrected } = open().find('sent to the wrong adress');
  expect(results[0]?.slug).toBe('wrong-network');
  expect(corrected.map(({ typed }) => typed)).toEqual(['adress']);
  expect(results[0]?.reasons[0]?.words).toContainEqual({ typed: 'adress', found: 'address', way: 'typo' });
});

test('A word that stands for another is named with it', () => {
  const { results } = open().find('wallet emptied');
  expect(results[0]?.reasons.flatMap(({ words }) => words)).toContainEqual({
    typed: 'emptied',
    found: 'drained',
    way: 'synonym',
  });
});

test('An error text is found inside a pasted message, and marked whole', () => {
  const pasted = `Hello, since today I get this on every site:\n[12:04:11] Uncaught (in promise) Error: Pairing already exists: 7f3a91. Please try again with a new connection URI.\n    at Pairing.isActivated (index.js:1:2043)\nmy phone is an old one`;
  const { results, errors } = open().find(pasted);
  expect(results[0]?.slug).toBe('walletconnect');
  expect(errors).toContain('Pairing already exists');
  const reason = results[0]?.reasons[0];
  expect(reason?.field).toBe('error');
  expect(reason?.marks).toEqual([[0, reason?.text.length]]);
});

test('An error text with letters that differ is found all the same', () => {
  expect(open().find('pairng allready exist').results[0]?.slug).toBe('walletconnect');
});

test('Marks are places in the text they stand beside', () => {
  const [reason] = open().find('stuck').results[0]?.reasons ?? [];
  expect(reason?.marks.map(([start, end]) => reason.text.slice(start, end))).toEqual(['stuck']);
});

test('An unfinished last word finds what begins so', () => {
  expect(first('walletcon')).toBe('walletconnect');
});

test('Two words that are one elsewhere find it', () => {
  expect(first('wallet connect')).toBe('walletconnect');
});

test('What only the text of a page says is found, too', () => {
  const { results } = open().find('who owns it, the exchange');
  expect(results[0]?.slug).toBe('wrong-network');
});

test('A word that everybody uses does not outweigh one that tells', () => {
  const finder = open([
    ...shelf,
    page('buy-order-status', 'I bought crypto and it has not arrived', {
      symptoms: ['sent an hour ago by my brother'],
    }),
  ]);
  expect(first('my brother got drained an hour ago', finder)).toBe('stolen-funds');
});

test('A word that everybody uses is not taken for a misspelt one', () => {
  const finder = open([...shelf, page('dapp-errors', 'The browser does not load')]);
  expect(finder.find('my brother was drained').corrected).toEqual([]);
});

test('A state of one word is an error text where it stands as it is printed, or alone', () => {
  const finder = open([...shelf, page('buy-order-status', 'What the state of an order means', { errors: ['FAILED'] })]);
  expect(finder.find('the order is FAILED since today').errors).toEqual(['FAILED']);
  expect(finder.find('failed').errors).toEqual(['FAILED']);
  expect(finder.find('my transfer failed').errors).toEqual([]);
});

test('What most documents say beside their passages is not indexed, what few say is', () => {
  const wordy = Array.from({ length: 8 }, (_, each) =>
    page(`page-${each}`, `Title ${each}`, { text: `wholesale ${each === 0 ? 'zeppelin' : ''}` }),
  );
  expect(first('zeppelin', open(wordy))).toBe('page-0');
  expect(first('wholesale', open(wordy))).toBeUndefined();
});

test('An incident that is not over comes first wherever it fits at all', () => {
  const incident = page('2026-11-26-late', 'Transfers arrive late', { kind: 'incident', active: true });
  expect(first('transfer not arrived', open([...shelf, incident]))).toBe('2026-11-26-late');
  expect(first('invalid mnemonic', open([...shelf, incident]))).toBe('secret-phrase');
});

test('Nothing that fits is no result, and others’ questions are still there', () => {
  const finder = open();
  expect(finder.find('qqqqzzzz').results).toEqual([]);
  expect(finder.find('').results).toEqual([]);
  expect(finder.find('¿?! …').results).toEqual([]);
  expect(finder.popular().map(({ slug }) => slug)).toEqual(['tx-pending']);
});

test('Groups hold every result once', () => {
  const { results, groups } = open().find('my wallet transaction phrase');
  expect(groups.flatMap((group) => group.results.map(({ slug }) => slug)).sort()).toEqual(
    results.map(({ slug }) => slug).sort(),
  );
});

test('Accents make no difference, neither here nor there', () => {
  const es = [
    page('stolen-funds', 'Robaron mis monedas', { locale: 'es' }),
    page('network-fees', 'Qué son las comisiones de red', { locale: 'es' }),
  ];
  const finder = open(es, 'es');
  expect(first('comisión de red', finder)).toBe('network-fees');
  expect(first('comision', finder)).toBe('network-fees');
  expect(first('me jaquearon', finder)).toBe('stolen-funds');
});

test('Two megabytes of pasted log are answered at once', () => {
  const finder = open();
  const log = 'at Object.run (index.js:1:1) nonce too low\n'.repeat(50_000);
  const before = performance.now();
  expect(finder.find(log).results[0]?.slug).toBe('tx-pending');
  expect(performance.now() - before).toBeLessThan(500);
});

test('A query of regular expressions, HTML and emoji does no harm', () => {
  const finder = open();
  for (const query of [
    '(((((',
    '<img src=x onerror=alert(1)>',
    '.*+?^$()|[]',
    '💸💸💸',
    '__proto__ constructor toString',
    '\0\u202e',
  ])
    expect(() => finder.find(query)).not.toThrow();
});

test('The same documents give the same index, to the letter', () => {
  const options = { audience: 'public', locale: 'en', popular: [] } as const;
  expect(JSON.stringify(buildIndex(shelf, options))).toBe(JSON.stringify(buildIndex(shelf, options)));
});
