// Long because it is two lists, one entry a line.
// What must go and what must stay, made anew from seeds: no key here is, or was, anybody's.
import type { WordLists } from './load-word-lists.ts';
import { phraseLanguages } from './load-word-lists.ts';
import { holdsLuhn } from './remove-numbers.ts';
import type { RemovedKind } from './removed-kinds.ts';
import {
  dice,
  makeBase58,
  makeBytes,
  makeChecked,
  makeHex,
  makePhrase,
  makeSolanaBytes,
  makeSolanaSecret,
  makeSolanaSignature,
  makeWif,
  mistype,
} from './secrets.fixture.ts';

/** `count` characters of an alphabet, at least one of them a digit. */
export function makeText(alphabet: string, count: number, seed: number): string {
  const roll = dice(seed * 7919 + count);
  const text = Array.from({ length: count }, () => alphabet.charAt(roll(alphabet.length)));
  text[roll(count)] = alphabet.includes('7') ? '7' : alphabet.charAt(0);
  return text.join('');
}
const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const word = `${lower}${lower.toUpperCase()}${digits}`;
const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');

/** A number of a card that never was, of `length` digits, with its check digit. */
export function makeCard(prefix: string, length: number, seed: number): string {
  const body = prefix + makeText(digits, length - prefix.length - 1, seed);
  for (let last = 0; last < 10; last += 1) if (holdsLuhn(`${body}${last}`)) return `${body}${last}`;
  return body;
}
const inFours = (card: string, mark = ' ') => card.replace(/\d{4}(?=\d)/g, `$&${mark}`);

export const makeJwt = (seed: number): string =>
  [
    base64url(JSON.stringify({ alg: 'HS256', typ: 'JWT' })),
    base64url(JSON.stringify({ sub: String(seed), iat: 1_793_500_000 + seed })),
    base64url(makeBytes(32, seed)),
  ].join('.');

const uuid = (seed: number): string =>
  makeHex(16, seed).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');

/** One thing that must go: `whole` with `secret` in it. Several secrets: all must go. */
export interface Planted {
  name: string;
  kind: RemovedKind;
  text: string;
  secrets: string[];
}

const keys: Record<string, (seed: number) => string> = {
  'hex alone': (n) => makeHex(32, n),
  'hex after 0x': (n) => `0x${makeHex(32, n)}`,
  'hex in capitals': (n) => makeHex(32, n).toUpperCase(),
  'hex in groups of two': (n) => makeHex(32, n).replace(/..(?!$)/g, '$& '),
  'hex in groups of two, dashes': (n) => makeHex(32, n).replace(/..(?!$)/g, '$&-'),
  'hex in groups of eight': (n) => makeHex(32, n).replace(/.{8}(?!$)/g, '$& '),
  'a seed of 64 bytes': (n) => makeHex(64, n),
  WIF: (n) => makeWif(0x80, true, n),
  'WIF, uncompressed': (n) => makeWif(0x80, false, n),
  'WIF of Litecoin': (n) => makeWif(0xb0, true, n),
  'WIF of Dogecoin': (n) => makeWif(0x9e, true, n),
  'BIP-38': (n) => makeChecked([0x01, 0x42, 0xc0], 36, n),
  xprv: (n) => makeChecked([0x04, 0x88, 0xad, 0xe4], 74, n),
  zprv: (n) => makeChecked([0x04, 0xb2, 0x43, 0x0c], 74, n),
  'xprv, mistyped': (n) => makeChecked([0x04, 0x88, 0xad, 0xe4], 74, n).slice(0, -3),
  'Solana, base58': (n) => makeSolanaSecret(n),
  'Solana, array': (n) => JSON.stringify([...makeSolanaBytes(n)]),
  'Solana, array over lines': (n) => JSON.stringify([...makeSolanaBytes(n)], null, 2),
};
/** Around a key. None says that it is something public. */
const keyFrames: Record<string, (key: string) => string> = {
  alone: (key) => key,
  'in a sentence': (key) => `hello, my wallet is ${key} please help`,
  'named in English': (key) => `private key: ${key}`,
  'named in Spanish': (key) => `mi clave privada es ${key}, ¿me ayudan?`,
  'named in Portuguese': (key) => `minha chave privada: ${key}. Obrigado`,
  'as a setting': (key) => `export PRIVATE_KEY=${key}\n`,
  'beside a hash': (key) => `tx 0x${makeHex(32, 77)} ok\nwallet ${key}\n`,
  'named as the key of a transaction': (key) => `the private key for this transaction: ${key}`,
  'in a log': (key) => `2026-11-25T12:00:00.123Z ERROR signer could not load ${key}`,
};

