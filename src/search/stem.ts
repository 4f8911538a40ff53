/** Reduces inflections of one language to one form; not a word, and only compared with its like. */
export type Stem = (word: string) => string;

const irregular: Readonly<Record<string, string>> = Object.fromEntries(
  [
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
  ].flatMap((line) => {
    const forms = line.split(' ');
    return forms.map((form) => [form, forms[0] ?? form]);
  }),
);

function english(word: string): string {
  const known = irregular[word];
  if (known !== undefined) return known;
  if (word.length < 4) return word;
  let stem = word;
  if (/(?:[^aeiou]ies)$/.test(stem)) stem = `${stem.slice(0, -3)}y`;
  else if (/[^su]s$/.test(stem) && !/is$/.test(stem)) stem = stem.slice(0, -1);
  if (/..[aeiouy].*ing$|[aeiouy][^aeiou]+ing$/.test(stem) && stem.length > 5) stem = undouble(stem.slice(0, -3));
  else if (/[aeiouy].*ed$/.test(stem) && stem.length > 4) stem = undouble(stem.slice(0, -2));
  return irregular[stem] ?? (stem.length > 4 ? stem.replace(/e$/, '') : stem);
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

const spanishEnding = bySuffix(
  'aciones acion amientos amiento imientos imiento adores ador adoras adora amente enes ando andome andolo andola andose iendo iendome iendolo iendose yendo aron ieron aste iste aba aban aria arian eria iria ados adas idos idas ado ada ido ida amos emos ara aran eran iran arme arlo arla arlos arlas arle arles arse arnos erme erlo erla erlos erlas erle erse irme irlo irla irlos irlas irle irse ame anme enme eme are ar er ir an en as es os a e i o',
);

/**
 * Each line is one thing, with its stem first: countries name it differently, or it would fall together with
 * another word, as “solo” would with a coin.
 */
const spanishSame: ReadonlyMap<string, string> = new Map(
  [
    'solo sola solos solas',
    'suele suelen',
    'diez',
    'miedo',
    'vacia vacias vacios',
    'olvid olvido',
    'ver veo ve ven vea vean viendo verlo verla verlos verlas',
    'cuenta cuentas',
    'soles',
    'nuevo nueva nuevos nuevas',
    'movimiento movimientos',
    'pedido pedidos',
    'validador validadores',
    'billetera billeteras wallet wallets cartera carteras monedero monederos billetero',
    'dinero plata lana guita pasta feria platita dinerito',
    'telefono telefonos celular celulares celu cel movil moviles fono',
    'computadora computador compu ordenador pc laptop notebook',
    'correo correos mail mails email emails',
    'aplicacion aplicaciones app apps',
    'sitio sitios pagina paginas web webs site',
    'cripto criptos crypto cryptos criptomoneda criptomonedas criptoactivo criptoactivos',
    'moneda monedas moneditas monedita coin coins',
    'transaccion transacciones tx txn txs operacion operaciones',
    'usdt usdc busd dai tether',
    'dolar dolares usd dolaritos',
    'banco bancos bank banko',
    'enlace enlaces link links liga',
    'contrasena contrasenas password passwords contra',
    'stake staking stakeo stakear staked stakeado',
    'unstake unstaking unstakear',
    'bitcoin bitcoins btc',
    'ethereum eth ether ethers',
  ].flatMap((line) => {
    const words = line.split(' ');
    return words.map((word): [string, string] => [word, words[0] ?? word]);
  }),
);

function spanish(word: string): string {
  const same = spanishSame.get(word);
  if (same !== undefined) return same;
  if (word.length < 4 || /\d/.test(word)) return word;
  // Borrowed words have an English plural: tokens, wallets.
  const stem = spanishEnding(/[^aeious]s$/.test(word) ? word.slice(0, -1) : word)
    // A little one, and what looks like it everywhere: numerito, depósito.
    .replace(/(.{4})it$/, '$1')
    // vendió, cambia, hackeo, stakear
    .replace(/(.{3})[ei]$/, '$1');
  // rechacé and rechazo, venció
  const soft = stem.endsWith('c') && /[ei]/.test(word[stem.length] ?? '') ? `${stem.slice(0, -1)}z` : stem;
  return (
    soft
      // pagué, saqué
      .replace(/gu$/, 'g')
      .replace(/qu$/, 'c')
      // devuelve and devolver, cierra and cerrar
      .replace(/([^gq])ue(?=[^aeiou]+$)/, '$1o')
      .replace(/ie(?=[^aeiou]+$)/, 'e')
  );
}

const portuguese = bySuffix(
  'acoes acao icoes icao oes ao amentos amento imentos imento adores ador adora ando endo indo aram eram iram aste este iste ava avam aria ariam eria iria ados adas idos idas ado ada ido ida amos emos imos asse esse arem ar er ir ou eu iu am em as es os a e i o s',
);

const byLanguage: Readonly<Record<string, Stem>> = { en: english, es: spanish, pt: portuguese };

/** The stemmer of a locale's language; of a language that has none, words stay as they are. */
export const stemOf = (locale: string): Stem => byLanguage[locale.slice(0, 2)] ?? ((word) => word);
