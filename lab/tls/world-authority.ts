import { join } from 'node:path';
import type { ServiceContext } from '../service.ts';
import { type CertificateAuthority, createAuthority } from './certificate-authority.ts';

/** The one authority of a world: a client that trusts it trusts every service of the world that speaks TLS. */
export function worldAuthority({ share, tempDir }: ServiceContext): Promise<CertificateAuthority> {
  return share('authority', async () => ({
    ...(await createAuthority(join(tempDir, 'authority'))),
    // Its files go with the world's folder.
    stop: () => Promise.resolve(),
  }));
}