const pem = (name: string, seed: number) =>
  `-----BEGIN ${name}-----\n${Buffer.from(makeBytes(150, seed)).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${name}-----`;

function plantedKeys(seed: number): Planted[] {
  const planted: Planted[] = [];
  for (const [form, make] of Object.entries(keys)) {
    for (const [frame, put] of Object.entries(keyFrames)) {
      const secret = make(seed);
      planted.push({ name: `${form}, ${frame}`, kind: 'private-key', text: put(secret), secrets: [secret] });
    }
  }
  for (const name of [
    'PRIVATE KEY',
    'EC PRIVATE KEY',
    'RSA PRIVATE KEY',
    'OPENSSH PRIVATE KEY',
    'ENCRYPTED PRIVATE KEY',
  ]) {
    const text = pem(name, seed);
    const lines = text.split('\n').slice(1, -1);
    planted.push({ name: `PEM ${name}`, kind: 'private-key', text: `key:\n${text}\nthat was it`, secrets: lines });
    planted.push({
      name: `PEM ${name} in JSON`,
      kind: 'private-key',
      text: JSON.stringify({ pem: text }),
      secrets: lines,
    });
    planted.push({
      name: `PEM ${name} cut off`,
      kind: 'private-key',
      text: text.slice(0, 150),
      secrets: [text.slice(50, 90)],
    });
  }
  const sym = makeHex(32, seed);
  planted.push({
    name: 'WalletConnect',
    kind: 'private-key',
    text: `wc:${makeHex(32, seed + 1)}@2?relay-protocol=irn&symKey=${sym}`,
    secrets: [sym],
  });
  const d = base64url(makeBytes(32, seed));
  planted.push({ name: 'JWK', kind: 'private-key', text: `{"kty":"EC","crv":"P-256","d":"${d}"}`, secrets: [d] });
  return planted;
}

const makers: Record<string, (seed: number) => string> = {
  'AWS key id': (n) => `AKIA${makeText('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16, n)}`,
  'GitHub token': (n) => `ghp_${makeText(word, 36, n)}`,
  'GitHub fine-grained token': (n) => `github_pat_${makeText(word, 22, n)}_${makeText(word, 59, n)}`,
  'GitLab token': (n) => `glpat-${makeText(word, 20, n)}`,
  'Stripe secret': (n) => `sk_live_${makeText(word, 24, n)}`,
  'Stripe restricted': (n) => `rk_test_${makeText(word, 24, n)}`,
  'Stripe webhook': (n) => `whsec_${makeText(word, 32, n)}`,
  'Slack bot': (n) => `xoxb-${makeText(digits, 12, n)}-${makeText(digits, 12, n + 1)}-${makeText(word, 24, n)}`,
  'Google key': (n) => `AIza${makeText(`${word}_-`, 35, n)}`,
  'Google OAuth': (n) => `ya29.${makeText(`${word}_-`, 60, n)}`,
  OpenAI: (n) => `sk-proj-${makeText(word, 48, n)}`,
  'OpenAI, older': (n) => `sk-${makeText(word, 48, n)}`,
  Anthropic: (n) => `sk-ant-api03-${makeText(word, 80, n)}`,
  SendGrid: (n) => `SG.${makeText(word, 22, n)}.${makeText(word, 43, n)}`,
  'Twilio key': (n) => `SK${makeHex(16, n)}`,
  npm: (n) => `npm_${makeText(word, 36, n)}`,
  'Hugging Face': (n) => `hf_${makeText(word, 34, n)}`,
};

