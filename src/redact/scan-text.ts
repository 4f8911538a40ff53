/**
 * Places where a recogniser may find something, each found by one cheap look at every character. All
 * lists are in the order of the text; pairs are start and end, one after the other.
 */
export interface Places {
  /** Runs of letters, digits, `_`, `-` and `.` with a letter in them, 16 characters and more: pairs. */
  tokens: number[];
  /** Digits with spaces, brackets and dashes between them, seven digits and more: pairs. */
  numbers: number[];
  /** `@`, and `%40`. */
  ats: number[];
  /** `:` and `=` behind what ends like a label: `api_key=`, `"password": `. */
  labels: number[];
  /** The colon of `://`. */
  addresses: number[];
  /** The word `bearer` or `basic`, where it ends: a space. */
  schemes: number[];
  /** `[`. */
  brackets: number[];
  /** Runs of equally long groups of 2, 4 or 8 characters, one character between, 64 characters and more without these: pairs. */
  groups: number[];
}

const is_ = { other: 0, digit: 1, letter: 2, joint: 3 } as const;

/** What a character is to a token. */
const kinds = new Uint8Array(128);
for (let code = 48; code <= 57; code += 1) kinds[code] = is_.digit;
for (let code = 65; code <= 90; code += 1) kinds[code] = kinds[code + 32] = is_.letter;
for (const joint of '_-.') kinds[joint.charCodeAt(0)] = is_.joint;

/** The last two letters of every label, lower case: most words before a colon end otherwise. */
const endings = new Uint8Array(1 << 16);
const pair = (one: number, two: number): number => (((one | 32) << 8) | (two & 0xff ? two | 32 : 0)) & 0xffff;
for (const ending of 'ey en et rd wd ss on ie vc vv v2 c2 sc ha ña na ve se al ls ig re th id de ça ce pt'.split(' '))
  endings[pair(ending.charCodeAt(0), ending.charCodeAt(1))] = 1;

const shortestToken = 16;
const fewestDigits = 7;

/** Looks at every character once. */
export function scanText(text: string): Places {
  const places: Places = {
    tokens: [],
    numbers: [],
    ats: [],
    labels: [],
    addresses: [],
    schemes: [],
    brackets: [],
    groups: [],
  };
  let chainStart = -1;
  let chainEnd = -1;
  let chainDigits = 0;
  const endChain = (): void => {
    if (chainDigits >= fewestDigits) places.numbers.push(chainStart, chainEnd);
    chainDigits = 0;
    chainStart = -1;
  };
  let groupSize = 0;
  let groupCount = 0;
  let groupsStart = 0;
  let lastEnd = -2;
  const length = text.length;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (kinds[code] ?? 0) : is_.other;
    if (kind !== is_.other) {
      const start = at;
      let hasLetter = false;
      let digits = 0;
      for (; at < length; at += 1) {
        const next = text.charCodeAt(at);
        const is = next < 128 ? (kinds[next] ?? 0) : is_.other;
        if (is === is_.other) break;
        if (is === is_.letter) hasLetter = true;
        else if (is === is_.digit) digits += 1;
      }
      const size = at - start;
      // A sentence's end is no part of a group.
      const bare = text.charCodeAt(at - 1) === 46 ? size - 1 : size;
      if (bare !== groupSize || start !== lastEnd + 1) {
        if (groupCount * groupSize >= 64) places.groups.push(groupsStart, lastEnd);
        groupSize = bare === 2 || bare === 4 || bare === 8 ? bare : 0;
        groupCount = 0;
        groupsStart = start;
      }
      groupCount += 1;
      lastEnd = at;
      if (hasLetter) {
        if (size >= shortestToken) places.tokens.push(start, at);
        else if (size <= 6 && size >= 5 && (code | 32) === 98 && text.charCodeAt(at) === 32) places.schemes.push(at);
        if (chainStart >= 0) endChain();
      } else if (digits > 0) {
        if (chainStart >= 0 && (start - chainEnd > 2 || !isGap(text, chainEnd, start))) endChain();
        if (chainStart < 0) chainStart = start;
        chainEnd = at;
        chainDigits += digits;
      }
      continue;
    }
    if (code === 58 || code === 61) {
      if (code === 58 && text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 47) places.addresses.push(at);
      else {
        let before = at - 1;
        for (let spaces = 0; spaces < 3; spaces += 1) {
          const c = text.charCodeAt(before);
          if (c !== 34 && c !== 39 && c !== 32 && c !== 92 && c !== 96 && c !== 41) break;
          before -= 1;
        }
        if (before > 0 && endings[pair(text.charCodeAt(before - 1), text.charCodeAt(before))] === 1)
          places.labels.push(at);
      }
    } else if (code === 64) places.ats.push(at);
    else if (code === 37) {
      if (text.charCodeAt(at + 1) === 52 && text.charCodeAt(at + 2) === 48) places.ats.push(at);
    } else if (code === 91) places.brackets.push(at);
    at += 1;
  }
  if (chainStart >= 0) endChain();
  if (groupCount * groupSize >= 64) places.groups.push(groupsStart, lastEnd);
  return places;
}

/** What may stand between two groups of one number. */
function isGap(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    // Space, brackets, a no-break or thin space, dashes of typesetters.
    if (
      code !== 32 &&
      code !== 40 &&
      code !== 41 &&
      code !== 0xa0 &&
      (code < 0x2009 || code > 0x2015) &&
      code !== 0x202f
    )
      return false;
  }
  return true;
}
