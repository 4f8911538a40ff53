import { expect, it } from 'vitest';
import { splitMacro } from './split-macro.ts';

it('tells a macro’s own text, what was filled in and what is open apart', () => {
  expect(splitMacro('On {{network}}: {{ hash }}.', new Map([['network', '{{hash}} $&']]))).toEqual([
    { kind: 'text', text: 'On ', name: null },
    { kind: 'value', text: '{{hash}} $&', name: 'network' },
    { kind: 'text', text: ': ', name: null },
    { kind: 'gap', text: '{{ hash }}', name: 'hash' },
    { kind: 'text', text: '.', name: null },
  ]);
});

it('leaves nothing out at either end', () => {
  expect(splitMacro('{{a}}{{b}}', new Map()).map(({ text }) => text)).toEqual(['{{a}}', '{{b}}']);
  expect(splitMacro('no place', new Map())).toEqual([{ kind: 'text', text: 'no place', name: null }]);
  expect(splitMacro('', new Map())).toEqual([]);
});
