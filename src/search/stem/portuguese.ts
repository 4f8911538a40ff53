import { alike } from './alike.ts';
import { bySuffix } from './by-suffix.ts';

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
export function portuguese(word: string): string {
  return portugueseForms.get(word) ?? bySuffixPortuguese(word).replace(/qu$/, 'c').replace(/gu$/, 'g');
}
