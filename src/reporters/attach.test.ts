import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../schemas/run-event.ts';
import { attachReporters } from './attach.ts';
import { beginReporter } from './begin.ts';
import type { Reporter } from './define-reporter.ts';
import { exampleRun, nightExamples, stream } from './example-run.fixture.ts';

const { events, report } = exampleRun(nightExamples);

function listener(): Reporter & { seen: RunEvent[] } {
  const seen: RunEvent[] = [];
  return { name: 'listener', seen, onEvent: (event) => void seen.push(event) };
}

const throwing = (name: string, onEvent: Reporter['onEvent']): Reporter => ({ name, onEvent });

describe('a broken reporter', () => {
  it.each([
    [
      'throws at once',
      throwing('junit', () => {
        throw new Error('disk full');
      }),
    ],
    [
      'throws at the end',
      throwing('junit', ({ type }) => {
        if (type === 'end') throw new Error('disk full.');
      }),
    ],
    [
      'rejects',
      throwing('junit', async () => {
        await sleep(1);
        throw new Error('disk\nfull');
      }),
    ],
    [
      'throws what is no error',
      throwing('junit', () => {
        throw 'disk full';
      }),
    ],
    [
      'throws when it is stopped',
      {
        name: 'junit',
        onEvent: () => {},
        stop: () => {
          throw new Error('disk full');
        },
      },
    ],
  ])('that %s is warned about once and changes nothing', async (_, broken) => {
    const warnings: string[] = [];
    const before = listener();
    const after = listener();
    const result = await attachReporters(stream(events), [before, broken, after], (text) => warnings.push(text));
    expect(result).toBe(report);
    expect(before.seen).toEqual(events);
    expect(after.seen).toEqual(events);
    expect(warnings).toEqual(['The reporter `junit` broke and was dropped: disk full. The verdicts stand.']);
  });

  it('that cannot even begin is warned about once and changes nothing', async () => {
    const warnings: string[] = [];
    const after = listener();
    const create = () => {
      throw new Error('no such place');
    };
    const options = { out: () => {}, colour: false, width: 80, interactive: false, root: '/tree' };
    const broken = beginReporter('junit', { summary: '', create }, options);
    expect(await attachReporters(stream(events), [broken, after], (text) => warnings.push(text))).toBe(report);
    expect(after.seen).toEqual(events);
    expect(warnings).toEqual(['The reporter `junit` broke and was dropped: no such place. The verdicts stand.']);
  });

  it('that never answers does not hold up the run or the others', async () => {
    const warnings: string[] = [];
    const after = listener();
    const hanging = throwing('slow', () => new Promise(() => {}));
    expect(
      await attachReporters(stream(events), [hanging, after], (text) => warnings.push(text), { graceMs: 20 }),
    ).toBe(report);
    expect(after.seen).toEqual(events);
    expect(warnings).toEqual([
      'The reporter `slow` broke and was dropped: it did not finish within 20 ms of the run’s end. The verdicts stand.',
    ]);
  });

  it('hears nothing more', async () => {
    let calls = 0;
    await attachReporters(
      stream(events),
      [
        throwing('x', () => {
          calls += 1;
          throw new Error('no');
        }),
      ],
      () => {},
    );
    expect(calls).toBe(1);
  });
});

it('gives every reporter every event in order, and waits for slow ones', async () => {
  const seen: string[] = [];
  await attachReporters(
    stream(events),
    [
      throwing('slow', async ({ type }) => {
        await sleep(2);
        seen.push(type);
      }),
    ],
    () => {},
  );
  expect(seen).toEqual(events.map(({ type }) => type));
});

it('stops reporters and passes the error on when the run itself breaks', async () => {
  let stops = 0;
  async function* broken(): AsyncGenerator<RunEvent> {
    yield* events.slice(0, 2);
    throw new Error('the pool died');
  }
  await expect(
    attachReporters(
      broken(),
      [
        {
          name: 'x',
          onEvent: () => {},
          stop: () => {
            stops += 1;
          },
        },
      ],
      () => {},
    ),
  ).rejects.toThrow('the pool died');
  expect(stops).toBe(1);
});

it('says so when a run ends without a report', async () => {
  await expect(attachReporters(stream(events.slice(0, 3)), [], () => {})).rejects.toThrow('without a report');
});
