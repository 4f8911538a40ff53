import { readFile } from 'node:fs/promises';
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Position } from '../schemas/page.ts';
import type { FilePart, SecretLook } from './secret-look.ts';

export interface YamlFile {
  data: unknown;
  error: { message: string; position: Position; code?: 'secret' } | null;
  /** Where a key, or an entry of a list (by its number), stands; or the deepest part of the path that exists. */
  positionOf(...path: PropertyKey[]): Position;
}

/**
 * Reads a YAML file with the places of its keys. A file in which `look` finds a secret has no data, and says
 * where. With `texts`, every value is a text, as it is written.
 */
export async function readYaml(
  file: string,
  look: SecretLook | null = null,
  options: { texts?: boolean } = {},
): Promise<YamlFile> {
  return yamlOf(await readFile(file, 'utf8'), look, options);
}

/** As `readYaml`, of a text that is at hand. */
export async function yamlOf(
  text: string,
  look: SecretLook | null = null,
  { texts = false }: { texts?: boolean } = {},
): Promise<YamlFile> {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    ...(texts ? { schema: 'failsafe' } : {}),
  });
  const place = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  const [secret] = (await look?.inParts(text, () => partsOf(text, document))) ?? [];
  const [broken] = document.errors;
  const syntax = broken && { message: broken.message.split('\n')[0] ?? '', position: place(broken.pos[0]) };
  return {
    data: broken || secret ? null : (document.toJS() as unknown),
    error: secret ? { message: secret.message, position: place(secret.offset), code: 'secret' } : (syntax ?? null),
    positionOf(...path) {
      let node: unknown = document.contents;
      let position: Position = { line: 1, column: 1 };
      for (const part of path) {
        if (isSeq(node)) {
          const item: unknown = node.items[Number(part)];
          if (!isNode(item)) break;
          position = place(item.range?.[0] ?? 0);
          node = item;
          continue;
        }
        if (!isMap(node)) break;
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
        if (!pair || !isScalar(pair.key)) break;
        position = place(pair.key.range?.[0] ?? 0);
        node = pair.value;
      }
      return position;
    },
  };
}

/**
 * Values, each with its key, and lists of short texts as a whole: a phrase may stand one word an entry. Between
 * two values stands nothing that people read. A file that is no YAML is one part; so is a run of comments.
 */
function partsOf(text: string, document: Document): FilePart[] {
  if (document.errors.length > 0) return [{ text, offset: 0 }];
  const parts = [...text.matchAll(/(?:^|[ \t])#.*(?:\n[ \t]*#.*)*/g)].map((match) => ({
    text: match[0],
    offset: match.index,
  }));
  const add = (value: string, offset: number): void => {
    parts.push({ text: value, offset });
  };
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key)) add(String(key.value), key.range?.[0] ?? 0);
      // The name of a secret is no secret.
      if (isScalar(value) && isScalar(key) && key.value !== 'secret') {
        const name = `${String(key.value)}: `;
        add(`${name}${String(value.value)}`, Math.max(0, (value.range?.[0] ?? 0) - name.length));
      }
    },
    Seq(_, { items }) {
      const texts = items.filter((item) => isScalar(item));
      if (texts.length > 0) add(texts.map(({ value }) => String(value)).join('\n'), texts[0]?.range?.[0] ?? 0);
    },
  });
  return parts;
}
