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
  // Both forms have the first one's name and description, shown or not.
  const names: Node[] = [
    element('title', { id: `${name}-title` }, [title]),
    element('desc', { id: `${name}-says` }, [textIn(picture.says, locale)]),
  ];
  const frame = forms.map((form, index) =>
    svgOf(name, form, drawPicture(picture, locale, words, form), index === 0 ? names : []),
  );
  return printCard(
    element('figure', { class: 'rl-picture not-content', id: name, 'data-forms': forms.join(' ') }, [
      element('figcaption', {}, [caption || title]),
      element('div', { class: 'rl-picture-frame', 'data-pagefind-ignore': '' }, frame),
      element('details', {}, [element('summary', {}, [words.inWords]), pictureInWords(picture, locale, words)]),
    ]),
  );
}

function svgOf(id: string, form: PictureForm, drawn: DrawnPicture, names: readonly Node[]): Node {
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
      ...names,
      ...bars.map(({ x, y, height: tall }) =>
        element('rect', { class: 'rl-place', x: n(x), y: n(y), width: '4', height: n(tall), rx: '2' }),
      ),
      ...printLines(lines),
      ...boxes.map(printBox),
      ...text.map(printText),
    ],
  );
}

/** One path for all lines that look alike, and one for their points. */
function printLines(lines: readonly PictureLine[]): Node[] {
  const points = lines.map(({ arrow: { x, y, to } }) => `M${n(x)} ${n(y)}${to === 'down' ? 'l-5-8h10z' : 'l-8-5v10z'}`);
  const ways = (['on', 'exit'] as const).map((kind) => ({
    class: `rl-way-${kind}`,
    d: lines.flatMap((line) => (line.kind === kind ? line.path : [])).join(''),
  }));
  return [...ways, { class: 'rl-point', d: points.join('') }]
    .filter(({ d }) => d !== '')
    .map((path) => element('path', path));
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

/** Most are notes, whose look is the styles' for any text. */
const printText = ({ text, x, y, look }: DrawnPicture['text'][number]): Node =>
  element('text', { ...(look === 'note' ? {} : { class: `rl-${look}` }), x: n(x), y: n(y) }, [text]);

const n = (value: number): string => String(Math.round(value * 10) / 10);

function element(tag: string, attributes: Record<string, string>, children: readonly Node[] = []): CardElement<string> {
  return { tag, attributes, children };
}
