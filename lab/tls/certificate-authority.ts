import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyPair } from '../http/lab-server.ts';
import { openssl } from './openssl.ts';

export const dayMs = 86_400_000;

export interface CertificateWish {
  /** DNS names and IP addresses, as OpenSSL writes them: `DNS:localhost`, `IP:127.0.0.1`. */
  names: readonly string[];
  notBefore: Date;
  notAfter: Date;
  /** Signed by its own key instead of the authority's. */
  selfSigned?: boolean;
}

/** A certificate authority of one world, trusted by nobody but who is told to. */
export interface CertificateAuthority {
  /** Its certificate, PEM. */
  caFile: string;
  /** Makes a key and a certificate for it. */
  issue(wish: CertificateWish): Promise<KeyPair>;
}

/** Makes an authority in a folder of its own. */
export async function createAuthority(folder: string): Promise<CertificateAuthority> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeKey(join(folder, 'ca.key'));
  await writeFile(join(folder, 'ca.cnf'), requestConfig('Runlight lab authority', caExtensions));
  const make = ['req', '-x509', '-new', '-config', 'ca.cnf', '-key', 'ca.key', '-days', '3650'];
  await openssl(folder, [...make, '-sha256', '-out', 'ca.pem']);

  let count = 0;
  return {
    caFile: join(folder, 'ca.pem'),
    issue: (wish) => issue(folder, `leaf-${++count}`, wish),
  };
}

/**
 * `openssl ca` sets the dates: its `-startdate` and `-enddate` are in every OpenSSL, while
 * `openssl x509 -not_before` came with 3.4. Each certificate has its own register, so that several can be
 * made at once.
 */
async function issue(folder: string, name: string, wish: CertificateWish): Promise<KeyPair> {
  const files = { key: `${name}.key`, csr: `${name}.csr`, pem: `${name}.pem`, config: `${name}.cnf` };
  const key = await writeKey(join(folder, files.key));
  const signer = wish.selfSigned ? ['-selfsign', '-keyfile', files.key] : ['-cert', 'ca.pem', '-keyfile', 'ca.key'];
  const extensions = leafExtensions(wish.names);
  await Promise.all([
    writeFile(join(folder, files.config), requestConfig('Runlight lab service', extensions) + register(name)),
    writeFile(join(folder, `${name}.index`), ''),
    writeFile(join(folder, `${name}.serial`), `01${Date.now().toString(16).padStart(14, '0')}\n`),
  ]);
  await openssl(folder, ['req', '-new', '-config', files.config, '-key', files.key, '-out', files.csr]);
  await openssl(folder, [
    ...['ca', '-batch', '-notext', '-config', files.config, ...signer],
    ...['-startdate', asn1Time(wish.notBefore), '-enddate', asn1Time(wish.notAfter)],
    ...['-extensions', 'extensions', '-in', files.csr, '-out', files.pem],
  ]);
  return { key, cert: await readFile(join(folder, files.pem), 'utf8') };
}

/** An EC key: made in a millisecond, where an RSA key takes a hundred. */
async function writeKey(file: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  await writeFile(file, privateKey, { mode: 0o600 });
  return privateKey;
}

const caExtensions = [
  'basicConstraints = critical, CA:TRUE',
  'keyUsage = critical, keyCertSign, cRLSign',
  'subjectKeyIdentifier = hash',
];

const leafExtensions = (names: readonly string[]): string[] => [
  'basicConstraints = critical, CA:FALSE',
  'keyUsage = critical, digitalSignature',
  'extendedKeyUsage = serverAuth',
  `subjectAltName = ${names.join(', ')}`,
];

function requestConfig(commonName: string, extensions: readonly string[]): string {
  return `[req]
prompt = no
distinguished_name = subject
x509_extensions = extensions
[subject]
CN = ${commonName}
[extensions]
${extensions.join('\n')}
`;
}

function register(name: string): string {
  return `[ca]
default_ca = register
[register]
database = ${name}.index
serial = ${name}.serial
new_certs_dir = .
default_md = sha256
policy = policy
[policy]
commonName = supplied
`;
}

/** `20261123000100Z` */
function asn1Time(date: Date): string {
  return `${date
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/\D/g, '')}Z`;
}
