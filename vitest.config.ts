import { defineConfig } from 'vitest/config';

// By default Vitest leaves one core free: of two, that is half of what there is.
const everyCore = '100%';

/** Tests that call the command line, and share nothing with each other. */
const commands =
  'tests/sites/{command-line,deflect,diagnose,incident,packet,planted-secrets,search,status,triage}.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,lab,checks,scripts}/**/*.test.ts', 'tests/{mistakes,contract}/**/*.test.ts'],
          // The longest takes five seconds on a quiet machine; a busy one is no failure.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: everyCore,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // `npx runlight` as people call it: each call is a process or two, and shares nothing with another file's.
        test: {
          name: 'commands',
          include: [commands],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: everyCore,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Whole little sites, built and served for real: one at a time, since each build takes both cores.
        test: {
          name: 'sites',
          include: ['tests/sites/**/*.test.ts'],
          exclude: [commands],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // What people click, in a real browser, on the built sites; each file has its own server, lab and browser.
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: everyCore,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
