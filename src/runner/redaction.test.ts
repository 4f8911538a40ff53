import { beforeAll, describe, expect, it } from 'vitest';
import { attempt } from '../../tests/contract/attempt.ts';
import { serve } from '../../tests/contract/loopback.ts';
import { repository, targetAt } from '../../tests/contract/planned-block.ts';
import { makeJwt } from '../redact/corpus.fixture.ts';
import { loadWordLists } from '../redact/load-word-lists.ts';
import { makeHex, makePhrase } from '../redact/secrets.fixture.ts';
import { attachReporters } from '../reporters/attach.ts';
import { exampleRun, stream } from '../reporters/example-run.fixture.ts';
import { reporters } from '../reporters/reporter.ts';
import { createRedaction } from './redaction.ts';

const token = 'our-own-secret-value';
const key = makeHex(32, 9);
const jwt = makeJwt(9);
let phrase: string[];
beforeAll(async () => {
  phrase = makePhrase(await loadWordLists(['english']), 'english', 12, 9);
});

/** Whatever of what was planted is there; a failing test prints names alone. */
const leaks = (text: string): string[] =>
  Object.entries({
    phrase: phrase.slice(0, 3).join(' '),
    key,
    jwt: jwt.slice(-20),
    card: '4111 1111 1111 1111',
    mail: 'ana@example.com',
    token,
    'token in base 64': Buffer.from(token).toString('base64').slice(2, -4),
    'token in hex': Buffer.from(token).toString('hex'),
  })
    .filter(([, secret]) => text.includes(secret))
    .map(([name]) => name);

describe('what leaves an attempt', () => {
  it('holds no secret that a target answered with, in the output of any reporter, and every hash', async () => {
    const hash = `0x${makeHex(32, 4)}`;
    const body = JSON.stringify({
      status: `down; ${phrase.join(' ')}`,
      transactionHash: hash,
      key,
      jwt,
      card: '4111 1111 1111 1111',
      mail: 'ana@example.com',
      echo: [token, Buffer.from(token).toString('base64'), Buffer.from(token).toString('hex')],
    });
    await using service = await serve((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(body);
    });
    const target = targetAt(service.url, {
      secrets: ['TOKEN'],
      headers: { authorization: { secret: 'TOKEN', prefix: '' } },
    });
    const outcome = await attempt({
      checkFile: `${repository}/checks/http-json.ts`,
      check: 'http-json',
      params: { target: target.name },
      targets: [target],
      env: { TOKEN: token },
      rows: { '/status': '= ok', '/key': '= x', '/transactionHash': '= 0x' },
    });
    expect(outcome.verdict).toBe('fail');
    expect(leaks(JSON.stringify(outcome))).toEqual([]);
    expect(outcome.readings.find(({ name }) => name === '/transactionHash')?.value).toBe(hash);
    expect(JSON.stringify(outcome.evidence)).toContain(hash);
    expect(JSON.stringify(outcome)).toContain('[recovery phrase removed]');
    expect(JSON.stringify(outcome.evidence)).toContain('‹secret:TOKEN›');

    const { reason, readings, evidence } = outcome;
    const run = exampleRun([
      {
        block: 'runbooks/a#b',
        title: 'A block',
        verdict: 'fail',
        code: reason?.code ?? 'expectation',
        message: reason?.message ?? '',
        readings,
      },
    ]);
    for (const result of run.report.results) result.evidence = evidence;
    for (const [name, load] of Object.entries(reporters)) {
      let text = '';
      const reporter = (await load()).create({
        out: (part) => {
          text += part;
        },
        colour: false,
        width: 80,
        interactive: false,
        root: '/tree',
      });
      await attachReporters(stream(run.events), [reporter], () => {});
      expect({ name, leaks: leaks(text), isEmpty: text === '' }).toEqual({ name, leaks: [], isEmpty: false });
    }
  });

  it('keeps the hash that a check was asked about, wherever it stands, and takes the next one for a key', async () => {
    const [asked, other] = [makeHex(32, 5), makeHex(32, 6)];
    const redact = await createRedaction()('x', { secrets: {}, hashes: [`0x${asked}`] });
    const text = `["0x${asked}"] ${asked.toUpperCase()}`;
    expect(redact(`${text} ["0x${other}"]`)).toBe(`${text} ["[private key removed]"]`);
  });

  it('costs next to nothing where a check is well', async () => {
    const redaction = createRedaction();
    const once = async (): Promise<void> => {
      (await redaction('status: ok', { secrets: { TOKEN: token }, hashes: [] }))('status: ok');
    };
    for (let i = 0; i < 500; i += 1) await once();
    const before = process.threadCpuUsage();
    for (let i = 0; i < 1000; i += 1) await once();
    const used = process.threadCpuUsage(before);
    // In microseconds for a thousand: 0.05 ms each, and room for a busy machine.
    expect((used.user + used.system) / 1000).toBeLessThan(150);
  });
});