function plantedTokens(seed: number): Planted[] {
  const planted: Planted[] = [];
  const add = (name: string, kind: RemovedKind, secret: string, text: string): void => {
    planted.push({ name, kind, text, secrets: [secret] });
  };
  for (const [name, make] of Object.entries(makers)) {
    const key = make(seed);
    add(`${name} alone`, 'api-key', key, key);
    add(`${name} in a sentence`, 'api-key', key, `we use ${key}, is that right?`);
    add(`${name} in JSON`, 'api-key', key, JSON.stringify({ value: key }));
    add(`${name} in a header`, 'api-key', key, `GET / HTTP/1.1\r\nx-api-key: ${key}\r\n`);
  }
  const key = makeText(word, 32, seed);
  const hexKey = makeHex(16, seed);
  for (const label of [
    'api_key=',
    'apiKey: ',
    'api-key: ',
    'X-API-Key: ',
    'DD-API-KEY: ',
    'client_secret=',
    'access_token=',
    'secret: ',
    'aws_secret_access_key = ',
    'Ocp-Apim-Subscription-Key: ',
  ])
    for (const value of [key, hexKey]) add(`after ${label}`, 'api-key', value, `config ${label}${value}\nnext`);
  add('in JSON', 'api-key', key, `{"apiKey":"${key}","n":1}`);
  add('in JSON inside JSON', 'api-key', key, String.raw`{"body":"{\"api_key\":\"${key}\"}"}`);
  add('in YAML', 'api-key', key, `api_key: '${key}'`);
  add('in a query', 'api-key', key, `GET /v1/quote?symbol=BNB&apikey=${key}&x=1 HTTP/1.1`);
  add('token in an address', 'api-key', key, `https://api.example.com/v1/x?token=${key}`);
  add('key in an address', 'api-key', key, `https://maps.example.com/x?key=${key}&z=3`);
  add(
    'signature of an address',
    'api-key',
    makeHex(32, seed),
    `https://x.s3.example.com/a?X-Amz-Signature=${makeHex(32, seed)}`,
  );
  add('Alchemy', 'api-key', key, `https://eth-mainnet.g.alchemy.com/v2/${key}`);
  add('Alchemy socket', 'api-key', key, `wss://eth-mainnet.g.alchemy.com/v2/${key}`);
  add('Infura', 'api-key', hexKey, `https://mainnet.infura.io/v3/${hexKey} answered 429`);
  add('QuickNode', 'api-key', makeHex(20, seed), `https://a-b-c.bsc.quiknode.pro/${makeHex(20, seed)}/`);
  add('Ankr', 'api-key', makeHex(32, seed), `rpc: https://rpc.ankr.com/eth/${makeHex(32, seed)}`);
  add('another RPC endpoint', 'api-key', hexKey, `https://bsc-rpc.example.net/v3/${hexKey}`);
  add(
    'Slack webhook',
    'api-key',
    `T00000000/B00000000/${key.slice(0, 24)}`,
    `https://hooks.slack.com/services/T00000000/B00000000/${key.slice(0, 24)}`,
  );
  add(
    'Telegram bot',
    'api-key',
    `123456789:${makeText(`${word}_-`, 35, seed)}`,
    `https://api.telegram.org/bot123456789:${makeText(`${word}_-`, 35, seed)}/getMe`,
  );
  const jwt = makeJwt(seed);
  add('JWT alone', 'jwt', jwt, jwt);
  add('JWT in a sentence', 'jwt', jwt, `the app sent ${jwt} and got 401`);
  add('JWT as a cookie', 'jwt', jwt, `session=${jwt}; Path=/`);
  add('JWT in a query', 'jwt', jwt, `/callback?id_token=${jwt}&state=1`);
  add('JWT as a bearer', 'jwt', jwt, `Authorization: Bearer ${jwt}`);
  add(
    'JWT without signature',
    'jwt',
    jwt.split('.').slice(0, 2).join('.'),
    `t=${jwt.split('.').slice(0, 2).join('.')}.`,
  );
  add('bearer in a header', 'credentials', key, `authorization: Bearer ${key}`);
  add('bearer in JSON', 'credentials', key, `{"Authorization":"Bearer ${key}"}`);
  add('bearer alone', 'credentials', key, `curl -H "Bearer ${key}"`);
  const basic = Buffer.from(`user:${key}`).toString('base64');
  add('basic in a header', 'credentials', basic, `Authorization: Basic ${basic}`);
  add('basic alone', 'credentials', basic, `sent Basic ${basic} to it`);
  add('user and password of an address', 'credentials', key, `postgres://app:${key}@db.example.com:5432/x`);
  add('user of an address', 'credentials', hexKey, `https://${hexKey}@o1.ingest.example.io/42`);
  add('an address inside another', 'credentials', key, `https://x.example.com/?to=https://u:${key}@y.example.com/`);
  add('cookie', 'credentials', key, `Cookie: sid=${key}; theme=dark`);
  add('password assigned', 'credentials', 'hunterTwo', 'password=hunterTwo');
  add('password in JSON', 'credentials', 'correct horse', '{"password":"correct horse"}');
  add('password in Spanish', 'credentials', 'Gato1234', 'contraseña: Gato1234');
  add('password in Portuguese', 'credentials', 'Gato1234', 'senha: Gato1234');
  for (const mail of [
    'maria.del.carmen+wallet@example.com',
    'joão.souza@exemplo.com.br',
    'a@b.co',
    "o'neil@example.org",
  ]) {
    add('e-mail alone', 'email', mail, mail);
    add('e-mail in a sentence', 'email', mail, `escriba a ${mail}, por favor.`);
    add('e-mail in JSON', 'email', mail, JSON.stringify({ user: mail }));
    add('e-mail with a name', 'email', mail, `"Ana" <${mail}>`);
  }
  add('e-mail in an address', 'email', 'ana.souza%40example.com', '/login?user=ana.souza%40example.com&x=1');
  return planted;
}

