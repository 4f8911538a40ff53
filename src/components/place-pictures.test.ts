import { expect, it } from 'vitest';
import type { Picture } from '../schemas/picture.ts';
import { placePictures } from './place-pictures.ts';

const words = { helps: 'Can help:', or: 'or', inWords: 'In words' };
const picture: Picture = {
  title: { en: 'A <way>', es: 'Un camino' },
  says: { en: 'Two steps.', es: 'Dos pasos.' },
  steps: [
    {
      name: { en: 'First & only', es: 'Primero' },
      note: { en: 'It begins.', es: 'Comienza.' },
      helps: { en: 'your bank', es: 'su banco' },
      tone: 'plain',
      exits: [{ name: { en: 'Out', es: 'Fuera' }, tone: 'bad' }],
    },
    { name: { en: 'Last', es: 'Último' }, where: { en: 'There', es: 'Allí' }, tone: 'good', exits: [] },
  ],
};
const place = (caption = 'Cap &#x26; &#x3C;b>', name = 'way', locale = 'en'): string =>
  placePictures(
    `<p>a</p><rl-picture data-picture="${name}">${caption}</rl-picture><p>b</p>`,
    { way: picture },
    locale,
    words,
  );

it('draws both forms, each with a title and what one sees, and says everything in words', () => {
  const html = place();
  expect(html).toMatch(/^<p>a<\/p><figure class="rl-picture not-content" id="way"/);
  expect(html).toMatch(/<\/figure><p>b<\/p>$/);
  expect(html).toContain('<figcaption>Cap &amp; &lt;b&gt;</figcaption>');
  expect(html.match(/role="img" aria-labelledby="way-title" aria-describedby="way-says"/g)).toHaveLength(2);
  expect(html.match(/<title|<desc/g)).toHaveLength(2);
  expect(html).toContain('<title id="way-title">A &lt;way&gt;</title><desc id="way-says">Two steps.</desc>');
  expect(html).toContain(
    '<ol><li><b>First &amp; only</b>: It begins. Can help: your bank.<ul><li>or: <b>Out</b></li></ul></li><li>There: <b>Last</b></li></ol>',
  );
  expect(html).not.toMatch(/style=|<script|href=/);
});

it('speaks one language, and takes the title where there is no caption', () => {
  const html = place('', 'way', 'es');
  expect(html).toContain('<figcaption>Un camino</figcaption>');
  expect(html).not.toMatch(/First|Two steps|your bank/);
  expect(html).toContain('Último');
});

it('leaves the caption where there is no such picture, and every other byte as it is', () => {
  expect(place('Cap &#x26; &#x3C;b>', 'nothing')).toBe('<p>a</p><p>Cap &#x26; &#x3C;b></p><p>b</p>');
  expect(placePictures('<p>x</p>', {}, 'en', words)).toBe('<p>x</p>');
});
