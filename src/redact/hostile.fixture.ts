import { makeSolanaSignature } from './secrets.fixture.ts';

const megabyte = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length));
/** A megabyte each of what costs a careless recogniser the most. */
export const hostile: Record<string, () => string> = {
  'ordinary words': () => megabyte('the money did not arrive in my wallet and I wait '),
  'words of the list, nine of every twelve': () =>
    megabyte('abandon ability able zzz absent absorb abstract zzz abuse access accident zzz '),
  'one word of the list': () => megabyte('abandon '),
  'letters without end': () => megabyte('a'),
  'joined words without end, eleven and then none': () => megabyte(`${'abandon'.repeat(11)}zzz `),
  'hex without end': () => megabyte('0123456789abcdef'),
  'hex, one digit too many': () => megabyte(`${'ab'.repeat(32)}c `),
  'base58 without end': () => megabyte('5KJvsngHeMpm884wtkJNzQGaCErckhHJBGFsvd3VyK5qMZXj3hS'),
  '52 letters, never a key': () => megabyte(`K${'w'.repeat(51)} `),
  '64 bytes in base58, said to be signatures': () => megabyte(`tx ${makeSolanaSignature(5)} `),
  'opening brackets and numbers': () => megabyte('[1,2,3,'),
  'numbers without end': () => `[${megabyte('1, ')}`,
  'brackets and spaces': () => `[${' '.repeat(1_000_000)}`,
  dashes: () => megabyte('-----BEGIN A A A '),
  'half tags': () => megabyte('<a href="'),
  'a tag of spaces': () => `<a${' '.repeat(1_000_000)}`,
  entities: () => megabyte('&amp'),
  'Chinese without spaces': () => megabyte('的一是在不了有和人这中大为上个国我以要他'),
  'accents without end': () => `a${'\u0301'.repeat(1_000_000)}`,
  kana: () => megabyte('あいこくしん'),
};
