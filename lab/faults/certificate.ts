/** The faults of a TLS certificate. Each certificate is made when its fault is set. */
import type { Fault, Faults } from '../fault.ts';
import type { KeyPair } from '../http/lab-server.ts';
import { type CertificateAuthority, type CertificateWish, dayMs } from '../tls/certificate-authority.ts';
import type { HttpPart } from './http.ts';

export interface CertificatePart extends HttpPart {
  authority: CertificateAuthority;
  /** The pair that it presents while healthy. */
  healthy: KeyPair;
}

const lifetimeDays = 90;
const ownNames = ['DNS:localhost', 'IP:127.0.0.1'];

/** A certificate of the usual lifetime for our own names, of which so many days have passed. */
export function certificateAged(days: number, now = Date.now()): CertificateWish {
  const notBefore = new Date(now - days * dayMs);
  return { names: ownNames, notBefore, notAfter: new Date(notBefore.getTime() + lifetimeDays * dayMs) };
}

const certificate = (summary: string, wish: () => CertificateWish): Fault<CertificatePart> => ({
  summary,
  kind: 'certificate',
  async begin({ server, authority, healthy }) {
    server.present(await authority.issue(wish()));
    return () => server.present(healthy);
  },
});

export const certificateFaults: Faults<CertificatePart> = {
  'certificate-expired': certificate('Its certificate expired yesterday.', () => certificateAged(lifetimeDays + 1)),
  'certificate-wrong-name': certificate('Its certificate is for another name.', () => ({
    ...certificateAged(1),
    names: ['DNS:wallet-api.example.net'],
  })),
  'certificate-self-signed': certificate('Its certificate is signed by nobody but itself.', () => ({
    ...certificateAged(1),
    selfSigned: true,
  })),
  'certificate-expiring': certificate("A tenth of its certificate's lifetime is left: 9 days.", () =>
    certificateAged(lifetimeDays * 0.9),
  ),
};
