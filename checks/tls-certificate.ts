import { readFile } from 'node:fs/promises';
import { type CheckContext, type CheckFailure, defineCheck, param } from 'runlight/check';

/**
 * Proves that a target presents a certificate that leads to a trusted authority, is for the right
 * name, and has enough of its lifetime left.
 *
 * Readings: `trusted` (the chain verifies now; an expired one does not), `nameMatches`, `remaining`
 * (%, the share of its lifetime that is left), `expiresIn` (d, negative when past). An untrusted
 * certificate is a reading, not a failure; no handshake at all is `tls` or `unreachable`. The
 * authorities are those that Node ships (Mozilla's), and the environment's own where it has one; it
 * needs `openssl` on the PATH.
 * Lifetimes shrink (200 days at most from 2026-03-15, 100 from 2027, 47 from 2029), so prefer
 * `remaining` to fixed days: warn at a third. Source: CA/Browser Forum Baseline Requirements 6.3.2.
 */
export default defineCheck({
  summary: 'The certificate is trusted, for the right name, and not about to expire',
  layer: 'api',
  params: {
    target: param.target(),
    name: param
      .matching(/^[a-z0-9]([a-z0-9.:-]{0,251}[a-z0-9])?$/i, 'a host name, such as `api.example.com`')
      .optional(),
  },
  readings: {
    trusted: {
      type: 'boolean',
      summary: 'The chain leads to an authority we trust, and every part of it is valid now',
    },
    nameMatches: { type: 'boolean', summary: 'The certificate is for the name that was asked for' },
    remaining: { unit: '%', summary: 'Share of its lifetime that is left' },
    expiresIn: { unit: 'd', summary: 'Days until it expires; negative when past' },
  },
  async run(context) {
    const { params, http, evidence, fail } = context;
    const url = new URL(http.origin);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const name = params.name ?? host;
    const shown = await handshake(context, url, name);
    const pem = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(shown.output)?.[0];
    if (pem === undefined) return handshakeFailure(shown.output, url.host, fail);

    // Loaded here: every command loads this file, and few run it.
    const { X509Certificate } = await import('node:crypto');
    const certificate = new X509Certificate(pem);
    const from = certificate.validFromDate.getTime();
    const until = certificate.validToDate.getTime();
    const left = until - Date.now();
    const verification = /Verify return code: (\d+) \(([^)]*)\)/.exec(shown.output);
    const trusted = verification?.[1] === '0';
    const nameMatches = (isAddress(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined;
    evidence(
      'Certificate',
      [
        `subject: ${certificate.subject || 'none'}`,
        `issuer: ${certificate.issuer}`,
        `names: ${certificate.subjectAltName ?? 'none'}`,
        `valid: ${certificate.validFromDate.toISOString()} to ${certificate.validToDate.toISOString()}`,
        `asked for: ${name}`,
        `verification: ${verification?.[2] ?? 'not told'}`,
      ].join('\n'),
    );
    return {
      trusted,
      nameMatches,
      remaining: Math.round(Math.max(0, Math.min(1, left / (until - from))) * 1000) / 10,
      expiresIn: Math.round((left / 86_400_000) * 100) / 100,
    };
  },
});

const isAddress = (name: string): boolean => name.includes(':') || /^\d+(\.\d+){3}$/.test(name);

type Context = Pick<CheckContext, '$' | 'signal' | 'fail' | 'http'>;

/** One handshake by `openssl s_client`, whatever comes of it. The chain is verified, but nothing is refused. */
async function handshake({ $, signal, fail, http }: Context, url: URL, name: string): Promise<{ output: string }> {
  const port = url.port || (url.protocol === 'http:' ? '80' : '443');
  const serverName = isAddress(name) ? ['-noservername'] : ['-servername', name];
  const { rootCertificates } = await import('node:tls');
  const authorities = [
    ...rootCertificates,
    ...(http.caFile === null ? [] : [await readFile(http.caFile, 'utf8')]),
  ].join('\n');
  const { exitCode, stdout, stderr } = await $({ nothrow: true, input: authorities })`
    cat > authorities.pem
    openssl s_client -connect ${`${url.hostname}:${port}`} ${serverName} -CAfile authorities.pem -no-CApath -showcerts < /dev/null`;
  if (signal.aborted) throw fail('timeout', `The TLS handshake with \`${url.host}\` did not end in time.`);
  if (exitCode === 127) throw new Error('`openssl` is not on the PATH.');
  return { output: `${stdout}\n${stderr}` };
}

/** No certificate came: what does `openssl` say about it? */
function handshakeFailure(output: string, host: string, fail: Context['fail']): CheckFailure {
  const refused =
    /connect:errno=\d+|Connection refused|BIO_connect|No route to host|Network is unreachable|Name or service not known|Temporary failure in name resolution|getaddrinfo/i.exec(
      output,
    );
  const line = (output.split('\n').find((each) => /error:|errno=/.test(each)) ?? '').replace(/^[0-9A-F]+:/, '').trim();
  const said = line === '' ? '' : ` \`openssl\` says: \`${line.slice(0, 200)}\`.`;
  if (refused) return fail('unreachable', `No connection to \`${host}\` came about.${said}`);
  if (/wrong version number|packet length too long|unknown protocol|unsupported protocol/i.test(output)) {
    return fail('tls', `What listens at \`${host}\` does not speak TLS.${said}`);
  }
  return fail('tls', `The TLS handshake with \`${host}\` failed: no certificate came.${said}`);
}
