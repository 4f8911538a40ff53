import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '../../schemas/search.ts';
import { buildIndex } from '../../search/build-index.ts';
import { createFinder } from '../../search/finder.ts';
import { bestLanguage } from './best-language.ts';

const article = (locale: string, title: string, symptoms: string[]): SearchDocument => ({
  kind: 'help',
  slug: 'tx-pending',
  locale,
  title,
  description: '',
  url: `/${locale}/help/tx-pending/`,
  active: false,
  symptoms,
  errors: ['already known'],
  text: '',
});
const finderOf = (locale: string, document: SearchDocument) =>
  createFinder(buildIndex([document], { audience: 'internal', locale, popular: [] }));
const finders = new Map([
  ['en', finderOf('en', article('en', 'My transaction is still pending', ['transaction is stuck']))],
  ['es', finderOf('es', article('es', 'Mi transacción sigue pendiente', ['mi transacción está atascada']))],
]);
const languageOf = (text: string, current = 'en') => bestLanguage(text, finders, current)?.locale;

describe('the language of what a user wrote', () => {
  it('is the one that knows the text best', () => {
    expect(languageOf('mi transaccion sigue pendiente')).toBe('es');
    expect(languageOf('transaction is still pending', 'es')).toBe('en');
  });

  it('stays where the text is in none', () => {
    expect(languageOf('already known')).toBe('en');
    expect(languageOf('already known', 'es')).toBe('es');
    expect(languageOf('zzqqxx', 'es')).toBe('es');
  });
});
