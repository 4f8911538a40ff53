import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,lab,checks,scripts}/**/*.test.ts', 'tests/{mistakes,contract}/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        // Whole little sites, built for real: one at a time, since each build takes both cores.
        test: {
          name: 'sites',
          include: ['tests/sites/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        // What people click, in a real browser, on the built sites.
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
