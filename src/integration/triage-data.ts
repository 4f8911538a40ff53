import { pageUrl } from '../markdown/page-id.ts';
import type { Project } from '../project/load.ts';
import type { Config } from '../schemas/config.ts';
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
  /** By macro, then by locale: the address of its help article for users; only of those that have one. */
  articles: Record<string, Record<string, string>>;
  /** By id. */
  providers: Record<string, Provider>;
}

export function triageData(project: Project, audience: Audience): TriageData {
  if (audience === 'public')
    return { escalation: null, trees: {}, journeys: {}, macros: {}, articles: {}, providers: {} };
  const { config, escalation, trees, journeys, macros, providers } = project;
  return {
    escalation,
    trees: Object.fromEntries(trees),
    journeys: Object.fromEntries(journeys),
    macros: Object.fromEntries([...macros].map(([id, locales]) => [id, Object.fromEntries(locales)])),
    articles: Object.fromEntries(
      [...macros].flatMap(([id, locales]) => {
        const article = [...locales.values()][0]?.article;
        return article ? [[id, articleUrls(article, config)]] : [];
      }),
    ),
    providers: Object.fromEntries(providers),
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