const cardKinds: readonly (readonly [string, number])[] = [
  ['4', 16],
  ['51', 16],
  ['2223', 16],
  ['34', 15],
  ['37', 15],
  ['6011', 16],
  ['62', 16],
  ['3528', 16],
  ['36', 14],
  ['4', 13],
];

function plantedCards(seed: number): Planted[] {
  const planted: Planted[] = [];
  for (const [prefix, length] of cardKinds) {
    const card = makeCard(prefix, length, seed);
    const ways = [card, ...(length === 16 ? [inFours(card), inFours(card, '-')] : [])];
    for (const way of ways) {
      planted.push({
        name: `${length} digits after ${prefix}`,
        kind: 'card-number',
        text: `my card ${way} was charged`,
        secrets: [way],
      });
      planted.push({ name: `${length} digits after ${prefix}, alone`, kind: 'card-number', text: way, secrets: [way] });
      planted.push({
        name: `${length} digits after ${prefix} in JSON`,
        kind: 'card-number',
        text: JSON.stringify({ pan: way }),
        secrets: [way],
      });
      planted.push({
        name: 'with its code',
        kind: 'card-number',
        text: `${way} exp 12/27 cvv 737`,
        secrets: [way, '12/27', '737'],
      });
      planted.push({
        name: 'with its code, over lines',
        kind: 'card-number',
        text: `Número: ${way}\nVence: 09/2028\nCódigo de seguridad: 8641`,
        secrets: [way, '09/2028', '8641'],
      });
      planted.push({
        name: 'with its code, bare',
        kind: 'card-number',
        text: `${way} 11/29 415`,
        secrets: [way, '11/29', '415'],
      });
    }
  }
  planted.push({ name: 'a code alone', kind: 'card-number', text: '{"cvc":"737"}', secrets: ['737'] });
  return planted;
}

