/**
 * A word as it sounds, roughly, in a language: what people write for one another because it sounds alike
 * (`xegou` for `chegou`, `vendi` and `bendi`, `recieved`) becomes the same, or nearly.
 */
export function soundOf(word: string, locale: string): string {
  if (/\d/.test(word)) return word;
  const rules = byLanguage[locale.slice(0, 2)] ?? [];
  let sound = word;
  for (const [from, to] of rules) sound = sound.replace(from, to);
  return sound.replace(/(.)\1+/g, '$1');
}

type Rules = readonly (readonly [RegExp, string])[];

const byLanguage: Readonly<Record<string, Rules>> = {
  en: [
    [/ph/g, 'f'],
    [/ck/g, 'k'],
    [/c(?=[eiy])/g, 's'],
    [/[cq]/g, 'k'],
    [/ie/g, 'ei'],
    [/^(?:wr)/, 'r'],
    [/z/g, 's'],
  ],
  es: [
    [/qu(?=[ei])/g, 'k'],
    [/gu(?=[ei])/g, 'g'],
    [/g(?=[ei])/g, 'j'],
    [/c(?=[ei])|z|x/g, 's'],
    [/ch/g, '5'],
    [/[cq]/g, 'k'],
    [/v/g, 'b'],
    [/ll/g, 'y'],
    [/w/g, 'gu'],
    [/h/g, ''],
    [/m(?=[pb])/g, 'n'],
  ],
  pt: [
    [/qu(?=[ei])/g, 'k'],
    [/gu(?=[ei])/g, 'g'],
    [/g(?=[ei])/g, 'j'],
    [/ch/g, 'x'],
    [/c(?=[ei])|z|ss/g, 's'],
    [/[cq]/g, 'k'],
    [/lh/g, 'li'],
    [/nh/g, 'ni'],
    [/^h/, ''],
    [/y/g, 'i'],
    [/m(?=[pb])/g, 'n'],
  ],
};
