import type { CardElement, CardNode } from '../markdown/check-card.ts';
import type { PictureWords } from '../pictures/draw-picture.ts';
import type { Picture } from '../schemas/picture.ts';
import { type Texts, textIn } from '../schemas/texts.ts';

type Node = CardNode<string>;

/** All that a picture says, as a list: for those who hear it, and for print. */
export function pictureInWords({ steps }: Picture, locale: string, { helps, or }: PictureWords): CardElement<string> {
  const say = (texts: Texts | undefined): string => (texts === undefined ? '' : textIn(texts, locale));
  const line = (before: readonly string[], name: string, after: readonly string[]): Node[] => [
    ...before.filter(Boolean).map((text) => `${text}: `),
    { tag: 'b', attributes: {}, children: [name] },
    ...after.filter(Boolean).map((text, index) => `${index === 0 ? ': ' : ' '}${text}`),
  ];
  const items = steps.map((step): Node => {
    const helper = say(step.helps);
    const exits = step.exits.map((exit): Node => item(line([or], say(exit.name), [say(exit.note)])));
    return item([
      ...line([say(step.where), say(step.tag)], say(step.name), [say(step.note), helper && `${helps} ${helper}.`]),
      ...(exits.length > 0 ? [{ tag: 'ul', attributes: {}, children: exits }] : []),
    ]);
  });
  return { tag: 'ol', attributes: {}, children: items };
}

const item = (children: readonly Node[]): Node => ({ tag: 'li', attributes: {}, children });
