// Long because it is one drawing: what stands where, in both of its forms.
import type { Picture, PictureStep, Tone } from '../schemas/picture.ts';
import { type Texts, textIn } from '../schemas/texts.ts';
import { wrapText } from '../text/wrap-text.ts';

/** A line of text; `y` is its baseline. */
export interface PictureText {
  text: string;
  x: number;
  y: number;
  look: 'name' | 'note' | 'tag' | 'where' | 'or';
}

/** A step or an exit. */
export interface PictureBox {
  kind: 'step' | 'exit';
  tone: Tone;
  x: number;
  y: number;
  width: number;
  height: number;
  text: PictureText[];
  /** The middle of the tone's mark; `plain` has none. */
  mark: { x: number; y: number } | null;
  /** Where a line parts what happens from who can help. */
  rule: number | null;
}

/** A line with an arrow at its end: on to the next step, or to an exit. */
export interface PictureLine {
  kind: 'on' | 'exit';
  /** As an SVG path. */
  path: string;
  /** Its point, and where it looks to. */
  arrow: { x: number; y: number; to: 'down' | 'right' };
}

/** A bar beside the steps of one place. */
export interface PictureBar {
  x: number;
  y: number;
  height: number;
}

export interface DrawnPicture {
  width: number;
  height: number;
  boxes: PictureBox[];
  lines: PictureLine[];
  bars: PictureBar[];
  /** Text outside of boxes. */
  text: PictureText[];
}

export interface PictureWords {
  /** Before who can help, with a colon. */
  helps: string;
  /** Beside a line that leads to an exit. */
  or: string;
}

/** Pixels of the drawing: `tall` is one on a phone of 375 pixels, `wide` where a page has that much room. */
export const pictureWidths = { tall: 344, wide: 640 } as const;
export type PictureForm = keyof typeof pictureWidths;

const sizes = { name: 15, note: 14, tag: 13, where: 14, or: 13 } as const;
const lineHeights = { name: 20, note: 19, tag: 17, where: 20, or: 17 } as const;
/** Bold letters are wider; of the fonts that pages are shown in, by no more than this. */
const boldFactor = 1.15;
/** Room for half of an outline. */
const margin = 1.5;
const padding = { x: 13, y: 9 };
const markRoom = 26;
/** From one step to the next. */
const gap = 26;
/** Between the exits of one step. */
const exitGap = 12;
/** Where the line on begins, from a box's left. */
const spine = 18;
/** How far exits stand in below their step. */
const indent = 44;
/** Between steps and exits that stand beside them. */
const aside = 58;
const barRoom = 14;

/** Whether anything leads elsewhere than on: only then does more width change the drawing. */
export const hasExits = ({ steps }: Picture): boolean => steps.some(({ exits }) => exits.length > 0);

/**
 * A picture's shapes in one language: steps below each other, and their exits below them (`tall`) or beside
 * them (`wide`). Deterministic, and the same for every reader.
 */