const phones: readonly string[] = [
  '+55 11 98765-4321',
  '+5511987654321',
  '+55 (11) 98765-4321',
  '+52 55 1234 5678',
  '+54 9 11 1234-5678',
  '+57 301 234 5678',
  '+56 9 8765 4321',
  '+34 612 345 678',
  '+351 912 345 678',
  '+1 (415) 555-0132',
  '+1-415-555-0132',
  '+44 7911 123456',
  '+49 1512 3456789',
  '(11) 98765-4321',
  '(415) 555-0132',
  '415-555-0132',
  '11 98765-4321',
  '0221 15 456-7890',
];

function plantedPhones(): Planted[] {
  return phones
    .flatMap((phone) =>
      [
        (p: string) => p,
        (p: string) => `call me: ${p}`,
        (p: string) => `mi teléfono es ${p}, gracias`,
        (p: string) => `WhatsApp ${p}.`,
        (p: string) => JSON.stringify({ phone: p }),
        (p: string) => `o meu número ${p} não recebe SMS`,
      ].map((put): Planted => ({ name: `phone ${phone}`, kind: 'phone', text: put(phone), secrets: [phone] })),
    )
    .concat(
      ['phone: 5551234567', 'tel:+5511987654321', 'celular 11987654321', 'https://wa.me/5511987654321'].map(
        (text): Planted => ({ name: text, kind: 'phone', text, secrets: [text.replace(/^\D+/, '')] }),
      ),
    );
}

const phraseWays: Record<string, (words: string[]) => string> = {
  'with spaces': (w) => w.join(' '),
  'with commas': (w) => w.join(', '),
  numbered: (w) => w.map((x, i) => `${i + 1}. ${x}`).join(' '),
  'numbered, over lines': (w) => w.map((x, i) => `${i + 1}) ${x}`).join('\n'),
  'in columns': (w) => w.map((x, i) => `${i + 1} ${x}${i % 4 === 3 ? '\r\n' : '\t'}`).join(''),
  'with labels': (w) => w.map((x, i) => `Palabra ${i + 1}: ${x}`).join('\n'),
  capitalised: (w) => w.map((x) => x.charAt(0).toUpperCase() + x.slice(1)).join(' '),
  'as JSON': (w) => JSON.stringify(w),
  'as an address carries it': (w) => w.join('%20'),
  'as HTML': (w) => w.map((x) => `<li class="w">${x}</li>`).join(''),
  'in a message': (w) => `Hi, my wallet is empty!! here is ${w.join(' ')} pls send it back to 0x1234`,
};

function plantedPhrases(lists: WordLists, seed: number): Planted[] {
  const planted: Planted[] = [];
  for (const language of phraseLanguages) {
    for (const length of [12, 15, 18, 21, 24]) {
      const words = makePhrase(lists, language, length, seed + length);
      for (const [way, write] of Object.entries(phraseWays))
        planted.push({
          name: `${language}, ${length} words, ${way}`,
          kind: 'recovery-phrase',
          text: write(words),
          secrets: leftOf(words),
        });
      const at = dice(seed + length)(length);
      const typed = words.map((x, i) => (i === at && [...x].length > 3 ? mistype(x, seed) : x));
      planted.push({
        name: `${language}, ${length} words, number ${at} mistyped`,
        kind: 'recovery-phrase',
        text: `frase: ${typed.join(' ')}.`,
        secrets: leftOf(typed),
      });
      for (const end of [0, length - 1]) {
        const ended = words.map((x, i) => (i === end && [...x].length > 3 ? mistype(x, seed) : x));
        planted.push({
          name: `${language}, ${length} words, an end mistyped`,
          kind: 'recovery-phrase',
          text: ended.join(' '),
          secrets: leftOf(ended),
        });
      }
    }
  }
  return planted;
}

