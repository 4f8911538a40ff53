import { readFile } from 'node:fs/promises';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Position } from '../schemas/page.ts';

export interface YamlFile {
  data: unknown;
  error: { message: string; position: Position } | null;
  /** Where a key, or an entry of a list (by its number), stands; or the deepest part of the path that exists. */
  positionOf(...path: PropertyKey[]): Position;
}

/** Reads a YAML file with the places of its keys. With `texts`, every value is a text, as it is written. */
export async function readYaml(file: string, { texts = false }: { texts?: boolean } = {}): Promise<YamlFile> {
  const counter = new LineCounter();
  const document = parseDocument(await readFile(file, 'utf8'), {
    lineCounter: counter,
    prettyErrors: false,
    ...(texts ? { schema: 'failsafe' } : {}),
  });
  const place = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  const [broken] = document.errors;
  return {
    data: broken ? null : (document.toJS() as unknown),
    error: broken ? { message: broken.message.split('\n')[0] ?? '', position: place(broken.pos[0]) } : null,
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
