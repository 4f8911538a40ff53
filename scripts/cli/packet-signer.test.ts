import { generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { configSchema } from '../../src/schemas/config.ts';
import { UsageError } from './define-command.ts';
import { packetSigner } from './packet-signer.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
const raw = (key: KeyObject, part: 'd' | 'x'): string =>
  Buffer.from(String(key.export({ format: 'jwk' })[part]), 'base64url').toString('base64');

it.each([
  ['a PEM', pem],
  ['a PEM on one line', pem.trim().replaceAll('\n', '\\n')],
  ['base64 of its bytes', ` ${raw(privateKey, 'd')}\n`],
])('reads %s, and what it signs others can verify', (_, text) => {
  const signer = packetSigner({ RUNLIGHT_PACKET_KEY: text });
  expect(signer?.publicKey).toBe(raw(publicKey, 'x'));
  const signature = Buffer.from(signer?.sign('a line') ?? '', 'base64');
  expect(verify(null, Buffer.from('a line'), publicKey, signature)).toBe(true);
  expect(configSchema.safeParse({ packetKeys: { ops: signer?.publicKey } }).success).toBe(true);
});

it('is none where no key is set', () => {
  expect(packetSigner({})).toBeNull();
  expect(packetSigner({ RUNLIGHT_PACKET_KEY: ' ' })).toBeNull();
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  format: 'pem',
  type: 'pkcs8',
}) as string;
it.each([
  ['half a key', raw(privateKey, 'd').slice(0, 20)],
  ['a key of another kind', rsa],
  ['a damaged PEM', pem.replace(/[A-Za-z]{6}/, 'xxxxxx')],
  ['a public key', publicKey.export({ format: 'pem', type: 'spki' }) as string],
  ['something else', 'hunter2'],
])('says of %s what is expected, and never repeats it', (_, text) => {
  let message = '';
  try {
    packetSigner({ RUNLIGHT_PACKET_KEY: text });
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    message = (error as Error).message;
  }
  expect(message).toContain('`RUNLIGHT_PACKET_KEY` is no Ed25519 private key');
  for (const line of text.split('\n').filter((each) => each.length > 6)) expect(message).not.toContain(line);
});

it('a team’s key that is none is a mistake of the configuration', () => {
  for (const key of ['abc', pem, raw(publicKey, 'x').slice(1)])
    expect(configSchema.safeParse({ packetKeys: { ops: key } }).success).toBe(false);
});
