import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { packageRoot } from '../src/project/folders.ts';
import { headCommit } from '../src/project/head-commit.ts';
import { timer } from './timer.ts';

/** Where and when numbers were taken. */
export interface Machine {
  date: string;
  cores: number;
  processor: string;
  memoryGiB: number;
  node: string;
  platform: string;
  commit: string | null;
  /** Load of the last minute before the start: on a busy machine only ratios mean anything. */
  loadBefore: number;
}

export async function describeMachine(): Promise<Machine> {
  return {
    date: new Date().toISOString(),
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    commit: await headCommit(packageRoot),
    loadBefore: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}

export function machineLine(machine: Machine, rounds: number): string {
  const parts = [
    `${machine.date.slice(0, 16).replace('T', ' ')} UTC`,
    `${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, ${machine.platform}`,
    `Node ${machine.node}`,
    ...(machine.commit === null ? [] : [`commit ${machine.commit.slice(0, 12)}`]),
    `load before the start ${machine.loadBefore}`,
    rounds === 1 ? '1 round' : `${rounds} rounds: median (least–most)`,
    ...(timer ? [] : ['GNU `time` is not installed, so processor time and memory are not measured']),
  ];
  return `${parts.join(' · ')}.`;
}
