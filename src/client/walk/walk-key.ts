/** What a key asks of a walk. */
export type WalkKey =
  | { kind: 'choose'; index: number }
  | { kind: 'back' }
  | { kind: 'restart' }
  /** The branch that the check has chosen. */
  | { kind: 'take' }
  | { kind: 'help' };

/** A key, and what has the focus while it is pressed. */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
  isComposing: boolean;
  /** `typing`: a field. `pressing`: what Enter presses. `scrolling`: what arrows scroll. */
  in: 'typing' | 'pressing' | 'scrolling' | null;
}

/** `null` where the key is not the walk's: it belongs to a field, the browser or a button. */
export function walkKey({ key, ctrlKey, metaKey, altKey, repeat, isComposing, in: place }: Pressed): WalkKey | null {
  // A key that is held must not answer one question after the other.
  if (ctrlKey || metaKey || altKey || repeat || isComposing || place === 'typing') return null;
  if (/^[1-9]$/.test(key)) return { kind: 'choose', index: Number(key) - 1 };
  switch (key) {
    case 'Backspace':
      return { kind: 'back' };
    case 'ArrowLeft':
      return place === 'scrolling' ? null : { kind: 'back' };
    case 'ArrowRight':
      return place === 'scrolling' ? null : { kind: 'take' };
    case 'Enter':
      return place === null ? { kind: 'take' } : null;
    case 'r':
    case 'R':
      return { kind: 'restart' };
    case '?':
      return { kind: 'help' };
    default:
      return null;
  }
}

const fields =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
const pressable = 'a[href], button, summary, input, [role="button"]';

/** What has the focus, as `walkKey` needs to know it. */
export function placeOf(target: EventTarget | null): Pressed['in'] {
  if (!(target instanceof Element)) return null;
  if (target.closest(fields)) return 'typing';
  if (target.closest(pressable)) return 'pressing';
  return target.closest('[tabindex="0"]') ? 'scrolling' : null;
}
