import type { Verdict } from '../../schemas/verdict.ts';
import { oneLine, wholeLine } from '../../text/one-line.ts';
import { showDuration } from '../../text/show-value.ts';
import { localIdOf } from '../finding.ts';
import { cut } from './layout.ts';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const eraseLine = '\r\x1b[2K';

export interface StatusLine {
  total(count: number): void;
  started(block: string): void;
  ended(block: string, verdict: Verdict): void;
  /** Writes lines above the status line. */
  print(text: string): void;
  /** Erases it and stops its timer. May be called twice. */
  stop(): void;
}

/** The one line that is redrawn while a person watches; it never holds a newline, nor more than a line. */
export function createStatusLine(out: (text: string) => void, width: () => number): StatusLine {
  const running = new Set<string>();
  const counts = { total: 0, done: 0, fail: 0, warn: 0, error: 0 };
  const began = performance.now();
  let timer: NodeJS.Timeout | null = null;
  let frame = 0;
  let drawn = false;

  function text(): string {
    const [waitingFor] = running;
    return [
      `${frames[frame % frames.length]} ${counts.done}/${counts.total}`,
      ...(counts.fail ? [`${counts.fail} failing`] : []),
      ...(counts.error ? [`${counts.error} could not tell`] : []),
      ...(counts.warn ? [`${counts.warn} degraded`] : []),
      showDuration(Math.floor((performance.now() - began) / 1000) * 1000).replace(/^0 ms$/, '0 s'),
      ...(waitingFor === undefined ? [] : [oneLine(wholeLine(localIdOf(waitingFor)))]),
    ].join(' · ');
  }
  function draw(): void {
    drawn = true;
    out(`${eraseLine}${cut(text(), width() - 1)}`);
  }
  function erase(): void {
    if (drawn) out(eraseLine);
    drawn = false;
  }
  function stop(): void {
    if (timer) clearInterval(timer);
    timer = null;
    erase();
  }
  function tick(): void {
    frame += 1;
    try {
      draw();
    } catch {
      // A closed terminal must not end the process from inside a timer; the next event tells.
      if (timer) clearInterval(timer);
      timer = null;
    }
  }
  return {
    total(count) {
      counts.total = count;
      timer ??= setInterval(tick, 100).unref();
      draw();
    },
    started(block) {
      running.add(block);
      draw();
    },
    ended(block, verdict) {
      running.delete(block);
      counts.done += 1;
      if (verdict === 'fail' || verdict === 'warn' || verdict === 'error') counts[verdict] += 1;
      draw();
    },
    print(lines) {
      erase();
      out(lines);
      if (timer) draw();
    },
    stop,
  };
}