export function drawPicture(
  { steps }: Picture,
  locale: string,
  { helps, or }: PictureWords,
  form: PictureForm,
): DrawnPicture {
  const width = pictureWidths[form];
  const left = margin + (steps.some(({ where }) => where) ? barRoom : 0);
  const exitsAt = form === 'tall' ? left + indent : width - margin - 236;
  const stepWidth = form === 'tall' ? width - margin - left : exitsAt - aside - left;
  const drawn: DrawnPicture = { width, height: 0, boxes: [], lines: [], bars: [], text: [] };
  const say = (texts: Texts | undefined): string | null => (texts === undefined ? null : textIn(texts, locale));
  let y = margin;
  let bar: PictureBar | null = null;
  let place: string | null = null;
  let from: number | null = null;
  // Of the exits that stand beside steps: where their column ends, and the middle of the last.
  let exitsTo = -gap;
  let lastExit = 0;

  const line = (kind: PictureLine['kind'], path: string, arrow: PictureLine['arrow']): void => {
    drawn.lines.push({ kind, path, arrow });
  };
  const exitBoxes = (exits: PictureStep['exits'], top: number): { boxes: PictureBox[]; bottom: number } => {
    let at = top;
    const boxes = exits.map(({ name, note, tone }) => {
      const room = { x: exitsAt, y: at, width: width - margin - exitsAt };
      const box = boxOf('exit', tone, { tag: null, name: textIn(name, locale), note: say(note), helps: null }, room);
      at += box.height + exitGap;
      return box;
    });
    return { boxes, bottom: boxes.length > 0 ? at - exitGap : top };
  };

  for (const [index, step] of steps.entries()) {
    const where = say(step.where);
    if (index > 0) y += gap;
    if (where !== place) {
      place = where;
      bar = null;
      if (where !== null) {
        // The line on passes to the left of the name.
        const heading = textLines(where, 'where', { x: left + (index > 0 ? spine + 14 : 0), y, width: stepWidth - 32 });
        drawn.text.push(...heading);
        y += heading.length * lineHeights.where + 6;
        bar = { x: margin, y: y - heading.length * lineHeights.where - 4, height: 0 };
        drawn.bars.push(bar);
      }
    }
    const content = {
      tag: say(step.tag),
      name: textIn(step.name, locale),
      note: say(step.note),
      helps: null as string | null,
    };
    const helper = say(step.helps);
    if (helper !== null) content.helps = `${helps} ${helper}`;
    const box = boxOf('step', step.tone, content, { x: left, y, width: stepWidth });
    const rest = form === 'wide' ? exitBoxes(step.exits, y) : exitBoxes(step.exits, y + box.height + exitGap + 6);
    if (form === 'wide' && rest.boxes.length > 0) {
      // Lines to exits share one turn, so a step stands below where the line before its own has ended.
      move(box, Math.max(0, lastExit + 14 - (box.y + box.height / 2)));
      // Exits stand beside the middle of their step, or below those of the step before.
      const needed = rest.bottom - y;
      const top = Math.max(margin, exitsTo + gap, box.y + box.height / 2 - needed / 2);
      for (const exit of rest.boxes) move(exit, top - y);
      exitsTo = top + needed;
      lastExit = rest.boxes.reduce((_, exit) => exit.y + exit.height / 2, lastExit);
    }
    const x = left + spine;
    if (from !== null) line('on', `M${x} ${r(from)}V${r(box.y - 1)}`, { x, y: box.y - 1, to: 'down' });
    from = box.y + box.height;
    drawn.boxes.push(box, ...rest.boxes);
    for (const exit of rest.boxes) {
      const middle = exit.y + exit.height / 2;
      const start = box.x + box.width;
      const turn = start + aside / 2 - 6;
      const origin = box.y + box.height / 2;
      line(
        'exit',
        form === 'tall'
          ? `M${x} ${r(middle)}H${exit.x - 1}`
          : Math.abs(origin - middle) < 1
            ? `M${start} ${r(middle)}H${exit.x - 1}`
            : `M${start} ${r(origin)}H${turn}V${r(middle)}H${exit.x - 1}`,
        { x: exit.x - 1, y: middle, to: 'right' },
      );
      drawn.text.push({ text: or, x: (form === 'tall' ? x : turn) + 4, y: middle - 5, look: 'or' });
    }
    const below = form === 'tall' ? rest.boxes.map((exit) => exit.y + exit.height) : [];
    const bottom = Math.max(box.y + box.height, ...below);
    // Under the last step nothing goes on, but what leads to its exits begins somewhere.
    const last = rest.boxes.at(-1);
    if (form === 'tall' && index === steps.length - 1 && last)
      line('exit', `M${x} ${r(from)}V${r(last.y + last.height / 2)}`, {
        x: last.x - 1,
        y: last.y + last.height / 2,
        to: 'right',
      });
    if (bar) bar.height = bottom - bar.y;
    y = bottom;
  }
  return { ...drawn, height: Math.max(y, exitsTo) + margin };
}

interface Content {
  tag: string | null;
  name: string;
  note: string | null;
  helps: string | null;
}

/** A box that is as high as its text. */
function boxOf(kind: PictureBox['kind'], tone: Tone, content: Content, room: Room): PictureBox {
  const { x, y, width } = room;
  const shift = tone === 'plain' ? 0 : markRoom;
  const inner = { x: x + padding.x + shift, width: width - 2 * padding.x - shift };
  const text: PictureText[] = [];
  let at = y + padding.y;
  const add = (said: string | null, look: 'tag' | 'name' | 'note'): void => {
    if (said === null) return;
    const lines = textLines(said, look, { ...inner, y: at });
    text.push(...lines);
    at += lines.length * lineHeights[look];
  };
  add(content.tag, 'tag');
  const nameAt = at;
  add(content.name, 'name');
  add(content.note, 'note');
  let rule: number | null = null;
  if (content.helps !== null) {
    rule = at + 6;
    at += 12;
    add(content.helps, 'note');
  }
  const mark = tone === 'plain' ? null : { x: x + padding.x + 8, y: nameAt + lineHeights.name / 2 };
  return { kind, tone, x, y, width, height: at + padding.y - y, text, mark, rule };
}

interface Room {
  x: number;
  y: number;
  width: number;
}

function textLines(text: string, look: PictureText['look'], { x, y, width }: Room): PictureText[] {
  const height = lineHeights[look];
  const isBold = look === 'name' || look === 'where';
  return wrapText(text, { width, size: sizes[look] * (isBold ? boldFactor : 1) }).map((line, index) => ({
    text: line,
    x,
    // The baseline is where the line stands in the middle of its height.
    y: r(y + index * height + height / 2 + sizes[look] * 0.36),
    look,
  }));
}

function move(box: PictureBox, by: number): void {
  box.y += by;
  for (const line of box.text) line.y = r(line.y + by);
  if (box.mark) box.mark = { ...box.mark, y: box.mark.y + by };
  if (box.rule !== null) box.rule += by;
}

/** Two decimals: no eye sees more. */
const r = (value: number): number => Math.round(value * 100) / 100;
