import { resolve } from 'node:path';
import { beginReporter } from '../../src/reporters/begin.ts';
import { type Reporter, reporters } from '../../src/reporters/reporter.ts';
import { suggest } from '../../src/text/nearest.ts';
import { blobUrl } from './blob-url.ts';
import { UsageError } from './define-command.ts';
import { filePlace, type ReportPlace, type SharedOptions, stdoutPlace } from './report-place.ts';

/** The reporters that were asked for, with the places they write to. */
export interface ReporterSet {
  create(root: string): Promise<Reporter[]>;
  /** Waits until everything is written, and says where. */
  finish(): Promise<void>;
}

type ReporterName = keyof typeof reporters;
const isReporter = (name: string): name is ReporterName => Object.hasOwn(reporters, name);

interface Choice {
  name: ReporterName;
  /** `null` is standard output. */
  file: string | null;
}

/** Reads `NAME[=FILE]…`; without any, the terminal. Throws `UsageError` where two would write into each other. */
export function chooseReporters(wanted: readonly string[]): ReporterSet {
  const choices = (wanted.length > 0 ? wanted : ['terminal']).map(parseChoice);
  const byPlace = [...Map.groupBy(choices, ({ file }) => file && resolve(file)).values()];
  for (const sharing of byPlace) refuseTangle(sharing);
  const places: ReportPlace[] = [];
  return {
    async create(root) {
      const { env } = process;
      const factories = new Map(
        await Promise.all(choices.map(async ({ name }) => [name, await reporters[name]()] as const)),
      );
      const shared: SharedOptions = { root, workspace: env.GITHUB_WORKSPACE, blobUrl: blobUrl(env) };
      return byPlace.flatMap((sharing) => {
        const file = sharing[0]?.file ?? null;
        const place = file === null ? stdoutPlace(shared) : filePlace(file, shared, env.GITHUB_STEP_SUMMARY);
        places.push(place);
        return sharing.flatMap(({ name }) => {
          const factory = factories.get(name);
          return factory ? [beginReporter(name, factory, place.options)] : [];
        });
      });
    },
    async finish() {
      for (const place of places.splice(0)) {
        const says = await place.finish();
        if (says !== null) process.stderr.write(`${says}\n`);
      }
    },
  };
}

function parseChoice(text: string): Choice {
  const [name = '', ...rest] = text.split('=');
  if (!isReporter(name))
    throw new UsageError(`There is no reporter \`${name}\`.${suggest(name, Object.keys(reporters))}`);
  const file = rest.length > 0 ? rest.join('=') : null;
  if (file === '')
    throw new UsageError(`\`--reporter ${name}=\` names no file; without the \`=\` it is standard output.`);
  return { name, file };
}

/** Two reports in one place are no report; only what people read may stand beside GitHub's commands. */
function refuseTangle(sharing: readonly Choice[]): void {
  const names = sharing.map(({ name }) => name);
  const isOnStdout = sharing[0]?.file === null;
  const mayShare = isOnStdout && names.every((name) => name === 'terminal' || name === 'github');
  if (names.length < 2 || (mayShare && new Set(names).size === names.length)) return;
  const place = isOnStdout ? 'standard output' : `\`${sharing[0]?.file}\``;
  throw new UsageError(
    `${names.map((name) => `\`${name}\``).join(' and ')} cannot both write to ${place}; give one a file: \`--reporter ${names[1]}=FILE\`.`,
  );
}
