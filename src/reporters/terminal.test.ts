import { describe, expect, it } from 'vitest';
import type { ReporterOptions } from './define-reporter.ts';
import { type Example, type ExampleRun, exampleRun, nightExamples, reading } from './example-run.fixture.ts';
import { terminal } from './terminal.ts';

function render({ events }: ExampleRun, options: Partial<ReporterOptions> = {}): string {
  let text = '';
  const reporter = terminal.create({
    out: (part) => {
      text += part;
    },
    colour: false,
    width: 80,
    interactive: false,
    root: '/tree',
    ...options,
  });
  for (const event of events) void reporter.onEvent(event);
  reporter.stop?.();
  return text;
}

/** What is left on a screen after `\r` and "erase line"; fails at any other control. */
function screen(raw: string): string[] {
  return raw.split('\n').map((line) => {
    const [left = ''] = line.split('\r\u001b[2K').slice(-1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
    expect(left).not.toMatch(/[\u0000-\u001f]/);
    return left;
  });
}

/** The part after the pages: one text per finding. */
function findings(text: string): string[] {
  return text.split('\n\n').slice(1, -1);
}

const night = exampleRun(nightExamples);
const one: Example = { block: 'runbooks/a/one#head', title: 'It keeps up', verdict: 'pass' };

describe('what a person finds at the end', () => {
  it('puts what failed first, then what is degraded, then what did not run', () => {
    expect(findings(render(night)).map((text) => text.split('\n')[0])).toEqual([
      '✕ Failing  BNB Smart Chain keeps up',
      '✕ Failing  The card on-ramp takes orders',
      '▲ Degraded  Quotes come back for the pairs that most people swap',
      '○ Not run  A credential is missing here',
    ]);
  });

  it('says what, where, why, which rows and what to do first', () => {
    expect(findings(render(night))[0]?.split('\n')).toEqual([
      '✕ Failing  BNB Smart Chain keeps up',
      '  runbooks/network/bsc-rpc#bsc-head',
      '  runbooks/network/bsc-rpc.md:24 · expectation · provider · bsc-rpc',
      '  The newest block is 4 min 10 s old; its peer `bsc-rpc-2` is 83 blocks ahead.',
      '    ✕ blockAge  4 min 10 s  expected < 15 s (degraded: < 60 s)',
      '    ✕ lag       83 blocks   expected < 5 blocks (degraded: < 20 blocks)',
      '    ▲ latency   912 ms      expected < 800 ms',
      '  → switch the RPC provider, then tell #swaps.',
    ]);
  });

  it('leaves out readings that are absent only because nothing answered', () => {
    expect(findings(render(night))[1]).not.toContain('absent');
  });

  it('falls back to the reason’s hint, unless that sends the reader to a line that is not there', () => {
    const text = render(
      exampleRun([
        { ...one, verdict: 'fail', code: 'timeout' },
        {
          ...one,
          block: 'runbooks/a/one#age',
          verdict: 'fail',
          code: 'expectation',
          readings: [reading('age', 9, 's', '< 5 s', null, 'fail')],
        },
      ]),
    );
    expect(text).toContain('→ Run the block once more; if it hangs again');
    expect(text).toContain('→ Read the page around the block: it has no Failing line.');
  });

  it('takes the line for "Could not tell" where our own check broke', () => {
    const outcomes = { Failing: 'wrong line', 'Could not tell': 'ask the provider by phone.' };
    expect(render(exampleRun([{ ...one, verdict: 'error', code: 'script', outcomes }]))).toContain(
      '? Could not tell  It keeps up\n',
    );
    expect(render(exampleRun([{ ...one, verdict: 'error', code: 'script', outcomes }]))).toContain(
      '→ ask the provider by phone.',
    );
  });

  it('tells once why many did not run, and names each', () => {
    const skip = { title: 'x', verdict: 'skip', code: 'offline', message: 'No canary answers.' } as const;
    const text = render(
      exampleRun([
        { ...skip, block: 'runbooks/a/one#a' },
        { ...skip, block: 'runbooks/a/two#b' },
      ]),
    );
    expect(text.match(/No canary answers/g)).toHaveLength(1);
    expect(text).toContain('  runbooks/a/one#a\n  runbooks/a/two#b\n');
  });

  it('counts everything, with the environment and the time', () => {
    expect(render(night).trimEnd().split('\n').slice(-3)).toEqual([
      '5 healthy · 1 degraded · 2 failing · 0 could not tell · 1 not run',
      '1 of the healthy passed only after a retry.',
      'environment lab · 21.3 s · commit 4f2c1e9a7b',
    ]);
  });

  it('says when nothing ran, and how to select', () => {
    const text = render(exampleRun([]));
    expect(text).toContain('Nothing ran');
    expect(text).toContain('npx runlight check --list');
  });

  it('says when it was interrupted, and marks the page as unfinished', () => {
    const text = render(
      exampleRun([one], { interrupted: true, unfinished: [{ ...one, block: 'runbooks/a/one#late' }] }),
    );
    expect(text).toContain('○ runbooks/a/one.md  1 of 2 healthy');
    expect(text).toContain('Interrupted: 1 of 2 blocks have a result.');
  });
});

describe('the layout', () => {
  it.each([40, 60, 80, 200])('stays within %i columns, or 80', (width) => {
    const long = render(night, { width })
      .split('\n')
      .filter((line) => line.length > Math.min(width, 80));
    // Ids, places and the counts are never cut.
    expect(long.filter((line) => !/#|\.md|·/.test(line))).toEqual([]);
  });

  it('never cuts an id', () => {
    const block = `runbooks/${'very-long-area/'.repeat(8)}page#${'long-id-'.repeat(8)}x`;
    expect(render(exampleRun([{ ...one, block, verdict: 'fail', code: 'timeout' }]))).toContain(`  ${block}\n`);
  });

  it('puts an expectation below a value that leaves no room', () => {
    const readings = [
      reading('/status/description', 'a long text '.repeat(8), null, '= "All Systems Operational"', null, 'fail'),
    ];
    const text = render(exampleRun([{ ...one, verdict: 'fail', code: 'expectation', readings }]));
    expect(text).toContain('\n      expected = "All Systems Operational"\n');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('colours only when it may', () => {
    expect(render(night, { colour: true })).toContain('\u001b[31m✕ Failing\u001b[39m');
    expect(render(night)).not.toContain('\u001b');
  });
});

describe('progress', () => {
  it('is quiet where nobody watches: a line per page, and the blocks that are not healthy', () => {
    const [pages = ''] = render(night).split('\n\n');
    expect(pages.split('\n').filter((line) => !line.startsWith(' '))).toHaveLength(3);
    expect(pages).not.toContain('The aggregator routes');
    expect(pages).toContain('  ✕ Failing         BNB Smart Chain keeps up  blockAge 4 min 10 s');
  });

  it('shows every block under its page to who watches, in the order of the page', () => {
    const [pages = ''] = screen(render(night, { interactive: true }))
      .join('\n')
      .split('\n\n');
    expect(pages.split('\n').map((line) => line.trim().split('  ')[0])).toHaveLength(12);
    expect(pages.indexOf('BNB Smart Chain keeps up')).toBeLessThan(pages.indexOf('Both providers say the same'));
  });

  it('prints a page once, when its last block is done', () => {
    const seen: string[] = [];
    const reporter = terminal.create({
      out: (part) => seen.push(part),
      colour: false,
      width: 80,
      interactive: false,
      root: '/tree',
    });
    const { events } = exampleRun([one, { ...one, block: 'runbooks/a/one#second' }]);
    const ends = events.filter((event) => event.type === 'block-end');
    for (const event of events.filter(({ type }) => type === 'start' || type === 'block-start'))
      void reporter.onEvent(event);
    if (ends[0]) void reporter.onEvent(ends[0]);
    expect(seen).toEqual([]);
    if (ends[1]) void reporter.onEvent(ends[1]);
    expect(seen).toEqual(['● runbooks/a/one.md  2 of 2 healthy\n']);
  });

  it('redraws one line of at most the terminal’s width, and leaves nothing of it behind', () => {
    const drawnAt = (width: number) =>
      render(night, { interactive: true, width })
        .split('\r\u001b[2K')
        .filter((part) => /^\S \d+\/9/u.test(part));
    expect(drawnAt(80).some((line) => line.includes('9/9 · 2 failing · 1 degraded'))).toBe(true);
    for (const line of drawnAt(24)) expect(line.length).toBeLessThan(24);
    expect(screen(render(night, { interactive: true })).filter((line) => /\d+\/9/.test(line))).toEqual([]);
  });

  it('stops drawing when it is told to', () => {
    const reporter = terminal.create({
      out: () => {},
      colour: false,
      width: 80,
      interactive: true,
      root: '/tree',
    });
    const [start] = night.events;
    if (start) void reporter.onEvent(start);
    reporter.stop?.();
    reporter.stop?.();
    expect(process.getActiveResourcesInfo().filter((name) => name === 'Interval')).toEqual([]);
  });
});
