import { expect, it } from 'vitest';
import { excerptPieces } from './excerpt-pieces.ts';

it('reads an excerpt as text, and what was found in it', () => {
  expect(excerptPieces('Pay &amp; <mark>send</mark> &lt;b&gt; <mark>again</mark>')).toEqual([
    { text: 'Pay & ', isMarked: false },
    { text: 'send', isMarked: true },
    { text: ' <b> ', isMarked: false },
    { text: 'again', isMarked: true },
  ]);
});

it('takes no other tag for one, and decodes once', () => {
  expect(excerptPieces('<img src=x onerror=alert(1)> &amp;lt;')).toEqual([
    { text: '<img src=x onerror=alert(1)> &lt;', isMarked: false },
  ]);
});
