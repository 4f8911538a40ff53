import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { openOnly } from '../incidents/open-only.ts';
import { isWithheld } from '../incidents/public-status.ts';
import { userStatus } from '../incidents/user-status.ts';
import { statusOf } from '../project/journey-status.ts';
import type { Project } from '../project/load.ts';
import { type PublicStatus, publicStatusSchema } from '../schemas/public-status.ts';

/** The status that stands in a built site; `null` where there is none, or none that can be read. */
export async function readStatus(outDir: string): Promise<PublicStatus | null> {
  const text = await readFile(join(outDir, 'status.json'), 'utf8').catch(() => 'null');
  try {
    return publicStatusSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The status of a site that is built: incidents as the tree has them now, journeys as they were last proven. */
export function statusWith(earlier: PublicStatus | null, project: Project, now: number): PublicStatus {
  const fresh = statusOf(project, {}, now);
  const incidents = [...project.incidents.values()];
  const journeys = Object.fromEntries(
    Object.entries(fresh.journeys).map(([id, journey]) => {
      const before = earlier?.journeys[id];
      return [id, before && !isWithheld(id, incidents) ? { ...before, name: journey.name } : journey];
    }),
  );
  const told = { journeys, incidents: fresh.incidents };
  return { ...fresh, ...told, state: userStatus(told, now).state };
}

/** Writes what pages ask for: everything, and for the banners what is open alone. */
export async function writeStatus(outDir: string, status: PublicStatus): Promise<void> {
  await writeFile(join(outDir, 'status.json'), `${JSON.stringify(status, null, 2)}\n`);
  await writeFile(join(outDir, 'incidents.json'), `${JSON.stringify(openOnly(status), null, 2)}\n`);
}

/** In `astro dev`: the tree's incidents, and the journeys of the built site. */
export function devStatus(outDir: string, current: () => Project): Plugin {
  return {
    name: 'runlight-status',
    configureServer(server) {
      for (const name of ['status.json', 'incidents.json'])
        server.middlewares.use(`/${name}`, (_, response) => {
          void readStatus(outDir).then((earlier) => {
            const status = statusWith(earlier, current(), Date.now());
            response.setHeader('content-type', 'application/json');
            response.setHeader('cache-control', 'no-store');
            response.end(JSON.stringify(name === 'status.json' ? status : openOnly(status)));
          });
        });
    },
  };
}
