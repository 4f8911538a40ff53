import { expect, it } from 'vitest';
import { targetSchema } from './target.ts';

it.each(['https://grafana.example/d/x?from={from}&to={to}', 'http://127.0.0.1:3000/{from}'])(
  'takes a dashboard that people can open: %s',
  (dashboard) => {
    expect(targetSchema.safeParse({ service: 'x', dashboard }).success).toBe(true);
  },
);

it.each(['javascript:alert(1)//{from}', 'grafana.example/d/x', '/d/x', 'data:text/html,x'])(
  'takes no dashboard that is something else: %s',
  (dashboard) => {
    const parsed = targetSchema.safeParse({ service: 'x', dashboard });
    expect(parsed.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['dashboard'], 'Expected an address that begins with `https://` or `http://`.'],
    ]);
  },
);
