import { join } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';
import type { Deflection } from '../../src/schemas/deflection.ts';
import { measure } from '../measure.ts';
import type { Question } from '../question.ts';
import { rangeOf } from '../range.ts';
import { showCount, showMiB, showSeconds } from '../show.ts';
import { writeExport } from '../tickets/write-file.ts';

const limitMs = 10 * 60_000;

export const deflecting: Question = {
  id: 'deflecting',
  asks: 'How long does a ticket export take?',
  async answer(bench) {
    const rows: string[][] = [];
    const measurements: object[] = [];
    for (const count of bench.sizes ?? [10_000, 100_000]) {
      const folder = await bench.folder();
      const file = join(folder, 'tickets.csv');
      await writeExport(file, 'zendesk.csv', {
        count,
        seed: 5,
        surge: { topic: 'app-crash', day: 20_770, count: Math.round(count / 100) },
      });
      const walls: number[] = [];
      const cpus: number[] = [];
      const peaks: number[] = [];
      let said: Deflection | null = null;
      for (let round = 1; round <= bench.rounds; round += 1) {
        bench.signal.throwIfAborted();
        bench.say(`deflecting: ${showCount(count)} tickets, round ${round} of ${bench.rounds}`);
        const ran = await measure(
          {
            file: process.execPath,
            args: [join(packageRoot, 'scripts', 'runlight.ts'), 'deflect', file, '--json'],
            cwd: packageRoot,
            env: { RUNLIGHT_STATE: folder },
          },
          { limitMs, signal: bench.signal },
        );
        if (ran.exitCode !== 0) throw new Error(`deflect ended with ${ran.exitCode}: ${ran.stderr.slice(0, 200)}`);
        said = JSON.parse(ran.stdout) as Deflection;
        walls.push(ran.wallMs);
        if (ran.cpuMs !== null) cpus.push(ran.cpuMs);
        if (ran.peakMiB !== null) peaks.push(ran.peakMiB);
      }
      const [wall, cpu, peak] = [rangeOf(walls), rangeOf(cpus), rangeOf(peaks)];
      rows.push([
        showCount(count),
        showSeconds(wall),
        showSeconds(cpu),
        showMiB(peak),
        said === null ? '–' : `${Math.round(said.coverage.share * 100)}%`,
        said === null ? '–' : showCount(said.clusters.length),
      ]);
      measurements.push({ contender: 'runlight', tickets: count, wallMs: wall, cpuMs: cpu, peakMiB: peak });
    }
    return {
      tables: [
        {
          title: 'Made tickets in three languages, about 340 bytes each, as Zendesk writes them',
          head: ['tickets', 'wall time', 'processor time', 'peak memory', 'covered', 'clusters'],
          rows,
        },
      ],
      notes: [
        'Start-up, reading the articles, redaction, language, article, clusters and surges are in it; one thread for each core.',
        'Real tickets repeat themselves less, word for word: of these, about half are said twice or more.',
      ],
      measurements,
    };
  },
};
