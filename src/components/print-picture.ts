import { type CardElement, type CardNode, printCard } from '../markdown/check-card.ts';
import {
  type DrawnPicture,
  drawPicture,
  hasExits,
  type PictureBox,
  type PictureForm,
  type PictureLine,
  type PictureWords,
} from '../pictures/draw-picture.ts';
import type { Picture } from '../schemas/picture.ts';
import { textIn } from '../schemas/texts.ts';
import { pictureInWords } from './picture-in-words.ts';

type Node = CardNode<string>;

export interface PrintedWords extends PictureWords {
  /** On what opens the picture in words. */
  inWords: string;
}

/**
 * A picture as HTML: its caption, the drawing for wide and for narrow places (styles show one of them), and
 * the same in words. Colours are the styles'; all words are the language's.
 */
export function printPicture(
  name: string,
  picture: Picture,
  caption: string,
  locale: string,
  words: PrintedWords,
): string {
  const forms: PictureForm[] = hasExits(picture) ? ['tall', 'wide'] : ['tall'];
  const title = textIn(picture.title, locale);
  const frame = forms.map((form) =>
    svgOf(`${name}-${form}`, form, drawPicture(picture, locale, words, form), title, textIn(picture.says, locale)),
  );
  return printCard(
    element('figure', { class: 'rl-picture not-content', id: name, 'data-forms': forms.join(' ') }, [
      element('figcaption', {}, [caption || title]),
      element('div', { class: 'rl-picture-frame', 'data-pagefind-ignore': '' }, frame),
      element('details', {}, [element('summary', {}, [words.inWords]), pictureInWords(picture, locale, words)]),
    ]),
  );
}

function svgOf(id: string, form: PictureForm, drawn: DrawnPicture, title: string, says: string): Node {
  const { width, height, boxes, lines, bars, text } = drawn;
  return element(
    'svg',
    {
      class: `rl-picture-${form}`,
      viewBox: `0 0 ${width} ${n(height)}`,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-says`,
    },
    [
      element('title', { id: `${id}-title` }, [title]),
      element('desc', { id: `${id}-says` }, [says]),
      ...bars.map(({ x, y, height: tall }) =>
        element('rect', { class: 'rl-place', x: n(x), y: n(y), width: '4', height: n(tall), rx: '2' }),
      ),
      ...lines.flatMap(printLine),
      ...boxes.map(printBox),
      ...text.map(printText),
    ],
  );
}

function printLine({ kind, path, arrow }: PictureLine): Node[] {
  const { x, y, to } = arrow;
  const head = to === 'down' ? `M${n(x)} ${n(y)}l-5-8h10z` : `M${n(x)} ${n(y)}l-8-5v10z`;
  return [element('path', { class: `rl-way-${kind}`, d: path }), element('path', { class: 'rl-point', d: head })];
}

function printBox(box: PictureBox): Node {
  const { kind, tone, x, y, width, height, text, mark, rule } = box;
  return element('g', { class: `rl-${kind}`, 'data-tone': tone }, [
    element('rect', { x: n(x), y: n(y), width: n(width), height: n(height), rx: kind === 'step' ? '8' : '16' }),
    ...(rule === null ? [] : [element('path', { class: 'rl-rule', d: `M${n(x)} ${n(rule)}h${n(width)}` })]),
    ...(mark ? [element('path', { class: 'rl-mark', d: marks[tone](n(mark.x), n(mark.y)) })] : []),
    ...text.map(printText),
  ]);
}

/** A circle with a tick, with the hands of a clock, or with a cross. */
const circle = (x: string, y: string): string => `M${x} ${y}m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0`;
const marks: Record<PictureBox['tone'], (x: string, y: string) => string> = {
  plain: () => '',
  good: (x, y) => `${circle(x, y)}m4.5 .5l2.5 2.5l4.5-5.5`,
  waits: (x, y) => `${circle(x, y)}m8-5v5l3.5 2`,
  bad: (x, y) => `${circle(x, y)}m5-3l6 6m0-6l-6 6`,
};

const printText = ({ text, x, y, look }: DrawnPicture['text'][number]): Node =>
  element('text', { class: `rl-${look}`, x: n(x), y: n(y) }, [text]);

const n = (value: number): string => String(Math.round(value * 100) / 100);

function element(tag: string, attributes: Record<string, string>, children: readonly Node[] = []): CardElement<string> {
  return { tag, attributes, children };
}
