import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BudgetLedger, memoryLedger } from '../runner/budgets.ts';
import { openBudgetLedger } from './budget-ledger.ts';

let folder = '';
const open: Disposable[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runlight-ledger-'));
});
afterEach(async () => {
  for (const ledger of open.splice(0)) ledger[Symbol.dispose]();
  await rm(folder, { recursive: true, force: true });
});

/** What the ledgers' clock shows. */
let now = 0;
const clock = () => now;

async function inFile(): Promise<BudgetLedger> {
  const ledger = await openBudgetLedger(join(folder, 'kept/budgets.sqlite'), clock);
  open.push(ledger);
  return ledger;
}

const threeAMinute = { requests: 3, windowMs: 60_000 };

function takeAt(ledger: BudgetLedger, at: number, key = 'a'): number {
  now = at;
  return ledger.take(key, threeAMinute);
}

function waitAt(ledger: BudgetLedger, at: number, count: number): number {
  now = at;
  return ledger.waitFor('a', threeAMinute, count);
}

describe.each<[string, () => Promise<BudgetLedger>]>([
  ['in memory', async () => memoryLedger(clock)],
  ['in a file', inFile],
])('a ledger %s', (_, create) => {
  it('grants as many requests as the budget has, then says how long to wait', async () => {
    const ledger = await create();
    expect([0, 10, 20].map((at) => takeAt(ledger, 1000 + at))).toEqual([0, 0, 0]);
    expect(takeAt(ledger, 1500)).toBe(59_500);
  });

  it('enters nothing where it grants nothing', async () => {
    const ledger = await create();
    for (let i = 0; i < 3; i += 1) takeAt(ledger, 0);
    for (let i = 0; i < 9; i += 1) expect(takeAt(ledger, 59_999)).toBe(1);
    expect([1, 2, 3].map(() => takeAt(ledger, 60_000))).toEqual([0, 0, 0]);
  });

  it('never grants more within any window, whenever it is asked', async () => {
    const ledger = await create();
    const granted: number[] = [];
    for (let at = 0; at < 400_000; at += 1 + ((at * 7919) % 9973)) if (takeAt(ledger, at) === 0) granted.push(at);
    expect(granted.length).toBeGreaterThan(15);
    for (const from of granted) expect(granted.filter((at) => at >= from && at < from + 60_000).length).toBeLessThan(4);
  });

  it('is free exactly when it said it would be', async () => {
    const ledger = await create();
    for (const at of [0, 100, 200]) takeAt(ledger, at);
    const waitMs = takeAt(ledger, 300);
    expect(takeAt(ledger, 300 + waitMs - 1)).toBe(1);
    expect(takeAt(ledger, 300 + waitMs)).toBe(0);
  });

  it('says how long several take to be free', async () => {
    const ledger = await create();
    expect([1, 3, 4].map((count) => waitAt(ledger, 0, count))).toEqual([0, 0, 60_000]);
    takeAt(ledger, 0);
    takeAt(ledger, 500);
    expect([1, 2, 3].map((count) => waitAt(ledger, 1000, count))).toEqual([0, 59_000, 59_500]);
    expect(takeAt(ledger, 1000)).toBe(0);
  });

  it('keeps targets apart', async () => {
    const ledger = await create();
    for (let i = 0; i < 3; i += 1) takeAt(ledger, 0);
    expect(takeAt(ledger, 0, 'b')).toBe(0);
  });

  it('starts anew when the clock was put back far', async () => {
    const ledger = await create();
    for (let i = 0; i < 3; i += 1) takeAt(ledger, 9_000_000);
    expect(takeAt(ledger, 1000)).toBe(0);
  });

  it('grants nothing more because a clock was put back a little', async () => {
    const ledger = await create();
    for (const at of [100_000, 100_010, 100_020]) takeAt(ledger, at);
    expect(takeAt(ledger, 99_000)).toBe(61_000);
    expect(waitAt(ledger, 99_000, 3)).toBe(61_020);
    expect(takeAt(ledger, 160_000)).toBe(0);
  });
});

describe('a ledger in a file', () => {
  it('outlives who opened it', async () => {
    const first = await inFile();
    for (let i = 0; i < 3; i += 1) takeAt(first, 0);
    for (const ledger of open.splice(0)) ledger[Symbol.dispose]();
    expect(takeAt(await inFile(), 10)).toBe(59_990);
  });

  it('is shared by processes that open it and ask at the same time', async () => {
    const file = join(folder, 'new/budgets.sqlite');
    const module = new URL('./budget-ledger.ts', import.meta.url).href;
    const begin = Date.now() + 1000;
    const script = `import { openBudgetLedger } from ${JSON.stringify(module)};
      while (Date.now() < ${begin});
      using ledger = await openBudgetLedger(${JSON.stringify(file)});
      let granted = 0;
      for (let i = 0; i < 300; i += 1) if (ledger.take('a', { requests: 100, windowMs: 3_600_000 }) === 0) granted += 1;
      console.log(granted);`;
    const counts = await Promise.all([1, 2, 3, 4, 5].map(() => output(['--input-type=module', '--eval', script])));
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(100);
  });
});

function output(args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`exit code ${code}`))));
  });
}
