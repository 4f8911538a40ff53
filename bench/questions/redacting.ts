import { loadRedactTools } from '../../src/redact/redact.ts';
import { redactStream } from '../../src/redact/redact-stream.ts';
import type { Question } from '../question.ts';
import { rangeOf } from '../range.ts';

const mebibyte = 2 ** 20;
const size = 10 * mebibyte;

/** Numbers from 0 to below `below`, the same each time. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Logs and tickets of `size` characters, one line in `every` with something in it that must go. */
function makeLog(every: number): string {
  const roll = dice(every + 1);
  const hex = (count: number): string =>
    Array.from({ length: count }, () => '0123456789abcdef'.charAt(roll(16))).join('');
  const plain = [
    () =>
      `INFO swap-api request=${hex(8)}-${hex(4)}-4${hex(3)} GET /v1/quote?from=USDT&to=BNB&amount=${roll(1e6)} 200 ${roll(900)}ms`,
    () => `WARN bsc-rpc receipt tx=0x${hex(64)} pending for ${roll(300)} s, block ${30_000_000 + roll(1e6)}`,
    () =>
      JSON.stringify({
        level: 'error',
        msg: 'execution reverted: TRANSFER_FROM_FAILED',
        address: `0x${hex(40)}`,
        transactionHash: `0x${hex(64)}`,
        blockNumber: roll(1e8),
      }),
    () =>
      `ERROR order 11a2f-${roll(1e9)}: the provider answered with an unexpected status after the user had paid by card`,
    () =>
      `10.1.${roll(255)}.${roll(255)} "POST /rpc HTTP/1.1" 200 ${roll(5000)} "-" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"`,
    () =>
      'Hola, compré 200 dólares en USDT con mi tarjeta y el banco ya me cobró, pero la orden sigue en proceso desde ayer',
  ];
  const secret = [
    () => `user wrote from person${roll(1e6)}@example.com, phone +55 11 9${roll(9000) + 1000}-${roll(9000) + 1000}`,
    () => `authorization: Bearer ${hex(40)}`,
    () => `signer could not load 0x${hex(64)}`,
    () => `GET https://rpc.example.net/v3/${hex(32)} 429`,
  ];
  const lines: string[] = [];
  for (let length = 0, index = 0; length < size; index += 1) {
    const of = every > 0 && index % every === 0 ? secret : plain;
    const line = `2026-11-25T12:${String(index % 60).padStart(2, '0')}:07.${roll(900) + 100}Z ${of[roll(of.length)]?.() ?? ''}`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n');
}

export const redacting: Question = {
  id: 'redacting',
  asks: 'How fast are secrets taken out of a large log?',
  async answer(bench) {
    const tools = await loadRedactTools();
    const rows: string[][] = [];
    const measurements: object[] = [];
    for (const { title, every } of [
      { title: 'a log without secrets', every: 0 },
      { title: 'a secret in every hundredth line', every: 100 },
      { title: 'a secret in every fourth line', every: 4 },
    ]) {
      const log = makeLog(every);
      const mib = Buffer.byteLength(log) / mebibyte;
      const rates: number[] = [];
      let removed = 0;
      for (let round = 0; round <= bench.rounds; round += 1) {
        bench.signal.throwIfAborted();
        bench.say(`redacting: ${title}, round ${round} of ${bench.rounds}`);
        const stream = redactStream(tools);
        const before = process.threadCpuUsage();
        for (let at = 0; at < log.length; at += mebibyte) stream.push(log.slice(at, at + mebibyte));
        stream.end();
        const used = process.threadCpuUsage(before);
        removed = stream.removed().reduce((sum, { count }) => sum + count, 0);
        // The first warms up.
        if (round > 0) rates.push(mib / ((used.user + used.system) / 1e6));
      }
      const rate = rangeOf(rates);
      rows.push([
        title,
        removed.toLocaleString('en'),
        rate ? `${rate.median.toFixed(0)} MiB/s (${rate.min.toFixed(0)}–${rate.max.toFixed(0)})` : '–',
      ]);
      measurements.push({ contender: 'runlight', log: title, mib, removed, mibPerSecond: rate });
    }
    return {
      tables: [
        { title: 'A log of 10 MiB, read in parts', head: ['', 'removed', 'per second of processor time'], rows },
      ],
      notes: ['Without reading and writing files; one thread; the word lists of all ten languages are loaded.'],
      measurements,
    };
  },
};
