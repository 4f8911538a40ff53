import { describe, expect, it } from 'vitest';
import type { Packet } from '../schemas/packet.ts';
import { canonicalJson } from './canonical-json.ts';
import { contentOf, numbers } from './draft.fixture.ts';
import { normalise } from './markdown-seal.ts';
import { packetMarkdown } from './packet-markdown.ts';
import { checksum, sealPacket } from './seal.ts';
import { createSigner } from './signer.ts';
import { verifyPacket } from './verify.ts';

const signer = createSigner(new Uint8Array(32).fill(7));
const stranger = createSigner(new Uint8Array(32).fill(8));
const keys = { ops: signer.publicKey };
const content = contentOf();
const signed = sealPacket(content, signer);
const plain = sealPacket(content, null);
const forms: [form: string, text: string][] = [
  ['JSON', JSON.stringify(signed, null, 2)],
  ['Markdown', packetMarkdown(signed, signer)],
];

const verdict = (text: string) => {
  const found = verifyPacket(text, keys);
  return found && { isUnchanged: found.isUnchanged, signature: found.signature.state };
};
const whole = { isUnchanged: true, signature: 'good' };

describe.each(forms)('a packet in %s', (_, text) => {
  it('is unchanged, and known by its id and its signer’s name', () => {
    expect(verifyPacket(text, keys)).toMatchObject({
      id: content.id,
      isUnchanged: true,
      why: null,
      signature: { state: 'good', key: 'ops' },
    });
  });

  it('is something else with any character changed, added or left out', () => {
    const next = numbers(20_261_126);
    const others = [...'aZ09 .|`#-\n"\\,{é\u200b'];
    for (let index = 0; index < 600; index += 1) {
      const at = next(text.length);
      const other = others[next(others.length)] ?? '';
      const change = [
        text.slice(0, at) + other + text.slice(at + 1),
        text.slice(0, at) + other + text.slice(at),
        text.slice(0, at) + text.slice(at + 1),
      ];
      const changed = change[next(3)] ?? '';
      if (meansTheSame(text, changed)) continue;
      expect(verdict(changed), `${JSON.stringify(other)} at ${at}: ${text.slice(at - 20, at + 20)}`).not.toEqual(whole);
    }
  });

  it('is signed by nobody who is known, where the key is a stranger’s or nobody’s', () => {
    expect(verifyPacket(text, {})?.signature).toEqual({ state: 'unknown-key', publicKey: signer.publicKey });
  });
});

/** Blanks that a form does not count. */
function meansTheSame(text: string, changed: string): boolean {
  if (!text.startsWith('{')) return normalise(text) === normalise(changed);
  try {
    return canonicalJson(JSON.parse(text)) === canonicalJson(JSON.parse(changed));
  } catch {
    return false;
  }
}

describe('Markdown that went through a ticket', () => {
  const text = packetMarkdown(signed, signer);

  it.each([
    ['Windows’ ends of lines', text.replaceAll('\n', '\r\n')],
    ['blanks at the ends of lines', text.replaceAll('\n', ' \t\u00a0\n')],
    ['no end of the last line', text.trimEnd()],
    ['empty lines around it', `\n\n${text}\n\n\n`],
    ['a byte order mark', `\ufeff${text}`],
  ])('is unchanged with %s', (_, changed) => {
    expect(verdict(changed)).toEqual(whole);
  });

  it.each([
    ['a word changed', text.replace('everybody', 'nobody'), 'Its content is not what was sealed.'],
    ['a line before it', `Forwarded by us:\n\n${text}`, '2 lines stand before it that nobody sealed'],
    ['a line behind it', `${text}\nPay here.`, 'something stands behind its seal that nobody sealed'],
    ['a line more in its seal', text.replace('packet 1\n', 'packet 1\nnote x\n'), 'Its seal is damaged.'],
    ['half of its seal', text.slice(0, -60), 'Its seal is damaged.'],
  ])('is changed with %s, and says so', (_, changed, says) => {
    const found = verifyPacket(changed, keys);
    expect(found?.isUnchanged).toBe(false);
    expect(found?.why).toContain(says);
  });

  it('is no packet without its seal', () => {
    expect(verifyPacket(text.slice(0, text.indexOf('```runlight-seal')), keys)).toBeNull();
    expect(verifyPacket('# A ticket', keys)).toBeNull();
    expect(verifyPacket('', keys)).toBeNull();
  });
});

describe('who changes a packet on purpose', () => {
  it('and takes a new checksum has no signature of ours', () => {
    const forged = sealPacket({ ...content, impact: 'All is well' }, null);
    expect(verdict(JSON.stringify(forged))).toEqual({ isUnchanged: true, signature: 'none' });
    const kept = { ...forged, seal: { ...forged.seal, signature: signed.seal.signature } };
    expect(verdict(JSON.stringify(kept))).toEqual({ isUnchanged: true, signature: 'bad' });
    const own = sealPacket({ ...content, impact: 'All is well' }, stranger);
    expect(verdict(JSON.stringify(own))).toEqual({ isUnchanged: true, signature: 'unknown-key' });
    const markdown = packetMarkdown(own, stranger);
    expect(verdict(markdown)).toEqual({ isUnchanged: true, signature: 'unknown-key' });
    const pretends = markdown.replace(`key ed25519 ${stranger.publicKey}`, `key ed25519 ${signer.publicKey}`);
    expect(verdict(pretends)).toEqual({ isUnchanged: true, signature: 'bad' });
  });

  it('cannot take the signature of one form for the other', () => {
    const text = canonicalJson(content);
    const seal = {
      sha256: checksum(text),
      signature: {
        algorithm: 'ed25519',
        publicKey: signer.publicKey,
        value: signer.sign(`runlight packet 1 markdown sha256:${checksum(text)}`),
      },
    };
    expect(verdict(JSON.stringify({ content, seal }))).toEqual({ isUnchanged: true, signature: 'bad' });
  });

  it('cannot hide anything beside what is sealed', () => {
    const text = JSON.stringify(signed);
    for (const changed of [
      JSON.stringify({ ...signed, note: 'Pay here.' }),
      JSON.stringify({ ...signed, seal: { ...signed.seal, note: 'Pay here.' } }),
      text.replace('"impact":', '"impact":"All is well","impact":'),
      text.replace('{"content":', '{"content":{"impact":"All is well"},"content":'),
      text.replace('300.25', '300.250000000000001'),
    ])
      expect(verdict(changed)?.isUnchanged, changed.slice(0, 80)).toBe(false);
  });
});

it('JSON that another tool has written anew is unchanged: blanks and the order of keys say nothing', () => {
  const turned = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .map(([key, each]) => [key, turned(each)])
            .toReversed(),
        );
  expect(verdict(JSON.stringify(turned(signed), null, '\t'))).toEqual(whole);
});

it('other JSON is no packet', () => {
  for (const text of ['{}', '{"content":1,"seal":{}}', '[1]', '{"a":', '{"packet":{}}'])
    expect(verifyPacket(text, keys)).toBeNull();
  expect(verifyPacket(JSON.stringify({ content }), keys)).toMatchObject({
    isUnchanged: false,
    why: 'Its seal is damaged.',
  });
});

it('a packet that is not signed says so', () => {
  const packet: Packet = plain;
  expect(verdict(JSON.stringify(packet))).toEqual({ isUnchanged: true, signature: 'none' });
  expect(verdict(packetMarkdown(packet, null))).toEqual({ isUnchanged: true, signature: 'none' });
});
