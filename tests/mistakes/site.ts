import { type MistakeCase, mistakes } from './cases.ts';

export interface ExpectedDiagnostic {
  path: string;
  line: number;
  column: number;
  code: string;
}

/** The targets that the cases name. */
const targets = `bsc-rpc:
  service: bsc-rpc
  peers: [bsc-rpc-2]
bsc-rpc-2:
  service: bsc-rpc-2
wallet-api:
  service: wallet-api
`;

/** The journey that the cases may name. */
const journey = `title: Swap
does: Swaps one token for another.
entries: [app]
parts:
  - id: app
    name: App
    layer: client
`;

/** The topic and the picture that the cases may name. */
const topics = `- id: swaps
  name: { en: Swaps, es: Intercambios, pt-br: Trocas }
  about: { en: Changing one coin for another., es: Cambiar una moneda por otra., pt-br: Trocar uma moeda por outra. }
`;
const picture = `title: { en: A life, es: Una vida, pt-br: Uma vida }
says: { en: Two steps., es: Dos pasos., pt-br: Dois passos. }
steps:
  - name: { en: First, es: Primero, pt-br: Primeiro }
  - name: { en: Last, es: Último, pt-br: Último }
`;

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** The cases that exist in a format. */
export function casesIn(format: 'md' | 'mdx'): MistakeCase[] {
  return mistakes.filter(({ only }) => only === undefined || only === format);
}

/** A case as files, with where it must be reported. */
export function filesOf(
  mistake: MistakeCase,
  format: 'md' | 'mdx',
): { path: string; files: Record<string, string>; expected: ExpectedDiagnostic } {
  const withEnding = (text: string): string => text.replaceAll('.EXT', `.${format}`);
  const path = `${mistake.path ?? `runbooks/cases/${slug(mistake.name)}`}.${format}`;
  const before = mistake.text.slice(0, mistake.text.indexOf('‸'));
  const lines = before.split('\n');
  const files: Record<string, string> = { [path]: withEnding(mistake.text.replace('‸', '')) };
  for (const [beside, text] of Object.entries(mistake.beside ?? {})) files[`${beside}.${format}`] = withEnding(text);
  return {
    path,
    files,
    expected: { path, line: lines.length, column: (lines.at(-1) ?? '').length + 1, code: mistake.code },
  };
}

/** A whole site that holds every mistake of a format, one page each. */
export function mistakeSite(format: 'md' | 'mdx'): { files: Record<string, string>; expected: ExpectedDiagnostic[] } {
  const cases = casesIn(format).map((mistake) => filesOf(mistake, format));
  const files = Object.assign(
    {
      'src/content/targets/lab.yaml': targets,
      'src/content/journeys/swap.yaml': journey,
      'src/content/topics.yaml': topics,
      'src/content/pictures/tx-life.yaml': picture,
    },
    ...cases.map((each) => each.files),
  ) as Record<string, string>;
  return { files, expected: cases.map((each) => each.expected) };
}
