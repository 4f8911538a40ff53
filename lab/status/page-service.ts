import type { Fault, Faults } from '../fault.ts';
import type { HttpPart } from '../faults/http.ts';
import { json, jsonError } from '../http/answer.ts';
import { startServer } from '../http/lab-server.ts';
import type { RunningService } from '../service.ts';

export type PageState = 'operational' | PageFault;
type PageFault = 'degraded' | 'major-outage' | 'maintenance' | 'incident-open' | 'unknown-word';

export interface PagePart extends HttpPart {
  page: { state: PageState };
}

/** A page's documents by their path, as they are now; none of them needs more than the state. */
export type Documents = (state: PageState) => Readonly<Record<string, object>>;

/** The states of a status page as faults; `summaries` say them in the words of its protocol. */
export function pageFaults(summaries: Readonly<Record<PageFault, string>>): Faults<PagePart> {
  return Object.fromEntries(
    Object.entries(summaries).map(([state, summary]) => [state, shows(state as PageFault, summary)]),
  );
}

function shows(state: PageFault, summary: string): Fault<PagePart> {
  return {
    summary,
    kind: 'page',
    begin({ page }) {
      page.state = state;
      return () => {
        page.state = 'operational';
      };
    },
  };
}

/** Serves the documents of a status page. `path` is where the page's address points, below the host. */
export async function startPage(documents: Documents, path = ''): Promise<RunningService<PagePart>> {
  const page: PagePart['page'] = { state: 'operational' };
  const server = await startServer((question) => {
    const found = Object.entries(documents(page.state)).find(([at]) => at === question.path);
    return found ? json(found[1]) : jsonError(404, 'not_found', `There is nothing at ${question.path}.`);
  });
  return { url: `http://127.0.0.1:${server.port}${path}`, values: {}, part: { server, page }, stop: server.stop };
}
