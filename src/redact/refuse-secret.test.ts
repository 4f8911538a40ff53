// Long because it is two lists: what is refused, and what is not.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Expects } from './expects.ts';
import { hostile } from './hostile.fixture.ts';
import { loadWordLists, type WordLists } from './load-word-lists.ts';
import { refuseSecret } from './refuse-secret.ts';
import {
  makeBase58,
  makeBytes,
  makeChecked,
  makeHex,
  makePhrase,
  makeSolanaBytes,
  makeSolanaSecret,
  makeSolanaSignature,
  makeWif,
} from './secrets.fixture.ts';

let all: WordLists;
beforeAll(async () => {
  all = await loadWordLists();
});

/** The kind alone: a failing test prints no secret. */
const kindOf = async (text: string, expects: Expects = 'other') =>
  (await refuseSecret(text, { expects }))?.kind ?? null;

const pem = (name: string) => `-----BEGIN ${name}-----\nMC4CAQAwBQYDK2VwBCIEI\n-----END ${name}-----`;

/** Private keys as people paste them, made from a seed. */
const keys: Record<string, (seed: number) => string> = {
  '64 hex digits': (seed) => makeHex(32, seed),
  '64 hex digits after 0x': (seed) => `0x${makeHex(32, seed)}`,
  '64 hex digits in capitals': (seed) => makeHex(32, seed).toUpperCase(),
  '64 hex digits within words': (seed) => `my key is 0x${makeHex(32, seed)}, is that right?`,
  '64 hex digits as a setting': (seed) => `PRIVATE_KEY=${makeHex(32, seed)}`,
  '64 hex digits in JSON': (seed) => JSON.stringify({ privateKey: makeHex(32, seed) }),
  '64 hex digits in pairs': (seed) => makeHex(32, seed).replace(/..(?!$)/g, '$& '),
  '64 hex digits in pairs with colons': (seed) => makeHex(32, seed).replace(/..(?!$)/g, '$&:'),
  '64 hex digits in groups of eight': (seed) => makeHex(32, seed).replace(/.{8}(?!$)/g, '$& '),
  '128 hex digits: a seed': (seed) => makeHex(64, seed),
  'WIF of Bitcoin, compressed': (seed) => makeWif(0x80, true, seed),
  'WIF of Bitcoin, uncompressed': (seed) => makeWif(0x80, false, seed),
  'WIF of a test network': (seed) => makeWif(0xef, true, seed),
  'WIF of Litecoin': (seed) => makeWif(0xb0, true, seed),
  'WIF of Dogecoin': (seed) => makeWif(0x9e, true, seed),
  'WIF within words': (seed) => `please import "${makeWif(0x80, true, seed)}" for me`,
  'WIF with a letter too few at its end, and one more': (seed) => `${makeWif(0x80, true, seed).slice(0, -1)}2`,
  'a key with a password (BIP-38)': (seed) => makeChecked([0x01, 0x42, 0xc0], 36, seed),
  xprv: (seed) => makeChecked([0x04, 0x88, 0xad, 0xe4], 74, seed),
  yprv: (seed) => makeChecked([0x04, 0x9d, 0x78, 0x78], 74, seed),
  zprv: (seed) => makeChecked([0x04, 0xb2, 0x43, 0x0c], 74, seed),
  Yprv: (seed) => makeChecked([0x02, 0x95, 0xb0, 0x05], 74, seed),
  Zprv: (seed) => makeChecked([0x02, 0xaa, 0x7a, 0x99], 74, seed),
  tprv: (seed) => makeChecked([0x04, 0x35, 0x83, 0x94], 74, seed),
  'xprv with a mistake in it': (seed) => makeChecked([0x04, 0x88, 0xad, 0xe4], 74, seed).slice(0, -3),
  'xprv in a descriptor': (seed) => `wpkh(${makeChecked([0x04, 0x88, 0xad, 0xe4], 74, seed)}/84h/0h/0h/0/*)`,
  'a Solana secret': (seed) => makeSolanaSecret(seed),
  'a Solana secret within words': (seed) => `phantom gave me ${makeSolanaSecret(seed)} yesterday`,
  'a Solana secret that claims to be a transaction': (seed) => `tx: ${makeSolanaSecret(seed)}`,
  'a Solana key file': (seed) => JSON.stringify([...makeSolanaBytes(seed)]),
  'a Solana key file, printed over lines': (seed) => JSON.stringify([...makeSolanaBytes(seed)], null, 2),
  'a Solana key file without brackets': (seed) => [...makeSolanaBytes(seed)].join(', '),
  'a PEM private key': () => pem('PRIVATE KEY'),
  'a PEM EC private key': () => pem('EC PRIVATE KEY'),
  'a PEM RSA private key': () => pem('RSA PRIVATE KEY'),
  'a PEM encrypted private key': () => pem('ENCRYPTED PRIVATE KEY'),
  'an OpenSSH private key': () => pem('OPENSSH PRIVATE KEY'),
  'a PGP private key': () => pem('PGP PRIVATE KEY BLOCK'),
  'a PEM private key whose dashes a phone changed': () => pem('PRIVATE KEY').replaceAll('--', '—'),
};

