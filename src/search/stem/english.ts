import { alike } from './alike.ts';

const irregular = alike([
  'send sent',
  'steal stole stolen',
  'lose lost',
  'pay paid',
  'buy bought',
  'sell sold sale',
  'get got gotten',
  'go gone went goes',
  'forget forgot forgotten',
  'give gave given',
  'take took taken',
  'see saw seen',
  'freeze froze frozen',
  'break broke broken',
  'swap swapped swapping',
  'stop stopped stopping',
  'keep kept',
  'leave left',
  'show showed shown',
  'come came',
  'write wrote written',
  'type typed typing',
  'stick stuck',
  'withdraw withdrew withdrawn withdrawal withdrawals',
]);

export function english(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (word.length < 4) return word;
  let stem = word;
  if (/(?:[^aeiou]ies)$/.test(stem)) stem = `${stem.slice(0, -3)}y`;
  else if (/[^su]s$/.test(stem) && !/is$/.test(stem)) stem = stem.slice(0, -1);
  if (/..[aeiouy].*ing$|[aeiouy][^aeiou]+ing$/.test(stem) && stem.length > 5) stem = undouble(stem.slice(0, -3));
  else if (/[aeiouy].*ed$/.test(stem) && stem.length > 4) stem = undouble(stem.slice(0, -2));
  return irregular.get(stem) ?? (stem.length > 4 ? stem.replace(/e$/, '') : stem);
}

const undouble = (stem: string): string => (/([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem);
