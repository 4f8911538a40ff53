import { expect, it } from 'vitest';
import { CheckFailure } from '../checks/failure.ts';
import { connectionFailure } from './http-failure.ts';

/** What `fetch` throws; these causes cannot be had from a server in a test. */
const thrown = (code: string, message: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });

it.each([
  ['INVALID_PURPOSE', 'unsuitable certificate purpose'],
  ['INVALID_CA', 'invalid CA certificate'],
  ['PATH_LENGTH_EXCEEDED', 'path length constraint exceeded'],
  ['CERT_CHAIN_TOO_LONG', 'certificate chain too long'],
  ['UNSPECIFIED', 'EE certificate key too weak'],
])('says of %s what OpenSSL has against the certificate', (code, message) => {
  const { error } = connectionFailure(thrown(code, message), 'api.example.net');
  expect(error).toMatchObject({
    code: 'tls',
    message: `The certificate of \`api.example.net\` is not accepted: ${message} (${code}).`,
  });
});

it.each(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM'])('does not blame the target for %s', (code) => {
  const { error, wasCut } = connectionFailure(thrown(code, 'connect'), 'api.example.net');
  expect(error).not.toBeInstanceOf(CheckFailure);
  expect(error.message).toBe(`This machine lets us open no further connection (${code}).`);
  expect(wasCut).toBe(false);
});
