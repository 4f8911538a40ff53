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

async function inFile(): Promise<BudgetLedger> {
  const ledger = await openBudgetLedger(join(folder, 'kept/budgets.sqlite'));
  open.push(ledger);
  return ledger;
}

const threeAMinute = { requests: 3, windowMs: 60_000 };

describe.each<[string, () => Promise<BudgetLedger>]>([
  ['in memory', async () => memoryLedger()],
  ['in a file', inFile],
])('a ledger %s', (_, create) => {
  it('grants as many requests as the budget has, then says how long to wait', async () => {
    const ledger = await create();
    expect([0, 10, 20].map((at) => ledger.take('a', threeAMinute, 1000 + at))).toEqual([0, 0, 0]);
    expect(ledger.take('a', threeAMinute, 1500)).toBe(59_500);
  });

  it('enters nothing where it grants nothing', async () => {
    const ledger = await create();
    for (let i = 0; i < 3; i += 1) ledger.take('a', threeAMinute, 0);
    for (let i = 0; i < 9; i += 1) expect(ledger.take('a', threeAMinute, 59_999)).toBe(1);
    expect([1, 2, 3].map(() => ledger.take('a', threeAMinute, 60_000))).toEqual([0, 0, 0]);
  });

  it('never grants more within any window, whenever it is asked', async () => {
    const ledger = await create();
    const granted: number[] = [];
    for (let now = 0; now < 400_000; now += 1 + ((now * 7919) % 9973))
      if (ledger.take('a', threeAMinute, now) === 0) granted.push(now);
    expect(granted.length).toBeGreaterThan(15);
    for (const from of granted) expect(granted.filter((at) => at >= from && at < from + 60_000).length).toBeLessThan(4);
  });

  it('is free exactly when it said it would be', async () => {
    const ledger = await create();
    for (const at of [0, 100, 200]) ledger.take('a', threeAMinute, at);
    const waitMs = ledger.take('a', threeAMinute, 300);
    expect(ledger.take('a', threeAMinute, 300 + waitMs - 1)).toBe(1);
    expect(ledger.take('a', threeAMinute, 300 + waitMs)).toBe(0);
  });

  it('says how long several take to be free', async () => {
    const ledger = await create();
    expect([1, 3, 4].map((count) => ledger.waitFor('a', threeAMinute, count, 0))).toEqual([0, 0, 60_000]);
    ledger.take('a', threeAMinute, 0);
    ledger.take('a', threeAMinute, 500);
    expect([1, 2, 3].map((count) => ledger.waitFor('a', threeAMinute, count, 1000))).toEqual([0, 59_000, 59_500]);
    expect(ledger.take('a', threeAMinute, 1000)).toBe(0);
  });

  it('keeps targets apart', async () => {
    const ledger = await create();
    for (let i = 0; i < 3; i += 1) ledger.take('a', threeAMinute, 0);
    expect(ledger.take('b', threeAMinute, 0)).toBe(0);
  });

  it('does not wait for a clock that was put back', async () => {
    const ledger = await create();
    for (let i = 0; i < 3; i += 1) ledger.take('a', threeAMinute, 9_000_000);
    expect(ledger.take('a', threeAMinute, 1000)).toBe(0);
  });
});

describe('a ledger in a file', () => {
  it('outlives who opened it', async () => {
    const first = await inFile();
    for (let i = 0; i < 3; i += 1) first.take('a', threeAMinute, 0);
    for (const ledger of open.splice(0)) ledger[Symbol.dispose]();
    expect((await inFile()).take('a', threeAMinute, 10)).toBe(59_990);
  });

  it('is shared by processes that ask at the same time', async () => {
    const file = join(folder, 'budgets.sqlite');
    const module = new URL('./budget-ledger.ts', import.meta.url).href;
    const script = `import { openBudgetLedger } from ${JSON.stringify(module)};
      using ledger = await openBudgetLedger(${JSON.stringify(file)});
      let granted = 0;
      for (let i = 0; i < 300; i += 1) if (ledger.take('a', { requests: 100, windowMs: 3_600_000 }, 1000) === 0) granted += 1;
      console.log(granted);`;
    const counts = await Promise.all([1, 2, 3].map(() => output(['--input-type=module', '--eval', script])));
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
