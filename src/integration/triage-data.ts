import { pageUrl } from '../markdown/page-id.ts';
import { hasReviewIn } from '../project/check-incidents.ts';
import type { Project } from '../project/load.ts';
import { packetFacts } from '../project/packet-facts.ts';
import type { Config } from '../schemas/config.ts';
import type { Escalation } from '../schemas/escalation.ts';
import type { Audience } from '../schemas/frontmatter.ts';
import type { Incident } from '../schemas/incident.ts';
import type { Journey } from '../schemas/journey.ts';
import type { JourneyMap } from '../schemas/journey-map.ts';
import type { JourneyBlock } from '../schemas/journeys-data.ts';
import type { Macro } from '../schemas/macro.ts';
import type { PacketFacts } from '../schemas/packet.ts';
import type { Provider } from '../schemas/provider.ts';
import type { Tree } from '../schemas/tree.ts';
import { journeyBlocks } from './journey-blocks.ts';

/** What the team's pages know of how a case is followed. Plain data; nothing of it is on the public site. */
export interface TriageData {
  escalation: Escalation | null;
  /** By id. */
  trees: Record<string, Tree>;
  /** By id. */
  journeys: Record<string, Journey>;
  /** How each journey is drawn, by id. */
  maps: Record<string, JourneyMap>;
  /** The blocks that journeys name. */
  journeyBlocks: Record<string, JourneyBlock>;
  /** By id, then by locale. */
  macros: Record<string, Record<string, Macro>>;
  /** By macro, then by locale: the address of its help article for users; only of those that have one. */
  articles: Record<string, Record<string, string>>;
  /** By id, the newest first. */
  incidents: Record<string, Incident>;
  /** Ids of the incidents whose review has been begun. */
  reviews: string[];
  /** By id. */
  providers: Record<string, Provider>;
  /** The default environment, and the names of its targets, by provider. */
  environment: string;
  targets: Record<string, string[]>;
  /** What packets say of the tree that they are made in. */
  packet: PacketFacts;
}

const nothing: TriageData = {
  escalation: null,
  trees: {},
  journeys: {},
  maps: {},
  journeyBlocks: {},
  macros: {},
  articles: {},
  incidents: {},
  reviews: [],
  providers: {},
  environment: '',
  targets: {},
  packet: { commit: null, changed: [], checkHashes: {}, dashboards: {} },
};

/** `draw` draws the journeys, where they are shown. */
export async function triageData(
  project: Project,
  audience: Audience,
  draw: (project: Project) => Promise<Record<string, JourneyMap>>,
): Promise<TriageData> {
  if (audience === 'public') return nothing;
  const { config, escalation, trees, journeys, macros, incidents, providers, environment } = project;
  return {
    escalation,
    trees: Object.fromEntries(trees),
    journeys: Object.fromEntries(journeys),
    maps: await draw(project),
    journeyBlocks: journeyBlocks(project),
    macros: Object.fromEntries([...macros].map(([id, locales]) => [id, Object.fromEntries(locales)])),
    articles: Object.fromEntries(
      [...macros].flatMap(([id, locales]) => {
        const article = [...locales.values()][0]?.article;
        return article ? [[id, articleUrls(article, config)]] : [];
      }),
    ),
    incidents: Object.fromEntries(incidents),
    reviews: [...incidents.keys()].filter(hasReviewIn(project.root)),
    providers: Object.fromEntries(providers),
    environment,
    targets: targetsByProvider(project),
    packet: await packetFacts(project, environment),
  };
}

/** Where users read an article. Every language has it: what is not translated stands there in the first one. */
function articleUrls(article: string, { siteUrl, locales }: Config): Record<string, string> {
  const site = siteUrl.replace(/\/$/, '');
  return Object.fromEntries(
    Object.keys(locales).map((locale, index) => [
      locale,
      `${site}${index === 0 ? '' : `/${locale}`}${pageUrl(article)}`,
    ]),
  );
}

function targetsByProvider({ environments, environment }: Project): Record<string, string[]> {
  const targets: Record<string, string[]> = {};
  for (const [name, { provider }] of Object.entries(environments.get(environment) ?? {}))
    if (provider !== undefined) targets[provider] = [...(targets[provider] ?? []), name];
  return targets;
}
