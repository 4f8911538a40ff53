import { describe, expect, it } from 'vitest';
import { pageNeeds } from './page-needs.ts';
import { pagePolicy } from './page-policy.ts';

const policyOf = (body: string): string =>
  pagePolicy(pageNeeds(`<!doctype html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`));

describe('a page’s policy', () => {
  it('lets a page without scripts and style attributes have pictures and style sheets, and nothing else', () => {
    expect(policyOf('<p>x</p>')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'",
    );
  });

  it('names each inline script and style by its hash, made of UTF-8', () => {
    // The first is the example of the specification, the others were made with `openssl dgst -sha256 -binary | base64`.
    const policy = policyOf("<script>alert('Hello, world.');</script><script>é()</script><style>p{}</style>");
    expect(policy).toContain(
      "script-src 'self' 'wasm-unsafe-eval' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=' 'sha256-Ll2REUxzoBr6bUkbcPyUytUGD9HYEPNaGLXLis1ySO8='; worker-src 'self'; connect-src 'self'; ",
    );
    expect(policy).toContain("style-src 'self' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='; ");
  });

  it('does not name what is data', () => {
    expect(policyOf('<script type="application/json">{}</script>')).not.toMatch(/sha256|script-src/);
  });

  it('allows style attributes, recordings and a manifest to pages that have them', () => {
    expect(policyOf('<p style="color: red">x</p>')).toContain("style-src-attr 'unsafe-inline'; ");
    expect(policyOf('<audio src="/a.mp3"></audio>')).toContain("media-src 'self'; ");
    expect(policyOf('<link rel="manifest" href="/m.json">')).toContain("manifest-src 'self'; ");
  });

  it('never allows all inline scripts, all inline styles, or `eval`', () => {
    const policy = policyOf('<script>x()</script><style>p{}</style><p style="a:b" onclick="x()">');
    expect(policy).not.toMatch(/(?<!style-src-attr )'unsafe-inline'|'unsafe-eval'|'unsafe-hashes'|\*/);
  });
});
