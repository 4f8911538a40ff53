import { describe, expect, it } from 'vitest';
import { loadRegistry } from '../../src/checks/registry.ts';
import { judgeReview } from '../../src/markdown/judge-review.ts';
import type { PageWorld } from '../../src/markdown/page-world.ts';
import { resolvePages } from '../../src/markdown/resolve-pages.ts';
import { scanPage } from '../../src/markdown/scan-page.ts';
import { packageRoot } from '../../src/project/folders.ts';
import { diagnosticCodes } from '../../src/schemas/diagnostic.ts';
import { mistakes } from './cases.ts';
import { casesIn, filesOf } from './site.ts';

const { registry, diagnostics } = await loadRegistry([`${packageRoot}/checks`], (file) => file);
const world: PageWorld = {
  registry,
  targets: ['bsc-rpc', 'bsc-rpc-2', 'wallet-api'],
  teams: ['support-ops', 'engineering', 'payments', 'security'],
  journeys: ['swap'],
  pictures: ['tx-life'],
  topics: ['swaps'],
  locales: ['en', 'es', 'pt-br'],
  reviewEvery: 180 * 86_400_000,
};

const today = new Date('2026-11-22T00:00:00Z');

it('the shipped checks load without a mistake', () => {
  expect(diagnostics).toEqual([]);
});

for (const format of ['md', 'mdx'] as const) {
  describe(`in .${format}`, () => {
    it.each(casesIn(format).map((mistake) => [mistake.name, mistake] as const))(
      '%s is reported at its place, and nothing else is',
      (_name, mistake) => {
        const { files, expected } = filesOf(mistake, format);
        const scanned = Object.entries(files)
          .sort()
          .map(([path, text]) => ({ path, ...scanPage(path, text, world) }));
        const found = [
          ...scanned.flatMap((each) => each.diagnostics),
          ...scanned.flatMap(({ path, review }) => judgeReview(path, review, today)),
          ...resolvePages(
            scanned.flatMap(({ page }) => page ?? []),
            Object.keys(files),
          ),
        ];
        expect(found.map(({ path, line, column, code }) => ({ path, line, column, code }))).toEqual([expected]);
        expect(found[0]?.severity).toBe(diagnosticCodes[mistake.code].severity);
        if (mistake.says) expect(found[0]?.message).toContain(mistake.says);
        expect(found[0]?.message).toMatch(/[.?]$/);
      },
    );
  });
}

it('every code that a page can cause has a case', () => {
  const ofFiles = [
    'check-invalid',
    'target-invalid',
    'provider-invalid',
    'config-invalid',
    'picture-invalid',
    'topic-invalid',
    // Told before a page is scanned: `tests/sites/planted-secrets.test.ts`.
    'secret',
    'unknown-provider',
    'provider-untested',
    'journey-invalid',
    'journey-empty',
    'journey-circle',
    'unknown-part',
    'unneeded-part',
    // `src/project/load-glossary.test.ts`, `src/project/translations.test.ts`, `src/markdown/judge-domains.test.ts`.
    'glossary-invalid',
    'glossary-duplicate',
    'glossary-clash',
    'stale-translation',
    'unlisted-domain',
  ];
  // Trees, roles and macros have their cases in triage.test.ts, incidents beside what loads them.
  const ofTriage =
    /^(tree-|outcome-|unknown-(tree|node|role|macro|placeholder)$|unreach|dead-end$|escalation-|macro-|missing-translation$|incident-|follow-up-)/;
  const covered = new Set<string>(mistakes.map(({ code }) => code));
  expect(
    Object.keys(diagnosticCodes).filter(
      (code) => !covered.has(code) && !ofFiles.includes(code) && !ofTriage.test(code),
    ),
  ).toEqual([]);
});
