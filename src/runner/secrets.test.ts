import { describe, expect, it } from 'vitest';
import { targetAt } from '../../tests/contract/planned-block.ts';
import { pickSecrets } from '../project/pick-secrets.ts';
import { fillTarget, missingSentence } from './secrets.ts';

const target = targetAt('https://x.example/v3/{secret:KEY}', {
  secrets: ['KEY', 'TOKEN'],
  headers: { authorization: { secret: 'TOKEN', prefix: 'Bearer ' }, accept: 'text/plain' },
});

describe('secrets', () => {
  it('are put into address and headers', () => {
    const { url, headers } = fillTarget(target, { KEY: 'a/b', TOKEN: 't0ken' });
    expect(url.href).toBe('https://x.example/v3/a%2Fb');
    expect(headers).toEqual([
      ['authorization', 'Bearer t0ken'],
      ['accept', 'text/plain'],
    ]);
  });

  it('may be a whole address', () => {
    const whole = targetAt('{secret:URL}', { secrets: ['URL'] });
    expect(fillTarget(whole, { URL: 'https://user:pa%20ss@x.example/a' })).toMatchObject({
      headers: [['authorization', `Basic ${btoa('user:pa ss')}`]],
    });
    expect(fillTarget(whole, { URL: 'https://user:pw@x.example/a' }).url.href).toBe('https://x.example/a');
  });

  it('are named when they are missing, and an empty variable is missing', () => {
    const picked = pickSecrets(['KEY', 'TOKEN'], { KEY: '', TOKEN: 'x' });
    expect(missingSentence('The target `t`', target.secrets, picked)).toBe(
      'The target `t` needs the environment variable `KEY`, not set here.',
    );
  });
});
