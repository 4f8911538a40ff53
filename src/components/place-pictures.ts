import { slots } from '../markdown/vocabulary.ts';
import type { Picture } from '../schemas/picture.ts';
import { type PrintedWords, printPicture } from './print-picture.ts';

const places = new RegExp(`<${slots.picture} data-picture="([a-z0-9-]*)">([^<]*)</${slots.picture}>`, 'g');

/**
 * Draws the pictures that a rendered page has places for. Our own plugin writes these places in one form, so
 * they are found by that form. A name that there is no picture for leaves its caption; the scanner has told it.
 */
export function placePictures(
  html: string,
  pictures: Readonly<Record<string, Picture>>,
  locale: string,
  words: PrintedWords,
): string {
  return html.replace(places, (_, name: string, caption: string) => {
    const picture = pictures[name];
    return picture ? printPicture(name, picture, unescapeText(caption), locale, words) : `<p>${caption}</p>`;
  });
}

/** What a Markdown engine escapes in text, and we escape again. */
function unescapeText(text: string): string {
  return text
    .replaceAll(/&(?:lt|#x3c|#60);/gi, '<')
    .replaceAll(/&(?:gt|#x3e|#62);/gi, '>')
    .replaceAll(/&(?:quot|#x22|#34);/gi, '"')
    .replaceAll(/&(?:amp|#x26|#38);/gi, '&');
}
