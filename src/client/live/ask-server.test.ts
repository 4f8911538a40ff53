import { expect, it } from 'vitest';
import { judgeAnswer } from './ask-server.ts';

const error = { code: 'too-many', message: 'Too many runs.', hint: 'Wait.', parameter: null };

it('tells the server’s answers from its refusals, and both from what others answer in its place', () => {
  expect(judgeAnswer(202, '{"id":"x"}')).toEqual({ kind: 'ok', value: { id: 'x' } });
  expect(judgeAnswer(429, JSON.stringify({ error }))).toEqual({ kind: 'refused', error });
  expect(judgeAnswer(502, '<h1>Bad gateway</h1>')).toEqual({ kind: 'lost', status: 502 });
  expect(judgeAnswer(500, '{"error":"no"}')).toEqual({ kind: 'lost', status: 500 });
  expect(judgeAnswer(404, 'null')).toEqual({ kind: 'lost', status: 404 });
});
