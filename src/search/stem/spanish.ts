import { alike } from './alike.ts';
import { bySuffix } from './by-suffix.ts';

const spanishEnding = bySuffix(
  'aciones acion amientos amiento imientos imiento adores ador adoras adora amente enes ando andome andolo andola andose iendo iendome iendolo iendose yendo aron ieron aste iste aba aban aria arian eria iria ados adas idos idas ado ada ido ida amos emos ara aran eran iran arme arlo arla arlos arlas arle arles arse arnos erme erlo erla erlos erlas erle erse irme irlo irla irlos irlas irle irse ame anme enme eme are ar er ir an en as es os a e i o',
);

/**
 * Each line is one thing, with its stem first: countries name it differently, or it would fall together with
 * another word, as “solo” would with a coin.
 */
const spanishSame: ReadonlyMap<string, string> = alike([
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
]);

export function spanish(word: string): string {
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
