import { expect, it } from 'vitest';
import { factNames } from '../schemas/case-facts.ts';
import { hash, wholeFacts } from './draft.fixture.ts';
import { refuseFacts } from './refuse-facts.ts';

const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const key = 'c0ffee'.repeat(10).padEnd(64, '1');

it('takes what a case usually says, hashes included', async () => {
  expect(await refuseFacts(wholeFacts)).toBeNull();
  expect(await refuseFacts({ hashes: `${hash}\n${'ef'.repeat(32)}`, tried: `Sent ${hash} again` })).toBeNull();
});

it.each(factNames)('refuses a recovery phrase in `%s`, and never repeats it', async (fact) => {
  for (const written of [phrase, phrase.replaceAll(' ', '\n'), phrase.replaceAll(' ', ', ')]) {
    const refused = await refuseFacts({ [fact]: `It is: ${written}` });
    expect(refused).toMatchObject({ fact, kind: 'recovery-phrase' });
    expect(JSON.stringify(refused)).not.toContain('sausage');
  }
});

it('refuses a private key everywhere but where hashes belong', async () => {
  for (const fact of factNames) {
    const refused = await refuseFacts({ [fact]: key });
    expect(refused?.kind ?? null, fact).toBe(fact === 'hashes' || fact === 'errorText' ? null : 'private-key');
  }
});

it('takes no key in `hashes` that says that it is one', async () => {
  for (const text of [
    `xprv${'a1'.repeat(54)}`,
    '-----BEGIN PRIVATE KEY-----',
    Array.from({ length: 64 }, (_, index) => index * 3).join(', '),
    `${hash}${'ab12'.repeat(16)}`,
  ])
    expect((await refuseFacts({ hashes: text }))?.fact).toBe('hashes');
});
