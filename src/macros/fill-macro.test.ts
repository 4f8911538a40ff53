import { describe, expect, it } from 'vitest';
import { packageRoot } from '../project/folders.ts';
import { loadMacros } from '../project/load-macros.ts';
import type { Macro } from '../schemas/macro.ts';
import { placeholderKinds, placeholderNames, placeholders } from '../schemas/placeholder.ts';
import { fillMacro } from './fill-macro.ts';
import { placeholdersIn } from './placeholders-in.ts';

const macro = (body: string): Macro => ({
  id: 'test',
  locale: 'en',
  path: 'src/content/macros/en/test.md',
  title: 'Test',
  use: 'In tests.',
  article: null,
  body,
  placeholders: [...new Set(placeholdersIn(body).map(({ name }) => name))],
});
const hash = `0x${'ab'.repeat(32)}`;

describe('filling a macro', () => {
  it('puts each value wherever its placeholder stands', () => {
    expect(fillMacro(macro('{{hash}} on {{ network }}: {{hash}}'), { hash, network: 'Ethereum' })).toEqual({
      text: `${hash} on Ethereum: ${hash}`,
      missing: [],
      misfits: [],
    });
  });

  it('says what is missing, and leaves its place to be seen', () => {
    expect(fillMacro(macro('{{hash}} on {{network}}'), { network: ' ' })).toEqual({
      text: '{{hash}} on {{network}}',
      missing: ['hash', 'network'],
      misfits: [],
    });
  });

  it('does not fill in what is not of the placeholder’s kind', () => {
    const filled = fillMacro(macro('{{hash}} {{support-page}} {{next-update}}'), {
      hash: 'the hash',
      'support-page': 'javascript:alert(1)',
      'next-update': 'tomorrow',
    });
    expect(filled.text).toBe('{{hash}} {{support-page}} {{next-update}}');
    expect(filled.misfits.map(({ name }) => name)).toEqual(['hash', 'support-page', 'next-update']);
  });

  it('takes a value as text: no line of its own, no hidden character, no placeholder inside', () => {
    expect(fillMacro(macro('{{impact}}'), { impact: 'one\ntwo' }).misfits).toHaveLength(1);
    expect(fillMacro(macro('{{impact}}'), { impact: 'a\u202eb' }).text).toBe('a\\u{202e}b');
    expect(fillMacro(macro('{{impact}} {{network}}'), { impact: '{{network}}', network: '$&' }).text).toBe(
      '{{network}} $&',
    );
    expect(fillMacro(macro('{{hash}}'), Object.create({ hash }) as Record<string, string>).missing).toEqual(['hash']);
  });

  it('every placeholder’s example is of its kind', () => {
    for (const name of placeholderNames) {
      const { kind, example } = placeholders[name];
      expect(placeholderKinds[kind].fits(example), name).toBe(true);
    }
  });
});

describe('the macros that Runlight ships', async () => {
  const { macros } = await loadMacros(packageRoot, ['en', 'es', 'pt-br']);
  const all = [...macros.values()].flatMap((byLocale) => [...byLocale.values()]);
  const examples = Object.fromEntries(placeholderNames.map((name) => [name, placeholders[name].example]));

  it.each(all.map((each) => [`${each.locale}/${each.id}`, each] as const))(
    '%s is whole with the examples',
    (_, each) => {
      const { text, missing, misfits } = fillMacro(each, examples);
      expect({ missing, misfits }).toEqual({ missing: [], misfits: [] });
      expect(text).not.toMatch(/\{\{|\}\}|undefined/);
    },
  );

  it('speak of a phrase in each language where they must', () => {
    for (const each of all.filter(({ id }) => id === 'never-share-phrase'))
      expect(each.body).toMatch(/recovery phrase|frase secreta/);
  });

  it('address users with usted in Spanish and with você in Portuguese', () => {
    for (const each of all) {
      if (each.locale === 'es') expect(each.body, each.id).not.toMatch(/\b(tú|tu|tus|vos|vosotros|haz)\b/);
      if (each.locale === 'pt-br') expect(each.body, each.id).not.toMatch(/\b(tu|teu|tua|telemóvel|ecrã|utilizador)\b/);
    }
  });
});
