import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import type { Look } from './service-case.ts';

/** The certificate as `node:tls` judges it; `remaining` is the share of its lifetime that is left, in per cent. */
export function lookAtCertificate(url: string, caFile: string | null): Promise<Look> {
  const { hostname, port } = new URL(url);
  const ca = caFile ? { ca: readFileSync(caFile) } : {};
  return new Promise((resolve, reject) => {
    const options = { port: Number(port), host: hostname, servername: hostname, rejectUnauthorized: false };
    const socket = tls.connect({ ...options, ...ca }, () => {
      const certificate = socket.getPeerCertificate();
      const from = Date.parse(certificate.valid_from);
      const to = Date.parse(certificate.valid_to);
      const problem: unknown = socket.authorizationError ?? null;
      resolve({
        problem: problem instanceof Error ? (problem as NodeJS.ErrnoException).code : problem,
        remaining: Math.round(((to - Date.now()) / (to - from)) * 100),
      });
      socket.destroy();
    });
    socket.on('error', reject);
  });
}
