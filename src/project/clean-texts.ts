import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redactionVersion } from '../redact/redaction-version.ts';
import { packageRoot } from './folders.ts';

/** Hashes of texts that hold no secret: recognising one takes longer to load than a command has. */
export interface CleanTexts {
  has(hash: string): boolean;
  add(hash: string): void;
  /** Keeps those that were asked for or added; where that cannot be written, the next command looks again. */
  save(): Promise<void>;
}

/** Opens what was kept of the tree at `root`. */
export async function openCleanTexts(root: string, folder = cacheFolder): Promise<CleanTexts> {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const file = join(folder, `clean-${name}.txt`);
  const head = `redaction ${redactionVersion}`;
  const [first, ...lines] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const known = new Set(first === head ? lines : []);
  const used = new Set<string>();
  let isChanged = false;
  return {
    has(hash) {
      const isKnown = known.has(hash);
      if (isKnown) used.add(hash);
      return isKnown;
    },
    add(hash) {
      used.add(hash);
      isChanged = true;
    },
    async save() {
      if (!isChanged) return;
      // A command that reads only some of the files must not forget the others; the newest come first.
      const kept = [...new Set([...used, ...known])].slice(0, most);
      const draft = `${file}.${randomUUID()}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(draft, [head, ...kept].join('\n'));
        await rename(draft, file);
      } catch {
        await rm(draft, { force: true }).catch(() => {});
      }
    },
  };
}

const cacheFolder = join(packageRoot, '.runlight', 'cache');
/** More than a tree of a thousand data files has. */
const most = 5000;
