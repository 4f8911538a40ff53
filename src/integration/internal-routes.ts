import { existsSync } from 'node:fs';
import { packageRoot } from '../project/folders.ts';

/**
 * The team's own pages. They are added here, and not found in `src/pages`, because Astro builds that
 * folder into both sites.
 */
export function internalRoutes(): { pattern: string; entrypoint: string }[] {
  const page = (pattern: string, file: string) => ({
    pattern,
    entrypoint: `${packageRoot}/src/internal-pages/${file}`,
  });
  return [
    page('/', 'index.astro'),
    page('/runbooks/[area]', 'runbooks/[area].astro'),
    page('/board', 'board/index.astro'),
    page('/board.json', 'board/board.json.ts'),
    page('/api/v1/blocks', 'api/blocks.ts'),
    page('/trees', 'trees/index.astro'),
    page('/trees/[id]', 'trees/[id].astro'),
    page('/packet', 'packet/index.astro'),
    page('/packet.json', 'packet/packet.json.ts'),
    page('/trees/[id]/walk.json', 'trees/walk.json.ts'),
    page('/macros', 'macros/index.astro'),
    page('/macros/[id]', 'macros/[id].astro'),
    page('/incidents', 'incidents/index.astro'),
    page('/incidents/[id]', 'incidents/[id].astro'),
    page('/glossary', 'glossary/index.astro'),
    page('/glossary/[family]', 'glossary/[family].astro'),
    page('/journeys', 'journeys/index.astro'),
    page('/journeys.json', 'journeys/journeys.json.ts'),
    page('/journeys/[id]', 'journeys/[id].astro'),
    page('/providers', 'providers/index.astro'),
    page('/providers/[id]', 'providers/[id].astro'),
    page('/checks', 'checks/index.astro'),
    page('/checks/[id]', 'checks/[id].astro'),
    page('/codes', 'codes/index.astro'),
    page('/codes/[code]', 'codes/[code].astro'),
    ...(existsSync(`${packageRoot}/src/internal-pages/schemas/report.json.ts`)
      ? [page('/schemas/report.json', 'schemas/report.json.ts')]
      : []),
  ];
}
