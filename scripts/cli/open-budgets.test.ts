import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { targetAt } from '../../tests/contract/planned-block.ts';
import { openBudgets } from './open-budgets.ts';

let folder = '';
let said: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runlight-budgets-'));
  said = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const target = targetAt('http://127.0.0.1/', { budget: { requests: 3, windowMs: 3_600_000, source: '3/h' } });
const open = () => openBudgets({ target }, folder, (text) => said.push(text));

it('shares a budget with the next run', async () => {
  {
    using first = await open();
    expect([1, 2].map(() => first.take(target))).toEqual([0, 0]);
  }
  using second = await open();
  expect([1, 2].map(() => second.take(target) > 0)).toEqual([false, true]);
  expect(said).toEqual([]);
});

it.each<[string, () => Promise<unknown>]>([
  ['is no database', () => writeFile(join(folder, 'budgets.sqlite'), 'not a database '.repeat(100))],
  ['is a folder', () => mkdir(join(folder, 'budgets.sqlite'))],
])('keeps budgets for one run where the file %s, and says so', async (_, spoil) => {
  await spoil();
  using budgets = await open();
  expect([1, 2, 3, 4].map(() => budgets.take(target) > 0)).toEqual([false, false, false, true]);
  expect(said).toEqual([expect.stringMatching(/^Budgets are kept for this run alone, .*budgets\.sqlite` cannot/)]);
});

it('goes on with what it was granted when another holds the file for ever, and says so once', async () => {
  using budgets = await open();
  expect([1, 2].map(() => budgets.take(target))).toEqual([0, 0]);
  using other = new DatabaseSync(join(folder, 'budgets.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  expect([1, 2, 3].map(() => budgets.take(target) > 0)).toEqual([false, true, true]);
  expect(said).toEqual([expect.stringMatching(/database is locked/)]);
});
