/** Reduces inflections of one language to one form; not a word, and only compared with its like. */
export type Stem = (word: string) => string;

/** Lines of forms, each form with the first of its line. */
const alike = (lines: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    lines.flatMap((line) => {
      const forms = line.split(' ');
      return forms.map((form): [string, string] => [form, forms[0] ?? form]);
    }),
  );

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

function english(word: string): string {
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

/** Longest first; at least three letters stay. */
const bySuffix = (suffixes: string): Stem => {
  const ordered = suffixes.split(' ').sort((a, b) => b.length - a.length);
  return (word) => {
    if (word.length < 4 || /\d/.test(word)) return word;
    const suffix = ordered.find((each) => word.length - each.length >= 3 && word.endsWith(each));
    return suffix === undefined ? word : word.slice(0, -suffix.length);
  };
};

const spanish = bySuffix(
  'aciones acion amientos amiento imientos imiento adores ador adoras adora ando iendo yendo aron ieron aste iste aba aban aria arian eria iria ados adas idos idas ado ada ido ida amos emos imos aran eran iran arme arlo arla arlos arse ame are ar er ir an en as es os a e i o',
);
const bySuffixPortuguese = bySuffix(
  'acoes acao icoes icao oes ao amentos amento imentos imento adores ador adora ando endo indo aram eram iram aste este iste ava avam aria ariam eria iria ados adas idos idas ado ada ido ida amos emos imos asse esse arem ar er ir ei ou eu iu ol el il am em as es os is a e i o s inha inho inhas inhos',
);

/** What a phone writes for a word, and forms that no ending tells. */
const portugueseForms = alike([
  'nao n naum nn',
  'para pra p pro',
  'que q',
  'tudo td',
  'cade kd',
  'voce vc vcs voces',
  'cai caiu cair caiam caiem caindo cairam caido',
  'vem veio vir vindo vieram',
  'perd perco',
  'ped peco',
  'mensagem mensagens msg msgs',
  'real reais',
  'wallet carteira carteiras wallets',
  'cripto crypto criptos cryptos',
  'trans tx txn transaction transferencia transferencias',
  'app aplicativo aplicativos apps',
  'whatsapp whats wpp zap',
  'usdt tether',
  'pix piks',
  'xrp ripple',
  'corretora corretoras exchange exchanges',
  'email mail emails',
  'celular cel celulares aparelho aparelhos',
  'computador computadores pc notebook',
  // Nouns that would fall together with verbs and others: `erro` with `errei`, `pedido` with `pedir`, `suporte` with `suportada`.
  'erro erros',
  'pedido pedidos',
  'botao botoes',
  'validador validadores',
  'identificador',
  'suporte suportes',
  'permit',
  'debito',
  'trader traders',
  'bandido bandidos',
  'caminho',
  'entre',
  'comeu',
  'viram',
  'autorizei',
  // Who says that they did it, was robbed: `zeraram minha carteira`. A wallet that is `zerada` is only empty.
  'zeraram',
  'esvaziaram',
  'limparam',
  'levaram levou tirou tiraram sacaram pegaram entraram transferiram mexeram',
]);

/** `troquei` is of `trocar`, `paguei` of `pagar`. */
function portuguese(word: string): string {
  return portugueseForms.get(word) ?? bySuffixPortuguese(word).replace(/qu$/, 'c').replace(/gu$/, 'g');
}

const byLanguage: Readonly<Record<string, Stem>> = { en: english, es: spanish, pt: portuguese };

/** The stemmer of a locale's language; of a language that has none, words stay as they are. */
export const stemOf = (locale: string): Stem => byLanguage[locale.slice(0, 2)] ?? ((word) => word);
