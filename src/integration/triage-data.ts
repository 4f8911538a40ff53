import type { Project } from '../project/load.ts';
import type { Escalation } from '../schemas/escalation.ts';
import type { Audience } from '../schemas/frontmatter.ts';
import type { Journey } from '../schemas/journey.ts';
import type { Macro } from '../schemas/macro.ts';
import type { Provider } from '../schemas/provider.ts';
import type { Tree } from '../schemas/tree.ts';

/** What the team's pages know of how a case is followed. Plain data; nothing of it is on the public site. */
export interface TriageData {
  escalation: Escalation | null;
  /** By id. */
  trees: Record<string, Tree>;
  /** By id. */
  journeys: Record<string, Journey>;
  /** By id, then by locale. */
  macros: Record<string, Record<string, Macro>>;
  /** By id. */
  providers: Record<string, Provider>;
}

export function triageData(project: Project, audience: Audience): TriageData {
  if (audience === 'public') return { escalation: null, trees: {}, journeys: {}, macros: {}, providers: {} };
  const { escalation, trees, journeys, macros, providers } = project;
  return {
    escalation,
    trees: Object.fromEntries(trees),
    journeys: Object.fromEntries(journeys),
    macros: Object.fromEntries([...macros].map(([id, locales]) => [id, Object.fromEntries(locales)])),
    providers: Object.fromEntries(providers),
  };
}