/** Words that nothing else in a text or a mark holds: none of them may be left. */
const leftOf = (words: readonly string[]): string[] =>
  words.filter((x) => [...x].length > 4 && !['empty', 'wallet'].includes(x));

/** Everything that must go. */
export function plantedSecrets(lists: WordLists, seed: number): Planted[] {
  return [
    ...plantedKeys(seed),
    ...plantedTokens(seed),
    ...plantedCards(seed),
    ...plantedPhones(),
    ...plantedPhrases(lists, seed),
  ];
}

/** What investigation needs, made from a seed: none of it may change. */
export function keptTexts(seed: number): string[] {
  const hash = `0x${makeHex(32, seed)}`;
  const bare = makeHex(32, seed + 1);
  const address = `0x${makeHex(20, seed)}`;
  const signature = makeSolanaSignature(seed);
  return [
    // Hashes, as explorers, nodes, logs and people write them.
    `https://etherscan.io/tx/${hash}`,
    `see https://bscscan.com/tx/${hash}#eventlog, it is pending`,
    `https://mempool.space/tx/${bare} and https://mempool.space/block/${bare}`,
    `https://tronscan.org/#/transaction/${bare}`,
    `https://solscan.io/tx/${signature}`,
    JSON.stringify({
      transactionHash: hash,
      blockHash: `0x${makeHex(32, seed + 2)}`,
      blockNumber: '0x1a2b3c',
      from: address,
    }),
    JSON.stringify(
      {
        transactionHash: hash,
        blockHash: hash,
        logs: [
          {
            address,
            topics: [hash, `0x${makeHex(32, seed + 3)}`, `0x${makeHex(32, seed + 4)}`],
            data: `0x${'0'.repeat(48)}${makeHex(8, seed)}`,
          },
        ],
      },
      null,
      2,
    ),
    JSON.stringify({
      parentHash: hash,
      stateRoot: hash,
      receiptsRoot: hash,
      transactionsRoot: hash,
      mixHash: hash,
      sha3Uncles: hash,
    }),
    JSON.stringify({ jsonrpc: '2.0', id: 1, result: hash }),
    `2026-11-25T12:00:00.123Z INFO broadcast ${hash} nonce=14`,
    `2026-11-25 12:00:00 WARN tx=${hash} status=pending gas=21000`,
    `txs:\n${hash}\n0x${makeHex(32, seed + 5)}\n0x${makeHex(32, seed + 6)}\n`,
    `hashes: ["${hash}", "0x${makeHex(32, seed + 7)}"]`,
    `hash ${hash} was replaced by 0x${makeHex(32, seed + 8)}`,
    `The transaction ${hash} is still pending after 20 minutes.`,
    `${hash} is the transaction that failed.`,
    `${hash} (reverted)`,
    `replacement transaction underpriced (tx ${hash}, nonce 14)`,
    `El hash de la transacción: ${hash}`,
    `Mi transacción ${hash} no llegó.`,
    `Hash da transação: ${hash}`,
    `A transação ${hash} continua pendente.`,
    `txid: ${bare}`,
    `tx hash: ${bare.toUpperCase()}`,
    `signature: ${signature}`,
    `tx ${signature} confirmed`,
    `signatures: ["${signature}"]`,
    `sha256:${bare}  image.tar`,
    `docker pull x@sha256:${bare}`,
    `digest ${bare}`,
    // Addresses and public keys.
    address,
    `to ${address}`,
    `"token":"${address}"`,
    `token=${address}`,
    `tokenAddress: ${address}`,
    '0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045',
    'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    'bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr',
    'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
    'token: TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
    'cosmos1qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5lzv7xu',
    'token=EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkwZyTDt1v',
    makeBase58(32, seed),
    'addr1qx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3n0d3vllmyqwsx5wktcd8cc3sq835lu7drv2xwl2wywfgse35a3x',
    `0x02${makeHex(32, seed)}`,
    `public key: ${bare}`,
    `clave pública ${bare}`,
    `"publicKey":"${bare}"`,
    `04${makeHex(64, seed)}`,
    makeChecked([0x04, 0x88, 0xb2, 0x1e], 74, seed),
    `0x${makeHex(65, seed)}`,
    `sui address 0x${bare}`,
    `0x${bare}::coin::USDC`,
    // Ids, numbers, times and amounts.
    uuid(seed),
    `order ${uuid(seed)} is stuck`,
    `orderId: ${makeHex(8, seed)}`,
    `order 4${makeText(digits, 15, seed)}`,
    `pedido ${makeText(digits, 10, seed)}`,
    'order 11a2f-simplex-2026-000198273',
    'ord_01HZX3K9Q4T7V8W2Y5B6N1M0PC',
    'ticket SUP-104233',
    '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    'request-id: 9e107d9d372bb6826bd81d3542a419d6',
    'block 30123456',
    'bloque 30123456',
    '"blockNumber":30123456',
    `block #${30_000_000 + (seed % 1000)}`,
    'nonce 14',
    '1793500000',
    '1793500000123',
    '"timestamp":1793500000123',
    '2026-11-25',
    '2026-11-25 12:00:00',
    '25/11/2026 12:00',
    '25.11.2026',
    '25-11-2026',
    '20261125120000',
    '[25/Nov/2026:12:00:00 +0000]',
    '2026-11-25T12:00:00-03:00',
    '1000000000000000000',
    '"value":"4000000000000000000"',
    '250 000 000 satoshi',
    '1,234,567.89 USDT',
    '1.234.567,89 BRL',
    'R$ 1.234.567,89',
    '612 345 678 wei',
    '+12345678.90 USD',
    '0.123456789012 BTC',
    'gas 21000 used 20999, fee 0.000123 BNB',
    '10.123.45.67:8545',
    '192.168.100.200',
    'v10.15.7-20261125',
    'chain 56, slot 312345678',
    'CAGE 4111',
    '3.14159265358979',
    '9e107d9d372bb6826bd81d3542a419d6',
    '2fd4e1c67a2d28fced849ee1bb76e7391b93eb12',
    `0x${makeHex(56, seed)}`,
    `0xa9059cbb${'0'.repeat(24)}${makeHex(20, seed)}${'0'.repeat(48)}${makeHex(8, seed)}`,
    // Errors, headers and code.
    'execution reverted: TRANSFER_FROM_FAILED (code=CALL_EXCEPTION, action="estimateGas", version=6.11.1)',
    '{"jsonrpc":"2.0","id":1,"error":{"code":-32005,"message":"daily request count exceeded, request rate limited"}}',
    'Transaction simulation failed: Error processing Instruction 2: custom program error: 0x1771',
    'TypeError: Cannot read properties of undefined (reading "amount")\n    at quote (swap.ts:41:12)\n    at async run (index.ts:9:3)',
    'HTTP/1.1 401 Unauthorized\nwww-authenticate: Bearer realm="api"\ncontent-type: application/json; charset=utf-8\n\n{"error":"invalid token"}',
    'Authorization: required',
    'password: must have 8 characters',
    'Password: string',
    'invalid api key',
    `api_key: $${'{API_KEY}'}`,
    'token: null',
    'const token = getToken(session);',
    'Basic authentication is off; send a bearer token instead.',
    'the Bearer scheme is required here',
    'token=USDT&to=BNB',
    'secret: missing',
    'nextPageToken: abc123def456ghi789',
    'idempotency-key: 9e107d9d372b',
    'publicKey',
    'pk_live_',
    'npx runlight check --env production',
    'astro@7.3.5',
    'npm install @scure/bip39@2.4.0',
    'git@github.com:owner/name.git',
    '@support on Telegram',
    'logo@2x.png',
    'https://example.com/help/why-is-my-swap-still-pending-after-one-hour-on-bnb-chain?lang=en&utm_source=mail',
    'https://api.example.com/v1/orders/9151faa1-e69b-4a36-b959-3c4f894afb68/status',
    'https://rpc.example.com/v1/chains/56',
    'sum by (job) (rate(http_requests_total{code=~"5..", env="prod"}[5m])) / sum by (job) (rate(http_requests_total[5m]))',
    'wc:7f6e504bfad60b485450578e05678ed3e8e8c4751d3c6160be17160d63ec90f9@2?relay-protocol=irn',
    'SHA256 Fingerprint=12:34:56:78:9A:BC:DE:F0:12:34:56:78:9A:BC:DE:F0:12:34:56:78:9A:BC:DE:F0:12:34:56:78:9A:BC:DE:F0',
    '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
    JSON.stringify([...makeBytes(32, seed)]),
    '<!DOCTYPE html>\n<html lang="en">\n  <head>\n    <meta charset="utf-8">\n    <title>502 Bad Gateway</title>\n    <meta name="viewport" content="width=device-width, initial-scale=1">\n    <style>body { width: 35em; margin: 0 auto; font-family: Tahoma }</style>\n  </head>\n  <body>\n    <h1>An error occurred.</h1>\n  </body>\n</html>',
    '<meta content="width=device-width, initial-scale=1" name="viewport">\n<title>Just a moment...</title>\n<img src="https://raw.example.com/content/sponsors/family-light.svg" width="auto" height="50" alt="number prompt">',
    '{"name":"swap","value":1,"type":"token","status":"ok","time":2,"number":3,"level":"high","order":4,"price":5,"limit":6,"amount":7,"symbol":"BNB","size":8}',
    'style.green.open + text + style.green.close + style.color.ansi(value)',
    // Prose.
    'Hello, I bought 200 dollars of USDT with my card yesterday and the money left my bank but the order still says processing. I can see the payment in my account. Please tell me when it will arrive and whether my money is safe. I have used this app for a year and never had a problem like this.',
    'Buenos días, ayer compré 200 dólares en USDT con mi tarjeta y el banco ya me cobró, pero la orden sigue en proceso. Quiero saber cuándo va a llegar y si mi dinero está seguro. Llevo un año usando la aplicación y nunca había tenido un problema así.',
    'Bom dia, ontem comprei 200 dólares em USDT com meu cartão e o banco já cobrou, mas o pedido continua em processamento. Quero saber quando vai chegar e se o meu dinheiro está seguro. Uso o aplicativo há um ano e nunca tive um problema assim.',
    'The user says they wrote their twelve word recovery phrase on paper and typed it into a site that looked like ours. They did not send it to us. They ask whether they must make a new wallet.',
    'Nunca comparta su frase de recuperación ni su clave privada con nadie; ningún agente la necesita.',
    'Nunca compartilhe a sua frase de recuperação nem a sua chave privada; nenhum atendente precisa dela.',
    'January February March April May June July August September October November December',
    'red, green, blue, yellow, black, white, dog, cat, mouse, horse, cow, pig',
    '您好，我昨天用银行卡买了两百美元的泰达币，钱已经扣了，但是订单一直显示处理中，请问什么时候到账？',
    'こんにちは。昨日カードで購入しましたが、まだウォレットに届いていません。お金は安全ですか。',
    '안녕하세요 어제 카드로 구매했는데 아직 지갑에 도착하지 않았습니다 언제 도착하나요 확인 부탁드립니다',
    '\ud800 order \udc00',
    '',
    ' \n ',
  ];
}
