import { CheckFailure, ConfigProblem } from '../checks/failure.ts';
import { showDuration } from '../text/show-value.ts';

/** The attempt's time is up. `unconnected` is the host, where no connection to it ever came about. */
export function timeoutFailure(target: string, timeoutMs: number, unconnected: string | null): CheckFailure {
  const limit = showDuration(timeoutMs);
  return unconnected === null
    ? new CheckFailure('timeout', `\`${target}\` gave no whole answer within ${limit}.`)
    : new CheckFailure('unreachable', `No connection to \`${unconnected}\` came about within ${limit}.`);
}

/** What `fetch` threw, as a failure of the target in a plain sentence. `wasCut`: by the other side. */
export function connectionFailure(thrown: unknown, host: string): { error: Error; wasCut: boolean } {
  const { code, message } = causeOf(thrown);
  return {
    error: failureOf(thrown, host),
    wasCut: code === 'ECONNRESET' || code === 'EPIPE' || (code === 'UND_ERR_SOCKET' && !isUnasked(message)),
  };
}

function failureOf(thrown: unknown, host: string): Error {
  const { code, message } = causeOf(thrown);
  const at = `\`${host}\``;
  const name = `\`${host.replace(/:\d+$/, '')}\``;
  const tagged = code ? ` (${code})` : '';
  switch (code) {
    case 'ECONNREFUSED':
      return new CheckFailure('unreachable', `Nothing listens at ${at}${tagged}.`);
    case 'ENOTFOUND':
      return new CheckFailure('unreachable', `The name ${name} does not resolve${tagged}.`);
    case 'EAI_AGAIN':
      return new CheckFailure(
        'unreachable',
        `The name ${name} could not be looked up: no name server answered${tagged}.`,
      );
    case 'UND_ERR_SOCKET':
      if (isUnasked(message))
        return new CheckFailure('protocol', `${at} answered 100 or 101, for which nobody asked${tagged}.`);
      return new CheckFailure('unreachable', `The connection to ${at} was cut before an answer${tagged}.`);
    case 'ECONNRESET':
    case 'EPIPE':
      return new CheckFailure('unreachable', `The connection to ${at} was cut before an answer${tagged}.`);
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return new CheckFailure('unreachable', `No connection to ${at} came about in time${tagged}.`);
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return new CheckFailure('unreachable', `No route leads to ${at}${tagged}.`);
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return new CheckFailure('timeout', `${at} was silent for too long${tagged}.`);
    case 'UND_ERR_HEADERS_OVERFLOW':
      return new CheckFailure('protocol', `The answer’s headers are larger than 16 KiB${tagged}.`);
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
      return new CheckFailure('protocol', `The answer of ${at} is not as long as it says${tagged}.`);
    case 'EMFILE':
    case 'ENFILE':
    case 'ENOBUFS':
    case 'ENOMEM':
      // Says nothing about the target: an error of ours.
      return new Error(`This machine lets us open no further connection${tagged}.`);
  }
  const certificate = certificates[code];
  if (certificate) return new CheckFailure('tls', `The certificate of ${at} ${certificate}${tagged}.`);
  if (otherCertificates.test(code))
    return new CheckFailure('tls', `The certificate of ${at} is not accepted: ${message}${tagged}.`);
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG') {
    return new CheckFailure('tls', `What listens at ${at} does not speak TLS${tagged}.`);
  }
  if (code === 'EPROTO' || /^ERR_(SSL|TLS)_/.test(code))
    return new CheckFailure('tls', `The TLS handshake with ${at} failed${tagged}.`);
  // A status of `000` is met by an assertion of `fetch`.
  if (code.startsWith('HPE_') || code === 'ERR_ASSERTION' || /HTTP\/1\.1 protocol/.test(message))
    return new CheckFailure('protocol', `What listens at ${at} does not speak HTTP.`);
  if (message.startsWith('too many content-encodings'))
    return new CheckFailure('protocol', `The answer of ${at} is encoded more than five times over.`);
  // `fetch` shows nobody an answer that only a proxy may give, and says nothing about it.
  if (message === '' && code === '')
    return new CheckFailure('protocol', `${at} gave an answer that only a proxy may give (407).`);
  if (message === 'bad port')
    return new ConfigProblem(`\`fetch\` refuses the port of ${at}: it belongs to another protocol.`);
  return new CheckFailure('unreachable', `The request to ${at} failed: ${message || 'no reason given'}${tagged}.`);
}

/** Completes "The certificate of `host` …". Codes of OpenSSL, as Node gives them. */
const certificates: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'is expired',
  CERT_NOT_YET_VALID: 'is not valid yet',
  CERT_REVOKED: 'is revoked',
  CERT_SIGNATURE_FAILURE: 'has a wrong signature',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is signed by itself, not by an authority we trust',
  SELF_SIGNED_CERT_IN_CHAIN: 'leads to an authority we do not trust',
  UNABLE_TO_GET_ISSUER_CERT: 'leads to an authority we do not know',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'leads to an authority we do not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'leads to an authority we do not know, or comes without its chain',
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for another name',
};

/** What else OpenSSL may have against a certificate. */
const otherCertificates = /^(CERT|CRL|INVALID|UNABLE_TO|ERROR_IN|PATH_LENGTH)_|^(HOSTNAME_MISMATCH|UNSPECIFIED)$/;

/** Whether `fetch` gave up because of a status that only leads to another answer, unasked. */
const isUnasked = (message: string): boolean => message === 'bad response' || message === 'bad upgrade';

function causeOf(thrown: unknown): { code: string; message: string } {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  if (!(cause instanceof Error)) return { code: '', message: String(cause) };
  return { code: 'code' in cause && typeof cause.code === 'string' ? cause.code : '', message: cause.message.trim() };
}