/** Where a hash is expected, nobody can tell these from one. */
const hashLike = new Set(['64 hex digits', '64 hex digits after 0x', '64 hex digits in capitals']);

describe('refuseSecret: private keys', () => {
  it.each(Object.keys(keys))('refuses %s', async (name) => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const value = keys[name]?.(seed) ?? '';
      expect({ seed, kind: await kindOf(value) }).toEqual({ seed, kind: 'private-key' });
      expect({ seed, kind: await kindOf(`\n  ${value} \n`) }).toEqual({ seed, kind: 'private-key' });
    }
  });

  it.each(Object.keys(keys).filter((name) => !hashLike.has(name)))(
    'refuses %s where a hash is expected, too',
    async (name) => {
      for (let seed = 1; seed <= 10; seed += 1)
        expect({ seed, kind: await kindOf(keys[name]?.(seed) ?? '', 'hash') }).toEqual({ seed, kind: 'private-key' });
    },
  );

  it('takes a hash alone where one is expected, and refuses two: one may be a key', async () => {
    expect(await kindOf(`0x${makeHex(32, 1)}`, 'hash')).toBe(null);
    expect(await kindOf(`0x${makeHex(32, 1)} 0x${makeHex(32, 2)}`, 'hash')).toBe('private-key');
  });

  it('refuses a key that stands near the word transaction', async () => {
    const key = makeHex(32, 3);
    expect(await kindOf(`the private key for this transaction: ${key}`)).toBe('private-key');
    expect(await kindOf(`clave privada, transacción ${key}`)).toBe('private-key');
    expect(await kindOf(`key hash ${key}`)).toBe('private-key');
  });

  it('cannot tell a signature from a mistyped secret, so refuses it where none is expected', async () => {
    for (let seed = 1; seed <= 10; seed += 1) expect(await kindOf(makeSolanaSignature(seed))).toBe('private-key');
  });
});

describe('refuseSecret: recovery phrases', () => {
  it.each(['other', 'hash'] as const)('refuses a phrase where `%s` is expected', async (expects) => {
    for (const { name } of all.languages) {
      const words = makePhrase(all, name, 12, 9);
      expect({ name, kind: await kindOf(words.join(' '), expects) }).toEqual({ name, kind: 'recovery-phrase' });
      const numbered = words.map((word, i) => `${i + 1}. ${word}`).join('\n');
      expect({ name, kind: await kindOf(numbered, expects) }).toEqual({ name, kind: 'recovery-phrase' });
    }
  });
});

describe('refuseSecret: what it says', () => {
  it('names the kind, says what to do, and never repeats the value', async () => {
    const words = makePhrase(all, 'english', 12, 4);
    const key = makeHex(32, 4);
    const phrase = await refuseSecret(words.join(' '));
    expect(phrase?.message).toMatch(/recovery phrase.*not sent.*not stored.*new wallet.*Never ask/);
    // Some words of a list are words of our sentence: three in a row never are.
    const inARow = words.slice(2).map((_, i) => words.slice(i, i + 3).join(' '));
    expect(inARow.some((run) => phrase?.message.includes(run))).toBe(false);
    const refused = await refuseSecret(key);
    expect(refused?.message).toMatch(/private key/);
    expect(JSON.stringify(refused).includes(key.slice(0, 8))).toBe(false);
  });
});

