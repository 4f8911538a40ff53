import { hash } from 'node:crypto';
import type { PageNeeds } from './page-needs.ts';

/** The Content-Security-Policy of a page: what it needs, and nothing else. */
export function pagePolicy(needs: PageNeeds): string {
  const scripts = needs.inlineScripts.map(hashSource).join(' ');
  const styles = needs.inlineStyles.map(hashSource).join(' ');
  return [
    "default-src 'none'",
    // Pagefind searches in a worker; where that does not start within five seconds, its WebAssembly runs in the page.
    needs.hasScripts && `script-src 'self' 'wasm-unsafe-eval' ${scripts}`,
    needs.hasScripts && "worker-src 'self'",
    needs.hasScripts && "connect-src 'self'",
    `style-src 'self' ${styles}`,
    // Starlight sizes its icons and Expressive Code colours its words by attributes. They cannot be hashed.
    needs.hasStyleAttributes && "style-src-attr 'unsafe-inline'",
    // Style sheets have small pictures in them as `data:`.
    "img-src 'self' data:",
    "font-src 'self'",
    needs.hasMedia && "media-src 'self'",
    needs.hasManifest && "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ]
    .filter((directive) => directive !== false)
    .map((directive) => directive.trim())
    .join('; ');
}

/** A browser hashes the text as UTF-8, after it has read it. */
const hashSource = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;
