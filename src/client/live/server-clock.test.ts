import { expect, it } from 'vitest';
import { clockAfterEvent, clockFromAnswer } from './server-clock.ts';

const at = (ms: number): string => new Date(ms).toISOString();

it('takes the server’s time to be that of the middle between question and answer', () => {
  expect(clockFromAnswer(at(100_000), 1000, 1200)).toEqual({ ahead: 98_900 });
  expect(clockFromAnswer(at(1000), 100_000, 100_000)).toEqual({ ahead: -99_000 });
});

it('learns from an event only that the server is further ahead: events may come late', () => {
  const clock = { ahead: 50 };
  expect(clockAfterEvent(clock, at(1000), 1000)).toEqual({ ahead: 50 });
  expect(clockAfterEvent(clock, at(1000), 400_000)).toEqual({ ahead: 50 });
  expect(clockAfterEvent(clock, at(1500), 1000)).toEqual({ ahead: 500 });
});