/** What people and agents really type: none of it may be refused. */
const harmless: readonly (readonly [name: string, text: string, expects?: Expects])[] = [
  ['nothing', ''],
  ['spaces', '   \n '],
  ['a number', '42'],
  ['MoonPay order', 'c4a1f3b0-6d0e-4a1b-9d3c-2f7f1e0b5a67'],
  ['Transak order', '9151faa1-e69b-4a36-b959-3c4f894afb68'],
  ['Ramp purchase', 'edh2ndzrw6axc8v'],
  ['Banxa order', '8c5e1a2f9d0b4c7e6a3f1b2d4c5e6f70'],
  ['Mercuryo order', '0f1a2b3c4d5e6f7a8b'],
  ['Simplex order', '11a2f-simplex-2026-000198273'],
  ['Sardine order', 'ord_01HZX3K9Q4T7V8W2Y5B6N1M0PC'],
  ['Wyre transfer', 'TF_7UEMVR2TXYJ'],
  ['Coinbase charge', '66BEOV2A'],
  ['ticket', 'SUP-104233'],
  ['ULID', '01ARZ3NDEKTSV4RRFFQ69G5FAV'],
  ['KSUID', '0ujtsYcgvSTl8PAuAdqWYSMnLOv'],
  ['nano id', 'V1StGXR8_Z5jdHi6B-myT'],
  ['MongoDB id', '507f1f77bcf86cd799439011'],
  ['UUID in capitals', 'C4A1F3B0-6D0E-4A1B-9D3C-2F7F1E0B5A67'],
  ['two UUIDs', 'c4a1f3b0-6d0e-4a1b-9d3c-2f7f1e0b5a67 9151faa1-e69b-4a36-b959-3c4f894afb68'],
  ['three orders over lines', 'ord-10001\nord-10002\nord-10003'],
  ['eight short ids', 'ab1 cd2 ef3 gh4 ij5 kl6 mn7 op8 qr9 st0'],
  ['MD5', '9e107d9d372bb6826bd81d3542a419d6'],
  ['SHA-1 of a commit', '2fd4e1c67a2d28fced849ee1bb76e7391b93eb12'],
  ['git range', '1da2d56..3ab6c3a'],
  ['CoW order', `0x${makeHex(56, 1)}`],
  ['EVM hash where one is expected', `0x${makeHex(32, 2)}`, 'hash'],
  ['EVM hash in capitals where one is expected', `0X${makeHex(32, 3).toUpperCase()}`, 'hash'],
  ['Bitcoin hash where one is expected', makeHex(32, 4), 'hash'],
  ['TRON hash with a newline where one is expected', `${makeHex(32, 5)}\n`, 'hash'],
  ['Cosmos hash where one is expected', makeHex(32, 6).toUpperCase(), 'hash'],
  ['Solana signature where one is expected', makeSolanaSignature(7), 'hash'],
  ['Etherscan', `https://etherscan.io/tx/0x${makeHex(32, 8)}`],
  ['Etherscan with a fragment', `https://etherscan.io/tx/0x${makeHex(32, 8)}#eventlog`],
  ['BscScan in a sentence', `see https://bscscan.com/tx/0x${makeHex(32, 9)}, it is pending`],
  ['mempool.space', `https://mempool.space/tx/${makeHex(32, 10)}`],
  ['Solscan', `https://solscan.io/tx/${makeSolanaSignature(11)}`],
  ['Tronscan', `https://tronscan.org/#/transaction/${makeHex(32, 12)}`],
  ['Mintscan', `https://www.mintscan.io/cosmos/tx/${makeHex(32, 13).toUpperCase()}`],
  ['a block', `https://mempool.space/block/${makeHex(32, 14)}`],
  ['receipt in JSON', JSON.stringify({ transactionHash: `0x${makeHex(32, 15)}`, blockHash: `0x${makeHex(32, 16)}` })],
  ['error with a hash', `replacement transaction underpriced (tx 0x${makeHex(32, 17)}, nonce 14)`],
  ['hash in Spanish', `El hash de la transacción: 0x${makeHex(32, 18)}`],
  ['hash in Portuguese', `Hash da transação: 0x${makeHex(32, 19)}`],
  ['calldata', `0xa9059cbb${'0'.repeat(24)}${makeHex(20, 20)}${'0'.repeat(48)}${makeHex(8, 20)}`],
  ['EVM address', '0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045'],
  ['EVM address in lower case', '0xdac17f958d2ee523a2206206994597c13d831ec7'],
  ['ENS name', 'vitalik.eth'],
  ['Bitcoin address, old', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
  ['Bitcoin address, script', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
  ['Bitcoin address, SegWit', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'],
  ['Bitcoin address, Taproot', 'bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr'],
  ['Solana address', '9WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM'],
  ['TRON address', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
  ['Cosmos address', 'cosmos1qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5lzv7xu'],
  ['Litecoin address', 'ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9'],
  ['XRP address', 'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh'],
  [
    'Cardano address',
    'addr1qx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3n0d3vllmyqwsx5wktcd8cc3sq835lu7drv2xwl2wywfgse35a3x',
  ],
  ['xpub', makeChecked([0x04, 0x88, 0xb2, 0x1e], 74, 21)],
  ['compressed public key', `02${makeHex(32, 22)}`],
  ['EVM signature', `0x${makeHex(65, 23)}`],
  ['Tezos operation', makeChecked([0x05, 0x74], 32, 24)],
  ['a hash as long as a WIF, with a smaller version', makeWif(0x05, true, 24)],
  ['IPFS address', 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWKmGbV'],
  ['52 letters of base58 without checksum', `z${makeBase58(37, 25)}`],
  ['PEM certificate', pem('CERTIFICATE')],
  ['PEM public key', pem('PUBLIC KEY')],
  ['32 bytes in JSON', JSON.stringify([...makeBytes(32, 26)])],
  ['65 numbers', JSON.stringify([...makeBytes(65, 27)])],
  ['64 numbers, not all bytes', JSON.stringify([...makeBytes(63, 28), 256])],
  [
    'JWT',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4ifQ.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
  ],
  ['e-mail', 'maria.del.carmen+wallet@example.com'],
  ['list of e-mails', 'a@example.com, b.c@example.org; "Ana Souza" <ana.souza@example.com.br>'],
  [
    'URL with many words',
    'https://example.com/help/why-is-my-swap-still-pending-after-one-hour-on-bnb-chain?lang=en&utm_source=mail',
  ],
  [
    'PromQL',
    'sum by (job) (rate(http_requests_total{code=~"5..", env="prod"}[5m])) / sum by (job) (rate(http_requests_total[5m]))',
  ],
  [
    'log query',
    'service:swap-api AND level:(error OR fatal) AND NOT message:"client closed request" AND region:sa-east-1',
  ],
  ['Datadog query', 'avg:wallet.error_share{env:prod,chain:bsc} by {provider}.rollup(avg, 60)'],
  ['EVM error', 'execution reverted: TRANSFER_FROM_FAILED (code=CALL_EXCEPTION, action="estimateGas", version=6.11.1)'],
  [
    'node error',
    '{"jsonrpc":"2.0","id":1,"error":{"code":-32005,"message":"daily request count exceeded, request rate limited"}}',
  ],
  ['Solana error', 'Transaction simulation failed: Error processing Instruction 2: custom program error: 0x1771'],
  [
    'stack trace',
    'TypeError: Cannot read properties of undefined (reading "amount")\n    at quote (swap.ts:41:12)\n    at async run (index.ts:9:3)',
  ],
  [
    'message in English',
    'Hello, I bought 200 dollars of USDT with my card yesterday and the money left my bank but the order still says processing. I can see the payment in my account. Please tell me when it will arrive and whether my money is safe. I have used this app for a year and never had a problem like this. I also sent you a picture of the page that says the order is complete. What should I do now?',
  ],
  [
    'message in Spanish',
    'Buenos días, ayer compré 200 dólares en USDT con mi tarjeta y el banco ya me cobró, pero la orden sigue en proceso. Quiero saber cuándo va a llegar y si mi dinero está seguro. Llevo un año usando la aplicación y nunca había tenido un problema así. También les mandé una foto de la pantalla donde dice que la compra está completa. ¿Qué tengo que hacer ahora? Muchas gracias por su ayuda.',
  ],
  [
    'message in Portuguese',
    'Bom dia, ontem comprei 200 dólares em USDT com meu cartão e o banco já cobrou, mas o pedido continua em processamento. Quero saber quando vai chegar e se o meu dinheiro está seguro. Uso o aplicativo há um ano e nunca tive um problema assim. Também enviei uma foto da tela que mostra que a compra foi concluída. O que devo fazer agora? Muito obrigado pela ajuda de vocês.',
  ],
  [
    'message about a phrase, without one',
    'The user says they wrote their twelve word recovery phrase on paper and typed it into a site that looked like ours. They did not send it to us. They ask whether they must make a new wallet.',
  ],
  [
    'sentence of words that are mostly in the list',
    'you can use this when you want to update the price of an order again',
  ],
  ['colours and animals', 'red, green, blue, yellow, black, white, dog, cat, mouse, horse, cow, pig'],
  ['months', 'January February March April May June July August September October November December'],
  [
    'chains',
    'Ethereum, BNB Smart Chain, Polygon, Arbitrum, Optimism, Base, Avalanche, Solana, TRON, Bitcoin, Cosmos, Litecoin',
  ],
  [
    'Chinese message',
    '您好，我昨天用银行卡买了两百美元的泰达币，钱已经扣了，但是订单一直显示处理中，请问什么时候到账？',
  ],
  ['Japanese message', 'こんにちは。昨日カードで購入しましたが、まだウォレットに届いていません。お金は安全ですか。'],
  [
    'Korean message',
    '안녕하세요 어제 카드로 구매했는데 아직 지갑에 도착하지 않았습니다 언제 도착하나요 확인 부탁드립니다',
  ],
  [
    'Russian message',
    'Здравствуйте, вчера я купил криптовалюту картой, деньги списались, но заказ всё ещё в обработке, что делать',
  ],
  ['Arabic message', 'مرحبا اشتريت أمس بالبطاقة وتم خصم المبلغ ولكن الطلب ما زال قيد المعالجة ماذا أفعل الآن من فضلكم'],
  ['half a surrogate pair', '\ud800 order \udc00'],
];

describe('refuseSecret: what may be sent', () => {
  it.each(harmless.map(([name, text, expects = 'other']) => ({ name, text, expects })))(
    'takes: $name',
    async ({ text, expects }) => {
      expect(await kindOf(text, expects)).toBe(null);
    },
  );

  it('has enough of them', () => {
    expect(harmless.length).toBeGreaterThan(80);
  });

  it('takes thousands of random ids, addresses and expected hashes', async () => {
    for (let seed = 1; seed <= 1000; seed += 1) {
      const uuid = makeHex(16, seed).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
      const values = [uuid, makeHex(16, seed), `0x${makeHex(20, seed)}`, makeBase58(32, seed), makeBase58(25, seed)];
      expect({ seed, kinds: await Promise.all(values.map((value) => kindOf(value))) }).toEqual({
        seed,
        kinds: values.map(() => null),
      });
      expect(await kindOf(`0x${makeHex(32, seed)}`, 'hash')).toBe(null);
    }
  });
});

describe('refuseSecret: hostile input', () => {
  it.each(Object.keys(hostile))('reads a megabyte in well under a second: %s', async (name) => {
    const text = hostile[name]?.() ?? '';
    // The processor's time, not the clock's: other tests run beside. Measured: 0.3 s at most; what
    // is not linear takes minutes.
    const before = process.threadCpuUsage();
    await refuseSecret(text);
    const used = process.threadCpuUsage(before);
    expect((used.user + used.system) / 1000).toBeLessThan(1000);
  });
});
